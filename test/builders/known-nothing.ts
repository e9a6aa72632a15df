import type { Known } from "@planwand/server/relay/admission.ts";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";
import { Places } from "@planwand/server/relay/places.ts";
import { UpdateCursor } from "@planwand/server/relay/update-cursor.ts";
import * as Y from "yjs";

/** What a room knows of a plan in which nobody wrote yet. */
export function knownNothing(): Known {
  return { vector: new Map(), deletes: new IdRanges(), owners: new Map(), places: new Places() };
}

/** What a room knows of a plan that holds what `doc` does, all of it written by one actor. */
export function knownOf(doc: Y.Doc, actorId: string): Known {
  const known = knownNothing();
  const cursor = new UpdateCursor(Y.encodeStateAsUpdate(doc), { isStored: true });
  while (cursor.nextStruct()) {
    known.vector.set(cursor.client, cursor.clock + cursor.length);
    known.owners.set(cursor.client, actorId);
    if (cursor.kind === "item") known.places.restore(cursor.client, cursor);
  }
  while (cursor.nextRange()) known.deletes.add(cursor.client, cursor.clock, cursor.clock + cursor.length);
  return known;
}
