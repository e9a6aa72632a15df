import { addDays, type LocalDate } from "../kernel/clock.ts";
import type { Blackout, Communication, Decision } from "../plan/schema.ts";

/** A month of the calendar: `2026-12`. */
export type Month = string;

export function isMonth(text: string | null): text is Month {
  return text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

/** The last month of the year 9999, counted from the first of the year 0. */
const LAST_MONTH = 9_999 * 12 + 11;

/** The month that comes `count` months later; earlier when it is negative. As far as months can be written. */
export function addMonths(month: Month, count: number): Month {
  const wanted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  const months = Math.min(Math.max(wanted, 0), LAST_MONTH);
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The same day so many months later, or the last day of that month when it is shorter. */
export function sameDayLater(date: LocalDate, count: number): LocalDate {
  const month = addMonths(monthOf(date), count);
  return `${month}-${String(Math.min(Number(date.slice(8)), daysIn(month))).padStart(2, "0")}`;
}

/** How many days a month has. */
function daysIn(month: Month): number {
  const [year, at] = month.split("-").map(Number);
  // The days of years before 100 are those of the same year four centuries on.
  return new Date(Date.UTC((year ?? 0) + 400, at ?? 1, 0)).getUTCDate();
}

/** How many days after a Monday this is: 0 to 6. */
export function weekday(date: LocalDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** What the calendar shows beside each other. */
export interface Dated {
  readonly moments: readonly Communication[];
  readonly decisions: readonly Decision[];
  readonly blackouts: readonly Blackout[];
}

/** A day with all that falls on it: moments, decisions that are needed by then, and closed periods around it. */
export interface CalendarDay extends Dated {
  readonly date: LocalDate;
  /** False for the days of other months that fill the first and the last week. */
  readonly isInMonth: boolean;
}

/** The weeks that a month touches, each from Monday to Sunday. */
export function weeksOf(month: Month, dated: Dated): readonly (readonly CalendarDay[])[] {
  const first = `${month}-01`;
  const before = weekday(first);
  const length = daysIn(month);
  const dayAt = (at: number): CalendarDay => {
    const date = addDays(first, at);
    return { date, isInMonth: at >= 0 && at < length, ...onDay(date, dated) };
  };
  return Array.from({ length: Math.ceil((before + length) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => dayAt(week * 7 + day - before)),
  );
}

/** The days of a month on which something falls. */
export function busyDays(month: Month, dated: Dated): readonly CalendarDay[] {
  return weeksOf(month, dated)
    .flat()
    .filter(
      ({ isInMonth, moments, decisions, blackouts }) =>
        isInMonth && moments.length + decisions.length + blackouts.length > 0,
    );
}

/** The closed periods that a day falls in; one with only one of its dates is that day. */
export function blackoutsOn(date: LocalDate, blackouts: readonly Blackout[]): readonly Blackout[] {
  return blackouts.filter(({ start, end }) => {
    const first = start ?? end;
    const last = end ?? start;
    return first !== null && last !== null && first <= date && date <= last;
  });
}

function onDay(date: LocalDate, { moments, decisions, blackouts }: Dated): Dated {
  return {
    moments: moments.filter((moment) => moment.date === date),
    decisions: decisions.filter(({ neededBy }) => neededBy === date),
    blackouts: blackoutsOn(date, blackouts),
  };
}
