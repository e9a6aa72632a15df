import { nameKey } from "../kernel/name-key.ts";
import { monthNamed } from "./day-names.ts";

/** The numbers that somebody wrote for a day, which need not exist; the year is null when they left it out. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const NUMBERS = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ]['’]?(\d{4}|\d{2}))?$/;
const DAY_FIRST =
  /^(\d{1,2})(?:(?:e|de|ste|st|nd|rd|th)[-./ ]+|[-./ ]*)(?:of )?([a-z]{3,9})\.?(?:,?[-./ ]*['’]?(\d{4}|\d{2}))?$/;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/;

/** A text in small letters, with single spaces, one kind of dash, and no full stop behind a number at its end. */
export function dayText(text: string): string {
  return nameKey(text)
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/(\d)\.$/, "$1");
}

/**
 * What a text as `dayText` makes it says of a day, day first: `1-3-2027`, `1/3`, `01.03.27`, `1 mrt`, `1st of March 2027`,
 * `Mar 1`, `2027-03-01`, `20270301`. Null for any other text.
 */
export function readWritten(text: string): WrittenDay | null {
  const iso = ISO.exec(text);
  if (iso !== null) return written(iso[1], Number(iso[3]), iso[4]);
  const compact = COMPACT.exec(text);
  if (compact !== null) return written(compact[1], Number(compact[2]), compact[3]);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) return written(numbers[3], Number(numbers[2]), numbers[1]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) return written(dayFirst[3], monthNamed(dayFirst[2] ?? ""), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst === null ? null : written(monthFirst[3], monthNamed(monthFirst[1] ?? ""), monthFirst[2]);
}

/** A year as it is meant: of two digits, one of this century. */
export function fullYear(year: string): number {
  return Number(year.length === 2 ? `20${year}` : year);
}

function written(year: string | undefined, month: number | null, day: string | undefined): WrittenDay | null {
  if (month === null) return null;
  return { year: year === undefined ? null : fullYear(year), month, day: Number(day) };
}
