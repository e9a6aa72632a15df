import { may } from "@planwand/shared/access/policy.ts";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession, useSyncStatus } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { DiscardEdits } from "./discard-edits.tsx";
import { RescueButton } from "./rescue-button.tsx";
import styles from "./sync-badge.module.css";
import { syncHelp, unkeptHelp } from "./sync-help.ts";
import { isUnkeptUnasked, syncWords } from "./sync-words.ts";

/** What the badge means, and what can be done. */
export function SyncDetails(): ReactNode {
  const { t } = useTranslation();
  const { connection, role } = usePlanSession();
  const status = useSyncStatus();
  const mayWrite = may(role, "plan.write");
  const isUnkept = isUnkeptUnasked(status, mayWrite);
  const unkept = unkeptHelp(t, status, isUnkept);
  return (
    <div className={styles.details}>
      <p className={styles.summary}>{syncWords(t, status, mayWrite).text}</p>
      <p>{syncHelp(t, status, mayWrite)}</p>
      {unkept !== null && <p>{unkept}</p>}
      {status.state === "offline" && (
        <Button variant="secondary" onClick={connection.retry}>
          {t("syncHelp.retry")}
        </Button>
      )}
      {isUnkept && status.state !== "offline" && (
        <Button variant="secondary" onClick={connection.retry}>
          {t("syncHelp.keepAgain")}
        </Button>
      )}
      {isUnkept && status.state === "offline" && status.unsaved > 0 && <RescueButton />}
      {status.state === "error" && (
        <>
          <RescueButton />
          <DiscardEdits />
        </>
      )}
    </div>
  );
}
