import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClockRange, IdRanges } from "@planwand/server/relay/id-ranges.ts";

test("[R12] a set of ranges answers as a plain set of numbers would", () => {
  const range = fc.tuple(fc.nat(60), fc.nat(12));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), range, (added, [start, length]) => {
      const ranges = new IdRanges();
      const plain = new Set<number>();
      for (const [from, size] of added) {
        ranges.add(1, from, from + size);
        for (let clock = from; clock < from + size; clock++) plain.add(clock);
      }
      const gaps: ClockRange[] = [];
      const total = ranges.missing(1, start, start + length, gaps);
      const missing = gaps.flatMap((gap) => {
        return Array.from({ length: gap.end - gap.start }, (_, index) => gap.start + index);
      });
      const expected = Array.from({ length }, (_, index) => start + index).filter(
        (clock) => !plain.has(clock),
      );
      expect(missing).toEqual(expected);
      expect(total).toBe(expected.length);
      expect(ranges.covers(1, start, start + length)).toBe(expected.length === 0);
      const kept = [...ranges.entries()].flatMap(([, list]) => list);
      kept.forEach((entry, index) => {
        const next = kept[index + 1];
        if (next !== undefined) expect(entry.end).toBeLessThan(next.start);
      });
    }),
  );
});

test("[R12] a hundred thousand ranges in any order are one when what lies between them is added", () => {
  const ranges = new IdRanges();
  const count = 100_000;
  // 7,919 has no divisor in common with the count, so that every range is added once.
  for (let i = 0; i < count; i++) {
    const start = 2 * ((i * 7_919) % count);
    ranges.add(1, start, start + 1);
  }
  const gaps: ClockRange[] = [];
  expect(ranges.missing(1, 0, 2 * count, gaps)).toBe(count);
  expect([...ranges.entries()][0]?.[1]).toHaveLength(count);
  expect(ranges.covers(1, 2 * count - 2, 2 * count - 1)).toBe(true);
  expect(ranges.covers(1, 2 * count - 2, 2 * count)).toBe(false);
  ranges.add(1, 100, 2 * count - 100);
  expect([...ranges.entries()][0]?.[1]).toHaveLength(100);
  ranges.add(1, 0, 2 * count);
  expect([...ranges.entries()]).toEqual([[1, [{ start: 0, end: 2 * count }]]]);
});
