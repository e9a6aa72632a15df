import { may } from "@planwand/shared/access/policy.ts";
import type { WorkshopNow } from "@planwand/shared/views/workshop.ts";
import { useEffect } from "react";
import { usePlanSession } from "../../sync/session.tsx";
import { useTell, useUnderWay } from "./use-workshop.ts";

/** Says once that this member takes part in the session that goes on. */
export function useAttend(now: WorkshopNow | null): void {
  const { role } = usePlanSession();
  const session = now?.session.id ?? "";
  const tell = useTell(session);
  const isSaid = useUnderWay(session).some(({ type }) => type === "session.attend");
  const isDue = now !== null && !now.hasAttended && !isSaid && may(role, "journal.command");
  useEffect(() => {
    if (isDue) tell({ type: "session.attend" });
  }, [isDue, tell]);
}
