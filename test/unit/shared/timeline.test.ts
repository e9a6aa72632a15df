import { toPlan } from "@planwand/shared/plan/read.ts";
import { GROUPINGS, timelineOf } from "@planwand/shared/views/timeline.ts";
import {
  datesFrom,
  lengthOf,
  rangeOf,
  shifted,
  spanAround,
  spanOf,
} from "@planwand/shared/views/timeline-dates.ts";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const TODAY = "2026-11-23";
const titleOf = (id: string) => plan.activities.find((activity) => activity.id === id)?.title;

test("domain W4b: by phase, domain or party, every activity is on the timeline once or in the list without dates", () => {
  for (const by of GROUPINGS) {
    const { groups, unplanned } = timelineOf(plan, by, TODAY);
    const shown = [
      ...groups.flatMap(({ bars }) => bars.map(({ activity }) => activity.id)),
      ...unplanned.map(({ id }) => id),
    ];
    expect(shown.toSorted()).toEqual(plan.activities.map(({ id }) => id).toSorted());
    for (const { bars } of groups) {
      const days = bars.map(({ span }) => span.first);
      expect(days).toEqual(days.toSorted());
    }
  }
  const { groups } = timelineOf(plan, "phase", TODAY);
  expect(groups.map(({ id }) => id)).toEqual(plan.phases.map(({ id }) => id));
});

test("domain W4b: of the example one order is broken, and lines between domains are marked", () => {
  const { lines } = timelineOf(plan, "phase", TODAY);
  const broken = lines.filter(({ isBroken }) => isBroken);
  expect(broken.map(({ from, to }) => [titleOf(from), titleOf(to)])).toHaveLength(1);
  for (const { from, to, crossesDomains } of lines) {
    const domainOf = (id: string) => plan.activities.find((activity) => activity.id === id)?.domain;
    expect(crossesDomains).toBe(domainOf(from) !== domainOf(to));
  }
  expect(lines.some(({ crossesDomains }) => crossesDomains)).toBe(true);
  const dropped = plan.activities.map((one) =>
    one.id === broken[0]?.from ? { ...one, status: "dropped" as const } : one,
  );
  const after = timelineOf({ ...plan, activities: dropped }, "phase", TODAY).lines;
  expect(after.filter(({ isBroken }) => isBroken)).toEqual([]);
  expect(after.find(({ from }) => from === broken[0]?.from)?.isVoid).toBe(true);
});

test("domain W4b: what has no phase or nobody to carry it out stands last, under no name", () => {
  const [card] = plan.activities;
  if (card === undefined) throw new Error("the example has activities");
  const lost = { ...card, phase: null, domain: null, roles: { ...card.roles, executor: [] } };
  for (const by of GROUPINGS) {
    const { groups } = timelineOf({ ...plan, activities: [lost] }, by, TODAY);
    expect(groups.at(-1)).toMatchObject({ id: null, bars: [{ activity: lost }] });
  }
});

test("domain A4: phases that overlap lie beside each other, closed periods and marks are by day", () => {
  const phases = ["2026-09-01", "2026-10-01", "2026-12-01"].map((start, at) => ({
    id: `phase-00000${String(at)}`,
    name: "",
    goal: "",
    start,
    end: ["2026-10-15", "2026-11-30", "2026-12-31"][at] ?? null,
  }));
  const timeline = timelineOf({ ...plan, phases }, "phase", TODAY);
  expect(timeline.phases.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  const days = timeline.marks.map(({ date }) => date);
  expect(days).toEqual(days.toSorted());
  const marked = timeline.marks.flatMap(({ moments, decisions }) => [...moments, ...decisions]);
  const dated = plan.communications.filter(({ date }) => date !== null).length;
  expect(marked).toHaveLength(dated + plan.decisions.filter(({ neededBy }) => neededBy !== null).length);
  for (const { span } of timeline.blackouts) expect(span.first >= timeline.range.first).toBe(true);
});

test("domain W4b: dates in the wrong order still have a bar, which says so", () => {
  const [card] = plan.activities;
  if (card === undefined) throw new Error("the example has activities");
  const activities = [{ ...card, start: "2026-12-10", end: "2026-12-01" }];
  const [bar] = timelineOf({ ...plan, activities }, "phase", TODAY).groups.flatMap(({ bars }) => bars);
  expect(bar).toMatchObject({ isReversed: true, span: { first: "2026-12-01", last: "2026-12-10" } });
});

test("domain W4b: a bar moves by whole days, also over the night the clock changes; an end never passes the other", () => {
  const dates = { start: "2027-03-26", end: "2027-03-30" };
  expect(shifted(dates, "whole", 3)).toEqual({ start: "2027-03-29", end: "2027-04-02" });
  expect(shifted(dates, "whole", -400)).toEqual({ start: "2026-02-19", end: "2026-02-23" });
  expect(shifted(dates, "start", 2)).toEqual({ start: "2027-03-28", end: "2027-03-30" });
  expect(shifted(dates, "start", 9)).toEqual({ start: "2027-03-30", end: "2027-03-30" });
  expect(shifted(dates, "end", -9)).toEqual({ start: "2027-03-26", end: "2027-03-26" });
  expect(shifted({ start: null, end: "2027-03-30" }, "whole", 1)).toEqual({ start: null, end: "2027-03-31" });
  expect(shifted({ start: null, end: "2027-03-30" }, "start", -4)).toEqual({
    start: "2027-03-26",
    end: "2027-03-30",
  });
  expect(shifted({ start: "2027-03-26", end: null }, "end", 4)).toEqual({
    start: "2027-03-26",
    end: "2027-03-30",
  });
  expect(shifted({ start: null, end: null }, "whole", 4)).toEqual({ start: null, end: null });
  expect(lengthOf({ first: "2027-03-26", last: "2027-03-30" })).toBe(5);
});

test("domain W4b: what is put down without dates is two weeks long", () => {
  const span = spanOf(datesFrom("2026-12-28"));
  expect(span).toEqual({ first: "2026-12-28", last: "2027-01-10" });
  expect(spanOf({ start: null, end: null })).toBeNull();
});

test("[DT61] a plan runs from the first day of its phases to the last, whichever of them have one", () => {
  const [end, both] = ["2027-07-16", { start: "2027-04-01", end: "2026-12-01" }];
  expect(spanAround([{ start: "2027-01-04", end: null }, both, { start: null, end }])).toEqual({
    first: "2026-12-01",
    last: end,
  });
  expect(spanAround([{ start: null, end: null }])).toBeNull();
});

test("domain W4b: a year typed wrong does not make the rest too small to see", () => {
  const { first, last } = rangeOf([{ first: "0001-01-01", last: "9999-12-31" }], TODAY);
  expect(first > "2016-01-01" && last < "2037-01-01").toBe(true);
  expect(rangeOf([], TODAY)).toEqual({ first: "2026-11-02", last: "2026-12-28" });
});
