import { promisify } from "node:util";
import { gzip } from "node:zlib";

const compress = promisify(gzip);
const known = new WeakMap<Uint8Array, Promise<Uint8Array<ArrayBuffer>>>();

/** The bytes compressed; of what many ask for it is done once, as long as the bytes themselves are kept. */
export function gzipOnce(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const before = known.get(bytes);
  if (before !== undefined) return before;
  const compressed = compress(bytes).then((zipped) => Uint8Array.from(zipped));
  known.set(bytes, compressed);
  return compressed;
}
