import { countRows } from "@planwand/shared/exchange/proposal.ts";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { languageOf } from "../../i18n/setup.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog, DialogActions } from "../../ui/dialog.tsx";
import styles from "./importing.module.css";
import { useWhenRead } from "./use-when-read.ts";
import { pastedTable } from "./pasted-rows.ts";
import { ProposalPreview } from "./proposal-preview.tsx";
import { SourcePicker } from "./source-picker.tsx";
import { useKnownNames } from "./unknown-names.tsx";
import { useImport } from "./use-import.ts";

/** What was pasted somewhere else, and where activities of it go that say no place. */
interface OfferedTable {
  readonly text: string;
  readonly html?: string;
  readonly phase: string;
  readonly domain: string;
}

/** Takes a file or a pasted table into the plan: what is it, what does it change, and then for real. It may open with a table `offered`. */
export function ImportDialog({
  offered,
  onClose,
}: {
  readonly offered: OfferedTable | null;
  readonly onClose: () => void;
}): ReactNode {
  const { t, i18n } = useTranslation();
  const importing = useImport();
  const known = useKnownNames();
  const { proposal, isBusy, mistake } = importing;
  const takeOffered = useEffectEvent(() => {
    if (offered === null) return;
    const { text, html = "", phase, domain } = offered;
    importing.take(pastedTable(html, text, languageOf(i18n.language)), { phase, domain });
  });
  useEffect(() => takeOffered(), []);
  const counts = proposal === null ? null : countRows(proposal);
  const changing = counts === null ? 0 : counts.add + counts.change;
  async function finish(): Promise<void> {
    if (await importing.finish()) onClose();
  }
  const press = useWhenRead(isBusy, changing, finish);
  return (
    <Dialog
      title={t("importing.title")}
      description={t("importing.text")}
      closeLabel={t("app.close")}
      onClose={onClose}
      isWide={proposal !== null}
    >
      <div className={styles.steps} aria-busy={isBusy}>
        {proposal === null && !(isBusy && offered !== null) && (
          <SourcePicker isBusy={isBusy} onTake={importing.take} />
        )}
        {isBusy && (
          <p role="status" className={proposal === null ? undefined : styles.reading}>
            {t("importing.reading")}
          </p>
        )}
        {mistake !== null && (
          <p className={styles.mistake} role="alert">
            {mistake}
          </p>
        )}
        {proposal !== null && counts !== null && (
          <>
            <ProposalPreview proposal={proposal} proposing={importing} known={known} />
            <DialogActions>
              <Button onClick={() => importing.take(null)}>{t("importing.other")}</Button>
              <Button variant="primary" disabled={changing === 0} onClick={press}>
                {t("importing.finish", { count: changing })}
              </Button>
            </DialogActions>
          </>
        )}
      </div>
    </Dialog>
  );
}
