import { differencesOf } from "@planwand/shared/diff/differences.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Decision } from "@planwand/shared/plan/schema.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import {
  addUp,
  countedIn,
  daysLate,
  meanProgress,
  progressOf,
  rollUp,
  sizeOf,
} from "@planwand/shared/views/progress.ts";
import { steeringOf } from "@planwand/shared/views/steering.ts";
import { burnUpOf, standsUpTo, trendOf } from "@planwand/shared/views/trend.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const TODAY = "2026-11-23";
const view = progressOf(plan, TODAY);
const standing = (decision: Decision) => standingOf(decision, null);
const steering = steeringOf({ ...plan, cells: view.cells }, standing, TODAY);

test("domain W5a: progress of the example by phase is 78.5, 3.3 and nothing, shown in whole per cent", () => {
  const exact = view.phases.map(({ rollUp: part }) => part.progressSum / countedIn(part));
  for (const [at, mean] of [78.5, 3.3, 0, 0, 0].entries()) expect(exact[at]).toBeCloseTo(mean, 1);
  expect(view.phases.map(({ rollUp: part }) => meanProgress(part))).toEqual([79, 3, 0, 0, 0]);
});

test("[DF8] a comparison counts the same activities, and has the same mean, as the page of progress", () => {
  const { activities } = plan;
  const [first] = activities as [(typeof activities)[number]];
  const more = { ...plan, activities: [...activities, { ...first, status: "idea" as const, progress: 0 }] };
  const now = { plan: more, journal: EMPTY_JOURNAL };
  const { progress } = differencesOf({ plan, journal: EMPTY_JOURNAL }, now);
  expect(progress.all).toEqual({ from: countedIn(view.whole), to: countedIn(view.whole) });
  expect(progress.all.to).toBe(37);
  expect(progress.mean).toEqual({ from: meanProgress(view.whole), to: meanProgress(view.whole) });
  expect(progress.done.to).toBe(view.whole.statuses.done);
});

test("domain W5a: phases, domains and cells each add up to the whole", () => {
  const cells = view.cells.flat();
  for (const parts of [view.phases, view.domains, cells])
    expect(addUp([...parts, view.unplaced].map((part) => part.rollUp))).toEqual(view.whole);
  expect(sizeOf(view.whole)).toBe(plan.activities.length);
  expect(addUp([])).toEqual(rollUp([], TODAY));
});

test("domain W5a: every party and every goal has the roll-up of its own activities, and what has none is apart", () => {
  for (const { id, rollUp: part } of view.parties) {
    const own = plan.activities.filter(({ roles }) =>
      id === null ? roles.executor.length === 0 : roles.executor.includes(id),
    );
    expect(part).toEqual(rollUp(own, TODAY));
  }
  for (const { id, rollUp: part } of view.goals) {
    const own = plan.activities.filter(({ goals }) =>
      id === null ? goals.length === 0 : goals.includes(id),
    );
    expect(part).toEqual(rollUp(own, TODAY));
  }
  expect(view.goals.at(-1)?.activities).toHaveLength(11);
});

test("domain W5a: ideas and dropped activities make progress neither more nor less; where nothing counts there is none", () => {
  const done = { status: "done", progress: 100, end: null } as const;
  const idea = { status: "idea", progress: 0, end: null } as const;
  const dropped = { status: "dropped", progress: 60, end: null } as const;
  expect(meanProgress(rollUp([done, idea, dropped], TODAY))).toBe(100);
  expect(meanProgress(rollUp([idea, dropped], TODAY))).toBeNull();
  expect(sizeOf(rollUp([done, idea, dropped], TODAY))).toBe(3);
});

test("domain A7: late is from the day after the end, and neither done nor dropped", () => {
  const end = "2026-11-22";
  expect(daysLate({ status: "active", end }, TODAY)).toBe(1);
  expect(daysLate({ status: "active", end: TODAY }, TODAY)).toBe(0);
  expect(daysLate({ status: "done", end }, TODAY)).toBe(0);
  expect(daysLate({ status: "dropped", end }, TODAY)).toBe(0);
  expect(daysLate({ status: "planned", end: null }, TODAY)).toBe(0);
});

