/** A half-open range of clocks of one client. */
export interface ClockRange {
  readonly start: number;
  readonly end: number;
}

/** For each client ranges in order that do not meet. */
export type RangesByClient = ReadonlyMap<number, readonly ClockRange[]>;

/** The ranges of a delete set as Yjs reads it, in order and joined where they meet. */
export function sortedRanges(
  deletes: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>,
): Map<number, ClockRange[]> {
  return new Map(
    [...deletes].map(([client, items]) => [
      client,
      joined(items.map(({ clock, len }) => ({ start: clock, end: clock + len }))),
    ]),
  );
}

/** All that lies in `a` or in `b`. */
export function union(a: RangesByClient, b: RangesByClient): Map<number, ClockRange[]> {
  const all = new Map([...a].map(([client, ranges]) => [client, [...ranges]]));
  for (const [client, ranges] of b) {
    const known = all.get(client);
    all.set(client, known === undefined ? [...ranges] : joined([...known, ...ranges]));
  }
  return all;
}

/** Ranges of one client in order, joined where they meet. */
export function joined(ranges: readonly ClockRange[]): ClockRange[] {
  const all: ClockRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && range.start <= last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else if (range.end > range.start) all.push(range);
  }
  return all;
}

/** The parts of `ranges` that lie in `[start, end)`. */
export function within(ranges: readonly ClockRange[], start: number, end: number): ClockRange[] {
  const parts: ClockRange[] = [];
  for (let at = firstEndingAfter(ranges, start); at < ranges.length; at++) {
    const range = ranges[at];
    if (range === undefined || range.start >= end) break;
    parts.push({ start: Math.max(start, range.start), end: Math.min(end, range.end) });
  }
  return parts;
}

/** The parts of `ranges` that lie in none of `taken`. */
export function without(ranges: readonly ClockRange[], taken: readonly ClockRange[]): ClockRange[] {
  return ranges.flatMap(({ start, end }) => {
    const parts: ClockRange[] = [];
    let from = start;
    for (const gone of within(taken, start, end)) {
      if (gone.start > from) parts.push({ start: from, end: gone.start });
      from = gone.end;
    }
    if (from < end) parts.push({ start: from, end });
    return parts;
  });
}

/** Index of the first range that ends after `clock`, by binary search. */
function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.end <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}
