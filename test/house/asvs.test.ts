import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ASVS_IDS } from "./asvs-ids.ts";
import { ROOT, textOf } from "./tree.ts";

interface Row {
  readonly id: string;
  readonly asks: string;
  readonly state: string;
  readonly where: string;
}

const ROW = /^\| (\d+\.\d+\.\d+) +\| [12] +\| (.+?) +\| (.+?) +\| (.*?) *\|$/gmu;
/** A test by its file and one of its rules. */
const TEST = /`(test\/[\w./-]+\.test\.ts)` \[([A-Z]+\d+)\]/gu;
const HEADING = /^#+ (.+)$/gmu;
const IN_PAGE = /\]\(([\w-]*(?:\.md)?)#([\w-]+)\)/gu;

const rows: readonly Row[] = Array.from(
  textOf("docs/security.md").matchAll(ROW),
  ([, id = "", asks = "", state = "", where = ""]) => ({ id, asks, state, where }),
);

test("[H17] every requirement of level 1 and 2 has one row, in order, and no row is of another", () => {
  expect(rows.map(({ id }) => id)).toEqual(ASVS_IDS);
});

test("[H17] each row says that it holds, does not hold, or is not applicable", () => {
  const states = new Set(["holds", "does not hold", "not applicable"]);
  expect(rows.filter(({ state }) => !states.has(state)).map(({ id }) => id)).toEqual([]);
});

test("[H17] what holds names a test that is there, and what does not says why", () => {
  const bad = rows.flatMap(({ id, state, where }) => {
    const named = Array.from(where.matchAll(TEST), ([, path = "", rule = ""]) => ({ path, rule }));
    const missing = named.filter(
      ({ path, rule }) => !existsSync(join(ROOT, path)) || !textOf(path).includes(`[${rule}]`),
    );
    const saysWhy = where.replace(TEST, "").length > 5;
    const isGood = missing.length === 0 && (state === "holds" ? named.length > 0 : saysWhy);
    return isGood ? [] : [`${id}: ${where}`];
  });
  expect(bad).toEqual([]);
});

test("[H17] the sections that the table points to are there", () => {
  const anchorsOf = (path: string) =>
    Array.from(textOf(path).matchAll(HEADING), ([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w -]/gu, "")
        .replaceAll(" ", "-"),
    );
  const dead = Array.from(textOf("docs/security.md").matchAll(IN_PAGE)).filter(
    ([, file = "", anchor = ""]) => !anchorsOf(`docs/${file === "" ? "security.md" : file}`).includes(anchor),
  );
  expect(dead.map(([link]) => link)).toEqual([]);
});