test("domain A7: of the example it is late and blocked what the plan says, and empty what nobody chose to leave empty", () => {
  expect(steering.late).toHaveLength(1);
  expect(steering.late).toEqual(steering.blocked);
  expect(view.whole.late).toBe(1);
  const names = steering.emptyCells.map(({ phase, domain }) => [
    plan.phases.find(({ id }) => id === phase)?.name,
    plan.domains.find(({ id }) => id === domain)?.name,
  ]);
  expect(names).toEqual([
    ["Inrichting", "Beleid"],
    ["Borging", "ICT en systemen"],
  ]);
  const [first] = steering.emptyCells;
  if (first === undefined) throw new Error("two cells are empty");
  const chosen = progressOf({ ...plan, cells: [{ id: "chosen-0001", ...first, emptyReason: "" }] }, TODAY);
  expect(steeringOf({ ...plan, cells: chosen.cells }, standing, TODAY).emptyCells).toHaveLength(1);
});

test("domain A7: decisions and moments are due up to and with the fourteenth day, and what is passed comes first", () => {
  const due = steering.decisions.map(({ neededBy }) => neededBy ?? "");
  expect(due).toEqual(due.toSorted());
  expect(due[0]).toBe("2026-11-13");
  const on = (neededBy: string) => {
    const decisions = plan.decisions
      .slice(0, 1)
      .map((one) => ({ ...one, neededBy, status: "open" as const }));
    return steeringOf({ ...plan, decisions, cells: [] }, standing, TODAY).decisions.length;
  };
  expect([on("2026-12-07"), on("2026-12-08")]).toEqual([1, 0]);
  for (const { date, done } of steering.moments) {
    expect(done).toBe(false);
    expect((date ?? "") <= "2026-12-07").toBe(true);
  }
});

test("domain A7: the next four weeks have what begins or ends in them, and nothing that is late, done or an idea", () => {
  const base = plan.activities.find(({ status }) => status === "planned");
  if (base === undefined) throw new Error("the example has planned activities");
  const nextOf = (change: Partial<typeof base>) =>
    steeringOf({ ...plan, activities: [{ ...base, ...change }], cells: [] }, standing, TODAY).next.length;
  expect(nextOf({ start: TODAY, end: null })).toBe(1);
  expect(nextOf({ start: "2026-12-20", end: null })).toBe(1);
  expect(nextOf({ start: "2026-12-21", end: null })).toBe(0);
  expect(nextOf({ start: "2026-01-01", end: "2026-12-01" })).toBe(1);
  expect(nextOf({ start: TODAY, end: "2026-11-22" })).toBe(0);
  expect(nextOf({ start: TODAY, end: null, status: "done" })).toBe(0);
  expect(nextOf({ start: TODAY, end: null, status: "idea" })).toBe(0);
});

test("domain A7: the burn-up knows what was done up to today and what should be done up to the last end", () => {
  const past = [
    { date: "2026-11-02", rollUp: rollUp([], "2026-11-02") },
    { date: "2026-11-20", rollUp: rollUp(plan.activities.slice(0, 4), "2026-11-20") },
    { date: TODAY, rollUp: rollUp([], TODAY) },
  ];
  const stands = standsUpTo(past, plan.activities, TODAY);
  expect(stands).toHaveLength(22);
  expect(stands.at(-2)?.rollUp).toEqual(past[1]?.rollUp);
  expect(stands.at(-1)?.rollUp).toEqual(view.whole);
  const days = burnUpOf(stands, plan.activities);
  expect(days.length).toBeLessThanOrEqual(122);
  const now = days.find(({ date }) => date === TODAY);
  expect([now?.scope, now?.done]).toEqual([37, 5]);
  const last = days.at(-1);
  expect([last?.scope, last?.done]).toEqual([null, null]);
  expect(last?.planned).toBe(
    plan.activities.filter(({ status }) => !["idea", "dropped"].includes(status)).length,
  );
  expect(trendOf(stands).at(-1)).toEqual({
    date: TODAY,
    progress: meanProgress(view.whole),
    late: 1,
    blocked: 1,
  });
});

test("domain A7: a plan of today has a trend of one day, and one of years has no more points than one can see", () => {
  expect(trendOf(standsUpTo([], [], TODAY))).toEqual([{ date: TODAY, progress: null, late: 0, blocked: 0 }]);
  expect(burnUpOf(standsUpTo([], [], TODAY), [])).toHaveLength(1);
  const long = standsUpTo([{ date: "2021-01-01", rollUp: rollUp([], TODAY) }], plan.activities, TODAY);
  expect(trendOf(long).length).toBeLessThanOrEqual(122);
  expect(trendOf(long).at(-1)?.date).toBe(TODAY);
  const wrong = [{ status: "planned", start: null, end: "9999-12-31" } as const];
  expect(burnUpOf(long, wrong).length).toBeLessThanOrEqual(122);
});
