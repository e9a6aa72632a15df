import { archiveParty } from "@planwand/shared/plan/party.ts";
import type * as Y from "yjs";
import { nowMs } from "./clock.ts";
import { undoStackOf } from "./undo.ts";

/** Puts a party in the bin, with another in its place wherever it is named; tells whether it did. `by` is the actor. */
export function removeParty(doc: Y.Doc, id: string, replacement: string | null, by: string): boolean {
  return undoStackOf(doc).run("archive", () => archiveParty(doc, id, replacement, { by, at: nowMs() })).ok;
}
