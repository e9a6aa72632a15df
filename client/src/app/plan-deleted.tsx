import { Trash2 } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { forgetPlan } from "../sync/device-memory.ts";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { wipePlan } from "../sync/shared-device.ts";
import { MessagePage } from "../ui/message-page.tsx";
import { HomeLink } from "./home-link.tsx";

/** Says that an owner erased the plan, and removes what this device kept of it. */
export function PlanDeleted({
  planId,
  connection,
}: {
  readonly planId: string;
  /** When it was open on this page. */
  readonly connection?: PlanConnection;
}): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    forgetPlan(planId);
    void (connection?.discardOfflineCopy() ?? Promise.resolve()).finally(() => void wipePlan(planId));
  }, [planId, connection]);
  return (
    <MessagePage icon={<Trash2 />} title={t("pages.deleted.title")} text={t("pages.deleted.text")}>
      <HomeLink />
    </MessagePage>
  );
}
