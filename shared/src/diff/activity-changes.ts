import type { LocalDate } from "../kernel/clock.ts";
import type { ActivityStatus } from "../plan/schema.ts";
import type { Change } from "./changes.ts";
import type { FieldChange } from "./plan-difference.ts";

/** The texts of an activity that are told apart. */
const TEXTS = ["what", "why", "result", "criterion"] as const;
/** Fields that are one piece of news together. */
const PLANNING = new Set(["priority", "progress", "dependsOn", "goals", "flows", "waiting"]);
/** Those that go along with another status. */
const OF_STATUS = new Set(["progress", "waiting"]);

/** One thing that became different about an activity. Phases and domains are ids here. */
export type ActivityChange =
  | { readonly kind: "added" | "archived" | "restored" | "roles" | "steps" | "planning" }
  | { readonly kind: "moved"; readonly from: Cell; readonly to: Cell }
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "status"; readonly from: ActivityStatus; readonly to: ActivityStatus }
  | { readonly kind: "start" | "end"; readonly from: LocalDate | null; readonly to: LocalDate | null }
  | { readonly kind: "text"; readonly field: (typeof TEXTS)[number] };

/** A place on the wall, without the rank: order within a cell is no news. */
export interface Cell {
  readonly phase: string;
  readonly domain: string;
}

/** What a change of an activity tells, and the cell that it was in before; `cell` is the one in which it stood afterwards. */
export function activityChanges(
  { change, fields }: Pick<Change, "change" | "fields">,
  cell: Cell,
): { readonly told: readonly ActivityChange[]; readonly cellBefore: Cell } {
  if (change !== "changed") return { told: [{ kind: change }], cellBefore: cell };
  const byField = new Map(fields.map((one) => [one.field, one]));
  const cellBefore = {
    phase: placeBefore(byField.get("phase"), cell.phase),
    domain: placeBefore(byField.get("domain"), cell.domain),
  };
  const told: ActivityChange[] = [];
  if (byField.has("phase") || byField.has("domain")) told.push({ kind: "moved", from: cellBefore, to: cell });
  const isPlanning = ({ field }: FieldChange): boolean =>
    PLANNING.has(field) && !(byField.has("status") && OF_STATUS.has(field));
  if (fields.some(isPlanning)) told.push({ kind: "planning" });
  const pairs = [
    ["renamed", "title"],
    ["status", "status"],
    ["start", "start"],
    ["end", "end"],
  ] as const;
  for (const [kind, field] of pairs) {
    const one = byField.get(field);
    // The values of these fields are those of an activity.
    if (one !== undefined) told.push({ kind, from: one.from, to: one.to } as ActivityChange);
  }
  for (const field of TEXTS) if (byField.has(field)) told.push({ kind: "text", field });
  for (const kind of ["roles", "steps"] as const) if (byField.has(kind)) told.push({ kind });
  return { told, cellBefore };
}

function placeBefore(change: FieldChange | undefined, now: string): string {
  if (change === undefined) return now;
  return typeof change.from === "string" ? change.from : "";
}
