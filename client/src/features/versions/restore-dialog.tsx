import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { restoreMoment } from "../../plan/restore-moment.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import styles from "./versions.module.css";

/** Asks before the plan gets the content of a moment again, and says what happens then. */
export function RestoreDialog({
  snapshot,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const title = useSnapshotWords().title(snapshot);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function restore(): Promise<void> {
    setBusy(true);
    const done = await restoreMoment(connection, snapshot.id);
    setBusy(false);
    if (done === "away") return setProblem(t("versions.unsaved"));
    if ("problem" in done) return setProblem(done.problem);
    showToast(t("versions.restored"), { label: t("undo.undo"), run: () => void done.takeBack() });
    onClose();
  }

  return (
    <Dialog
      title={t("versions.restoreTitle")}
      description={t("versions.restoreHelp", { title })}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <div className={styles.form}>
        {problem === null ? null : <p role="alert">{problem}</p>}
        <Button variant="primary" disabled={isBusy} onClick={() => void restore()}>
          {t("versions.confirmRestore")}
        </Button>
      </div>
    </Dialog>
  );
}
