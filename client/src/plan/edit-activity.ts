import type { Circle } from "@planwand/shared/access/role.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { duplicateActivity } from "@planwand/shared/plan/activity.ts";
import { archiveItem } from "@planwand/shared/plan/archive.ts";
import { setRegister, setStepDone } from "@planwand/shared/plan/edit-field.ts";
import { addEntry, addItem, moveItem } from "@planwand/shared/plan/ranked.ts";
import type { RegisterValues } from "@planwand/shared/plan/registers.ts";
import { addDependency, removeDependency, setGoal, setRole } from "@planwand/shared/plan/relations.ts";
import type { ActivityStatus, Priority, RoleSlot } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { noteChange } from "./own-changes.ts";
import { planIndexOf } from "./plan-index.ts";
import { undoStackOf } from "./undo.ts";

/** The plain fields of an activity: status, dates, priority and such. */
export type ActivityField = keyof RegisterValues["activities"];

/** Sets a plain field; a value that the field cannot hold changes nothing. */
export function setActivityField<Field extends ActivityField>(
  doc: Y.Doc,
  id: string,
  field: Field,
  value: RegisterValues["activities"][Field],
): void {
  const before = planIndexOf(doc).activity(id);
  undoStackOf(doc).run(field, () => setRegister(doc, "activities", id, field, value));
  const after = planIndexOf(doc).activity(id);
  if (before === null || after === null) return;
  for (const date of ["start", "end"] as const) {
    // A first date is no change of plan.
    const [from, to] = [before[date], after[date]];
    if (field === date && from !== null) noteChange(doc, { activity: id, field: date, from, to: to ?? "" });
  }
  if (field === "status" && asksWhy(before.status, after.status))
    noteChange(doc, { activity: id, field, from: before.status, to: after.status });
}

/** Gives an activity its first and last day, as one step to undo; one that cannot be a date changes nothing. */
export function setDates(
  doc: Y.Doc,
  id: string,
  dates: { readonly start: LocalDate | null; readonly end: LocalDate | null },
): void {
  const before = planIndexOf(doc).activity(id);
  if (before === null) return;
  undoStackOf(doc).run("dates", () => {
    for (const date of ["start", "end"] as const) setRegister(doc, "activities", id, date, dates[date]);
  });
  for (const date of ["start", "end"] as const) {
    const [from, to] = [before[date], dates[date]];
    if (from !== null && from !== to) noteChange(doc, { activity: id, field: date, from, to: to ?? "" });
  }
}

/** To blocked or dropped, and back from done. */
function asksWhy(from: ActivityStatus, to: ActivityStatus): boolean {
  return from !== to && (to === "blocked" || to === "dropped" || from === "done");
}

/** Gives several activities one status, as one step to undo. */
export function setStatusOfAll(doc: Y.Doc, ids: readonly string[], status: ActivityStatus): void {
  undoStackOf(doc).run("status", () => {
    for (const id of ids) setRegister(doc, "activities", id, "status", status);
  });
}

/** Gives several activities one priority, as one step to undo. */
export function setPriorityOfAll(doc: Y.Doc, ids: readonly string[], priority: Priority): void {
  undoStackOf(doc).run("priority", () => {
    for (const id of ids) setRegister(doc, "activities", id, "priority", priority);
  });
}

/** Gives a party a role in several activities, as one step to undo. */
export function assignAll(doc: Y.Doc, ids: readonly string[], slot: RoleSlot, party: string): void {
  undoStackOf(doc).run("roles", () => {
    for (const id of ids) setRole(doc, id, slot, party, true);
  });
}

/** Gives a party a role in an activity, or takes it away. */
export function assign(doc: Y.Doc, id: string, slot: RoleSlot, party: string, isIn: boolean): void {
  undoStackOf(doc).run("roles", () => setRole(doc, id, slot, party, isIn));
}

/** Adds a party to the plan and gives it a role at once; `by` is the actor. */
export function assignNewParty(
  doc: Y.Doc,
  id: string,
  slot: RoleSlot,
  { name, circle, by }: { name: string; circle: Circle; by: string },
): void {
  undoStackOf(doc).run("roles", () => {
    const added = addEntry(doc, "parties", newId(), { name, circle, kind: "function" }, { by, at: nowMs() });
    if (added.ok) setRole(doc, id, slot, added.value, true);
  });
}

/** Where a step of an activity is. */
export const stepAt = (id: string, item: string) =>
  ({ root: "activities", id, field: "steps", item }) as const;

/** Adds a step at the end. Returns its id. */
export function addStep(doc: Y.Doc, id: string, title: string): string {
  const item = newId();
  undoStackOf(doc).run("steps", () => addItem(doc, stepAt(id, item), { title, done: false }));
  return item;
}

export function tickStep(doc: Y.Doc, id: string, item: string, done: boolean): void {
  undoStackOf(doc).run("steps", () => setStepDone(doc, id, item, done));
}

/** Moves a step to an index among the others. */
export function moveStep(doc: Y.Doc, id: string, item: string, index: number): void {
  undoStackOf(doc).run("steps", () => moveItem(doc, stepAt(id, item), index));
}

/** Puts a step away; `restore` brings it back. */
export function removeStep(doc: Y.Doc, id: string, item: string, by: string): void {
  undoStackOf(doc).run("steps", () => archiveItem(doc, stepAt(id, item), { by, at: nowMs() }));
}

/** Where a link of an activity is. */
export const linkAt = (id: string, item: string) =>
  ({ root: "activities", id, field: "links", item }) as const;

/** Adds a link at the end. */
export function addLink(
  doc: Y.Doc,
  id: string,
  link: { readonly title: string; readonly url: string },
): void {
  undoStackOf(doc).run("links", () => addItem(doc, linkAt(id, newId()), link));
}

/** Puts a link away; `restore` brings it back. */
export function removeLink(doc: Y.Doc, id: string, item: string, by: string): void {
  undoStackOf(doc).run("links", () => archiveItem(doc, linkAt(id, item), { by, at: nowMs() }));
}

/** Adds a copy below an activity, under `title`; its id, or null when the activity is gone. `by` is the actor. */
export function duplicate(doc: Y.Doc, id: string, title: string, by: string): string | null {
  const copied = undoStackOf(doc).run("add", () =>
    duplicateActivity(doc, id, { title, newId }, { by, at: nowMs() }),
  );
  return copied.ok ? copied.value : null;
}

/** Lets an activity wait for another, or no longer; false when they would then wait for each other. */
export function setWaitsFor(doc: Y.Doc, id: string, on: string, isIn: boolean): boolean {
  const edit = isIn ? addDependency : removeDependency;
  return undoStackOf(doc).run("dependsOn", () => edit(doc, id, on)).ok;
}

/** Says that an activity contributes to a goal, or no longer. */
export function contribute(doc: Y.Doc, id: string, goal: string, isIn: boolean): void {
  undoStackOf(doc).run("goals", () => setGoal(doc, id, goal, isIn));
}
