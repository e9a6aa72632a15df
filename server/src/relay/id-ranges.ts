/** A half-open range of clocks of one client. */
export interface ClockRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A set of (client, clock) pairs kept as sorted, disjoint, non-touching ranges per client: what a room knows as deleted.
 */
export class IdRanges {
  readonly #byClient = new Map<number, ClockRange[]>();

  /** The parts of `[start, end)` of this client that are not in the set. */
  missing(client: number, start: number, end: number): ClockRange[] {
    const ranges = this.#byClient.get(client);
    if (ranges === undefined) return start < end ? [{ start, end }] : [];
    const gaps: ClockRange[] = [];
    let from = start;
    for (let i = firstEndingAfter(ranges, start); i < ranges.length && from < end; i++) {
      const range = ranges[i] as ClockRange;
      if (range.start >= end) break;
      if (range.start > from) gaps.push({ start: from, end: range.start });
      from = Math.max(from, range.end);
    }
    if (from < end) gaps.push({ start: from, end });
    return gaps;
  }

  /** Adds `[start, end)` of this client, joining it with the ranges that it meets. */
  add(client: number, start: number, end: number): void {
    if (start >= end) return;
    const ranges = this.#byClient.get(client);
    if (ranges === undefined) {
      this.#byClient.set(client, [{ start, end }]);
      return;
    }
    const first = firstEndingAfter(ranges, start - 1);
    let next = first;
    let joined: ClockRange = { start, end };
    while (next < ranges.length) {
      const range = ranges[next] as ClockRange;
      if (range.start > end) break;
      joined = { start: Math.min(joined.start, range.start), end: Math.max(joined.end, range.end) };
      next++;
    }
    ranges.splice(first, next - first, joined);
  }

  /** Every client with its ranges, for writing a delete set. */
  entries(): IterableIterator<[number, readonly ClockRange[]]> {
    return this.#byClient.entries();
  }
}

/** Index of the first range whose end lies after `clock`, by binary search. */
function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as ClockRange).end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
