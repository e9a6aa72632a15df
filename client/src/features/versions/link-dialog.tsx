import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { createKey } from "../../sync/sharing-api.ts";
import { pastName } from "../../sync/past-name.ts";
import { useSnapshotWords } from "../../fields/snapshot-words.ts";
import { useReach } from "../../sync/reach.ts";
import { usePlanSession } from "../../sync/session.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import styles from "./versions.module.css";

/** Makes a link with which anybody can open a moment and read the plan. */
export function LinkDialog({
  snapshot,
  onClose,
}: {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const { planId } = usePlanSession().connection;
  const { origin } = useReach();
  const name = t("versions.linkName", { moment: useSnapshotWords().title(snapshot) });
  const [link, setLink] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function make(): Promise<void> {
    const made = await createKey(planId, { role: "viewer", name });
    if (made.ok) setLink(`${origin}/join#${pastName(made.value.secret, snapshot.id)}`);
    else setProblem(made.failure.title ?? t("versions.away"));
  }

  async function copy(text: string): Promise<void> {
    showToast(t((await copyText(text)) ? "versions.copied" : "app.notCopied"));
  }

  return (
    <Dialog
      title={t("versions.shareTitle")}
      description={t("versions.shareHelp")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <div className={styles.form}>
        {problem === null ? null : <p role="alert">{problem}</p>}
        {link === null ? (
          <Button variant="primary" onClick={() => void make()}>
            {t("versions.share")}
          </Button>
        ) : (
          <>
            <TextField label={t("versions.link")} readOnly value={link} />
            <Button variant="primary" onClick={() => void copy(link)}>
              {t("versions.copy")}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
