import fc from "fast-check";
import { expect, test } from "vitest";
import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { circlesToTell, GROUP_MIN } from "@planwand/shared/workshop/small-groups.ts";

/** So many voters of each. */
const votersOf = (sizes: { readonly [circle in Circle | "none"]?: number }): Map<string, Circle | null> =>
  new Map(
    Object.entries(sizes).flatMap(([circle, size]) =>
      Array.from({ length: size }, (_, nth): [string, Circle | null] => [
        `${circle}-${String(nth)}`,
        CIRCLES.find((known) => known === circle) ?? null,
      ]),
    ),
  );

test.each([
  ["one voter each", { ict: 1, onderwijs: 1, bestuur: 1 }, []],
  ["two are too few", { ict: 3, onderwijs: 4, bestuur: 2 }, ["onderwijs"]],
  ["three are enough", { ict: 3, onderwijs: 3 }, ["ict", "onderwijs"]],
  ["one alone would follow from the rest", { ict: 1, onderwijs: 5 }, []],
  [
    "three small ones hide each other",
    { ict: 1, informatiemanagement: 1, bestuur: 1, onderwijs: 9 },
    ["onderwijs"],
  ],
  ["somebody without a circle", { none: 1, ict: 4, onderwijs: 6 }, ["onderwijs"]],
  ["nobody", {}, []],
] as const)("[WS13] %s", (_what, sizes, told) => {
  expect([...circlesToTell(votersOf(sizes))].sort()).toEqual([...told].sort());
});

test("[WS13] of fewer than three people nothing follows, of those told or of the rest", () => {
  const circle = fc.constantFrom<Circle | null>(...CIRCLES, null);
  fc.assert(
    fc.property(fc.array(circle, { maxLength: 30 }), (circles) => {
      const told = circlesToTell(new Map(circles.map((of, nth) => [String(nth), of])));
      const sizeOf = (wanted: Circle) => circles.filter((of) => of === wanted).length;
      for (const one of told) expect(sizeOf(one)).toBeGreaterThanOrEqual(GROUP_MIN);
      const rest = circles.length - told.reduce((sum, one) => sum + sizeOf(one), 0);
      expect(rest === 0 || rest >= GROUP_MIN || told.length === 0).toBe(true);
    }),
  );
});
