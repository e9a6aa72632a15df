import { dayAt } from "../dates/calendar.ts";
import { weekdayNamed } from "../dates/day-names.ts";
import { dayText, fullYear, readWritten } from "../dates/written-day.ts";
import { addDays, dayOf, isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { type Cell, type RawCell, textOf } from "./cell.ts";
import { NO_YEAR, type Period, readPeriod, readRange, type YearOf } from "./read-period.ts";

/** Day 0 of a spreadsheet, from 1 March 1900 on: it thinks that 1900 was a leap year. */
const SERIAL_ZERO = "1899-12-30";
/** A smaller number is a year, or a count of something. */
export const SERIAL_FIRST = 10_000;
/** 31 December 9999, the last day that a spreadsheet knows. */
const SERIAL_LAST = 2_958_465;

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/;
/** A moment of which the zone is said: which day that was depends on where one is. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})$/;
/** A day as programs write it, with a time behind it. */
const TIMED = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[t ].*$/;
const TIME =
  /,?(?: om| at)? \d{1,2}(?::\d{2}|\.\d{2}(?= uur$))(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: uur)?(?: (?:gmt|utc)(?:[+-]\d{1,2}(?::\d{2})?)?)?$/;

/**
 * A day as people and programs write it: `1-3-2027` (day first, as in Dutch), `1 mrt 2027`, `1 March 2027`, `2027-03-01`, with a time
 * behind it or not, or the number by which a spreadsheet counts days. Null for what is no day.
 */
export function readDay(cell: Cell): LocalDate | null {
  if (cell === null) return null;
  if (typeof cell === "object") return isLocalDate(cell.date) ? cell.date : null;
  const text = bareText(textOf(cell));
  if (/^\d{5,7}(?:[.,]\d+)?$/.test(text)) return daySerial(Number(text.replace(",", ".")));
  if (MOMENT.test(text)) return dayOfMoment(text);
  if (/^1\d{12}$/.test(text)) return dayOf(Number(text));
  const written = readWritten(text.replace(TIME, "").replace(TIMED, "$1"));
  return written === null || written.year === null ? null : dayAt(written.year, written.month, written.day);
}

/** What stands behind a day between brackets, such as *(o.v.b.)*, but for a year. */
const REMARK = / ?\([^()]{0,40}[^()\d]\)$/u;

/** What says no more of a day than that it is one. */
const AROUND =
  /^(?:(?:vanaf|per|op|rond|circa|ca\.?|±|~|uiterlijk|from|around) )?|,? (?:a\.?s\.?|jl\.?|e\.v\.?)$/gu;
/** A day between brackets behind words: *kort (31 oktober)*. */
const BETWEEN = /^[^()\d]{1,40}\(([^()]{3,40})\)$/u;

/** A day as a column of days takes it. */
export interface DateReading extends Period {
  /** The text names no single day, or says more than a day: what was made of it is told. */
  readonly isWorkedOut: boolean;
  /** It names a day that it begins on and one that it ends on. */
  readonly isRange: boolean;
}

/** What a cell of somebody's plan says of when: a day, or a period. Null for what says nothing of that. */
export function readDate(cell: Cell, yearOf: YearOf): DateReading | typeof NO_YEAR | null {
  const day = readDay(cell);
  if (day !== null) return { first: day, last: day, isWorkedOut: false, isRange: false };
  const text = bareText(textOf(cell));
  const bare = text
    .replace(REMARK, "")
    .replace(/\((\d{2,4})\)$/u, "$1")
    .replace(AROUND, "");
  if (bare !== text && readDay(bare) !== null) return workedOut(dayPeriod(readDay(bare)));
  const written = readWritten(bare);
  if (written !== null && written.year === null) {
    const year = yearOf(written.month);
    return year === null ? NO_YEAR : workedOut(dayPeriod(dayAt(year, written.month, written.day)));
  }
  const period = readPeriod(bare, yearOf);
  const read = period === null ? workedOut(readRange(bare, yearOf), true) : workedOut(period);
  const between = read === null ? BETWEEN.exec(text)?.[1] : undefined;
  if (between === undefined) return read;
  const inner = readDate(between, yearOf);
  return inner === null || inner === NO_YEAR ? inner : { ...inner, isWorkedOut: true };
}

function dayPeriod(day: LocalDate | null): Period | null {
  return day === null ? null : { first: day, last: day };
}

function workedOut(
  period: Period | typeof NO_YEAR | null,
  isRange = false,
): DateReading | typeof NO_YEAR | null {
  return period === null || period === NO_YEAR ? period : { ...period, isWorkedOut: true, isRange };
}

/** What a text like `03/25/2027` says in either order; null for a text of another form, or that is a day in neither. */
export function slashedDay(
  cell: RawCell,
): { readonly dayFirst: LocalDate | null; readonly monthFirst: LocalDate | null } | null {
  const parts = typeof cell === "string" ? SLASHED.exec(bareText(cell).replace(TIME, "")) : null;
  if (parts === null) return null;
  const [first = 0, second = 0] = parts.slice(1, 3).map(Number);
  const year = fullYear(parts[3] ?? "");
  const read = { dayFirst: dayAt(year, second, first), monthFirst: dayAt(year, first, second) };
  return read.dayFirst === null && read.monthFirst === null ? null : read;
}

/** Without the day of the week before it. */
function bareText(text: string): string {
  const said = dayText(text);
  const [first = "", ...rest] = said.split(" ");
  return weekdayNamed(first.replace(/[.,]$/, "")) === null ? said : rest.join(" ");
}

function dayOfMoment(text: string): LocalDate | null {
  const at = Date.parse(text.toUpperCase().replace(" ", "T"));
  return Number.isNaN(at) ? null : dayOf(at);
}

function daySerial(serial: number): LocalDate | null {
  const days = Math.floor(serial);
  return days >= SERIAL_FIRST && days <= SERIAL_LAST ? addDays(SERIAL_ZERO, days) : null;
}
