import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import styles from "./sync-badge.module.css";

/** Gives up edits that the server will never take, after asking once more. */
export function DiscardEdits(): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const [isAsking, setAsking] = useState(false);
  async function discard(): Promise<void> {
    await connection.discardOfflineCopy();
    location.reload();
  }
  if (!isAsking) {
    return (
      <Button variant="ghost" onClick={() => setAsking(true)}>
        {t("syncHelp.discard")}
      </Button>
    );
  }
  return (
    <div className={styles.details} role="group" aria-label={t("syncHelp.discard")}>
      <p>{t("syncHelp.discardConfirm")}</p>
      <Button variant="danger" onClick={() => void discard()}>
        {t("syncHelp.discardYes")}
      </Button>
      <Button variant="ghost" onClick={() => setAsking(false)}>
        {t("syncHelp.cancel")}
      </Button>
    </div>
  );
}
