import { archiveParty } from "@planwand/shared/plan/party.ts";
import { setPersonName } from "@planwand/shared/plan/relations.ts";
import type { RoleSlot } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/** Puts a party in the bin, with another in its place wherever it is named; tells whether it did. `by` is the actor. */
export function removeParty(doc: Y.Doc, id: string, replacement: string | null, by: string): boolean {
  return undoStackOf(doc).run("archive", () => archiveParty(doc, id, replacement, { by, at: nowMs() })).ok;
}

/** Writes who fills a role of a party in an activity; an empty name takes it away. */
export function namePerson(doc: Y.Doc, activity: string, slot: RoleSlot, party: string, name: string): void {
  undoStackOf(doc).run("names", () => setPersonName(doc, activity, slot, party, name));
}
