import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import type { Finding } from "@planwand/shared/checks/finding.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { useEffect, useState } from "react";
import { usePlanSession } from "../sync/session.tsx";
import { days } from "./today.ts";

/** A whole plan is read for this, so that is done when nobody has changed anything for so long. */
const QUIET_MS = 300;

/** What the plan still lacks, worked out a moment after each change; null before the first time. */
export function useFindings(): readonly Finding[] | null {
  const { doc, connection } = usePlanSession();
  const { journal } = connection;
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  useEffect(() => {
    const look = (): void =>
      setFindings(checkPlan(toPlan(doc), journal.getSnapshot(), days.getSnapshot()).findings);
    let timer = setTimeout(look, 0);
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, QUIET_MS);
    };
    const stops = [observePlan(doc, later), journal.subscribe(later), days.subscribe(later)];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [doc, journal]);
  return findings;
}
