import { addActivity } from "@planwand/shared/plan/activity.ts";
import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import type { EntryRoot } from "@planwand/shared/plan/entry.ts";
import { moveActivities } from "@planwand/shared/plan/move-activity.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { noteChange } from "./own-changes.ts";
import { planIndexOf } from "./plan-index.ts";
import { undoStackOf } from "./undo.ts";

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

/** Puts activities in the bin, as one step to undo; `restore` brings them back as they were. */
export function archiveActivities(doc: Y.Doc, ids: readonly string[], by: string): void {
  undoStackOf(doc).run("archive", () => {
    for (const id of ids) archiveEntry(doc, "activities", id, { by, at: nowMs() });
  });
}

/** Takes activities out of the bin, as one step to undo. */
export function restoreActivities(doc: Y.Doc, ids: readonly string[]): void {
  undoStackOf(doc).run("restore", () => {
    for (const id of ids) restoreEntry(doc, "activities", id);
  });
}

/** Takes anything out of the bin, as it was. */
export function restore(doc: Y.Doc, root: EntryRoot, id: string): void {
  undoStackOf(doc).run("restore", () => restoreEntry(doc, root, id));
}
