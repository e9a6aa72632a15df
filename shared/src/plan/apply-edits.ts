import * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { addActivity } from "./activity.ts";
import { archiveItem } from "./archive.ts";
import { createEntry } from "./create.ts";
import { setMember, setRegister, setStepDone } from "./edit-field.ts";
import { editPlan, entryOf, type EntryRoot, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { moveActivity } from "./move-activity.ts";
import { addEntry, addItem, type RankedRoot } from "./ranked.ts";
import { liveByRank } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { RegisterValues } from "./registers.ts";
import { replaceRich } from "./restore-rich.ts";
import { replaceText } from "./replace-text.ts";
import type { RichInput } from "./rich-write.ts";
import { rankAtEnd } from "../order/insert.ts";
import { FIELDS, type Root, type Stamp } from "./schema.ts";
import type { EntryValues, ItemField, ItemValues } from "./values.ts";

/** What becomes of a set of keys: `roles` takes its keys as `slot:party`. */
export interface KeyChange {
  readonly put: readonly string[];
  readonly take: readonly string[];
}

/** What becomes of the steps, links or options of an entry. */
export interface ItemChange {
  readonly add: readonly (ItemValues[ItemField] & { readonly id: string })[];
  readonly remove: readonly string[];
  /** Ticks of steps that are there. */
  readonly done: Readonly<Record<string, boolean>>;
}

/**
 * One edit of a plan as plain data, so that one machine can work it out and another carry it out. `set` brings a field to a value in
 * the form that its kind asks: a register's value, a text, blocks or text for rich text, a `KeyChange`, names by their key, an `ItemChange`.
 */
export type PlanEdit =
  | {
      readonly edit: "add";
      readonly root: EntryRoot;
      readonly id: string;
      readonly values: Readonly<Record<string, unknown>>;
    }
  | {
      readonly edit: "set";
      readonly root: Root;
      readonly id: string;
      readonly field: string;
      readonly value: unknown;
    }
  | { readonly edit: "move"; readonly id: string; readonly phase: string; readonly domain: string };

/** Larger than this, as JSON in UTF-16 code units, and the edits go on in another transaction: an update has its limit. */
const BATCH_LENGTH = 40_000;

/**
 * Carries edits out in order, in as few transactions as the size of an update allows. One that cannot be done any more (what it was
 * about is gone, the id is taken) is left out and counted.
 */
export function applyEdits(
  doc: Y.Doc,
  edits: readonly PlanEdit[],
  stamp: Stamp,
): { readonly refused: number } {
  let refused = 0;
  for (const batch of batches(edits)) {
    editPlan(doc, () => {
      for (const edit of batch) if (!applyEdit(doc, edit, stamp).ok) refused++;
    });
  }
  return { refused };
}

function* batches(edits: readonly PlanEdit[]): Generator<readonly PlanEdit[]> {
  let batch: PlanEdit[] = [];
  let length = 0;
  for (const edit of edits) {
    const size = JSON.stringify(edit).length;
    if (batch.length > 0 && length + size > BATCH_LENGTH) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(edit);
    length += size;
  }
  if (batch.length > 0) yield batch;
}

function applyEdit(doc: Y.Doc, edit: PlanEdit, stamp: Stamp): Edit<unknown> {
  switch (edit.edit) {
    case "add":
      return add(doc, edit.root, edit.id, edit.values, stamp);
    case "move":
      return moveActivity(doc, edit.id, { ...edit, index: Number.POSITIVE_INFINITY });
    case "set":
      return set(doc, edit, stamp);
  }
}

function add(doc: Y.Doc, root: EntryRoot, id: string, values: object, stamp: Stamp): Edit<string> {
  if (root === "cells" || root === "waivers")
    return createEntry(doc, root, id, values as EntryValues[typeof root], stamp);
  if (root !== "activities") {
    const ranked: RankedRoot = root;
    return addEntry(doc, ranked, id, values, stamp);
  }
  const { phase, domain, ...rest } = values as Omit<EntryValues["activities"], "place"> & {
    phase?: string;
    domain?: string;
  };
  const added = addActivity(doc, id, { phase: phase ?? "", domain: domain ?? "" }, rest, stamp);
  if (added.ok || added.refusal !== "not-found") return added;
  // A card without a cell of its own goes to *Niet ingedeeld*, after those that are there.
  const rank = rankAtEnd(
    liveByRank(rootMap(doc, "activities")).map((card) => ({ id: card.id, rank: rankOf(card.entry) })),
  );
  return createEntry(doc, "activities", id, { ...rest, place: [phase ?? "", domain ?? "", rank] }, stamp);
}

function rankOf(entry: SharedMap): string {
  const place: unknown = entry.get("place");
  const rank: unknown = Array.isArray(place) ? place[2] : null;
  return typeof rank === "string" ? rank : "";
}

function set(
  doc: Y.Doc,
  { root, id, field, value }: Extract<PlanEdit, { edit: "set" }>,
  stamp: Stamp,
): Edit<unknown> {
  const entry = root === "meta" ? rootMap(doc, "meta") : entryOf(doc, root, id);
  const kind = Object.entries(FIELDS[root]).find(([name]) => name === field)?.[1];
  if (entry === null || kind === undefined) return refuse("not-found");
  switch (kind) {
    case "register":
      return setRegister(doc, root as keyof RegisterValues, id, field as never, value as never);
    case "text": {
      const text = entry.get(field);
      if (!(text instanceof Y.Text) || typeof value !== "string") return refuse("invalid");
      replaceText(text, value);
      return ok(undefined);
    }
    case "rich": {
      const fragment = entry.get(field);
      if (!(fragment instanceof Y.XmlFragment)) return refuse("invalid");
      replaceRich(fragment, value as RichInput);
      return ok(undefined);
    }
    case "set": {
      const { put, take } = value as KeyChange;
      for (const key of take) setMember(doc, entry, field, key, false);
      for (const key of put) setMember(doc, entry, field, key, true);
      return ok(undefined);
    }
    case "names":
      return setNames(entry, field, value);
    case "items":
      return setItems(doc, root, id, field as ItemField, value as ItemChange, stamp);
  }
}

/** Makes the names those of `value`, by `slot:party`; an empty one goes. */
function setNames(entry: SharedMap, field: string, value: unknown): Edit {
  const names = mapIn(entry, field);
  if (names === null || typeof value !== "object" || value === null) return refuse("invalid");
  const wanted = new Map(Object.entries(value).filter(([, name]) => typeof name === "string" && name !== ""));
  for (const key of names.keys()) if (!wanted.has(key)) names.delete(key);
  for (const [key, name] of wanted) if (names.get(key) !== name) names.set(key, name);
  return ok(undefined);
}

function setItems(
  doc: Y.Doc,
  root: Root,
  id: string,
  field: ItemField,
  { add: added, remove, done }: ItemChange,
  stamp: Stamp,
): Edit {
  if (root !== "activities" && root !== "decisions") return refuse("invalid");
  for (const item of remove) archiveItem(doc, { root, id, field, item }, stamp);
  for (const { id: item, ...values } of added) addItem(doc, { root, id, field, item }, values as never);
  for (const [step, isDone] of Object.entries(done)) setStepDone(doc, id, step, isDone);
  return ok(undefined);
}
