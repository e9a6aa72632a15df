import { insertAt, rankAtEnd } from "@planwand/shared/order/insert.ts";
import {
  compareByRank,
  isRank,
  MAX_RANK_LENGTH,
  type Ranked,
  rankBetween,
  ranksBetween,
} from "@planwand/shared/order/rank.ts";
import fc from "fast-check";
import { expect, test } from "vitest";

const garbage = fc.oneof(
  fc.string(),
  fc.constantFrom("", "a", "a00", "A00000000000000000000000000", "zz", "a0", "a1", "~", "__proto__", "Zz"),
);
const anyRank = fc.oneof(garbage, fc.constantFrom("a0", "a1", "a1V", "Zz", "b00"));

/** The order of the list after the writes. */
function after(siblings: readonly Ranked[], writes: readonly Ranked[]): string[] {
  const ranks = new Map([...siblings, ...writes].map(({ id, rank }) => [id, rank]));
  return [...ranks]
    .map(([id, rank]) => ({ id, rank }))
    .sort(compareByRank)
    .map(({ id }) => id);
}

test("[O1] a rank between two others sorts between them", () => {
  expect(rankBetween(null, null)).toBe("a0");
  expect("a0" < rankBetween("a0", "a1") && rankBetween("a0", "a1") < "a1").toBe(true);
  expect(rankBetween(null, "a0") < "a0").toBe(true);
  expect(rankBetween("a0", null) > "a0").toBe(true);
  const many = ranksBetween("a0", "a1", 50);
  expect(many).toEqual([...many].sort());
  expect(new Set(["a0", ...many, "a1"]).size).toBe(52);
  expect(ranksBetween(null, null, 0)).toEqual([]);
});

test("[O2] garbage, equal and reversed bounds give a rank", () => {
  fc.assert(
    fc.property(fc.option(anyRank), fc.option(anyRank), (a, b) => {
      const rank = rankBetween(a, b);
      expect(isRank(rank)).toBe(true);
      if (a !== null && isRank(a)) expect(rank > a).toBe(true);
      if (isRank(b) && (a === null || !isRank(a) || a < b)) expect(rank < b).toBe(true);
    }),
  );
  expect(rankBetween("a1", "a1") > "a1").toBe(true);
  expect([null, 3, {}, "", "a", "a-0", "A".padEnd(27, "0")].filter(isRank)).toEqual([]);
});

const siblingLists = fc
  .uniqueArray(fc.record({ id: fc.stringMatching(/^[a-z]{3}$/), rank: anyRank }), {
    selector: (sibling) => sibling.id,
    maxLength: 12,
  })
  .map((siblings) => siblings.sort(compareByRank));

test("[O3] inserting gives the index asked for, whatever ranks there are", () => {
  fc.assert(
    fc.property(siblingLists, fc.integer({ min: -2, max: 14 }), fc.nat(), (siblings, index, pick) => {
      const moved = pick % 2 === 0 ? "new" : (siblings[pick % Math.max(1, siblings.length)]?.id ?? "new");
      const others = siblings.map((sibling) => sibling.id).filter((id) => id !== moved);
      const at = Math.max(0, Math.min(others.length, index));
      expect(after(siblings, insertAt(siblings, moved, index))).toEqual(others.toSpliced(at, 0, moved));
    }),
    { numRuns: 2000 },
  );
  expect(
    after([{ id: "one", rank: "a0" }], insertAt([{ id: "one", rank: "a0" }], "new", Number.NaN)),
  ).toEqual(["one", "new"]);
  expect(insertAt([], "new", 5)).toEqual([{ id: "new", rank: "a0" }]);
  expect(rankAtEnd([])).toBe("a0");
  expect(
    rankAtEnd([
      { id: "one", rank: "a3" },
      { id: "two", rank: "?" },
    ]),
  ).toBe("a4");
});

test("[O4] inserting where it already is writes nothing", () => {
  fc.assert(
    fc.property(siblingLists, fc.integer({ min: 0, max: 12 }), (siblings, index) => {
      const list = siblings.length === 0 ? [{ id: "new", rank: "a0" }] : siblings;
      const at = index % list.length;
      expect(insertAt(list, list[at]?.id ?? "", at)).toEqual([]);
    }),
  );
});

test("[O5] a tie is healed up to the next distinct rank and no further", () => {
  const siblings = ["aaa", "bbb", "ccc"].map((id) => ({ id, rank: "a1" }));
  const list = [{ id: "000", rank: "a0" }, ...siblings, { id: "zzz", rank: "a2" }];
  const writes = insertAt(list, "new", 2);
  expect(writes.map(({ id }) => id)).toEqual(["new", "bbb", "ccc"]);
  expect(writes.every(({ rank }) => rank > "a1" && rank < "a2")).toBe(true);
  expect(after(list, writes)).toEqual(["000", "aaa", "new", "bbb", "ccc", "zzz"]);
  expect(insertAt(list, "new", 1)).toHaveLength(1);
  expect(insertAt(list, "new", 4)).toHaveLength(1);
});

test("[O6] a bad neighbour or a rank that grows too long ranks the list anew", () => {
  const bad = [
    { id: "aaa", rank: "" },
    { id: "bbb", rank: "a1" },
    { id: "ccc", rank: "a2" },
  ];
  expect(insertAt(bad, "new", 1)).toHaveLength(4);
  expect(insertAt(bad, "new", 3)).toHaveLength(1);
  let list: Ranked[] = [
    { id: "aaa", rank: "a0" },
    { id: "bbb", rank: "a1" },
  ];
  for (let count = 0; count < 2000; count++) {
    const writes = insertAt(list, `id-${count}`, 1 + (count % 2));
    const ranks = new Map([...list, ...writes].map(({ id, rank }) => [id, rank]));
    list = [...ranks].map(([id, rank]) => ({ id, rank })).sort(compareByRank);
    expect(Math.max(...list.map(({ rank }) => rank.length))).toBeLessThanOrEqual(MAX_RANK_LENGTH);
    if (list.length > 12) list = list.toSpliced(6, 1);
  }
});

test("[O7] order is by code unit, first rank, then id", () => {
  const list = [
    { id: "b", rank: "a0" },
    { id: "é", rank: "Zz" },
    { id: "a", rank: "a0" },
    { id: "Z", rank: "a0" },
  ];
  expect(list.sort(compareByRank).map(({ id }) => id)).toEqual(["é", "Z", "a", "b"]);
});
