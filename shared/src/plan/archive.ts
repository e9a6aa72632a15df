import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { editPlan, entryOf, type EntryRoot, type SharedMap } from "./entry.ts";
import { type ItemAt, itemAt } from "./edit-field.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";

/**
 * Puts an entry in the bin; nothing is ever deleted. Writes nothing when it is there already, so the first stamp stays. Refused as
 * `not-found` without the entry. A phase, domain or party that is in use has its own operation, which asks what takes its place.
 */
export function archiveEntry(doc: Y.Doc, root: EntryRoot, id: string, stamp: Stamp): Edit {
  return setArchived(doc, entryOf(doc, root, id), stamp);
}

/** Takes an entry out of the bin, with all that it held and all that was done to it meanwhile. */
export function restoreEntry(doc: Y.Doc, root: EntryRoot, id: string): Edit {
  return setArchived(doc, entryOf(doc, root, id), null);
}

/** Puts a step, link or option away. */
export function archiveItem(doc: Y.Doc, at: ItemAt, stamp: Stamp): Edit {
  return setArchived(doc, itemAt(doc, at), stamp);
}

/** Brings a step, link or option back. */
export function restoreItem(doc: Y.Doc, at: ItemAt): Edit {
  return setArchived(doc, itemAt(doc, at), null);
}

function setArchived(doc: Y.Doc, entry: SharedMap | null, archived: Stamp | null): Edit {
  if (entry === null) return refuse("not-found");
  if (isArchived(entry) !== (archived !== null)) editPlan(doc, () => entry.set("archived", archived));
  return ok(undefined);
}
