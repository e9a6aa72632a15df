import * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { compareCodeUnits } from "../order/rank.ts";
import type { Root } from "./schema.ts";

/** Every root but `meta`, which is one entry by itself. */
export type EntryRoot = Exclude<Root, "meta">;

/** The transaction origin of edits to a plan's structure, as opposed to typing and to what came over the wire. */
export const PLAN_EDIT = "plan-edit";

/** A shared map whose values nobody vouches for. */
export type SharedMap = Y.Map<unknown>;

/** An entry as far as its fields are read. */
export type Readable = Pick<SharedMap, "get">;

/** The root map of that name. */
export function rootMap(doc: Y.Doc, root: Root): SharedMap {
  return doc.getMap(root);
}

/** The entry under `id`, or null when there is none (or something that is no entry). */
export function entryOf(doc: Y.Doc, root: EntryRoot, id: string): SharedMap | null {
  const value: unknown = isId(id) ? rootMap(doc, root).get(id) : undefined;
  return value instanceof Y.Map ? value : null;
}

/** The shared map kept in a field of an entry, such as its roles, or null. */
export function mapIn(entry: Readable, field: string): SharedMap | null {
  const value = entry.get(field);
  return value instanceof Y.Map ? value : null;
}

/** The nested entry under `id` in an `items` field, or null. */
export function itemOf(entry: SharedMap, field: string, id: string): SharedMap | null {
  const items = mapIn(entry, field);
  return items === null || !isId(id) ? null : mapIn(items, id);
}

/** The entries of a root or an `items` field, archived ones too, by id. What is no entry is left out (the doctor lists it). */
export function entriesOf(map: SharedMap): (readonly [id: string, entry: SharedMap])[] {
  return [...eachEntry(map)].sort((a, b) => compareCodeUnits(a[0], b[0]));
}

/** The same in no order: for whoever sorts them anyway. */
export function* eachEntry(map: SharedMap): Generator<readonly [id: string, entry: SharedMap]> {
  for (const [id, value] of map) if (isId(id) && value instanceof Y.Map) yield [id, value];
}

/** Runs `edit` as one transaction: others see all of it or nothing. */
export function editPlan<T>(doc: Y.Doc, edit: () => T): T {
  return doc.transact(edit, PLAN_EDIT);
}
