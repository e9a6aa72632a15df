import { RECONNECT_MAX_MS, RECONNECT_MIN_MS, reconnectDelayMs } from "@planwand/client/sync/reconnect.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const almostOne = () => 1 - Number.EPSILON;

test("[C6] every wait lies between the shortest and the longest", () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1000 }),
      fc.boolean(),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, isPlanned, chance) => {
        const waitMs = reconnectDelayMs(attempt, isPlanned, () => chance);
        expect(waitMs).toBeGreaterThanOrEqual(RECONNECT_MIN_MS);
        expect(waitMs).toBeLessThanOrEqual(RECONNECT_MAX_MS);
      },
    ),
  );
});

test("[C6] waits may grow with every attempt, up to the longest", () => {
  const ceilings = Array.from({ length: 12 }, (_, attempt) => reconnectDelayMs(attempt, false, almostOne));
  expect(ceilings).toEqual(ceilings.toSorted((a, b) => a - b));
  expect(ceilings[0]).toBe(1_000);
  expect(ceilings.at(-1)).toBe(RECONNECT_MAX_MS);
});

test("[C6] chance decides over the whole range", () => {
  expect(reconnectDelayMs(20, false, () => 0)).toBe(RECONNECT_MIN_MS);
  expect(reconnectDelayMs(20, false, () => 0.5)).toBe((RECONNECT_MIN_MS + RECONNECT_MAX_MS) / 2);
});

test("[C6] after a planned restart people are spread over seconds from the first attempt", () => {
  expect(reconnectDelayMs(0, true, almostOne)).toBe(3_000);
});
