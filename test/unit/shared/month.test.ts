import { addDays } from "@planwand/shared/kernel/clock.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { addMonths, isMonth, monthOf, sameDayLater, weekday } from "@planwand/shared/dates/calendar.ts";
import { blackoutsOn, busyDays, weeksOf } from "@planwand/shared/views/month.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../builders/plan-doc.ts";

const plan = toPlan(examplePlanDoc());
const holiday = { id: "b1", name: "Kerstvakantie", start: "2026-12-21", end: "2027-01-01" };
const dated = { moments: plan.communications, decisions: plan.decisions, blackouts: [holiday] };
const NOTHING = { moments: [], decisions: [], blackouts: [] };

test("domain T6a: months go on over the turn of the year", () => {
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2027-01", -1)).toBe("2026-12");
  expect(addMonths("2026-03", -15)).toBe("2024-12");
  expect([isMonth("2026-12"), isMonth("2026-13"), isMonth("2026-1"), isMonth(null)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test("domain T6a: a day has its like in another month, the last one where that is shorter", () => {
  expect(sameDayLater("2026-12-03", 1)).toBe("2027-01-03");
  expect(sameDayLater("2027-01-31", 1)).toBe("2027-02-28");
  expect(sameDayLater("2027-01-31", -2)).toBe("2026-11-30");
});

test("domain T6a: a calendar begins each week on Monday and holds every day of its month once", () => {
  const month = fc
    .tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 0, max: 11 }))
    .map(([year, at]) => addMonths(`${String(year)}-01`, at));
  fc.assert(
    fc.property(month, (asked) => {
      const weeks = weeksOf(asked, NOTHING);
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        expect(weekday(week[0]?.date ?? "")).toBe(0);
        expect(week.some(({ isInMonth }) => isInMonth)).toBe(true);
      }
      const days = weeks.flat().map(({ date }) => date);
      expect(days).toEqual(days.map((_, at) => addDays(days[0] ?? "", at)));
      const own = days.filter((date) => monthOf(date) === asked);
      expect([own[0], monthOf(addDays(own.at(-1) ?? "", 1))]).toEqual([`${asked}-01`, addMonths(asked, 1)]);
    }),
  );
});

test("domain T6a: the days of December hold the example's moments, decisions and the holidays", () => {
  const days = busyDays("2026-12", dated);
  const words = days
    .filter(({ moments, decisions }) => moments.length + decisions.length > 0)
    .map(({ date, moments, decisions }) => [date, moments.length, decisions.length]);
  const decided = plan.decisions.filter(({ neededBy }) => neededBy?.startsWith("2026-12") === true);
  expect(words.filter(([, moments]) => moments === 1).map(([date]) => date)).toEqual([
    "2026-12-03",
    "2026-12-15",
  ]);
  expect(words.reduce((sum, [, , decisions]) => sum + Number(decisions), 0)).toBe(decided.length);
  expect(days.filter(({ blackouts }) => blackouts.length > 0)).toHaveLength(11);
});

test("domain T6a: a closed period with one date is that day, and without dates it is never", () => {
  const only = (start: string | null, end: string | null) => [{ id: "b", name: "", start, end }];
  expect(blackoutsOn("2026-12-01", only("2026-12-01", null))).toHaveLength(1);
  expect(blackoutsOn("2026-12-02", only("2026-12-01", null))).toHaveLength(0);
  expect(blackoutsOn("2026-12-01", only(null, "2026-12-01"))).toHaveLength(1);
  expect(blackoutsOn("2026-12-01", only(null, null))).toHaveLength(0);
});
