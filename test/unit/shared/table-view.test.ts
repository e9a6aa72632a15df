import { toPlan } from "@planwand/shared/plan/read.ts";
import { liveActivities } from "@planwand/shared/plan/read-live.ts";
import { ACTIVITY_STATUSES } from "@planwand/shared/plan/schema.ts";
import {
  linesOf,
  TABLE_COLUMNS,
  tableOf,
  type TableOrder,
  type TablePlan,
} from "@planwand/shared/views/table.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const doc = examplePlanDoc();
const plan = toPlan(doc);
const cards = liveActivities(doc);
const compareWords = new Intl.Collator("nl").compare;
const openDecisions = new Map<string, number>();
for (const { activity, status } of plan.decisions)
  if (activity !== null && status !== "decided")
    openDecisions.set(activity, (openDecisions.get(activity) ?? 0) + 1);
const context: TablePlan = { ...plan, openDecisions };
const table = (order: Partial<TableOrder>) =>
  tableOf(cards, context, { sort: null, group: "none", ...order }, compareWords);
const idsOf = (order: Partial<TableOrder>) =>
  table(order).flatMap((group) => group.cards.map(({ id }) => id));

test("domain W2b: without an order the rows stand as they do on the wall", () => {
  expect(idsOf({})).toEqual(plan.activities.map(({ id }) => id));
});

test("domain W4a: high priority comes first, and what has no end comes last up and down", () => {
  const byPriority = table({ sort: { column: "priority", isDown: false } })[0]?.cards ?? [];
  expect(byPriority[0]?.priority).toBe("high");
  expect(byPriority.at(-1)?.priority).toBe("low");
  const [first = { id: "" }, ...rest] = cards;
  const open = [{ ...first, end: null }, ...rest] as typeof cards;
  for (const isDown of [true, false]) {
    const [group] = tableOf(open, context, { sort: { column: "end", isDown }, group: "none" }, compareWords);
    expect(group?.cards.at(-1)?.id).toBe(first.id);
    const ends = group?.cards.slice(0, -1).map(({ end }) => end ?? "") ?? [];
    expect(ends).toEqual(isDown ? ends.toSorted().toReversed() : ends.toSorted());
  }
});

test("every column sorts all activities, and down is not up", () => {
  for (const column of TABLE_COLUMNS) {
    const up = idsOf({ sort: { column, isDown: false } });
    const down = idsOf({ sort: { column, isDown: true } });
    expect(up.toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
    expect(down.toSorted()).toEqual(up.toSorted());
    expect(down, column).not.toEqual(up);
  }
});

test("groups stand in the order of the plan, those without one last, and their counts add up", () => {
  expect(table({ group: "phase" }).map(({ of }) => of)).toEqual(plan.phases.map(({ id }) => [id]));
  expect(table({ group: "status" }).map(({ of }) => of[0])).toEqual(ACTIVITY_STATUSES);
  const byGoal = table({ group: "goal" });
  expect(byGoal.at(-1)).toMatchObject({ of: [], key: "" });
  expect(byGoal.at(-1)?.cards.every(({ goals }) => goals.length === 0)).toBe(true);
  expect(byGoal.reduce((sum, { done }) => sum + done, 0)).toBe(
    cards.filter(({ status }) => status === "done").length,
  );
});

test("an activity of two parties stands once, under both together", () => {
  const shared = cards.find(({ roles }) => roles.executor.length > 1);
  expect(shared).toBeDefined();
  const groups = table({ group: "party" }).filter((group) => group.cards.some(({ id }) => id === shared?.id));
  expect(groups).toHaveLength(1);
  expect(groups[0]?.of.toSorted()).toEqual([...(shared?.roles.executor ?? [])].toSorted());
});

test("an activity whose phase is gone is under no phase and no domain", () => {
  const [first, ...rest] = cards;
  if (first === undefined) throw new Error("the example has activities");
  const lost = { ...first, place: ["phase-gone", first.place[1], "a0"] } as const;
  for (const group of ["phase", "domain"] as const) {
    const groups = tableOf([lost, ...rest], context, { sort: null, group }, compareWords);
    expect(groups.at(-1)).toMatchObject({ of: [], cards: [{ id: lost.id }] });
  }
});

test("a folded group keeps its heading; without grouping there is none", () => {
  const groups = table({ group: "phase" });
  const [first] = groups;
  const lines = linesOf(groups, "phase", new Set([first?.key ?? ""]));
  expect(lines.filter(({ kind }) => kind === "group")).toHaveLength(groups.length);
  expect(lines).toHaveLength(groups.length + cards.length - (first?.cards.length ?? 0));
  expect(linesOf(table({}), "none", new Set()).every(({ kind }) => kind === "card")).toBe(true);
  expect(tableOf([], context, { sort: null, group: "none" }, compareWords)).toHaveLength(1);
});
