import type { Journal } from "../journal/journal.ts";
import type { StepKind } from "../workshop/agenda.ts";
import { currentStep, openSession } from "../workshop/session.ts";

/** Steps of a workshop in which people pour out and sort: nobody is asked why something moves. */
const FREE_STEPS: ReadonlySet<StepKind> = new Set<StepKind>(["ideas", "reveal", "vote", "write"]);

/** Whether another phase or other dates ask why: once a version was adopted, and not while a workshop is brainstorming. */
export function asksForReasons({ versions, sessions }: Pick<Journal, "versions" | "sessions">): boolean {
  const session = openSession(sessions);
  const step = session === null ? null : currentStep(session);
  return versions.length > 0 && (step === null || !FREE_STEPS.has(step.kind));
}
