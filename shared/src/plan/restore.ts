import * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { restoreEntry } from "./archive.ts";
import { canonicalJson } from "./canonical.ts";
import { editPlan, eachEntry, entryOf, type EntryRoot, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import { restoreRich } from "./restore-rich.ts";
import { replaceText } from "./replace-text.ts";
import { type FieldKind, FIELDS, ITEM_FIELDS, type Root, ROOTS, type Stamp } from "./schema.ts";

/** Entries that are written in one transaction, so that no update grows beyond what the server takes. */
const ENTRIES_AT_ONCE = 40;

/** A field that is not put back: the version of the document belongs to the document. */
const KEPT_FIELD = "schema";

/**
 * Makes a plan read as `past` does, by writing in it what differs and nothing else; what others write at the same time or later stays
 * and merges. What was made since goes to the bin under `stamp`. The values are those of an earlier state of the same plan: an entry
 * that `doc` does not know is left out, since nothing is ever deleted from a plan.
 */
export function restorePlan(doc: Y.Doc, past: Y.Doc, stamp: Stamp): void {
  const works: (() => void)[] = [];
  for (const root of ROOTS) {
    const [live, old] = [rootMap(doc, root), rootMap(past, root)];
    if (root === "meta") works.push(() => restoreFields(live, old, FIELDS.meta, stamp));
    else
      for (const [id, entry] of eachEntry(live))
        works.push(() => restoreEntryAs(entry, mapIn(old, id), FIELDS[root], stamp));
  }
  while (works.length > 0)
    editPlan(doc, () => {
      for (const work of works.splice(0, ENTRIES_AT_ONCE)) work();
    });
}

/** A field of an entry, or of the plan itself (root and id `meta`). */
export interface FieldAt {
  readonly root: Root;
  readonly id: string;
  readonly field: string;
}

/** `restorePlan` for one field; the place of an activity is its phase and domain. Nothing when either plan has no such entry. */
export function restoreField(doc: Y.Doc, past: Y.Doc, { root, id, field }: FieldAt, stamp: Stamp): void {
  const [live, old] = [entryAt(doc, root, id), entryAt(past, root, id)];
  const name = root === "activities" && (field === "phase" || field === "domain") ? "place" : field;
  const kind = Object.entries(FIELDS[root]).find(([known]) => known === name)?.[1];
  if (live === null || old === null || kind === undefined) return;
  editPlan(doc, () => restoreFields(live, old, { [name]: kind }, stamp));
}

/**
 * Puts one entry that is gone back as it stood in `past`, an earlier state of the plan: out of the bin, or made anew when it was taken
 * out of that for good. What was made in it since then goes to the bin under `stamp`. Refused as `not-found` when it was not there in
 * `past`, and as `exists` when it is there now.
 */
export function restoreEntryFrom(doc: Y.Doc, past: Y.Doc, root: EntryRoot, id: string, stamp: Stamp): Edit {
  const [entry, old] = [entryOf(doc, root, id), entryOf(past, root, id)];
  if (old === null || isArchived(old)) return refuse("not-found");
  if (entry !== null && !isArchived(entry)) return refuse("exists");
  return editPlan(doc, () => {
    // A copy brings its shared types along; nobody else can be writing in an entry that was taken out for good.
    if (entry === null) rootMap(doc, root).set(id, old.clone());
    else {
      restoreEntry(doc, root, id);
      restoreFields(entry, old, FIELDS[root], stamp);
    }
    return ok(undefined);
  });
}

function entryAt(doc: Y.Doc, root: Root, id: string): SharedMap | null {
  return root === "meta" ? rootMap(doc, root) : entryOf(doc, root, id);
}

/** The texts of a plan that `restorePlan` may write in, or those of one entry: their undo is that of text. */
export function textsOf(doc: Y.Doc, at?: Pick<FieldAt, "root" | "id">): Y.AbstractType<unknown>[] {
  const texts: Y.AbstractType<unknown>[] = [];
  const collect = (map: SharedMap | null): void => {
    for (const value of map?.values() ?? []) {
      if (value instanceof Y.Text || value instanceof Y.XmlFragment)
        texts.push(value as unknown as Y.AbstractType<unknown>);
      else if (value instanceof Y.Map) collect(value);
    }
  };
  if (at !== undefined) collect(entryAt(doc, at.root, at.id));
  else for (const root of ROOTS) collect(rootMap(doc, root));
  return texts;
}

type Fields = Readonly<Record<string, FieldKind>>;

function restoreEntryAs(entry: SharedMap, old: SharedMap | null, fields: Fields, stamp: Stamp): void {
  if (old !== null) restoreFields(entry, old, fields, stamp);
  else if (!isArchived(entry)) entry.set("archived", stamp);
}

function restoreFields(entry: SharedMap, old: SharedMap, fields: Fields, stamp: Stamp): void {
  for (const [field, kind] of Object.entries(fields)) {
    if (field === KEPT_FIELD) continue;
    const [live, past] = [entry.get(field), old.get(field)];
    if (kind === "register") restoreValue(entry, field, past);
    else if (kind === "text" && live instanceof Y.Text && past instanceof Y.Text)
      replaceText(live, past.toJSON());
    else if (kind === "rich" && live instanceof Y.XmlFragment && past instanceof Y.XmlFragment)
      restoreRich(live, past);
    else if (live instanceof Y.Map && past instanceof Y.Map) restoreMap(live, past, kind, field, stamp);
  }
}

function restoreMap(live: SharedMap, past: SharedMap, kind: FieldKind, field: string, stamp: Stamp): void {
  if (kind === "items") {
    const itemFields: Fields = ITEM_FIELDS[field as keyof typeof ITEM_FIELDS];
    for (const [id, item] of eachEntry(live)) restoreEntryAs(item, mapIn(past, id), itemFields, stamp);
    return;
  }
  for (const key of live.keys()) if (!past.has(key)) live.delete(key);
  for (const [key, value] of past) if (!isEqual(live.get(key), value)) live.set(key, value);
}

/** A register is written as null, never deleted: a deletion would also undo what somebody writes in it at the same time. */
function restoreValue(entry: SharedMap, field: string, past: unknown): void {
  if (past instanceof Y.AbstractType || isEqual(entry.get(field), past)) return;
  entry.set(field, past ?? null);
}

function isEqual(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
