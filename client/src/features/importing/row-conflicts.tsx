import type { FieldConflict, ProposedRow } from "@planwand/shared/exchange/proposal.ts";
import { SHEETS } from "@planwand/shared/exchange/sheets.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { excerpt } from "./excerpt.ts";
import styles from "./importing.module.css";
import type { Proposing } from "./use-proposal.ts";

/** Long enough to see by what two texts differ. */
const EXCERPT_LENGTH = 240;

/** What the file and somebody else both changed: what it was, and which of the two it becomes. */
export function RowConflicts({
  row: { sheet, conflicts },
  proposing,
}: {
  readonly row: ProposedRow;
  readonly proposing: Proposing;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language);
  const take = ({ key }: FieldConflict, isTaken: boolean): void => {
    const others = (proposing.choices.take ?? []).filter((one) => one !== key);
    proposing.choose({ take: isTaken ? [...others, key] : others });
  };
  return conflicts.map((conflict) => {
    const { column, key, base, plan, file } = conflict;
    const isTaken = proposing.choices.take?.includes(key) ?? false;
    const heading = SHEETS[sheet].columns.find((one) => one.key === column)?.heading[language] ?? "";
    return (
      <fieldset key={key} className={styles.conflict} data-testid="import-conflict">
        <legend>{t("importing.conflict.label", { column: heading })}</legend>
        <p className={styles.was}>
          {t("importing.conflict.base")}: <del>{excerpt(base, EXCERPT_LENGTH)}</del>
        </p>
        {[
          { words: t("importing.conflict.plan"), value: plan, isFile: false },
          { words: t("importing.conflict.file"), value: file, isFile: true },
        ].map(({ words, value, isFile }) => (
          <label key={words} className={styles.choice}>
            <input
              type="radio"
              name={key}
              checked={isTaken === isFile}
              onChange={() => take(conflict, isFile)}
            />
            <span>
              {words}: {excerpt(value, EXCERPT_LENGTH)}
            </span>
          </label>
        ))}
      </fieldset>
    );
  });
}
