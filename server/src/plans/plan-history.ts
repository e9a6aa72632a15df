import { activityChanges } from "@planwand/shared/diff/activity-changes.ts";
import { addToHistory, type HistoryEntry } from "@planwand/shared/diff/history.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { readActivity } from "@planwand/shared/plan/read-live.ts";
import type { ActivityEntry } from "@planwand/shared/plan/read-activity.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import * as Y from "yjs";
import type { UpdateMark } from "./document-task.ts";

/** Entries that are told; older ones are still in the log. */
const MAX_ENTRIES = 1_000;

/**
 * Applies the updates of a plan one after the other to an empty document and tells what each changed about activities, oldest
 * first. The first update is the plan as it was made.
 */
export function historyOf(
  doc: Y.Doc,
  updates: readonly Uint8Array[],
  marks: readonly UpdateMark[],
): HistoryEntry[] {
  const history: HistoryEntry[] = [];
  const known = new Map<string, ActivityEntry>();
  const [seed, ...rest] = updates;
  if (seed === undefined) return history;
  Y.applyUpdate(doc, seed);
  for (const [id] of entriesOf(rootMap(doc, "activities"))) {
    const activity = readActivity(doc, id);
    if (activity !== null) known.set(id, activity);
  }
  let touched = new Set<string>();
  observePlan(doc, ({ entries }) => {
    for (const { root, id } of entries) if (root === "activities") touched.add(id);
  });
  rest.forEach((update, index) => {
    Y.applyUpdate(doc, update);
    const mark = marks[index + 1];
    for (const id of touched) {
      const after = readActivity(doc, id);
      if (after === null || mark === undefined) continue;
      for (const change of activityChanges(known.get(id) ?? null, after))
        addToHistory(history, {
          at: mark.at,
          actor: mark.actorId,
          activity: id,
          title: after.title,
          change,
        });
      known.set(id, after);
    }
    touched = new Set();
  });
  return history.slice(-MAX_ENTRIES);
}
