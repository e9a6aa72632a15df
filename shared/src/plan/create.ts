import * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import { ranksBetween } from "../order/rank.ts";
import { editPlan, type EntryRoot, rootMap, type SharedMap } from "./entry.ts";
import { type RichInput, richNodes } from "./rich-write.ts";
import { type FieldKind, FIELDS, ITEM_FIELDS, PLAN_SCHEMA, type Stamp } from "./schema.ts";
import type { EntryValues, ItemField, ItemValues, PlanValues } from "./values.ts";

/**
 * Makes an entry with all its nested shared types in one transaction. This file is the only place where shared types are made:
 * two people who each made one lazily would lose what one of them wrote.
 * Refused as `invalid` for something that is no id, and as `exists` when there is such an entry already, archived or not.
 */
export function createEntry<R extends EntryRoot>(
  doc: Y.Doc,
  root: R,
  id: string,
  values: EntryValues[R],
  stamp: Stamp,
): Result<string, "invalid" | "exists"> {
  if (!isId(id)) return refuse("invalid");
  const entries = rootMap(doc, root);
  if (entries.has(id)) return refuse("exists");
  editPlan(doc, () => {
    const entry = new Y.Map<unknown>();
    fill(entry, FIELDS[root], values);
    entry.set("created", stamp);
    entries.set(id, entry);
  });
  return ok(id);
}

/** Makes a step, link or option inside `items`, which must be the map of that field of an entry in a document. */
export function createItem<F extends ItemField>(
  items: SharedMap,
  field: F,
  id: string,
  values: ItemValues[F] & { readonly rank: string },
): Result<string, "invalid" | "exists"> {
  if (!isId(id)) return refuse("invalid");
  if (items.has(id)) return refuse("exists");
  items.set(id, itemMap(field, values));
  return ok(id);
}

/**
 * Makes `doc` a plan: its version, language, title and ambition. Only the server does this, once, in the transaction that creates
 * the plan; refused as `exists` when the document already is one.
 */
export function createPlanDocument(doc: Y.Doc, values: PlanValues): Result<void, "exists"> {
  const meta = rootMap(doc, "meta");
  if (meta.size > 0) return refuse("exists");
  editPlan(doc, () => fill(meta, FIELDS.meta, { ...values, schema: PLAN_SCHEMA }));
  return ok(undefined);
}

function fill(map: SharedMap, fields: Readonly<Record<string, FieldKind>>, values: object): void {
  const given = new Map<string, unknown>(Object.entries(values));
  for (const [field, kind] of Object.entries(fields)) {
    const value = given.get(field);
    if (kind !== "register") map.set(field, sharedType(field, kind, value));
    else if (value !== undefined && value !== null) map.set(field, value);
  }
}

type SharedType = Y.Text | Y.XmlFragment | SharedMap;

function sharedType(field: string, kind: Exclude<FieldKind, "register">, value: unknown): SharedType {
  switch (kind) {
    case "text":
      return new Y.Text(typeof value === "string" ? value : "");
    case "rich": {
      const fragment = new Y.XmlFragment();
      const nodes = richNodes((value ?? "") as RichInput);
      if (nodes.length > 0) fragment.insert(0, nodes);
      return fragment;
    }
    case "set":
      return new Y.Map<unknown>(setKeys(value).map((key) => [key, true]));
    case "names":
      return new Y.Map<unknown>(Object.entries(value ?? {}));
    case "items":
      return itemsMap(
        field as ItemField,
        (value ?? []) as readonly (ItemValues[ItemField] & { id: string })[],
      );
  }
}

/** A set is given as its keys, or, for roles, as keys by slot: `{executor: ["x"]}` holds `executor:x`. */
function setKeys(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return Object.entries((value ?? {}) as Record<string, readonly string[]>).flatMap(([slot, keys]) =>
    keys.map((key) => `${slot}:${key}`),
  );
}

function itemsMap(field: ItemField, items: readonly (ItemValues[ItemField] & { id: string })[]): SharedMap {
  const ranks = ranksBetween(null, null, items.length);
  const map = new Y.Map<unknown>();
  items.forEach((item, index) => map.set(item.id, itemMap(field, { ...item, rank: ranks[index] })));
  return map;
}

function itemMap(field: ItemField, values: object): SharedMap {
  const map = new Y.Map<unknown>();
  fill(map, ITEM_FIELDS[field], values);
  return map;
}
