import { Budgets } from "@planwand/server/budgets/budgets.ts";
import {
  DEFAULT_LIMITS,
  type Limit,
  LIMIT_NAMES,
  LIMITS,
  settingOf,
  mostOf,
} from "@planwand/server/budgets/limits.ts";
import { readConfig } from "@planwand/server/config.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const RATE = "address-open-calls";
const CAPACITY = 300;

function budgetsAt(start = 1_795_000_000_000) {
  let nowMs = start;
  const budgets = new Budgets({ ...DEFAULT_LIMITS, [RATE]: 5 }, () => nowMs);
  return { budgets, advance: (ms: number) => void (nowMs += ms) };
}

test("[BU1] a rate gives its seconds' worth at once, then what one second refills, for each key", () => {
  const { budgets, advance } = budgetsAt();
  for (let call = 0; call < CAPACITY; call++) expect(budgets.take(RATE, "a")).toBe(0);
  expect(budgets.take(RATE, "a")).toBe(200);
  expect(budgets.take(RATE, "b")).toBe(0);
  advance(1_000);
  for (let call = 0; call < 5; call++) expect(budgets.take(RATE, "a")).toBe(0);
  expect(budgets.take(RATE, "a")).toBeGreaterThan(0);
});

test("[BU1] a clock that is set back gives nothing and takes nothing", () => {
  const { budgets, advance } = budgetsAt();
  budgets.take(RATE, "a", CAPACITY);
  advance(-3_600_000);
  expect(budgets.take(RATE, "a")).toBeGreaterThan(0);
  advance(1_000);
  expect(budgets.take(RATE, "a")).toBe(0);
});

test("[BU1] a rate by the day gives a day's worth at once, and what is left can be asked without using it", () => {
  const { budgets, advance } = budgetsAt();
  expect(budgets.take("person-clients", "a", 256)).toBe(0);
  expect(budgets.left("person-clients", "a")).toBe(0);
  expect(budgets.take("person-clients", "a")).toBe(337_500);
  advance(337_500);
  expect(budgets.left("person-clients", "a")).toBe(1);
});

test("[BU2] what is refused costs nothing; an amount over all there can be is taken when nothing was used", () => {
  const { budgets, advance } = budgetsAt();
  expect(budgets.take(RATE, "a", CAPACITY - 1)).toBe(0);
  expect(budgets.take(RATE, "a", 2)).toBe(200);
  expect(budgets.take(RATE, "a", 1)).toBe(0);
  advance(60_000);
  expect(budgets.take(RATE, "a", 10 * CAPACITY)).toBe(0);
  expect(budgets.take(RATE, "a")).toBeGreaterThan(0);
});

test("[BU3] what is charged is taken, and the debt is paid by time", () => {
  const { budgets, advance } = budgetsAt();
  expect(budgets.charge(RATE, "a", CAPACITY)).toBe(0);
  expect(budgets.charge(RATE, "a", 10)).toBe(2_000);
  advance(2_000);
  expect(budgets.charge(RATE, "a", 0)).toBe(0);
});

test("[BU5][BU7] keys that are full again are forgotten, and refusals are counted", () => {
  const { budgets, advance } = budgetsAt();
  budgets.take(RATE, "last", CAPACITY);
  budgets.take(RATE, "last");
  for (let key = 0; key < 10_000; key++) {
    budgets.take(RATE, `key ${String(key)}`);
    advance(200);
  }
  expect(budgets.keys).toBeLessThan(5_000);
  expect(budgets.refusals()[RATE]).toBe(1);
});

