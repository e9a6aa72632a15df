import { afterEach, beforeEach, expect, test } from "vitest";
import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { DEFAULT_LIMITS, type LimitValues } from "@planwand/server/budgets/limits.ts";
import { type ExportOrder, Exports } from "@planwand/server/exports/exports.ts";
import { now } from "../../builders/clock.ts";
import { exportSourceOf, optionsOf, reportSource } from "../../builders/report-source.ts";

const MD = { id: "md", holds: "document" } as const;
const source = exportSourceOf(reportSource());

let exports: Exports;
const withLimits = (given: Partial<LimitValues> = {}): void => {
  exports = new Exports(new Budgets({ ...DEFAULT_LIMITS, ...given }, now));
};
beforeEach(() => withLimits());
afterEach(() => exports.close());

/** Every order is for another file, unless it has the same options. */
let count = 0;
function order(given: Partial<ExportOrder> = {}): ExportOrder {
  const options = optionsOf({ on: "2026-11-23", goal: `goal-${String(++count)}` });
  return {
    planId: "plan-0000001",
    person: "anja",
    address: "1.2.3.4",
    format: MD,
    source,
    options,
    ...given,
  };
}

const codes = async (orders: readonly ExportOrder[]): Promise<string[]> => {
  const made = await Promise.all(orders.map((one) => exports.make(one)));
  return made.map((one) => (one.ok ? "ok" : one.refusal.code));
};

test("[EXP4] a file that cannot be made is refused by itself; the next one is made", async () => {
  const broken = { ...source, plan: new TextEncoder().encode("{"), key: "broken" };
  expect(await exports.make(order({ source: broken }))).toMatchObject({
    ok: false,
    refusal: { code: "failed" },
  });
  const made = await exports.make(order());
  expect(made).toMatchObject({
    ok: true,
    value: { name: "testplan_activiteitenplan_2026-11-23_concept.md" },
  });
});

test("[EXP4] one that takes too long is given up, and others are made meanwhile", async () => {
  withLimits({ "export-seconds": 0.001 });
  expect(await exports.make(order())).toMatchObject({
    ok: false,
    refusal: { code: "failed", reason: "took too long" },
  });
});

test("[EXP13] a person has one file made and two waiting, an address its share, and all together have an end", async () => {
  const anja = Array.from({ length: 4 }, () => order());
  const bram = order({ person: "bram", planId: "plan-0000002" });
  expect(await codes([...anja, bram])).toEqual(["ok", "ok", "ok", "too-many", "ok"]);
  await exports.close();
  withLimits({ "address-exports": 2 });
  const people = ["anja", "bram", "chris"].map((person) => order({ person }));
  expect(await codes(people)).toEqual(["ok", "ok", "too-many"]);
  expect(await codes([order({ person: "dina", address: "5.6.7.8" })])).toEqual(["ok"]);
  await exports.close();
  withLimits({ exports: 1 });
  const many = ["anja", "bram", "chris"].map((person) => order({ person }));
  expect(await codes(many)).toEqual(["ok", "ok", "busy"]);
});

test("[EXP13] the same file is made once for all who ask, and kept until its plan is erased", async () => {
  const wanted = order();
  const people = Array.from({ length: 10 }, (_, at) => ({ ...wanted, person: String(at) }));
  const made = await Promise.all(people.map((one) => exports.make(one)));
  const files = new Set(made.map((one) => one.ok && one.value));
  expect(files.size).toBe(1);
  const [file] = files;
  const again = await exports.make(wanted);
  expect(again.ok && again.value).toBe(file);
  exports.forget("plan-0000001");
  const anew = await exports.make(wanted);
  expect(anew.ok && anew.value).not.toBe(file);
  expect(anew.ok && anew.value).toEqual(file);
});
