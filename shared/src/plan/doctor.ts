import type * as Y from "yjs";
import { isId } from "../kernel/id.ts";
import { entriesOf, rootMap } from "./entry.ts";
import { checkFields, type Finding, finding } from "./doctor-fields.ts";
import { findDangling } from "./doctor-references.ts";
import { isCell } from "./move-activity.ts";
import { readPlace } from "./read-activity.ts";
import { isArchived, liveByRank } from "./read-field.ts";
import { dependenciesOf } from "./relations.ts";
import { FIELDS, ROOTS } from "./schema.ts";
import { leadsTo } from "./waits-for.ts";

/**
 * Everything in a plan document that this product would not have written, or that two people brought about together. Readers cope
 * with all of it; this says where it is, for whoever looks after a plan. In order of root, id and field.
 */
export function examine(doc: Y.Doc): Finding[] {
  return [
    ...findPending(doc),
    ...ROOTS.flatMap((root) =>
      root === "meta" ? checkFields("meta", "meta", rootMap(doc, root), FIELDS.meta) : findInRoot(doc, root),
    ),
    ...findDangling(doc),
    ...findUnplaced(doc),
    ...findTies(doc),
    ...findCycles(doc),
  ];
}

/** Edits that came without those they build on: the plan shows less than was sent. */
function findPending(doc: Y.Doc): Finding[] {
  const isPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  return isPending ? [finding("pending", "meta", "meta", "")] : [];
}

function findInRoot(doc: Y.Doc, root: Exclude<(typeof ROOTS)[number], "meta">): Finding[] {
  const map = rootMap(doc, root);
  const entries = entriesOf(map);
  const known = new Set(entries.map(([id]) => id));
  const strangers = [...map.keys()].filter((id) => !known.has(id)).sort();
  return [
    ...strangers.map((id) => finding("not-an-entry", root, id, "")),
    ...entries.flatMap(([id, entry]) => checkFields(root, id, entry, FIELDS[root])),
  ];
}

/** Live cards that show in *Niet ingedeeld*. */
function findUnplaced(doc: Y.Doc): Finding[] {
  return entriesOf(rootMap(doc, "activities")).flatMap(([id, entry]) => {
    const [phase, domain] = readPlace(entry);
    if (isArchived(entry) || isCell(doc, { phase, domain })) return [];
    return [finding("unplaced", "activities", id, "place")];
  });
}

/** Entries with the same rank as another that they are ordered among; the next move there heals it. */
function findTies(doc: Y.Doc): Finding[] {
  return ROOTS.flatMap((root) => {
    const seen = new Set<string>();
    const cards = root === "activities" ? entriesOf(rootMap(doc, root)) : [];
    const keyed = cards
      .filter(([, entry]) => !isArchived(entry))
      .map(([id, entry]) => ({ id, key: readPlace(entry).join(" ") }));
    const hasRank = root !== "meta" && "rank" in FIELDS[root];
    const ranked = hasRank ? liveByRank(rootMap(doc, root)).map(({ id, rank }) => ({ id, key: rank })) : [];
    return [...keyed, ...ranked].flatMap(({ id, key }) => {
      const isTie = seen.has(key);
      seen.add(key);
      return isTie ? [finding("rank-tie", root, id, root === "activities" ? "place" : "rank")] : [];
    });
  });
}

/** Activities that wait for themselves through others. */
function findCycles(doc: Y.Doc): Finding[] {
  const waitsFor = new Map(
    entriesOf(rootMap(doc, "activities")).map(([id, entry]) => [id, dependenciesOf(entry)]),
  );
  const next = (id: string) => (isId(id) ? (waitsFor.get(id) ?? []) : []);
  return [...waitsFor.keys()]
    .filter((id) => leadsTo(next, id, id))
    .map((id) => finding("cycle", "activities", id, "dependsOn"));
}
