import { progressFor } from "../plan/progress.ts";
import type { ActivityStatus, Language } from "../plan/schema.ts";
import type { TakenFields } from "./column.ts";
import type { Problem } from "./proposal.ts";
import { STATUS_WORDS } from "./words.ts";

/**
 * What a row says of progress goes with a status that has any: without one said, something begun is *active* and something whole *done*. A share
 * that its status does not show is told. `held` is the status of the activity so far; null for a new one.
 */
export function withStatus(
  fields: TakenFields,
  held: ActivityStatus | null,
  language: Language,
): { readonly fields: TakenFields; readonly problem: Problem | null } {
  const progress = fields["progress"];
  if (typeof progress !== "number") return { fields, problem: null };
  const text = `${String(progress)}%`;
  const said = (fields["status"] as ActivityStatus | undefined) ?? held;
  if (said === null && progress > 0) {
    const status = progress === 100 ? "done" : "active";
    const problem = {
      code: "worked-out",
      column: "status",
      text,
      meant: STATUS_WORDS[status][language],
    } as const;
    return { fields: { ...fields, status }, problem };
  }
  const isShown = said === null || progressFor(said, progress) === progress;
  return { fields, problem: isShown ? null : { code: "progress-hidden", column: "progress", text } };
}
