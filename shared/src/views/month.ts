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

/** The month that comes `count` months later; earlier when it is negative. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}`;
}

/** The same day so many months later, or the last day of that month when it is shorter. */
export function sameDayLater(date: LocalDate, count: number): LocalDate {
  const month = addMonths(monthOf(date), count);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
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
  const monday = addDays(first, -weekday(first));
  const days: CalendarDay[] = [];
  for (let at = 0; at % 7 !== 0 || monthOf(addDays(monday, at)) <= month; at++) {
    const date = addDays(monday, at);
    days.push({ date, isInMonth: monthOf(date) === month, ...onDay(date, dated) });
  }
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
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
