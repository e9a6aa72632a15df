import { addDays, type LocalDate } from "../kernel/clock.ts";
import { weekday } from "../dates/calendar.ts";
import type { Blackout } from "../plan/schema.ts";

const SATURDAY = 5;

/** Where a date goes. */
export interface Moved {
  readonly to: LocalDate;
  /** The names of the free periods behind which it goes, empty when they have none; null when it would not lie in any. */
  readonly behind: string | null;
}

/** Days one after the other on which nothing is planned, from `first` up to the working day `next`. */
interface Closed {
  readonly first: LocalDate;
  readonly next: LocalDate;
  /** What the free periods are called, told once for all dates that go behind them. */
  readonly names: string;
}

/**
 * Moves dates by whole weeks, as far as dates can be written, and behind the free periods that they would come to lie in. Later dates
 * never come before earlier ones. For no weeks every date stays.
 */
export function dateMover(weeks: number, blackouts: readonly Blackout[]): (date: LocalDate) => Moved {
  if (weeks === 0) return (date) => ({ to: date, behind: null });
  const closed = closedDays(blackouts);
  return (date) => {
    const to = addDays(date, weeks * 7);
    const around = lastBegun(closed, to);
    if (around === null || to >= around.next) return { to, behind: null };
    return { to: around.next, behind: around.names };
  };
}

/** The free periods in order, those that touch as one, each with the weekend behind it. */
function closedDays(blackouts: readonly Blackout[]): readonly Closed[] {
  const closed: { first: LocalDate; next: LocalDate; names: Set<string> }[] = [];
  const spans = blackouts.flatMap((blackout) => spanOf(blackout) ?? []);
  for (const { name, first, last } of spans.toSorted((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = closed.at(-1);
    const next = workingDayAfter(last);
    if (before === undefined || before.next < first) {
      closed.push({ first, next, names: new Set([name]) });
      continue;
    }
    before.names.add(name);
    if (before.next < next) before.next = next;
  }
  return closed.map(({ first, next, names }) => ({
    first,
    next,
    names: [...names].filter((name) => name !== "").join(", "),
  }));
}

/** A period with only one of its dates is that day; one that is turned round, or without dates, is none. */
function spanOf({ name, start, end }: Blackout) {
  const first = start ?? end;
  const last = end ?? start;
  return first === null || last === null || last < first ? null : { name: name.trim(), first, last };
}

function workingDayAfter(date: LocalDate): LocalDate {
  const next = addDays(date, 1);
  return addDays(next, weekday(next) >= SATURDAY ? 7 - weekday(next) : 0);
}

/** The last of these days in order that begins on or before a date. */
function lastBegun(closed: readonly Closed[], date: LocalDate): Closed | null {
  let [from, to] = [0, closed.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((closed[middle]?.first ?? "") <= date) from = middle + 1;
    else to = middle;
  }
  return closed[from - 1] ?? null;
}
