import fc from "fast-check";
import { expect, test } from "vitest";
import { keepsToShape } from "@planwand/server/http/json-shape.ts";
import { isFewNames, isTable } from "@planwand/server/http/import-body.ts";
import { SEED } from "../../builders/run-length.ts";

const depthOf = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0;

function membersOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inside = Object.values(value);
  const own = Array.isArray(value) ? 0 : inside.length;
  return own + inside.reduce((sum: number, one) => sum + membersOf(one), 0);
}

/** Commas and openings, plus one: what a text holds, counted from the value. */
function valuesOf(value: unknown): number {
  const count = (inner: unknown): number => {
    if (typeof inner !== "object" || inner === null) return 0;
    const members = Object.values(inner);
    return 1 + Math.max(0, members.length - 1) + members.reduce((sum: number, one) => sum + count(one), 0);
  };
  return 1 + count(value);
}

test("[API4] what a text holds is counted as it stands in it, whatever its strings say", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 6 }),
      fc.nat(40),
      fc.nat(20),
      fc.nat(8),
      (value, values, members, depth) => {
        const text = JSON.stringify(value);
        const fits = valuesOf(value) <= values && membersOf(value) <= members && depthOf(value) <= depth;
        // A text that is one value is read whatever its length: the limit of bytes is for that.
        expect(keepsToShape(text, { values, members, depth })).toBe(fits || depthOf(value) === 0);
      },
    ),
    { seed: SEED },
  );
});

test.each([
  ["a list of a million numbers", `[${"0,".repeat(1_000_000)}0]`],
  ["lists in lists", "[".repeat(1_000_000)],
  ["maps in maps", '{"a":'.repeat(200_000)],
  ["a string that does not end", `{"a":"${'\\"'.repeat(500_000)}`],
])("[API4] %s", (what, text) => {
  expect(keepsToShape(text, { values: 10_000, members: 10_000, depth: 16 })).toBe(
    what.startsWith("a string"),
  );
});

test("[API4] quotes and backslashes in strings are not the end of them", () => {
  const limits = { values: 3, members: 0, depth: 1 };
  expect(keepsToShape('["a,,,[[[\\"{{{","\\\\"]', limits)).toBe(true);
  expect(keepsToShape('["\\\\",[1]]', limits)).toBe(false);
});

test("[API4] a table and names of an import are read no further than the first that is wrong", () => {
  const read: string[] = [];
  const watched = (length: number, wrongAt: number) =>
    new Proxy(
      Array.from({ length }, (_, at) => (at === wrongAt ? 5 : "a")),
      {
        get: (list, name) => {
          if (typeof name === "string" && /^\d+$/.test(name)) read.push(name);
          return Reflect.get(list, name) as unknown;
        },
      },
    );
  expect(isTable([watched(200, 3)])).toBe(false);
  expect(read.length).toBeLessThanOrEqual(4);
  expect(isTable([["a"], ["b", ""]])).toBe(true);
  expect(isTable(Array.from({ length: 5_001 }, () => []))).toBe(false);
  let asked = 0;
  const names = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`naam ${String(at)}`, at]));
  expect(isFewNames(names, 1_000, (choice) => (asked++, choice !== 5))).toBe(false);
  expect(asked).toBe(6);
  expect(isFewNames(names, 999, () => true)).toBe(false);
  expect(isFewNames(names, 1_000, () => true)).toBe(true);
  for (const wrong of [null, [], "a", 5]) expect(isFewNames(wrong, 10, () => true)).toBe(false);
});
