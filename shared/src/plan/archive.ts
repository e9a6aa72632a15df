import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { bringBackCards } from "./displaced.ts";
import { editPlan, entryOf, type EntryRoot, type SharedMap } from "./entry.ts";
import { type ItemAt, itemAt } from "./edit-field.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";
import { bringBackParty } from "./stand-in.ts";

/**
 * Puts an entry in the bin; nothing is ever deleted. Writes nothing when it is there already, so the first stamp stays. Refused as
 * `not-found` without the entry. A phase, domain or party that is in use has its own operation, which asks what takes its place.
 */
export function archiveEntry(doc: Y.Doc, root: EntryRoot, id: string, stamp: Stamp): Edit {
  return setArchived(doc, entryOf(doc, root, id), stamp);
}

/**
 * Takes an entry out of the bin, with all that it held, all that was done to it meanwhile, and all that gave way when it went: the cards
 * of a phase or domain and the mentions of a party, except where somebody changed that since.
 */
export function restoreEntry(doc: Y.Doc, root: EntryRoot, id: string): Edit {
  const entry = entryOf(doc, root, id);
  if (entry === null || !isArchived(entry)) return setArchived(doc, entry, null);
  return editPlan(doc, () => {
    if (root === "phases" || root === "domains") bringBackCards(doc, root, id);
    if (root === "parties") bringBackParty(doc, id);
    return setArchived(doc, entry, null);
  });
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
