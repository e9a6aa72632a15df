import { archiveItem } from "@planwand/shared/plan/archive.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { addEntry, addItem, moveEntry, type RankedRoot } from "@planwand/shared/plan/ranked.ts";
import type { RegisterValues } from "@planwand/shared/plan/registers.ts";
import { setAdviser, setAudience, setFlow } from "@planwand/shared/plan/relations.ts";
import type { Flow } from "@planwand/shared/plan/schema.ts";
import type { EntryValues } from "@planwand/shared/plan/values.ts";
import type * as Y from "yjs";
import { newId, nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/** Adds an entry at the end of its kind, as one step to undo; `by` is the actor. Returns its id. */
export function addTo<R extends RankedRoot>(
  doc: Y.Doc,
  root: R,
  values: Omit<EntryValues[R], "rank">,
  by: string,
): string {
  const id = newId();
  undoStackOf(doc).run("add", () => addEntry(doc, root, id, values, { by, at: nowMs() }));
  return id;
}

/** Sets a plain field of an entry; a value that the field cannot hold changes nothing. */
export function setField<R extends keyof RegisterValues, Field extends keyof RegisterValues[R] & string>(
  doc: Y.Doc,
  root: R,
  id: string,
  field: Field,
  value: RegisterValues[R][Field],
): void {
  undoStackOf(doc).run(field, () => setRegister(doc, root, id, field, value));
}

/** Moves an entry to an index among the others of its kind. */
export function moveTo(doc: Y.Doc, root: RankedRoot, id: string, index: number): void {
  undoStackOf(doc).run("move", () => moveEntry(doc, root, id, index));
}

/** Makes a party an adviser on a decision, or no longer. */
export function advise(doc: Y.Doc, decision: string, party: string, isIn: boolean): void {
  undoStackOf(doc).run("roles", () => setAdviser(doc, decision, party, isIn));
}

/** Puts a party in the audience of a communication moment, or takes it out. */
export function address(doc: Y.Doc, moment: string, party: string, isIn: boolean): void {
  undoStackOf(doc).run("roles", () => setAudience(doc, moment, party, isIn));
}

/** Says that an activity or decision touches one of the numbered flows, or no longer. */
export function touch(
  doc: Y.Doc,
  root: "activities" | "decisions",
  id: string,
  flow: Flow,
  isIn: boolean,
): void {
  undoStackOf(doc).run("flows", () => setFlow(doc, root, id, flow, isIn));
}

/** Where an option of a decision is. */
export const optionAt = (id: string, item: string) =>
  ({ root: "decisions", id, field: "options", item }) as const;

/** Adds an option to a decision, at the end. */
export function addOption(doc: Y.Doc, decision: string, title: string): void {
  undoStackOf(doc).run("options", () =>
    addItem(doc, optionAt(decision, newId()), { title, pros: "", cons: "" }),
  );
}

/** Puts an option away; `restore` brings it back. */
export function removeOption(doc: Y.Doc, decision: string, option: string, by: string): void {
  undoStackOf(doc).run("options", () => archiveItem(doc, optionAt(decision, option), { by, at: nowMs() }));
}
