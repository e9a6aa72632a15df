import { addDays, daysBetween, isLocalDate, type LocalDate } from "../kernel/clock.ts";

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
export function daysIn(month: Month): number {
  const [year, at] = month.split("-").map(Number);
  // The days of years before 100 are those of the same year four centuries on.
  return new Date(Date.UTC((year ?? 0) + 400, at ?? 1, 0)).getUTCDate();
}

/** How many days after a Monday this is: 0 to 6. */
export function weekday(date: LocalDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The day with these numbers; null when there is none, such as 31 February. */
export function dayAt(year: number, month: number, day: number): LocalDate | null {
  const two = (value: number): string => String(value).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return isLocalDate(date) ? date : null;
}

/** The number of the week as ISO 8601 counts them: from Monday, and week 1 has the first Thursday of the year. */
export function weekNumber(date: LocalDate): number {
  const thursday = addDays(date, 3 - weekday(date));
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** The Monday of a week of a year by that count; null for a week that the year does not have. */
export function mondayOf(year: number, week: number): LocalDate | null {
  const fourth = dayAt(year, 1, 4);
  if (fourth === null || week < 1) return null;
  const monday = addDays(fourth, 7 * (week - 1) - weekday(fourth));
  return weekNumber(monday) === week ? monday : null;
}
