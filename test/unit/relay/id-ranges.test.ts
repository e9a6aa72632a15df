import fc from "fast-check";
import { expect, test } from "vitest";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";

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
      const missing = ranges.missing(1, start, start + length).flatMap((gap) => {
        return Array.from({ length: gap.end - gap.start }, (_, index) => gap.start + index);
      });
      const expected = Array.from({ length }, (_, index) => start + index).filter(
        (clock) => !plain.has(clock),
      );
      expect(missing).toEqual(expected);
      const kept = [...ranges.entries()].flatMap(([, list]) => list);
      kept.forEach((entry, index) => {
        const next = kept[index + 1];
        if (next !== undefined) expect(entry.end).toBeLessThan(next.start);
      });
    }),
  );
});
