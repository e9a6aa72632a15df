import { checkpointIsDue } from "@planwand/server/relay/checkpoint-due.ts";
import { expect, test } from "vitest";

const KIB = 1024;

test("[R26] a long tail waits for a quiet moment, a very long one does not", () => {
  const few = { updates: 499, bytes: KIB };
  const many = { updates: 500, bytes: KIB };
  const large = { updates: 1, bytes: 512 * KIB };
  for (const moment of ["quiet", "busy", "loading"] as const)
    expect(checkpointIsDue(few, moment)).toBe(false);
  for (const tail of [many, large]) {
    expect(checkpointIsDue(tail, "quiet")).toBe(true);
    expect(checkpointIsDue(tail, "loading")).toBe(true);
    expect(checkpointIsDue(tail, "busy")).toBe(false);
  }
  expect(checkpointIsDue({ updates: 4_000, bytes: KIB }, "busy")).toBe(true);
  expect(checkpointIsDue({ updates: 1, bytes: 4 * KIB * KIB }, "busy")).toBe(true);
});

test("[R26] who leaves a plan behind leaves it short", () => {
  expect(checkpointIsDue({ updates: 49, bytes: 400 * KIB }, "leaving")).toBe(false);
  expect(checkpointIsDue({ updates: 50, bytes: 1 }, "leaving")).toBe(true);
});
