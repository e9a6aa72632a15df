import * as Y from "yjs";
import type { Storage } from "../storage/port.ts";
import type { Known } from "./admission.ts";
import { IdRanges } from "./id-ranges.ts";

/** A plan as it stands on disk: one state, the updates after it, and what both hold. */
export interface StoredPlan {
  readonly state: Uint8Array;
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
  const known: Known = { vector: new Map(), deletes: new IdRanges(), owners: new Map() };
  for (const { clientId, actorId } of await storage.log.bindings(planId)) known.owners.set(clientId, actorId);
  takeIn(known, state);
  for (const row of tail) takeIn(known, row.bytes);
  return { state, stateSeq, seq: tail.at(-1)?.seq ?? stateSeq, tail, known };
}

function takeIn(known: Known, update: Uint8Array): void {
  const { structs, ds } = Y.decodeUpdate(update);
  for (const { id, length } of structs) {
    known.vector.set(id.client, Math.max(known.vector.get(id.client) ?? 0, id.clock + length));
  }
  for (const [client, items] of ds.clients) {
    for (const item of items) known.deletes.add(client, item.clock, item.clock + item.len);
  }
}
