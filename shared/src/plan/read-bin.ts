import type * as Y from "yjs";
import { compareCodeUnits } from "../order/rank.ts";
import type { ItemAt } from "./edit-field.ts";
import { entriesOf, entryOf, type EntryRoot, mapIn, rootMap, type SharedMap } from "./entry.ts";
import { isArchived, readStamp, readString, readText } from "./read-field.ts";
import { type Archived, ROOTS, type Stamp } from "./schema.ts";

/** The field by which an entry of each kind is recognised in the bin. */
const TITLE_FIELD = {
  goals: "title",
  phases: "name",
  domains: "name",
  parties: "name",
  activities: "title",
  decisions: "question",
  communications: "message",
  parking: "text",
  blackouts: "name",
  cells: "emptyReason",
  waivers: "reason",
} as const satisfies Record<EntryRoot, string>;

/** The name by which people know an entry. */
export function readTitle(root: EntryRoot, entry: SharedMap): string {
  return readText(entry, TITLE_FIELD[root]);
}

/** A step, link or option that was taken out of an entry which is there itself. */
export interface ArchivedItem {
  readonly item: ItemAt;
  readonly title: string;
  readonly archived: Stamp;
}

/** What of one entry is in the bin: itself, or the steps, links and options that were taken out of it. */
export function readBinned(doc: Y.Doc, root: EntryRoot, id: string): readonly (Archived | ArchivedItem)[] {
  const entry = entryOf(doc, root, id);
  if (entry === null) return [];
  const archived = readStamp(entry, "archived");
  if (archived !== null) return [{ root, id, title: readTitle(root, entry), archived }];
  if (root === "activities")
    return [
      ...archivedItems(entry, { root, id, field: "steps" }),
      ...archivedItems(entry, { root, id, field: "links" }),
    ];
  return root === "decisions" ? archivedItems(entry, { root, id, field: "options" }) : [];
}

function archivedItems(entry: SharedMap, where: Omit<ItemAt, "item">): ArchivedItem[] {
  const items = mapIn(entry, where.field);
  if (items === null) return [];
  return entriesOf(items).flatMap(([item, nested]) => {
    const archived = readStamp(nested, "archived");
    if (archived === null) return [];
    const title = where.field === "links" ? linkTitle(nested) : readText(nested, "title");
    return [{ item: { ...where, item }, title, archived }];
  });
}

function linkTitle(link: SharedMap): string {
  return readString(link, "title") || readString(link, "url");
}

/** An entry of an earlier state of a plan that the plan of now has no longer, or only in its bin. */
export interface Gone {
  readonly root: EntryRoot;
  readonly id: string;
  /** What it was called then. */
  readonly title: string;
}

/** What was there in `past`, an earlier state of the plan, and is not now; kind by kind, then by id. */
export function readGone(past: Y.Doc, now: Y.Doc): Gone[] {
  return ROOTS.flatMap((root) => {
    if (root === "meta") return [];
    return entriesOf(rootMap(past, root)).flatMap(([id, entry]) => {
      const known = entryOf(now, root, id);
      const isGone = !isArchived(entry) && (known === null || isArchived(known));
      return isGone ? [{ root, id, title: readTitle(root, entry) }] : [];
    });
  });
}

/** What is in the bin, the latest first, and by id among those of one moment. */
export function readBin(doc: Y.Doc): Archived[] {
  const bin: Archived[] = [];
  for (const root of ROOTS) {
    if (root === "meta") continue;
    for (const [id, entry] of entriesOf(rootMap(doc, root))) {
      const archived = readStamp(entry, "archived");
      if (archived !== null) bin.push({ root, id, title: readTitle(root, entry), archived });
    }
  }
  return bin.sort(
    (a, b) =>
      b.archived.at - a.archived.at || compareCodeUnits(a.id, b.id) || compareCodeUnits(a.root, b.root),
  );
}
