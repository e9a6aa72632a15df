import { addActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { moveActivities } from "@planwand/shared/plan/move-activity.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { noteChange } from "./own-changes.ts";
import { planIndexOf } from "./plan-index.ts";
import { type TakeBack, takeStep, undoStackOf } from "./undo.ts";

type NewActivity = Parameters<typeof addActivity>[3];

/**
 * Puts cards one below the other above `before`, or at the end of the cell for null, in this very task and as one step to undo.
 * Nothing happens when the cell is no longer there.
 */
export function moveAllTo(
  doc: Y.Doc,
  ids: readonly string[],
  to: { readonly phase: string; readonly domain: string; readonly before: string | null },
): void {
  const index = planIndexOf(doc);
  const from = new Map(ids.map((id) => [id, index.activity(id)?.place[0]]));
  undoStackOf(doc).run("move", () => moveActivities(doc, ids, to));
  for (const [activity, phase] of from)
    if (phase !== undefined && phase !== to.phase)
      noteChange(doc, { activity, field: "phase", from: phase, to: to.phase });
}

/** Adds an activity at the end of a cell; `by` is the actor. Nothing happens when the cell is no longer there. */
export function addActivityTo(
  doc: Y.Doc,
  { phase, domain, title, by }: { phase: string; domain: string; title: string; by: string },
): void {
  undoStackOf(doc).run("add", () =>
    addActivity(doc, newId(), { phase, domain }, { title }, { by, at: nowMs() }),
  );
}

/** Adds an activity under an id that was given; true when it is there afterwards, also when it was there before. */
export function addActivityOnce(
  doc: Y.Doc,
  { id, phase, domain, title, by }: { id: string; phase: string; domain: string; title: string; by: string },
): boolean {
  const added = undoStackOf(doc).run("add", () =>
    addActivity(doc, id, { phase, domain }, { title }, { by, at: nowMs() }),
  );
  return added.ok || added.refusal === "exists";
}

/** Adds several activities at the end of a cell, in their order, as one step to undo. */
export function addActivitiesTo(
  doc: Y.Doc,
  {
    phase,
    domain,
    activities,
    by,
  }: { phase: string; domain: string; activities: readonly NewActivity[]; by: string },
): void {
  undoStackOf(doc).run("add", () => {
    for (const values of activities)
      addActivity(doc, newId(), { phase, domain }, values, { by, at: nowMs() });
  });
}

/** Makes an activity of a parked idea in a cell, and takes the idea off the list, as one step; returns how to take that back. */
export function placeParked(
  doc: Y.Doc,
  { id, phase, domain, title, by }: { id: string; phase: string; domain: string; title: string; by: string },
): TakeBack {
  return takeStep(doc, { label: "add", by }, () => {
    const stamp = { by, at: nowMs() };
    if (addActivity(doc, newId(), { phase, domain }, { title }, stamp).ok)
      archiveEntry(doc, "parking", id, stamp);
  });
}
