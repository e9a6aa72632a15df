import { setImmediate } from "node:timers/promises";
import type { Storage } from "../storage/port.ts";
import type { Known } from "./admission.ts";
import { IdRanges } from "./id-ranges.ts";
import { Places } from "./places.ts";
import { UpdateCursor } from "./update-cursor.ts";
import { deletesOnly } from "./update-writer.ts";

/** The event loop is let go after this many structs and delete ranges: a large plan is read while others work. */
const PARTS_AT_ONCE = 20_000;

/** A plan as it stands on disk: one state, the updates after it, and what both hold. */
export interface StoredPlan {
  readonly state: Uint8Array;
  /** How far `state` goes, and an update with all its deletes. */
  readonly stateVector: ReadonlyMap<number, number>;
  readonly stateDeletes: Uint8Array;
  /** The last update in `state`, and the last of all. */
  readonly stateSeq: number;
  readonly seq: number;
  readonly tail: readonly { readonly seq: number; readonly bytes: Uint8Array }[];
  readonly known: Known;
}

/** Reads a plan's newest checkpoint and the updates after it; without one the seed, update 1, is the state. */
export async function readStoredPlan(storage: Storage, planId: string): Promise<StoredPlan> {
  const checkpoint = await storage.log.checkpoint(planId);
  const rows = await storage.log.read(planId, checkpoint?.seq ?? 0);
  const state = checkpoint?.state ?? rows[0]?.bytes;
  if (state === undefined) throw new Error("a plan has a seed");
  const stateSeq = checkpoint?.seq ?? rows[0]?.seq ?? 0;
  const tail = rows.filter((row) => row.seq > stateSeq);
  const known: Known = {
    vector: new Map(),
    deletes: new IdRanges(),
    owners: new Map(),
    places: new Places(),
  };
  for (const { clientId, actorId } of await storage.log.bindings(planId)) known.owners.set(clientId, actorId);
  let parts = await takeIn(known, state, 0);
  const stateVector = new Map(known.vector);
  const stateDeletes = deletesOnly([...known.deletes.entries()]);
  for (const row of tail) parts = await takeIn(known, row.bytes, parts);
  const seq = tail.at(-1)?.seq ?? stateSeq;
  return { state, stateVector, stateDeletes, stateSeq, seq, tail, known };
}

/** Adds to `known` what an update holds. `parts`: what was read since the event loop was last let go; returns the same for now. */
async function takeIn(
  { vector, deletes, places }: Known,
  update: Uint8Array,
  parts: number,
): Promise<number> {
  const cursor = new UpdateCursor(update, { isStored: true });
  let before = parts;
  while (cursor.nextStruct()) {
    const end = cursor.clock + cursor.length;
    if (end > (vector.get(cursor.client) ?? 0)) vector.set(cursor.client, end);
    if (cursor.kind === "item") places.restore(cursor.client, cursor);
    if (cursor.parts + before < PARTS_AT_ONCE) continue;
    before = -cursor.parts;
    await setImmediate();
  }
  while (cursor.nextRange()) {
    deletes.add(cursor.client, cursor.clock, cursor.clock + cursor.length);
    if (cursor.parts + before < PARTS_AT_ONCE) continue;
    before = -cursor.parts;
    await setImmediate();
  }
  return cursor.parts + before;
}
