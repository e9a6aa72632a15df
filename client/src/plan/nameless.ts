import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import type { RankedRoot } from "@planwand/shared/plan/ranked.ts";
import { readText } from "@planwand/shared/plan/read-field.ts";
import type { EntryValues } from "@planwand/shared/plan/values.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { addTo } from "./edit-entry.ts";
import { planIndexOf } from "./plan-index.ts";
import { undoStackOf } from "./undo.ts";

/** The kinds that are made without a name, and the field that holds it. */
const NAMES = {
  goals: "title",
  decisions: "question",
  communications: "message",
  parties: "name",
  blackouts: "name",
  phases: "name",
  domains: "name",
} as const satisfies Partial<Record<RankedRoot, string>>;
type NamelessRoot = keyof typeof NAMES;

interface Nameless {
  readonly root: NamelessRoot;
  /** All that it held when it was made. */
  readonly held: string;
  /** What undo would take back first when nothing was done since. */
  readonly step: object | null;
}

/** What this tab made without a name, and has not seen named yet. */
const waiting = new WeakMap<Y.Doc, Map<string, Nameless>>();

/** Adds an entry that gets its name next, as one step to undo; `by` is the actor. Returns its id. */
export function addNameless<R extends NamelessRoot>(
  doc: Y.Doc,
  root: R,
  values: Omit<EntryValues[R], "rank">,
  by: string,
): string {
  const id = addTo(doc, root, values, by);
  awaitName(doc, root, id);
  return id;
}

/** Remembers an entry that was just made without a name. */
export function awaitName(doc: Y.Doc, root: NamelessRoot, id: string): void {
  const all = waiting.get(doc) ?? new Map<string, Nameless>();
  waiting.set(doc, all);
  all.set(id, { root, held: heldBy(doc, root, id), step: undoStackOf(doc).last });
}

/** Whether this tab made it and nobody has named it since. */
export function isNameless(doc: Y.Doc, id: string): boolean {
  return waiting.get(doc)?.has(id) === true;
}

/**
 * What becomes of an entry of this tab whose writer leaves it: `taken-back` when nobody wrote anything in it, `unnamed` when it holds
 * something but has no name, null in all other cases. `by` is the actor.
 */
export function leaveNameless(doc: Y.Doc, id: string, by: string): "taken-back" | "unnamed" | null {
  const made = waiting.get(doc)?.get(id);
  const entry = made === undefined ? null : entryOf(doc, made.root, id);
  waiting.get(doc)?.delete(id);
  if (made === undefined || entry === null || (entry.get("archived") ?? null) !== null) return null;
  if (readText(entry, NAMES[made.root]).trim() !== "") return null;
  if (heldBy(doc, made.root, id) !== made.held || holdsCards(doc, made.root, id)) return "unnamed";
  const stack = undoStackOf(doc);
  if (made.step !== null && stack.last === made.step) stack.undo({ by, at: nowMs() });
  else stack.run("archive", () => archiveEntry(doc, made.root, id, { by, at: nowMs() }));
  return "taken-back";
}

function heldBy(doc: Y.Doc, root: NamelessRoot, id: string): string {
  return JSON.stringify(entryOf(doc, root, id)?.toJSON() ?? null);
}

function holdsCards(doc: Y.Doc, root: NamelessRoot, id: string): boolean {
  const index = planIndexOf(doc);
  return (
    (root === "phases" && index.countInPhase(id) > 0) || (root === "domains" && index.countInDomain(id) > 0)
  );
}
