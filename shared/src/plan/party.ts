import type * as Y from "yjs";
import { ok, refuse } from "../kernel/result.ts";
import { archiveEntry } from "./archive.ts";
import { editPlan, entryOf } from "./entry.ts";
import { isArchived } from "./read-field.ts";
import type { Edit } from "./refusal.ts";
import type { Stamp } from "./schema.ts";
import { mentionsOf } from "./stand-in.ts";

/**
 * Puts a party in the bin and, in the same transaction, `replacement` wherever it was named, until it comes back. Refused as `in-use` when something
 * names it and there is no replacement, and as `not-found` when either is not there.
 */
export function archiveParty(doc: Y.Doc, id: string, replacement: string | null, stamp: Stamp): Edit {
  if (entryOf(doc, "parties", id) === null) return refuse("not-found");
  const mentions = mentionsOf(doc, id);
  if (mentions.length > 0 && replacement === null) return refuse("in-use");
  if (replacement !== null) {
    const entry = replacement === id ? null : entryOf(doc, "parties", replacement);
    if (entry === null || isArchived(entry)) return refuse("not-found");
  }
  return editPlan(doc, () => {
    if (replacement !== null) for (const mention of mentions) mention(replacement);
    archiveEntry(doc, "parties", id, stamp);
    return ok(undefined);
  });
}
