import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { ClockRange } from "@planwand/server/relay/id-ranges.ts";

/** Structs of one client. */
interface StructRun {
  readonly client: number;
  readonly structs: readonly (Y.Item | Y.GC | Y.Skip)[];
}

/** A V1 update with exactly these structs and deletes, whether a client would write it or not. */
export function craftedUpdate(
  runs: readonly StructRun[],
  deletes: readonly (readonly [client: number, ranges: readonly ClockRange[]])[] = [],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  const out = encoder.restEncoder;
  encoding.writeVarUint(out, runs.length);
  for (const { client, structs } of runs) {
    encoding.writeVarUint(out, structs.length);
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, structs[0]?.id.clock ?? 0);
    for (const struct of structs) struct.write(encoder, 0);
  }
  encoding.writeVarUint(out, deletes.length);
  for (const [client, ranges] of deletes) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, ranges.length);
    for (const { start, end } of ranges) {
      encoding.writeVarUint(out, start);
      encoding.writeVarUint(out, end - start);
    }
  }
  return encoding.toUint8Array(out);
}
