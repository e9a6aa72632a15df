import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { SoleOwner } from "../../fields/sole-owner.tsx";
import { isSoleOwner, useMyPlans } from "../../sync/my-plans.ts";
import { leaveAll } from "../../sync/start-api.ts";
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
  const [hasLinks, setLinks] = useState(false);
  const mine = useMyPlans();
  const alone = mine === null || mine === "unknown" ? [] : mine.filter(isSoleOwner);

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
      {alone.length > 0 && (
        <SoleOwner
          plans={alone}
          warning={t("leave.owner.warning", { count: alone.length })}
          onTaken={() => setLinks(true)}
        />
      )}
      {mine === "unknown" && <p className={styles.warning}>{t("leave.owner.unknown")}</p>}
      {hasFailed && (
        <p className={styles.warning} role="alert">
          {t("leave.failed")}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose}>{t("leave.cancel")}</Button>
        <Button variant="danger" disabled={isBusy || mine === null} onClick={() => void leave()}>
          {t(alone.length > 0 && !hasLinks ? "leave.owner.withoutLink" : "leave.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
