import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { ClockRange } from "./id-ranges.ts";
import type { ClientRun } from "./outline.ts";

export type Struct = Y.Item | Y.GC | Y.Skip;

/** Delete ranges by client, as an update writes them. */
export type Deletes = readonly (readonly [client: number, ranges: readonly ClockRange[]])[];

/** An update without structs, in the layout that `Y.decodeUpdate` reads. */
export function deletesOnly(deletes: Deletes): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeDeletes(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

/** What is left of `update` when only the new structs of `runs` are kept, the first of each cut where it is known, and these deletes. */
export function restOf(update: Uint8Array, runs: readonly ClientRun[], deletes: Deletes): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, runs.length);
  for (const { client, known, structs } of runs) {
    const first = structs[0];
    const last = structs.at(-1);
    if (first === undefined || last === undefined) throw new Error("a run that is kept has structs");
    encoding.writeVarUint(encoder, structs.length);
    encoding.writeVarUint(encoder, client);
    const cut = Math.max(0, known - first.clock);
    encoding.writeVarUint(encoder, first.clock + cut);
    if (cut > 0) {
      encoding.writeUint8Array(
        encoder,
        cutStruct(update.subarray(first.from, first.to), client, first.clock, cut),
      );
    }
    encoding.writeUint8Array(encoder, update.subarray(cut > 0 ? first.to : first.from, last.to));
  }
  writeDeletes(encoder, deletes);
  return encoding.toUint8Array(encoder);
}

/** The bytes of one struct without its first `offset` clocks. */
function cutStruct(bytes: Uint8Array, client: number, clock: number, offset: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8Array(encoder, bytes);
  encoding.writeVarUint(encoder, 0);
  const [struct] = Y.decodeUpdate(encoding.toUint8Array(encoder)).structs;
  if (struct === undefined) throw new Error("there is one struct in it");
  const cut = new Y.UpdateEncoderV1();
  struct.write(cut, offset);
  return encoding.toUint8Array(cut.restEncoder);
}

function writeDeletes(encoder: encoding.Encoder, deletes: Deletes): void {
  encoding.writeVarUint(encoder, deletes.length);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { start, end } of ranges) {
      encoding.writeVarUint(encoder, start);
      encoding.writeVarUint(encoder, end - start);
    }
  }
}
