import { toPlan } from "@planwand/shared/plan/read.ts";
import { expectationsOf } from "@planwand/shared/views/expectations.ts";
import { circlesMissing, partyUseOf, slotsOf } from "@planwand/shared/views/roles.ts";
import { endsTooLate, waitingChain } from "@planwand/shared/views/dependencies.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const idOf = (name: string): string => plan.parties.find((party) => party.name === name)?.id ?? "";

test("domain R8: the roles of a party in an activity, in the order of the slots", () => {
  const roles = { sponsor: ["a"], executor: [], codecider: ["a", "b"], consulted: [], informed: ["b"] };
  expect(slotsOf({ roles }, "a")).toEqual(["sponsor", "codecider"]);
  expect(slotsOf({ roles }, "b")).toEqual(["codecider", "informed"]);
  expect(slotsOf({ roles }, "c")).toEqual([]);
});

test("domain T4: a circle of which nobody has a role is missing", () => {
  expect(circlesMissing(plan.activities, plan.parties)).toEqual([]);
  const one = plan.activities.filter(({ title }) => title === "Overige opleidingsteams opleiden");
  expect(circlesMissing(one, plan.parties)).toContain("ict");
  expect(circlesMissing([], plan.parties)).toHaveLength(5);
});

test("domain A3: a party's use counts activities, decisions and moments", () => {
  const use = partyUseOf(idOf("Examencommissie"), plan);
  expect(use.activities).toBeGreaterThan(5);
  expect(use.decisions).toBeGreaterThan(2);
  expect(partyUseOf("nobody-0001", plan)).toEqual({ activities: 0, decisions: 0, communications: 0 });
});

test("domain W6b: what is expected of a party is complete, without what is over, by date", () => {
  const party = idOf("Examencommissie");
  const expected = expectationsOf(party, plan, ({ status }) => status === "decided");
  const dates = expected.map(({ date }) => date ?? "9999");
  expect(dates).toEqual(dates.toSorted());
  const open = plan.activities.filter(
    (card) => slotsOf(card, party).length > 0 && card.status !== "done" && card.status !== "dropped",
  );
  expect(expected.filter(({ kind }) => kind === "activity")).toHaveLength(open.length);
  expect(expected.some((one) => one.kind === "decision" && one.as === "decider")).toBe(true);
  expect(expected.some((one) => one.kind === "decision" && one.as === "adviser")).toBe(true);
  expect(expected.some((one) => one.kind === "communication")).toBe(true);
});

test("domain W4b: a predecessor that ends on or after the start is too late; equal dates are", () => {
  expect(endsTooLate({ end: "2027-01-02" }, { start: "2027-01-02" })).toBe(true);
  expect(endsTooLate({ end: "2027-01-01" }, { start: "2027-01-02" })).toBe(false);
  expect(endsTooLate({ end: null }, { start: "2027-01-02" })).toBe(false);
});

test("domain W4b: the chain by which one comes to wait for another is the shortest, and a circle ends", () => {
  const waits: Record<string, readonly string[]> = { a: ["b", "c"], b: ["d"], c: ["e"], e: ["d"], d: ["a"] };
  expect(waitingChain((id) => waits[id] ?? [], "a", "d")).toEqual(["a", "b", "d"]);
  expect(waitingChain((id) => waits[id] ?? [], "a", "x")).toEqual([]);
});
