import { addActivity } from "@planwand/shared/plan/activity.ts";
import { moveActivity, type Spot } from "@planwand/shared/plan/move-activity.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";

/** Puts a card at an index of a cell, in this very task. Nothing happens when the cell is no longer there. */
export function moveTo(doc: Y.Doc, id: string, spot: Spot): void {
  moveActivity(doc, id, spot);
}

/** Adds an activity at the end of a cell; `by` is the actor. Returns its id, or null when the cell is no longer there. */
export function addActivityTo(
  doc: Y.Doc,
  { phase, domain, title, by }: { phase: string; domain: string; title: string; by: string },
): string | null {
  const added = addActivity(doc, newId(), { phase, domain }, { title }, { by, at: nowMs() });
  return added.ok ? added.value : null;
}
