import { addDays, type LocalDate } from "../kernel/clock.ts";
import { daysIn, type Month, weekday } from "../dates/calendar.ts";
import type { Blackout, Communication, Decision } from "../plan/schema.ts";

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
