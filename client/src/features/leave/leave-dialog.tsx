import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { leaveAll } from "../../sync/api.ts";
import { usePlanSession, useSyncFact } from "../../sync/session.tsx";
import { keepNothing } from "../../ui/kept.ts";
import { wipeDevice } from "../../sync/shared-device.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import styles from "./leave.module.css";

/** Leaves every plan on this device and removes what it keeps of them. What is not saved yet is named first. */
export function LeaveDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const unsaved = useSyncFact("unsaved");
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  async function leave(): Promise<void> {
    setBusy(true);
    const left = await leaveAll();
    if (!left.ok) {
      setBusy(false);
      return setFailed(true);
    }
    keepNothing();
    connection.close();
    await wipeDevice();
    location.replace("/");
  }

  return (
    <Dialog
      title={t("leave.title")}
      description={t("leave.text")}
      closeLabel={t("leave.cancel")}
      onClose={onClose}
    >
      {unsaved > 0 && (
        <p className={styles.warning} role="alert">
          {t("leave.unsaved", { count: unsaved })}
        </p>
      )}
      {hasFailed && (
        <p className={styles.warning} role="alert">
          {t("leave.failed")}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t("leave.cancel")}</Button>
        <Button variant="danger" disabled={isBusy} onClick={() => void leave()}>
          {t("leave.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
