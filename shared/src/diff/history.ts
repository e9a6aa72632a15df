import { type ActivityChange, activityChanges, type Cell } from "./activity-changes.ts";
import type { Change } from "./changes.ts";

/** A change of an activity, by whom and when (milliseconds since 1970), under the title that it had then. */
export interface HistoryEntry {
  readonly at: number;
  readonly actor: string;
  readonly activity: string;
  readonly title: string;
  readonly change: ActivityChange;
}

/**
 * What changes of activities tell, one entry a piece of news, newest first like the changes, at most `limit`. `cellOf`: where an activity
 * stands after all of them.
 */
export function activityHistory(
  changes: readonly Change[],
  cellOf: (activity: string) => Cell,
  limit: number,
): HistoryEntry[] {
  const cells = new Map<string, Cell>();
  const history: HistoryEntry[] = [];
  for (const change of changes) {
    if (history.length >= limit) break;
    const { id: activity, at, actor, title } = change;
    const { told, cellBefore } = activityChanges(change, cells.get(activity) ?? cellOf(activity));
    cells.set(activity, cellBefore);
    for (const one of told.toReversed()) history.push({ at, actor, activity, title, change: one });
  }
  return history.slice(0, limit);
}
