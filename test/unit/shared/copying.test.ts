import { COPIED_PARTS } from "@planwand/shared/copying/choices.ts";
import { copiedDates, firstDayOf } from "@planwand/shared/copying/copied-dates.ts";
import { copyPlan } from "@planwand/shared/copying/copy-plan.ts";
import { countParts } from "@planwand/shared/copying/counts.ts";
import { dateMover } from "@planwand/shared/copying/move-date.ts";
import { titleInYear, weeksTo } from "@planwand/shared/copying/school-year.ts";
import { schoolYearName, schoolYearOf } from "@planwand/shared/dates/school-year.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { weekNumber } from "@planwand/shared/dates/calendar.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { expect, test } from "vitest";
import { countingIds, examplePlanDoc, seededDoc } from "../../builders/plan-doc.ts";

const CHRISTMAS = { id: "blackout-000001", name: "Kerstvakantie", start: "2026-12-19", end: "2027-01-03" };
const EXAMS = { id: "blackout-000002", name: "Examenweek", start: "2027-01-04", end: "2027-01-07" };

test("[CP57] a school year runs from August to July, and weeks keep their number where they can", () => {
  expect(["2026-07-31", "2026-08-01", "2027-07-31"].map(schoolYearOf)).toEqual([2025, 2026, 2026]);
  expect(schoolYearName(2027)).toBe("2027–2028");
  // 2026 has 53 weeks: week 40 of the next year is 53 weeks later, week 10 is 52.
  expect(weeksTo(2027, "2026-09-28")).toBe(53);
  expect(weekNumber(addDays("2026-09-28", 53 * 7))).toBe(weekNumber("2026-09-28"));
  expect(weeksTo(2027, "2027-03-08")).toBe(52);
  // A Saturday in week 52, and five years on the same date is a Saturday in week 53.
  expect(addDays("2000-01-01", weeksTo(2004, "2000-01-01") * 7)).toBe("2004-12-25");
  // The first days of August stay in the year, whatever their week.
  expect(schoolYearOf(addDays("2027-08-01", weeksTo(2028, "2027-08-01") * 7))).toBe(2028);
  expect(schoolYearOf(addDays("2024-02-29", weeksTo(2024, "2024-02-29") * 7))).toBe(2024);
});

test("[CP57] a title that names a school year names the other one; another gets it behind it", () => {
  expect(titleInYear("Invoering OKE 2026-2027", 2027)).toBe("Invoering OKE 2027–2028");
  expect(titleInYear("OKE 2026/27, team Zorg", 2027)).toBe("OKE 2027–2028, team Zorg");
  expect(titleInYear("Invoering OKE", 2027)).toBe("Invoering OKE 2027–2028");
  expect(titleInYear("", 2027)).toBe("2027–2028");
});

test("[CP54] free periods that touch are one, with the weekend behind them", () => {
  const move = dateMover(1, [EXAMS, CHRISTMAS]);
  // Wednesday 23 December: behind Christmas begin the exams, on Thursday 7 January they end.
  expect(move("2026-12-16")).toEqual({ to: "2027-01-08", behind: "Kerstvakantie, Examenweek" });
  expect(dateMover(1, [CHRISTMAS])("2026-12-16")).toEqual({ to: "2027-01-04", behind: "Kerstvakantie" });
  // The Saturday behind a period that ends on Friday would come before what moved out of it.
  const untilFriday = { ...CHRISTMAS, end: "2027-01-01" };
  expect(dateMover(1, [untilFriday])("2026-12-26")).toEqual({ to: "2027-01-04", behind: "Kerstvakantie" });
  expect(dateMover(1, [CHRISTMAS])("2026-12-11")).toEqual({ to: "2026-12-18", behind: null });
  expect(dateMover(0, [CHRISTMAS])("2026-12-24")).toEqual({ to: "2026-12-24", behind: null });
});

test("[CP54] one of its dates makes a day of a free period; one that is turned round, or without dates, is not in the way", () => {
  const onDay = dateMover(1, [{ ...CHRISTMAS, name: " ", end: null }]);
  expect(onDay("2026-12-12")).toEqual({ to: "2026-12-21", behind: "" });
  const turned = { ...CHRISTMAS, start: "2027-01-03", end: "2026-12-19" };
  expect(dateMover(1, [turned, { ...EXAMS, start: null, end: null }])("2026-12-16")).toEqual({
    to: "2026-12-23",
    behind: null,
  });
});

test("[CP51][CP53] the example copied to the next year begins anew, a year later", () => {
  const plan = toPlan(examplePlanDoc());
  const first = firstDayOf(plan) ?? "";
  const weeks = weeksTo(schoolYearOf(first) + 1, first);
  const choices = { parts: COPIED_PARTS, weeks };
  const copy = copyPlan(plan, { ...choices, title: "Volgend jaar" }, countingIds("copy"));
  expect(countParts(copy)).toEqual({ ...countParts(plan), blackouts: copy.blackouts.length });
  expect(copy.activities.map(({ title }) => title)).toEqual(plan.activities.map(({ title }) => title));
  expect(schoolYearOf(firstDayOf(copy) ?? "")).toBe(schoolYearOf(first) + 1);
  expect(copiedDates(plan, choices)).toHaveLength(copiedDates(copy, { ...choices, weeks: 0 }).length);
});

test("[CP50] a plan with nothing in it gives one with nothing in it", () => {
  const plan: Plan = toPlan(seededDoc("blank"));
  const copy = copyPlan(plan, { title: "Leeg", parts: [], weeks: 52 }, countingIds("copy"));
  expect(copy.activities).toEqual([]);
  expect(copy.phases.map(({ name }) => name)).toEqual(plan.phases.map(({ name }) => name));
  expect(firstDayOf(plan)).toBe(null);
});
