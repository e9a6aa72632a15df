import { countRows } from "@planwand/shared/exchange/proposal.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ColumnMapping } from "./column-mapping.tsx";
import styles from "./importing.module.css";
import { RowPreview } from "./row-preview.tsx";
import { SourcePicker } from "./source-picker.tsx";
import { UnknownNames } from "./unknown-names.tsx";
import { useImport } from "./use-import.ts";

/** Takes a file or a pasted table into the plan: what is it, what does it change, and then for real. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const importing = useImport();
  const { proposal, isBusy, mistake } = importing;
  const counts = proposal === null ? null : countRows(proposal);
  const changing = counts === null ? 0 : counts.add + counts.change;
  async function finish(): Promise<void> {
    if (await importing.finish()) onClose();
  }
  return (
    <Dialog
      title={t("importing.title")}
      description={t("importing.text")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <div className={styles.steps} aria-busy={isBusy}>
        {proposal === null && <SourcePicker isBusy={isBusy} onTake={importing.take} />}
        {isBusy && <p role="status">{t("importing.reading")}</p>}
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        {proposal !== null && counts !== null && (
          <>
            <p className={styles.summary} role="status" data-testid="import-summary">
              {t("importing.summary", { ...counts })}
            </p>
            {proposal.leftOut.length > 0 && <p className={styles.note}>{t("importing.leftOut")}</p>}
            <ColumnMapping proposal={proposal} importing={importing} />
            <UnknownNames proposal={proposal} importing={importing} />
            <RowPreview proposal={proposal} importing={importing} />
            <div className={styles.actions}>
              <Button onClick={() => importing.take(null)}>{t("importing.other")}</Button>
              <Button variant="primary" disabled={isBusy || changing === 0} onClick={() => void finish()}>
                {t("importing.finish", { count: changing })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}
