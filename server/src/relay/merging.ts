import * as Y from "yjs";

/** A turn's updates go out as one when this many wait for at least `MERGE_READERS` readers. */
const MERGE_UPDATES = 4;
const MERGE_READERS = 8;
/** Merging many at once, or large ones, takes longer than it saves. */
const MERGE_AT_ONCE = 64;
const MERGE_MAX_BYTES = 4 * 1024;

/** The updates of a turn as they go to this many readers: small ones together, so that each reader has fewer to take in. */
export function mergedForReaders(
  updates: readonly { readonly bytes: Uint8Array }[],
  readers: number,
): readonly Uint8Array[] {
  if (updates.length < MERGE_UPDATES || readers < MERGE_READERS) return updates.map(({ bytes }) => bytes);
  const out: Uint8Array[] = [];
  let together: Uint8Array[] = [];
  let size = 0;
  const close = () => {
    if (together.length < MERGE_UPDATES) out.push(...together);
    else out.push(Y.mergeUpdates(together));
    together = [];
    size = 0;
  };
  for (const { bytes } of updates) {
    if (together.length === MERGE_AT_ONCE || size + bytes.byteLength > MERGE_MAX_BYTES) close();
    together.push(bytes);
    size += bytes.byteLength;
  }
  close();
  return out;
}
