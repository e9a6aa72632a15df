import { MAX_FILE_BYTES } from "@planwand/shared/exchange/file-limit.ts";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { fileContent, type ImportContent } from "../../sync/import-api.ts";
import { FileField } from "../../ui/file-field.tsx";
import styles from "./importing.module.css";
import { pastedTable } from "./pasted-rows.ts";

/** Where it comes from: a file, or a table on the clipboard. */
export function SourcePicker({
  isBusy,
  onTake,
}: {
  readonly isBusy: boolean;
  /** With null what was told about another file goes. */
  readonly onTake: (content: ImportContent | null) => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const pasteId = useId();
  const [isTooLarge, setTooLarge] = useState(false);
  async function choose(file: File): Promise<void> {
    const isOver = file.size > MAX_FILE_BYTES;
    setTooLarge(isOver);
    onTake(isOver ? null : await fileContent(file));
  }
  return (
    <>
      <FileField
        label={t("importing.file")}
        help={t("importing.fileHelp")}
        accept=".json,.xlsx,.xlsm,.ods,.fods,.docx,.html,.htm,.csv,.tsv,.txt"
        disabled={isBusy}
        onChoose={(file) => void choose(file)}
      />
      {isTooLarge && (
        <p className={styles.mistake} role="alert">
          {t("importing.tooLarge")}
        </p>
      )}
      <div className={styles.field}>
        <label htmlFor={pasteId}>{t("importing.paste")}</label>
        <textarea
          id={pasteId}
          className={styles.paste}
          rows={3}
          disabled={isBusy}
          placeholder={t("importing.pasteHere")}
          onPaste={(event) => {
            const { clipboardData } = event;
            const table = pastedTable(
              clipboardData.getData("text/html"),
              clipboardData.getData("text/plain"),
              languageOf(i18n.language),
            );
            if (table.rows.length === 0) return;
            event.preventDefault();
            onTake(table);
          }}
        />
        <p className={styles.note}>{t("importing.pasteHelp")}</p>
      </div>
    </>
  );
}
