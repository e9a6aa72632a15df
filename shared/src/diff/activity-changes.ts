import type { LocalDate } from "../kernel/clock.ts";
import type { ActivityEntry } from "../plan/read-activity.ts";
import type { ActivityStatus } from "../plan/schema.ts";

/** The texts of an activity that are told apart. */
const TEXTS = ["what", "why", "result", "criterion"] as const;

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

/** What became different between two states of one activity; null before is one that was not there yet. */
export function activityChanges(before: ActivityEntry | null, after: ActivityEntry): ActivityChange[] {
  if (before === null) return [{ kind: "added" }];
  if (before.archived !== after.archived) return [{ kind: after.archived ? "archived" : "restored" }];
  const changes: ActivityChange[] = [];
  const [from, to] = [cellOf(before), cellOf(after)];
  if (from.phase !== to.phase || from.domain !== to.domain) changes.push({ kind: "moved", from, to });
  if (before.title !== after.title) changes.push({ kind: "renamed", from: before.title, to: after.title });
  if (before.status !== after.status) changes.push({ kind: "status", from: before.status, to: after.status });
  for (const date of ["start", "end"] as const)
    if (before[date] !== after[date]) changes.push({ kind: date, from: before[date], to: after[date] });
  for (const field of TEXTS) if (before[field] !== after[field]) changes.push({ kind: "text", field });
  if (differs(before.roles, after.roles)) changes.push({ kind: "roles" });
  if (differs(before.steps, after.steps)) changes.push({ kind: "steps" });
  const planning = ({ priority, progress, dependsOn, goals, flows, waiting }: ActivityEntry) =>
    [priority, progress, dependsOn, goals, flows, waiting] as const;
  if (before.status === after.status && differs(planning(before), planning(after)))
    changes.push({ kind: "planning" });
  return changes;
}

function cellOf({ place: [phase, domain] }: ActivityEntry): Cell {
  return { phase, domain };
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
