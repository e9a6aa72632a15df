import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { PlanValue } from "./document-task.ts";

/** The plan that a value is. */
export function planIn({ json }: Pick<PlanValue, "json">): Plan {
  // It was written down from a plan.
  return JSON.parse(new TextDecoder().decode(json)) as Plan;
}

/** A plan as it is written down. */
export function jsonOf(plan: Plan): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(plan));
}
