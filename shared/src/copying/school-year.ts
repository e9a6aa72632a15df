import { addDays, daysBetween, isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { weekNumber } from "../dates/calendar.ts";
import { type SchoolYear, schoolYearName, schoolYearOf, yearOfMonth } from "../dates/school-year.ts";

/** How a title names a school year: 2026-2027, 2026/27, ’26–’27 is not one. */
const NAMED = /\b20\d{2} ?[-–/] ?(?:20)?\d{2}\b/u;

/** The title with this school year in the place of the one that it names, or behind it. */
export function titleInYear(title: string, year: SchoolYear): string {
  const name = schoolYearName(year);
  return NAMED.test(title) ? title.replace(NAMED, name) : `${title} ${name}`.trim();
}

/**
 * By how many weeks a plan that begins on `first` moves to begin in `year`: its first day keeps the number of its week as well as that
 * year lets it, and lies in that year.
 */
export function weeksTo(year: SchoolYear, first: LocalDate): number {
  const days = daysBetween(first, sameDayIn(year, first)) / 7;
  const nearest = Math.round(days);
  // The day itself may be of another week than the day of that date: 1 January 2000 is in week 52 and 1 January 2005 in week 53.
  const fits = [nearest, nearest - 1, nearest + 1].filter(
    (weeks) => schoolYearOf(addDays(first, weeks * 7)) === year,
  );
  const apart = (weeks: number): number =>
    Math.abs(weekNumber(addDays(first, weeks * 7)) - weekNumber(first));
  return fits.toSorted((a, b) => apart(a) - apart(b))[0] ?? nearest;
}

function sameDayIn(year: SchoolYear, date: LocalDate): LocalDate {
  const calendarYear = String(yearOfMonth(year, Number(date.slice(5, 7)))).padStart(4, "0");
  const day = `${calendarYear}${date.slice(4)}`;
  // Only 29 February is not in every year.
  return isLocalDate(day) ? day : `${calendarYear}-02-28`;
}
