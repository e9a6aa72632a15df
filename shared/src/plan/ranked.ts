import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { insertAt } from "../order/insert.ts";
import { createEntry, createItem } from "./create.ts";
import { editPlan, entryOf, type EntryRoot, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { type ItemAt, itemAt } from "./edit-field.ts";
import { safeLink } from "./link.ts";
import { liveByRank } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";
import type { EntryValues, ItemField, ItemValues } from "./values.ts";

/** The roots whose entries have a rank of their own. */
export type RankedRoot = Exclude<EntryRoot, "activities" | "cells" | "waivers">;

const AT_END = Number.POSITIVE_INFINITY;

/**
 * Adds a goal, phase, domain, party, decision, communication, parked idea or blackout, at the end when no index is given. Refused as
 * `exists` or `invalid` for the id.
 */
export function addEntry<R extends RankedRoot>(
  doc: Y.Doc,
  root: R,
  id: string,
  values: Omit<EntryValues[R], "rank">,
  stamp: Stamp,
  index = AT_END,
): Edit<string> {
  const map = rootMap(doc, root);
  if (map.has(id)) return refuse("exists");
  return editPlan(doc, () => {
    const rank = rankFor(map, id, index);
    return createEntry(doc, root, id, { ...values, rank }, stamp);
  });
}

/** Moves an entry to an index among the *other* live ones of its kind. Refused as `not-found` without the entry. */
export function moveEntry(doc: Y.Doc, root: RankedRoot, id: string, index: number): Edit {
  const entry = entryOf(doc, root, id);
  if (entry === null) return refuse("not-found");
  editPlan(doc, () => rerank(rootMap(doc, root), id, index));
  return ok(undefined);
}

/**
 * Adds a step, link or option, at the end when no index is given; `at.item` is its id. Refused as `invalid` for a link that leads
 * nowhere safe.
 */
export function addItem<F extends ItemField>(
  doc: Y.Doc,
  at: ItemAt<F>,
  values: ItemValues[F],
  index = AT_END,
): Edit<string> {
  const entry = entryOf(doc, at.root, at.id);
  const items = entry === null ? null : mapIn(entry, at.field);
  if (items === null) return refuse("not-found");
  if (items.has(at.item)) return refuse("exists");
  if ("url" in values && safeLink(values.url) === null) return refuse("invalid");
  return editPlan(doc, () =>
    createItem(items, at.field, at.item, { ...values, rank: rankFor(items, at.item, index) }),
  );
}

/** Moves a step, link or option to an index among the *other* live ones. */
export function moveItem(doc: Y.Doc, at: ItemAt, index: number): Edit {
  const entry = entryOf(doc, at.root, at.id);
  const items = entry === null ? null : mapIn(entry, at.field);
  if (items === null || itemAt(doc, at) === null) return refuse("not-found");
  editPlan(doc, () => rerank(items, at.item, index));
  return ok(undefined);
}

function rerank(map: SharedMap, id: string, index: number): void {
  for (const write of insertAt(liveByRank(map), id, index)) mapIn(map, write.id)?.set("rank", write.rank);
}

/** The rank for a new entry at an index; ties around it are healed on the way. */
function rankFor(map: SharedMap, id: string, index: number): string {
  let own = "";
  for (const write of insertAt(liveByRank(map), id, index)) {
    if (write.id === id) own = write.rank;
    else mapIn(map, write.id)?.set("rank", write.rank);
  }
  return own;
}
