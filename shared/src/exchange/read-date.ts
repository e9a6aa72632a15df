import { addDays, isLocalDate, type LocalDate } from "../kernel/clock.ts";
import { type Cell, nameKey } from "./cell.ts";

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

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/;
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/;
const WORDS =
  /^(?:[a-z]{2,9}\.? )?(\d{1,2})(?:e|st|nd|rd|th)?[-. ]+(?:of )?([a-z]{3,9})\.?,?[-. ]+(\d{2}|\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/**
 * A day as people and programs write it: `1-3-2027` (day first, as in Dutch), `1 mrt 2027`, `1 March 2027`, `2027-03-01`, with a time
 * behind it or not, or the number by which a spreadsheet counts days. Null for what is no day.
 */
export function readDay(cell: Cell): LocalDate | null {
  if (cell === null) return null;
  if (typeof cell === "object") return isLocalDate(cell.date) ? cell.date : null;
  if (typeof cell === "number") return daySerial(cell);
  const text = nameKey(cell);
  if (/^\d{5,7}(?:\.\d+)?$/.test(text)) return daySerial(Number(text));
  const iso = ISO.exec(text);
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return day(numbers[3], numbers[2], numbers[1]);
  const words = WORDS.exec(text);
  if (words !== null) return day(words[3], monthOf(words[2]), words[1]);
  const english = MONTH_FIRST.exec(text);
  return english === null ? null : day(english[3], monthOf(english[1]), english[2]);
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
