import * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { canonicalJson } from "./canonical.ts";
import { editPlan, entryOf, itemOf, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { safeLink } from "./link.ts";
import type { Edit } from "./refusal.ts";
import { REGISTER_CHECKS, type RegisterValues } from "./registers.ts";
import { replaceText } from "./replace-text.ts";
import type { FIELDS, ITEM_FIELDS, Link, Root } from "./schema.ts";

/** The names of the fields of a table that are kept as `Kind`. */
type FieldsKeptAs<Table, Kind> = {
  [Field in keyof Table]: Table[Field] extends Kind ? Field : never;
}[keyof Table] &
  string;

/** The one-line texts of a kind of entry. */
export type TextField<R extends Root> = FieldsKeptAs<(typeof FIELDS)[R], "text">;

/**
 * Sets one register of an entry (of the plan itself: root `meta`, id `meta`). Writes nothing when it holds that value already.
 * Refused as `not-found` without the entry and `invalid` for a value that the register cannot hold.
 */
export function setRegister<R extends keyof RegisterValues, Field extends keyof RegisterValues[R] & string>(
  doc: Y.Doc,
  root: R,
  id: string,
  field: Field,
  value: RegisterValues[R][Field],
): Edit {
  const entry = entryOrMeta(doc, root, id);
  if (entry === null) return refuse("not-found");
  if (!REGISTER_CHECKS[root][field](value)) return refuse("invalid");
  write(doc, entry, field, value);
  return ok(undefined);
}

/**
 * Makes a one-line text read `value`, keeping what others type elsewhere in it at the same time. For a field that nobody is typing
 * in through an editor. Refused as `not-found` without the entry, and as `invalid` when its text is none.
 */
export function setText<R extends Root>(
  doc: Y.Doc,
  root: R,
  id: string,
  field: TextField<R>,
  value: string,
): Edit {
  return writeText(doc, entryOrMeta(doc, root, id), field, value);
}

/** `setText` for a text of a nested step, link or option. */
export function setItemText<F extends keyof typeof ITEM_FIELDS>(
  doc: Y.Doc,
  at: ItemAt<F>,
  field: FieldsKeptAs<(typeof ITEM_FIELDS)[F], "text">,
  value: string,
): Edit {
  return writeText(doc, itemAt(doc, at), field, value);
}

/** Ticks a step, or takes the tick away. */
export function setStepDone(doc: Y.Doc, activity: string, step: string, done: boolean): Edit {
  const entry = itemAt(doc, { root: "activities", id: activity, field: "steps", item: step });
  if (entry === null) return refuse("not-found");
  write(doc, entry, "done", done);
  return ok(undefined);
}

/** Changes what a link is called and where it leads. Refused as `invalid` for anything but http, https and mailto. */
export function setLink(doc: Y.Doc, activity: string, link: string, to: Omit<Link, "id">): Edit {
  const entry = itemAt(doc, { root: "activities", id: activity, field: "links", item: link });
  if (entry === null) return refuse("not-found");
  const url = safeLink(to.url);
  if (url === null) return refuse("invalid");
  editPlan(doc, () => {
    write(doc, entry, "title", to.title);
    write(doc, entry, "url", url);
  });
  return ok(undefined);
}

/** Where a nested item is: the entry, the field and its id in it. */
export interface ItemAt<F extends keyof typeof ITEM_FIELDS = keyof typeof ITEM_FIELDS> {
  readonly root: "activities" | "decisions";
  readonly id: string;
  readonly field: F;
  readonly item: string;
}

/** The nested item, or null. */
export function itemAt(doc: Y.Doc, at: ItemAt): SharedMap | null {
  const entry = entryOf(doc, at.root, at.id);
  return entry === null ? null : itemOf(entry, at.field, at.item);
}

/** Puts a key in a set of an entry or takes it out. Of two people at once, the one who puts it in wins. */
export function setMember(
  doc: Y.Doc,
  entry: SharedMap | null,
  field: string,
  key: string,
  isIn: boolean,
): Edit {
  const set = entry === null ? null : mapIn(entry, field);
  if (set === null) return refuse("not-found");
  editPlan(doc, () => {
    if (isIn && set.get(key) !== true) set.set(key, true);
    if (!isIn && set.has(key)) set.delete(key);
  });
  return ok(undefined);
}

function entryOrMeta(doc: Y.Doc, root: Root, id: string): SharedMap | null {
  return root === "meta" ? rootMap(doc, root) : entryOf(doc, root, id);
}

function write(doc: Y.Doc, entry: SharedMap, field: string, value: unknown): void {
  if (canonicalJson(entry.get(field) ?? null) === canonicalJson(value)) return;
  editPlan(doc, () => entry.set(field, value));
}

function writeText(doc: Y.Doc, entry: SharedMap | null, field: string, value: string): Edit {
  if (entry === null) return refuse("not-found");
  const text = entry.get(field);
  if (!(text instanceof Y.Text)) return refuse("invalid");
  editPlan(doc, () => replaceText(text, value));
  return ok(undefined);
}
