import * as encoding from "lib0/encoding";
import { ByteReader } from "./byte-reader.ts";

/** A state vector as yjs `decodeStateVector` reads it; without the order by client, of which nobody makes use. */
export function encodeVector(vector: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, vector.size);
  for (const [client, clock] of vector) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}

/**
 * Whether who has this state vector has all that `vector` tells of; null when it cannot be read. Each client counts once, the first
 * time that it is named.
 */
export function coversVector(encoded: Uint8Array, vector: ReadonlyMap<number, number>): boolean | null {
  const covered = new Set<number>();
  try {
    const reader = new ByteReader(encoded);
    for (let left = reader.varUint(); left > 0; left--) {
      const client = reader.varUint();
      const clock = reader.varUint();
      if (clock >= (vector.get(client) ?? Infinity)) covered.add(client);
    }
  } catch {
    return null;
  }
  return covered.size === vector.size;
}
