import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { UpdateRow } from "./port.ts";

/** The updates of one commit, apart for each plan, each a run of numbers without a gap. @throws when there is one. */
export function runsByPlan(updates: readonly UpdateRow[]): UpdateRow[][] {
  const runs = new Map<string, UpdateRow[]>();
  for (const update of updates) {
    const run = runs.get(update.planId);
    if (run === undefined) runs.set(update.planId, [update]);
    else if (run[0] !== undefined && run[0].seq + run.length === update.seq) run.push(update);
    else throw new Error(`update ${update.seq} does not follow the one before it`);
  }
  return [...runs.values()];
}

/** A run of updates in one blob: a count, and of each the actor, the time and the bytes as they came. */
export function packUpdates(run: readonly UpdateRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, run.length);
  for (const { actorId, at, bytes } of run) {
    encoding.writeVarString(encoder, actorId);
    encoding.writeVarUint(encoder, at);
    encoding.writeVarUint8Array(encoder, bytes);
  }
  return encoding.toUint8Array(encoder);
}

/** What `packUpdates` packed, numbered from `firstSeq`. */
export function unpackUpdates(planId: string, firstSeq: number, packed: Uint8Array): UpdateRow[] {
  const decoder = decoding.createDecoder(packed);
  return Array.from({ length: decoding.readVarUint(decoder) }, (_, index) => ({
    planId,
    seq: firstSeq + index,
    actorId: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    bytes: decoding.readVarUint8Array(decoder),
  }));
}
