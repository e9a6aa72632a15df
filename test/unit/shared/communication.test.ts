import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Communication, Party, Phase } from "@planwand/shared/plan/schema.ts";
import {
  audienceOf,
  byDate,
  byMonth,
  byPhase,
  inTurn,
  phaseOn,
  stateOf,
} from "@planwand/shared/views/communication.ts";
import { coverageOf, leftOutIn } from "@planwand/shared/views/coverage.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const TODAY = "2026-11-23";
const plan = toPlan(examplePlanDoc());
const { phases, parties, communications, activities } = plan;

const moment = (id: string, values: Partial<Communication> = {}): Communication => ({
  id,
  kind: "inform",
  phase: null,
  activity: null,
  audience: [],
  channel: "",
  date: null,
  sender: null,
  message: "",
  done: false,
  ...values,
});
const ids = (moments: readonly { readonly id: string }[]): string[] => moments.map(({ id }) => id);
const phaseNamed = (name: string): string => phases.find((phase) => phase.name === name)?.id ?? "";
const party = (id: string): Party => ({ id, name: id, kind: "team", circle: "ict" });

test("domain T6a: a moment whose date passed without its tick is late; today it is not yet", () => {
  expect(stateOf(moment("a", { date: "2026-11-22" }), TODAY)).toBe("late");
  expect(stateOf(moment("a", { date: "2026-11-22", done: true }), TODAY)).toBe("done");
  expect(stateOf(moment("a", { date: TODAY }), TODAY)).toBe("today");
  expect(stateOf(moment("a", { date: "2026-11-24" }), TODAY)).toBe("ahead");
  expect(stateOf(moment("a"), TODAY)).toBe("undated");
});

test("domain T6a: moments stand by date, the undated last, and those of one day as they were", () => {
  const days = [null, "2026-12-02", "2026-12-01", "2026-12-02", null].map((date, at) =>
    moment(`m${String(at)}`, { date }),
  );
  expect(ids(byDate(days))).toEqual(["m2", "m1", "m3", "m0", "m4"]);
});

test("domain T6a: the example by phase has every phase in order and every moment once", () => {
  const groups = byPhase(phases, communications);
  expect(groups.map(({ key }) => key)).toEqual(ids(phases));
  expect(groups.map(({ moments }) => moments.length)).toEqual([5, 4, 3, 4, 3]);
});

test("domain T6a: a phase without moments is shown empty, and moments without a known phase come last", () => {
  const groups = byPhase(
    [{ id: "p1" }, { id: "p2" }],
    [moment("a", { phase: "gone" }), moment("b"), moment("c", { phase: "p2" })],
  );
  expect(groups.map(({ key, moments }) => [key, ids(moments)])).toEqual([
    ["p1", []],
    ["p2", ["c"]],
    [null, ["a", "b"]],
  ]);
});

test("domain T6a: by month, from the earliest, and the undated in a group of their own", () => {
  const groups = byMonth([...communications, moment("undated")]);
  expect(groups.map(({ key, moments }) => [key, moments.length])).toEqual([
    ["2026-09", 2],
    ["2026-11", 3],
    ["2026-12", 2],
    ["2027-01", 2],
    ["2027-02", 1],
    ["2027-03", 1],
    ["2027-04", 2],
    ["2027-05", 1],
    ["2027-06", 1],
    ["2027-07", 4],
    [null, 1],
  ]);
});

test("domain T6a: the line of a phase begins with what comes next, then what should have been", () => {
  const p = { phase: "p" };
  const all = [
    moment("done", { ...p, date: "2026-11-01", done: true }),
    moment("undated", p),
    moment("late", { ...p, date: "2026-11-20" }),
    moment("later", { ...p, date: "2026-12-01" }),
    moment("now", { ...p, date: TODAY }),
    moment("elsewhere", { phase: "q", date: TODAY }),
  ];
  expect(ids(inTurn(all, "p", TODAY))).toEqual(["now", "later", "late", "undated", "done"]);
});

test("domain T6a: a day falls in the phase that began last, and else in the first phase", () => {
  expect(phaseOn(phases, TODAY)).toBe(phaseNamed("Ontwerp"));
  expect(phaseOn(phases, "2026-10-01")).toBe(phaseNamed("Analyse"));
  expect(phaseOn(phases, "2020-01-01")).toBe(phaseNamed("Analyse"));
  const open: readonly Phase[] = [{ id: "x", name: "", goal: "", start: "2026-01-01", end: null }];
  expect(phaseOn(open, TODAY)).toBe("x");
  expect(phaseOn([], TODAY)).toBeNull();
});

test("domain T6a: parties that left the plan are no longer in an audience", () => {
  expect(ids(audienceOf(moment("a", { audience: ["y", "gone", "x"] }), [party("x"), party("y")]))).toEqual([
    "x",
    "y",
  ]);
});

test("domain T6b: the example has 31 places where a party works and is in no moment", () => {
  const rows = coverageOf({ phases, parties, moments: communications, activities });
  expect(rows).toHaveLength(parties.length);
  expect(rows.flatMap(({ cells }) => cells).filter(({ isLeftOut }) => isLeftOut)).toHaveLength(31);
  const sum = phases.reduce((total, { id }) => total + leftOutIn(rows, id), 0);
  expect(sum).toBe(31);
});

test("domain T6b: a cell counts what a party hears and tells in that phase, and who only tells is not left out", () => {
  const roles = { sponsor: ["s"], executor: ["x", "z"], codecider: ["y"], consulted: ["s"], informed: [] };
  const rows = coverageOf({
    phases: [{ id: "p" }, { id: "q" }],
    parties: ["s", "x", "y", "z"].map(party),
    moments: [
      moment("later", { phase: "p", date: "2026-12-02", audience: ["x"], sender: "y" }),
      moment("first", { phase: "p", date: "2026-12-01", audience: ["x", "s"] }),
      moment("nowhere", { audience: ["z"] }),
    ],
    activities: [
      { phase: "p", roles, status: "active" },
      { phase: "q", roles, status: "dropped" },
      { phase: null, roles, status: "active" },
    ],
  });
  const said = rows.map(({ party: { id }, cells: [p, q] }) => [
    id,
    ids(p?.hears ?? []),
    p?.tells,
    p?.works,
    p?.isLeftOut,
    q?.isLeftOut,
  ]);
  expect(said).toEqual([
    ["s", ["first"], 0, false, false, false],
    ["x", ["first", "later"], 0, true, false, false],
    ["y", [], 1, true, false, false],
    ["z", [], 0, true, true, false],
  ]);
});
