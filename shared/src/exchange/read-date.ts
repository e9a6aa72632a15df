import { addDays, dayOf, isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { type Cell, nameKey, type RawCell, textOf } from "./cell.ts";

/** Day 0 of a spreadsheet, from 1 March 1900 on: it thinks that 1900 was a leap year. */
const SERIAL_ZERO = "1899-12-30";
/** A smaller number is a year, or a count of something. */
const SERIAL_FIRST = 10_000;
/** 31 December 9999, the last day that a spreadsheet knows. */
const SERIAL_LAST = 2_958_465;

const MONTHS = [
  ["jan", "januari", "january"],
  ["feb", "februari", "february"],
  ["mrt", "maart", "mar", "march"],
  ["apr", "april"],
  ["mei", "may"],
  ["jun", "juni", "june"],
  ["jul", "juli", "july"],
  ["aug", "augustus", "august"],
  ["sep", "sept", "september"],
  ["okt", "oktober", "oct", "october"],
  ["nov", "november"],
  ["dec", "december"],
] as const;

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[t ].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/;
const WORDS =
  /^(?:[a-z]{2,9}\.? )?(\d{1,2})(?:e|st|nd|rd|th)?[-. ]+(?:of )?([a-z]{3,9})\.?,?[-. ]+['’]?(\d{2}|\d{4})$/;
const MONTH_IN_WORDS = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
/** A moment of which the zone is said: which day that was depends on where one is. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:\d{2})$/;
const WEEKDAY =
  /^(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|mon|tue|wed|thu|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]? /;
const TIME = /,?(?: om| at)? \d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?: uur)?$/;

/**
 * A day as people and programs write it: `1-3-2027` (day first, as in Dutch), `1 mrt 2027`, `1 March 2027`, `2027-03-01`, with a time
 * behind it or not, or the number by which a spreadsheet counts days. Null for what is no day.
 */
export function readDay(cell: Cell): LocalDate | null {
  if (cell === null) return null;
  if (typeof cell === "object") return isLocalDate(cell.date) ? cell.date : null;
  const text = dayText(textOf(cell));
  if (/^\d{5,7}(?:[.,]\d+)?$/.test(text)) return daySerial(Number(text.replace(",", ".")));
  if (MOMENT.test(text)) return dayOfMoment(text);
  const bare = text.replace(TIME, "");
  const iso = ISO.exec(bare);
  if (iso !== null) return day(iso[1], iso[3], iso[4]);
  const compact = COMPACT.exec(bare);
  if (compact !== null) return day(compact[1], compact[2], compact[3]);
  const numbers = NUMBERS.exec(bare);
  if (numbers !== null) return day(numbers[3], numbers[2], numbers[1]);
  const words = WORDS.exec(bare);
  if (words !== null) return day(words[3], monthOf(words[2]), words[1]);
  const english = MONTH_IN_WORDS.exec(bare);
  return english === null ? null : day(english[3], monthOf(english[1]), english[2]);
}

/** What a text like `03/25/2027` says in either order; null for a text of another form, or that is a day in neither. */
export function slashedDay(
  cell: RawCell,
): { readonly dayFirst: LocalDate | null; readonly monthFirst: LocalDate | null } | null {
  const parts = typeof cell === "string" ? SLASHED.exec(dayText(cell).replace(TIME, "")) : null;
  if (parts === null) return null;
  const [, first, second, year] = parts;
  const read = { dayFirst: day(year, second, first), monthFirst: day(year, first, second) };
  return read.dayFirst === null && read.monthFirst === null ? null : read;
}

/** In small letters with one kind of dash, without the day of the week before it and a full stop behind it. */
function dayText(text: string): string {
  return nameKey(text)
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(WEEKDAY, "")
    .replace(/(\d)\.$/, "$1");
}

function dayOfMoment(text: string): LocalDate | null {
  const at = Date.parse(text.toUpperCase().replace(" ", "T"));
  return Number.isNaN(at) ? null : dayOf(at);
}

function daySerial(serial: number): LocalDate | null {
  const days = Math.floor(serial);
  return days >= SERIAL_FIRST && days <= SERIAL_LAST ? addDays(SERIAL_ZERO, days) : null;
}

function monthOf(word: string | undefined): string {
  const at = MONTHS.findIndex((names) => names.some((name) => name === word));
  return String(at + 1);
}

function day(year = "", month = "", date = ""): LocalDate | null {
  const full = year.length === 2 ? `20${year}` : year;
  const read = `${full}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isLocalDate(read) ? read : null;
}
