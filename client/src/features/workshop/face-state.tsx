import { REFUSALS } from "@planwand/shared/protocol/refusal.ts";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { usePlanSession, useSyncFact } from "../../sync/session.tsx";
import { Button } from "../../ui/button.tsx";
import { announce } from "../../ui/live-region.tsx";
import notices from "./notices.module.css";

/** Whether what somebody sends arrives: no connection, or something written in the plan that the server does not take. */
export function FaceState(): ReactNode {
  const { t } = useTranslation();
  const { connection } = usePlanSession();
  const isOffline = useSyncFact("state") === "offline";
  const refusal = useSyncFact("refusal");
  const said = refusal === null ? null : t(`syncHelp.${REFUSALS[refusal].title}`);
  useEffect(() => {
    if (said !== null) announce(said, "assertive");
  }, [said]);
  async function startOver(): Promise<void> {
    await connection.discardOfflineCopy();
    location.reload();
  }
  if (refusal !== null && REFUSALS[refusal].retry === "never")
    return (
      <div className={notices.notice} data-tone="danger" data-testid="face-refusal">
        <p>{said}</p>
        <Button size="small" onClick={() => void startOver()}>
          {t("workshop.dismiss")}
        </Button>
      </div>
    );
  if (!isOffline && said === null) return null;
  return (
    <div className={notices.notice} data-tone="lock" role="status" data-testid="face-offline">
      <p>{said ?? t("takingPart.offline")}</p>
    </div>
  );
}
