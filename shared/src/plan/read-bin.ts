import type * as Y from "yjs";
import { compareCodeUnits } from "../order/rank.ts";
import { entriesOf, type EntryRoot, rootMap, type SharedMap } from "./entry.ts";
import { readStamp, readText } from "./read-field.ts";
import { type Archived, ROOTS } from "./schema.ts";

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
