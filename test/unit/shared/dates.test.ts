import { addDays, dayOf, daysBetween, isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { monthOf, sameDayLater, weekday } from "@planwand/shared/dates/calendar.ts";
import { busyDays, weeksOf } from "@planwand/shared/views/month.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { momentOf, wallTimeAt } from "../../setup/moment.ts";

const LAST = "9999-12-31";
const NOTHING = { moments: [], decisions: [], blackouts: [] };
const anyDate = fc
  .integer({ min: 0, max: daysBetween("1900-01-01", "2200-12-31") })
  .map((days) => addDays("1900-01-01", days));
const anyMoment = fc.integer({ min: momentOf("2020-01-01"), max: momentOf("2040-12-31") });

test("domain W4b: days go on over the end of a month, a leap day, the nights that the clock changes and the turn of the year", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2027-02-28", 1)).toBe("2027-03-01");
  expect(addDays("2027-03-27", 2)).toBe("2027-03-29");
  expect(addDays("2027-10-30", 2)).toBe("2027-11-01");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(daysBetween("2027-01-01", "2028-01-01")).toBe(365);
  expect(daysBetween("2028-01-01", "2029-01-01")).toBe(366);
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
      const moved = addDays(date, days);
      expect(isLocalDate(moved)).toBe(true);
      expect(daysBetween(date, moved)).toBe(days);
      expect(weekday(moved)).toBe((((weekday(date) + days) % 7) + 7) % 7);
      expect(Temporal.PlainDate.from(date).add({ days }).toString()).toBe(moved);
    }),
  );
});

test("domain W4b: a day stays within those that can be written, however far it is moved", () => {
  expect(addDays(LAST, 1)).toBe(LAST);
  expect(addDays("2026-11-23", 9e9)).toBe(LAST);
  expect(addDays("0000-01-01", -400)).toBe("0000-01-01");
});

test("domain T6a: a day has its like in every month, and is the last one where that is shorter", () => {
  expect(sameDayLater("2028-02-29", 12)).toBe("2029-02-28");
  expect(sameDayLater("2027-12-31", 2)).toBe("2028-02-29");
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
      expect(sameDayLater(date, months)).toBe(Temporal.PlainDate.from(date).add({ months }).toString());
    }),
  );
});

test("domain T6a: the first and the last month that can be written are months like others", () => {
  for (const month of ["0000-01", "0001-02", "9999-12"]) {
    const weeks = weeksOf(month, NOTHING);
    expect(weeks.flat().filter(({ isInMonth }) => isInMonth)).toHaveLength(month === "0001-02" ? 28 : 31);
    for (const { date } of weeks.flat()) expect(isLocalDate(date)).toBe(true);
  }
  const [day] = busyDays("9999-12", {
    ...NOTHING,
    blackouts: [{ id: "b", name: "", start: LAST, end: LAST }],
  });
  expect(day?.date).toBe(LAST);
  expect([sameDayLater(LAST, 1), sameDayLater("0000-01-05", -1)]).toEqual([LAST, "0000-01-05"]);
});

test("[RPT3] the day of a moment is the one in the Netherlands, also at night and when the clock changes", () => {
  expect(dayOf(momentOf("2027-01-01T00:30"))).toBe("2027-01-01");
  expect(dayOf(momentOf("2027-12-31T23:59"))).toBe("2027-12-31");
  expect(dayOf(momentOf("2027-03-28T00:10"))).toBe("2027-03-28");
  expect(dayOf(momentOf("2027-10-31T23:59"))).toBe("2027-10-31");
  fc.assert(
    fc.property(anyMoment, (at) => {
      expect(dayOf(at)).toBe(wallTimeAt(at).toPlainDate().toString());
      expect(monthOf(dayOf(at))).toBe(wallTimeAt(at).toPlainDate().toPlainYearMonth().toString());
    }),
  );
});
