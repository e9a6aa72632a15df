import { toPlan } from "@planwand/shared/plan/read.ts";
import { liveActivities } from "@planwand/shared/plan/read-live.ts";
import { type AskedProducts, productsOf } from "@planwand/shared/views/products.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const doc = examplePlanDoc();
const plan = toPlan(doc);
const cards = liveActivities(doc);
const ALL: AskedProducts = {
  kind: null,
  phase: null,
  state: null,
  party: null,
  group: "phase",
  sort: "plan",
};
const products = (asked: Partial<AskedProducts>) =>
  productsOf(cards, plan.decisions, plan, { ...ALL, ...asked }, ({ status }) => status === "decided");
const idsOf = (asked: Partial<AskedProducts>) =>
  products(asked).groups.flatMap((group) => group.products.map(({ id }) => id));

test("domain A5a: every result with a criterion and every decision stands in the list once, in the phase it comes from", () => {
  const { groups, without } = products({});
  const withResult = plan.activities.filter(({ result }) => result.trim() !== "");
  expect(idsOf({}).toSorted()).toEqual([...withResult, ...plan.decisions].map(({ id }) => id).toSorted());
  expect(without.map(({ id }) => id)).toEqual(
    plan.activities.filter(({ result }) => result.trim() === "").map(({ id }) => id),
  );
  expect(groups.map(({ key }) => key).filter((key) => key !== null)).toEqual(plan.phases.map(({ id }) => id));
  for (const { key, products: here } of groups)
    for (const one of here) if (one.kind === "result") expect(one.card.place[0]).toBe(key);
});

test("domain A5a: what is there is counted: done results and decisions in force", () => {
  const done = cards.filter(({ status, result }) => status === "done" && result.trim() !== "").length;
  const decided = plan.decisions.filter(({ status }) => status === "decided").length;
  const ready = (asked: Partial<AskedProducts>) =>
    products(asked).groups.reduce((sum, group) => sum + group.ready, 0);
  expect(ready({})).toBe(done + decided);
  expect(ready({ kind: "result" })).toBe(done);
  expect(ready({ state: "decided" })).toBe(decided);
  expect(ready({ state: "active" })).toBe(0);
});

test("products are narrowed by phase and party, and sorted by date with the undated last", () => {
  const [first] = plan.phases;
  const ids = idsOf({ phase: first?.id ?? "", kind: "result" });
  expect(ids).toEqual(
    plan.activities.filter(({ phase, result }) => phase === first?.id && result !== "").map(({ id }) => id),
  );
  const party = plan.activities[0]?.roles.executor[0] ?? "";
  for (const one of products({ party }).groups.flatMap((group) => group.products)) {
    const involved =
      one.kind === "decision"
        ? [one.decision.decider]
        : [...one.card.roles.executor, ...one.card.roles.sponsor, one.card.acceptedBy];
    expect(involved).toContain(party);
  }
  const [all] = products({ group: "none", sort: "date", kind: "result" }).groups;
  const ends = all?.products.flatMap((one) => (one.kind === "result" ? [one.card.end ?? "9999"] : [])) ?? [];
  expect(ends).toEqual(ends.toSorted());
});
