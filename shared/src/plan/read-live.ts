import type * as Y from "yjs";
import { entriesOf, entryOf, type EntryRoot, type Readable, rootMap, type SharedMap } from "./entry.ts";
import { type ActivityEntry, readActivityEntry } from "./read-activity.ts";
import { isArchived, liveByRank, readChoice, readInteger, readRichFields, readText } from "./read-field.ts";
import { LANGUAGES, type Plan } from "./schema.ts";

/** What a plan says of itself. */
export function readMeta(
  doc: Y.Doc,
  meta: Readable = rootMap(doc, "meta"),
): Pick<Plan, "schema" | "language" | "title" | "ambition" | "rich"> {
  return {
    schema: readInteger(meta, "schema", { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 }),
    language: readChoice(meta, "language", LANGUAGES, "nl"),
    title: readText(meta, "title"),
    ...readRichFields(meta, ["ambition"]),
  };
}

/** The live entries of a root in order of (rank, id), each read by `read`. */
export function readAll<Entry>(
  doc: Y.Doc,
  root: Exclude<EntryRoot, "activities">,
  read: (id: string, entry: SharedMap) => Entry,
): Entry[] {
  return liveByRank(rootMap(doc, root)).map(({ id, entry }) => read(id, entry));
}

/** One activity as it stands in its own entry, in the bin or not; null when there is none. */
export function readActivity(doc: Y.Doc, id: string): ActivityEntry | null {
  const entry = entryOf(doc, "activities", id);
  return entry === null ? null : readActivityEntry(id, entry);
}

/** The activities that are not in the bin, in order of id. */
export function liveActivities(doc: Y.Doc): ActivityEntry[] {
  return entriesOf(rootMap(doc, "activities"))
    .filter(([, entry]) => !isArchived(entry))
    .map(([id, entry]) => readActivityEntry(id, entry));
}
