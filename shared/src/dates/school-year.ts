import type { LocalDate } from "../kernel/clock.ts";

/** The month in which a school year begins: August. */
const FIRST_MONTH = 8;

/** The year in which the school year of a day begins. */
export function schoolYearOf(day: LocalDate): number {
  return Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < FIRST_MONTH ? 1 : 0);
}

/** The year in which a month, 1 to 12, of the school year that begins in `schoolYear` falls. */
export function yearOfMonth(schoolYear: number, month: number): number {
  return month >= FIRST_MONTH ? schoolYear : schoolYear + 1;
}
