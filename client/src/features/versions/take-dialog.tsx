import { REASON_MAX_LENGTH, SNAPSHOT_NAME_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { type FormEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { newId } from "../../plan/clock.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { showToast } from "../../ui/toaster.tsx";
import { useGive } from "./use-give.ts";
import styles from "./versions.module.css";

/** Keeps the plan as it is now, under a name. */
export function TakeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { give, problem, isBusy } = useGive();
  const [name, setName] = useState("");
  const [reason, setReason] = useState("");

  async function take(): Promise<void> {
    const wish = {
      type: "snapshot.take",
      snapshot: newId(),
      name: name.trim(),
      reason: reason.trim(),
    } as const;
    if (!(await give(wish))) return;
    showToast(t("versions.kept"));
    onClose();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (name.trim() !== "") void take();
  }

  return (
    <Dialog
      title={t("versions.takeTitle")}
      description={t("versions.takeHelp")}
      closeLabel={t("app.close")}
      onClose={onClose}
    >
      <form className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={t("versions.name")}
          placeholder={t("versions.namePlaceholder")}
          required
          maxLength={SNAPSHOT_NAME_MAX_LENGTH}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={t("versions.reason")}
          maxLength={REASON_MAX_LENGTH}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {problem === null ? null : <p role="alert">{problem}</p>}
        <Button variant="primary" type="submit" disabled={isBusy || name.trim() === ""}>
          {t("versions.keep")}
        </Button>
      </form>
    </Dialog>
  );
}
