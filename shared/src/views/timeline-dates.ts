import { addDays, daysBetween, type LocalDate } from "../kernel/clock.ts";

/** The days of something that has a first or a last one, or both. */
export interface Dates {
  readonly start: LocalDate | null;
  readonly end: LocalDate | null;
}

/** Days from the first to the last, both included. */
export interface Span {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** What of a bar is taken hold of. */
export type Grip = "whole" | "start" | "end";

/** How long something is that is put on the timeline without dates, in days. */
const NEW_DAYS = 14;
/** Farther from today than this nothing is drawn to scale: a year typed wrong would make the rest too small to see. */
const MAX_YEARS_AWAY = 10;

/** The days that dates cover; one that is missing is taken to be the other, and a wrong order is turned around. Null without dates. */
export function spanOf({ start, end }: Dates): Span | null {
  const [one, other] = [start ?? end, end ?? start];
  if (one === null || other === null) return null;
  return one <= other ? { first: one, last: other } : { first: other, last: one };
}

/** From the first day of all of these to the last; null when none has a date. */
export function spanAround(all: readonly Dates[]): Span | null {
  const spans = all.map(spanOf).filter((span) => span !== null);
  const [one] = spans;
  if (one === undefined) return null;
  return spans.reduce(
    (around, { first, last }) => ({ first: earlier(around.first, first), last: later(around.last, last) }),
    one,
  );
}

/**
 * The dates after a bar, or one of its ends, went so many days; an end never passes the other. Taking hold of an end that has no
 * date gives it one.
 */
export function shifted(dates: Dates, grip: Grip, days: number): Dates {
  const span = spanOf(dates);
  if (span === null) return dates;
  const { start, end } = dates;
  if (grip === "whole")
    return {
      start: start === null ? null : addDays(start, days),
      end: end === null ? null : addDays(end, days),
    };
  if (grip === "start") {
    const moved = addDays(span.first, days);
    const last = end === null ? null : span.last;
    return { start: last !== null && moved > last ? last : moved, end: last };
  }
  const moved = addDays(span.last, days);
  const first = start === null ? null : span.first;
  return { start: first, end: first !== null && moved < first ? first : moved };
}

/** The dates of something without any that is put down on a day. */
export function datesFrom(day: LocalDate): Dates {
  return { start: day, end: addDays(day, NEW_DAYS - 1) };
}

/** How many days a span has, its first and last included. */
export function lengthOf({ first, last }: Span): number {
  return daysBetween(first, last) + 1;
}

/**
 * The days that a timeline covers: all of these and today, with a margin around them, but nothing farther away than ten years.
 */
export function rangeOf(spans: Iterable<Span>, today: LocalDate): Span {
  let [first, last] = [addDays(today, -14), addDays(today, 28)];
  for (const span of spans) {
    if (span.first < first) first = span.first;
    if (span.last > last) last = span.last;
  }
  // First within bounds: a week after the last day that can be written is no date.
  const farthest = MAX_YEARS_AWAY * 365;
  return {
    first: addDays(later(first, addDays(today, -farthest)), -7),
    last: addDays(earlier(last, addDays(today, farthest)), 7),
  };
}

/** The part of a span that lies in another; its nearest day when none of it does. */
export function within(span: Span, range: Span): Span {
  const clamp = (date: LocalDate): LocalDate => later(range.first, earlier(range.last, date));
  return { first: clamp(span.first), last: clamp(span.last) };
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}
