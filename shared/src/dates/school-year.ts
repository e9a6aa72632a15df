import type { LocalDate } from "../kernel/clock.ts";

/** The calendar year in which a school year begins, on 1 August: 2026 is the school year 2026–2027. */
export type SchoolYear = number;

const FIRST_MONTH = 8;

/** The school year of a day. */
export function schoolYearOf(date: LocalDate): SchoolYear {
  const month = Number(date.slice(5, 7));
  return Number(date.slice(0, 4)) - yearOfMonth(0, month);
}

/** The calendar year in which a month, 1 to 12, of a school year falls. */
export function yearOfMonth(year: SchoolYear, month: number): number {
  return month >= FIRST_MONTH ? year : year + 1;
}

/** 2026–2027 */
export function schoolYearName(year: SchoolYear): string {
  return `${String(year)}–${String(year + 1)}`;
}
