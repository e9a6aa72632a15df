import { dayAt } from "../dates/calendar.ts";
import { weekdayNamed } from "../dates/day-names.ts";
import { dayText, readWritten } from "../dates/written-day.ts";
import { addDays, dayOf, isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { type Cell, type RawCell, textOf } from "./cell.ts";

/** Day 0 of a spreadsheet, from 1 March 1900 on: it thinks that 1900 was a leap year. */
const SERIAL_ZERO = "1899-12-30";
/** A smaller number is a year, or a count of something. */
const SERIAL_FIRST = 10_000;
/** 31 December 9999, the last day that a spreadsheet knows. */
const SERIAL_LAST = 2_958_465;

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** A moment of which the zone is said: which day that was depends on where one is. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})$/;
/** A day as programs write it, with a time behind it. */
const TIMED = /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[t ].*$/;
const TIME = /,?(?: om| at)? \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: uur)?$/;

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
  const written = readWritten(text.replace(TIME, "").replace(TIMED, "$1"));
  return written === null || written.year === null ? null : dayAt(written.year, written.month, written.day);
}

/** What a text like `03/25/2027` says in either order; null for a text of another form, or that is a day in neither. */
export function slashedDay(
  cell: RawCell,
): { readonly dayFirst: LocalDate | null; readonly monthFirst: LocalDate | null } | null {
  const parts = typeof cell === "string" ? SLASHED.exec(bareText(cell).replace(TIME, "")) : null;
  if (parts === null) return null;
  const [first = 0, second = 0, year = 0] = parts.slice(1).map(Number);
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
