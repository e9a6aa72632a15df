import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { ClockRange } from "./id-ranges.ts";

export type Struct = Y.Item | Y.GC | Y.Skip;

/** Structs of one client, contiguous; the first is cut at `offset`. */
export interface StructRun {
  readonly client: number;
  readonly structs: readonly Struct[];
  readonly offset: number;
}

/**
 * Writes a V1 update with exactly these structs and deletes, in the layout that `Y.decodeUpdate` reads
 * (yjs `writeClientsStructs` and `writeDeleteSet`).
 */
export function writeUpdate(
  runs: readonly StructRun[],
  deletes: readonly (readonly [client: number, ranges: readonly ClockRange[]])[],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const out = encoder.restEncoder;
  encoding.writeVarUint(out, runs.length);
  for (const run of runs) {
    encoding.writeVarUint(out, run.structs.length);
    encoding.writeVarUint(out, run.client);
    const first = run.structs[0];
    if (first === undefined) throw new Error("a run of structs is never empty");
    encoding.writeVarUint(out, first.id.clock + run.offset);
    run.structs.forEach((struct, index) => struct.write(encoder, index === 0 ? run.offset : 0));
  }
  encoding.writeVarUint(out, deletes.length);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, ranges.length);
    for (const range of ranges) {
      encoding.writeVarUint(out, range.start);
      encoding.writeVarUint(out, range.end - range.start);
    }
  }
  return encoding.toUint8Array(out);
}