test("[BU8] meters of one key spend together, and it is not forgotten while one is open", () => {
  const { budgets, advance } = budgetsAt();
  const [first, second] = [budgets.meter(RATE, "a"), budgets.meter(RATE, "a")];
  expect(first.charge(CAPACITY)).toBe(0);
  expect(second.charge(5)).toBe(1_000);
  expect(budgets.charge(RATE, "a", 5)).toBe(2_000);
  expect(budgets.refusals()[RATE]).toBe(2);
  expect(first.charge(0)).toBe(2_000);
  expect(budgets.refusals()[RATE]).toBe(2);
  advance(3_600_000);
  first.close();
  first.close();
  for (let key = 0; key < 10_000; key++) budgets.take(RATE, `key ${String(key)}`);
  expect(second.charge(CAPACITY)).toBe(0);
  expect(budgets.take(RATE, "a")).toBeGreaterThan(0);
  second.close();
});

test("[BU4] a stock holds its value for each key, and what is given back can be held again, once", () => {
  const { budgets } = budgetsAt();
  const [first, ...held] = Array.from({ length: 20 }, () => budgets.hold("person-sockets", "a"));
  expect([first, ...held]).not.toContain(null);
  expect(budgets.hold("person-sockets", "a")).toBeNull();
  expect(budgets.hold("person-sockets", "b")).not.toBeNull();
  first?.();
  first?.();
  expect(budgets.hold("person-sockets", "a")).not.toBeNull();
  expect(budgets.hold("person-sockets", "a")).toBeNull();
});

test("[BU9] who waits for a stock gets it in the order of asking, and nobody waits for another's", async () => {
  const { budgets } = budgetsAt();
  const held: string[] = [];
  const ask = async (name: string, key: string) => {
    const release = await budgets.holdInTurn("person-readings", key);
    held.push(name);
    return release;
  };
  const most = LIMITS["person-readings"].value;
  const first = Array.from({ length: most }, (_, at) => ask(`first ${String(at)}`, "a"));
  const releases = await Promise.all(first);
  const fifth = ask("fifth", "a");
  const sixth = ask("sixth", "a");
  const other = await ask("other", "b");
  expect(held.slice(most)).toEqual(["other"]);
  releases[1]?.();
  releases[1]?.();
  const releaseFifth = await fifth;
  await Promise.resolve();
  expect(held.slice(most)).toEqual(["other", "fifth"]);
  for (const release of [...releases, other]) release();
  (await sixth)();
  releaseFifth();
  expect(held.slice(most)).toEqual(["other", "fifth", "sixth"]);
  expect(budgets.refusals()["person-readings"]).toBe(2);
  expect(budgets.keys).toBe(0);
});

test("[BU5] what was given back is not remembered", () => {
  const { budgets } = budgetsAt();
  budgets.hold("person-sockets", "a")?.();
  expect(budgets.keys).toBe(0);
});

test("[BU6] each limit has a setting and a line in the operator's handbook", () => {
  const handbook = readFileSync(join(import.meta.dirname, "../../../docs/operating.md"), "utf8");
  for (const name of LIMIT_NAMES) {
    const limit: Limit = LIMITS[name];
    const { kind, value, help } = limit;
    const each = kind === "rate" ? `${String(value)} a ${limit.each ?? "second"}` : String(value);
    const line = handbook.split("\n").find((text) => text.startsWith(`| \`${settingOf(name)}\` `));
    expect(line?.split("|").map((cell) => cell.trim())).toEqual([
      "",
      `\`${settingOf(name)}\``,
      each,
      help,
      "",
    ]);
    expect(readConfig({ [settingOf(name)]: "7" })).toMatchObject({
      ok: true,
      value: { limits: { [name]: 7 } },
    });
    const most = mostOf(name);
    const range = most === Infinity ? "boven de 0" : `boven de 0 en hoogstens ${String(most)}`;
    const tooMuch = most === Infinity ? [] : [String(most + 1)];
    for (const wrong of ["0", "-1", "veel", "1e9", ...tooMuch])
      expect(readConfig({ [settingOf(name)]: wrong })).toEqual({
        ok: false,
        refusal: [`${settingOf(name)} moet een getal ${range} zijn.`],
      });
  }
});
