/** A half-open range of clocks of one client. */
export interface ClockRange {
  readonly start: number;
  readonly end: number;
}

/** A chunk is cut in two beyond this many ranges: adding one moves no more than this, however many there are. */
const CHUNK_MAX = 512;

/** Sorted, disjoint, non-touching ranges; never empty. */
interface Chunk {
  readonly starts: number[];
  readonly ends: number[];
}

/**
 * A set of (client, clock) pairs kept as sorted, disjoint, non-touching ranges per client: what a room knows as deleted. The ranges lie
 * in chunks, so that looking one up and adding one costs the same in a plan of a million as in one of a hundred.
 */
export class IdRanges {
  readonly #byClient = new Map<number, Chunk[]>();

  /** Whether all of `[start, end)` of this client is in the set. */
  covers(client: number, start: number, end: number): boolean {
    if (start >= end) return true;
    const chunks = this.#byClient.get(client);
    const chunk = chunks?.[firstEndingAfter(chunks, start)];
    if (chunk === undefined) return false;
    const at = firstAfter(chunk.ends, start);
    return (chunk.starts[at] as number) <= start && (chunk.ends[at] as number) >= end;
  }

  /**
   * Puts the parts of `[start, end)` of this client that are not in the set at the end of `gaps`, which never holds more than one over
   * `maxGaps` by that. Returns how many clocks they hold.
   */
  missing(client: number, start: number, end: number, gaps: ClockRange[], maxGaps = Infinity): number {
    let from = start;
    let total = 0;
    const chunks = this.#byClient.get(client) ?? [];
    let at = firstEndingAfter(chunks, start);
    for (let chunk = chunks[at]; chunk !== undefined && from < end; chunk = chunks[++at]) {
      for (let i = firstAfter(chunk.ends, from); i < chunk.ends.length && from < end; i++) {
        const known = chunk.starts[i] as number;
        if (known >= end) break;
        if (gaps.length > maxGaps) return total;
        if (known > from) {
          gaps.push({ start: from, end: known });
          total += known - from;
        }
        from = chunk.ends[i] as number;
      }
      if ((chunk.starts.at(-1) as number) >= end) break;
    }
    if (from < end) {
      gaps.push({ start: from, end });
      total += end - from;
    }
    return total;
  }

  /** Adds `[start, end)` of this client, joining it with the ranges that it meets. */
  add(client: number, start: number, end: number): void {
    if (start >= end) return;
    const chunks = this.#byClient.get(client);
    if (chunks === undefined) {
      this.#byClient.set(client, [{ starts: [start], ends: [end] }]);
      return;
    }
    // The last chunk takes what comes after everything.
    const first = Math.min(firstEndingAfter(chunks, start - 1), chunks.length - 1);
    const chunk = chunks[first] as Chunk;
    const from = firstAfter(chunk.ends, start - 1);
    let joinedStart = start;
    let joinedEnd = end;
    let last = first;
    let to = from;
    for (let meets = chunks[last]; meets !== undefined; meets = chunks[++last]) {
      to = last === first ? from : 0;
      while (to < meets.starts.length && (meets.starts[to] as number) <= end) {
        joinedStart = Math.min(joinedStart, meets.starts[to] as number);
        joinedEnd = Math.max(joinedEnd, meets.ends[to] as number);
        to++;
      }
      if (to < meets.starts.length) break;
    }
    // What is met in the chunks after the first is cut off there; what is met in the first gives way.
    if (last > first) {
      const rest = chunks[last];
      if (rest !== undefined && to > 0) {
        rest.starts.splice(0, to);
        rest.ends.splice(0, to);
      }
      chunks.splice(first + 1, last - first - 1);
      to = chunk.starts.length;
    }
    chunk.starts.splice(from, to - from, joinedStart);
    chunk.ends.splice(from, to - from, joinedEnd);
    if (chunk.starts.length > CHUNK_MAX) {
      const half = CHUNK_MAX >> 1;
      chunks.splice(first + 1, 0, { starts: chunk.starts.splice(half), ends: chunk.ends.splice(half) });
    }
  }

  /** Every client with its ranges, for writing a delete set. */
  *entries(): IterableIterator<[number, readonly ClockRange[]]> {
    for (const [client, chunks] of this.#byClient) {
      yield [
        client,
        chunks.flatMap(({ starts, ends }) =>
          starts.map((start, index) => ({ start, end: ends[index] as number })),
        ),
      ];
    }
  }
}

/** Index of the first chunk that ends after `clock`, by binary search; the number of chunks when none does. */
function firstEndingAfter(chunks: readonly Chunk[], clock: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((chunks[middle] as Chunk).ends.at(-1) as number) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first of sorted `values` over `clock`, by binary search. */
function firstAfter(values: readonly number[], clock: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
