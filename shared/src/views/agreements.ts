import type { Terms } from "../journal/events.ts";
import type { Activity } from "../plan/schema.ts";

/** What of an activity a party agrees to: when one of these changes, the agreement no longer holds. */
export function termsOf({
  what,
  result,
  criterion,
  start,
  end,
}: Pick<Activity, "what" | "result" | "criterion" | "start" | "end">): Terms {
  return { what, result, criterion, start, end };
}

/** The names of the terms that are no longer what they were when a party agreed; none while the agreement holds. */
export function changedTerms(agreed: Terms, now: Terms): (keyof Terms)[] {
  const fields: readonly (keyof Terms)[] = ["what", "result", "criterion", "start", "end"];
  return fields.filter((field) => agreed[field] !== now[field]);
}
