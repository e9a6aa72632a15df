import type { Activity } from "@planwand/shared/plan/schema.ts";

/** The parts that make an activity concrete and testable, in the order of the panel. */
const PARTS = ["what", "why", "result", "criterion", "sponsor", "executor"] as const;

/** How many of the parts are filled in, out of how many. */
export function completenessOf(activity: Pick<Activity, "what" | "why" | "result" | "criterion" | "roles">): {
  readonly filled: number;
  readonly total: number;
} {
  const filled = PARTS.filter((part) =>
    part === "sponsor" || part === "executor"
      ? activity.roles[part].length > 0
      : activity[part].trim() !== "",
  );
  return { filled: filled.length, total: PARTS.length };
}
