import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import { type Measured, rollUp } from "@planwand/shared/views/progress.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import * as Y from "yjs";

/**
 * Applies the updates of a plan day by day to an empty document and tells how far it was at the end of each day on which anything
 * was written. `days` has the day of each update, in order.
 */
export function standsOf(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  days: readonly LocalDate[],
): readonly DayStand[] {
  const stands: DayStand[] = [];
  const measured = new Map<string, Measured>();
  const touched = new Set<string>();
  observePlan(doc, ({ entries }) => {
    for (const { root, id } of entries) if (root === "activities") touched.add(id);
  });
  for (let at = 0; at < updates.length;) {
    const date = days[at] ?? "";
    const isFirst = at === 0;
    Y.transact(doc, () => {
      for (; at < updates.length && days[at] === date; at++) Y.applyUpdate(doc, updates[at] as Uint8Array);
    });
    // A whole map that comes at once is no change of an entry that was there.
    if (isFirst) for (const [id] of entriesOf(rootMap(doc, "activities"))) touched.add(id);
    for (const id of touched) {
      const activity = readActivity(doc, id);
      if (activity === null || activity.archived) measured.delete(id);
      else measured.set(id, { status: activity.status, progress: activity.progress, end: activity.end });
    }
    touched.clear();
    stands.push({ date, rollUp: rollUp(measured.values(), date) });
  }
  return stands;
}
