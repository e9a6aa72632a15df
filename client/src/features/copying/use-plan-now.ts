import type { Plan } from "@planwand/shared/plan/schema.ts";
import { useEffect, useState } from "react";
import { planNow, watchPlan } from "../../plan/plan-value.ts";
import { usePlanSession } from "../../sync/session.tsx";

/** How long a plan must be at rest before it is read again, in milliseconds. */
const REST_MS = 300;

/** The open plan as plain values, read again once others have written in it. */
export function usePlanNow(): Plan {
  const { doc } = usePlanSession();
  const [plan, setPlan] = useState(() => planNow(doc));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = watchPlan(doc, () => {
      clearTimeout(timer);
      timer = setTimeout(() => setPlan(planNow(doc)), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [doc]);
  return plan;
}
