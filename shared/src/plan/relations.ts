import type * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { ok, refuse } from "../kernel/result.ts";
import { editPlan, entryOf, mapIn, type SharedMap } from "./entry.ts";
import { setMember } from "./edit-field.ts";
import { roleKey } from "./read-activity.ts";
import { readSet } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Flow, RoleSlot } from "./schema.ts";
import { leadsTo } from "./waits-for.ts";

/** Gives a party a role in an activity, or takes it away, with the personal name that went with it. */
export function setRole(doc: Y.Doc, id: string, slot: RoleSlot, party: string, isIn: boolean): Edit {
  const entry = entryOf(doc, "activities", id);
  if (isIn && entryOf(doc, "parties", party) === null) return refuse("not-found");
  return editPlan(doc, () => {
    if (!isIn && entry !== null) mapIn(entry, "names")?.delete(roleKey(slot, party));
    return setMember(doc, entry, "roles", roleKey(slot, party), isIn);
  });
}

/** Writes the personal name that goes with a role; an empty one takes it away. */
export function setPersonName(doc: Y.Doc, id: string, slot: RoleSlot, party: string, name: string): Edit {
  const entry = entryOf(doc, "activities", id);
  const names = entry === null ? null : mapIn(entry, "names");
  if (names === null || entryOf(doc, "parties", party) === null) return refuse("not-found");
  const key = roleKey(slot, party);
  editPlan(doc, () => {
    if (name === "") names.delete(key);
    else if (names.get(key) !== name) names.set(key, name);
  });
  return ok(undefined);
}

/**
 * Lets an activity wait for another. Refused as `cycle` when that one already waits, directly or not, for this one, and as
 * `not-found` when either is missing. Two people can still close a circle together: the doctor and the checks show it.
 */
export function addDependency(doc: Y.Doc, id: string, on: string): Edit {
  const entry = entryOf(doc, "activities", id);
  if (entry === null || entryOf(doc, "activities", on) === null) return refuse("not-found");
  const next = (from: string) => dependenciesOf(entryOf(doc, "activities", from));
  if (id === on || leadsTo(next, on, id)) return refuse("cycle");
  return setMember(doc, entry, "dependsOn", on, true);
}

/** What an activity waits for, as its entry says. */
export function dependenciesOf(entry: SharedMap | null): string[] {
  return entry === null ? [] : readSet(entry, "dependsOn", isId);
}

/** Lets an activity no longer wait for another. */
export function removeDependency(doc: Y.Doc, id: string, on: string): Edit {
  return setMember(doc, entryOf(doc, "activities", id), "dependsOn", on, false);
}

/** Says that an activity contributes to a goal, or no longer. */
export function setGoal(doc: Y.Doc, id: string, goal: string, isIn: boolean): Edit {
  if (isIn && entryOf(doc, "goals", goal) === null) return refuse("not-found");
  return setMember(doc, entryOf(doc, "activities", id), "goals", goal, isIn);
}

/** Says that an activity or decision touches one of the numbered flows, or no longer. */
export function setFlow(
  doc: Y.Doc,
  root: "activities" | "decisions",
  id: string,
  flow: Flow,
  isIn: boolean,
): Edit {
  return setMember(doc, entryOf(doc, root, id), "flows", flow, isIn);
}

/** Makes a party an adviser on a decision, or no longer. */
export function setAdviser(doc: Y.Doc, id: string, party: string, isIn: boolean): Edit {
  if (isIn && entryOf(doc, "parties", party) === null) return refuse("not-found");
  return setMember(doc, entryOf(doc, "decisions", id), "advisers", party, isIn);
}

/** Puts a party in the audience of a communication moment, or takes it out. */
export function setAudience(doc: Y.Doc, id: string, party: string, isIn: boolean): Edit {
  if (isIn && entryOf(doc, "parties", party) === null) return refuse("not-found");
  return setMember(doc, entryOf(doc, "communications", id), "audience", party, isIn);
}
