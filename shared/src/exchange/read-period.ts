import { dayAt, daysIn, mondayOf } from "../dates/calendar.ts";
import { monthNamed } from "../dates/day-names.ts";
import { dayText, fullYear, readWritten } from "../dates/written-day.ts";
import { addDays, type LocalDate } from "../kernel/clock.ts";

/** A stretch of days that a text stands for. */
export interface Period {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** A stretch as a text says it that has no year. */
export interface UndatedPeriod {
  readonly undated: string;
}

/** The text stands for days of a year that it does not say. */
export const NO_YEAR = "no-year";

const YEAR = String.raw`(?:[-/ ,]*['’]?(?<year>\d{4}|\d{2}))?`;
const MONTH = new RegExp(
  String.raw`^(?:(?<part>begin|start|half|medio|mid|eind|einde|end)(?: of| van)?[- ])?(?<month>[a-z]{3,9})\.?${YEAR}$`,
  "u",
);
const MONTH_NUMBER = /^(?:(?<year>\d{4})[-/](?<month>\d{1,2})|(?<month2>\d{1,2})[-/](?<year2>\d{4}))$/u;
/** A half of a month: *1e helft april*. */
const HALF = new RegExp(
  String.raw`^(?<half>1e|2e|eerste|tweede) helft (?:van )?(?<month>[a-z]{3,9})\.?${YEAR}$`,
  "u",
);
const QUARTER = new RegExp(
  String.raw`^(?<part>(?:begin|start|eind|einde|end) (?:of |van )?)?(?:q|kw|kwartaal |k)(?<quarter>[1-4])${YEAR}$`,
  "u",
);
const NTH_QUARTER = new RegExp(
  String.raw`^(?<quarter>[1-4])(?:e|de|ste|st|nd|rd|th) (?:kwartaal|quarter|kw)${YEAR}$`,
  "u",
);
const YEAR_QUARTER = /^(?<year>\d{4})[- ]?(?:q|kw)(?<quarter>[1-4])$/u;
const WEEK = new RegExp(
  String.raw`^(?:week|weken|weeks|wk|w)\.? ?(?<week>\d{1,2})(?: ?(?:-|/|t/m|tot en met|to) ?(?:week |weken |wk )?(?<until>\d{1,2})(?!\d))?${YEAR}$`,
  "u",
);
const YEAR_WEEK = /^(?<year>\d{4})-?w(?<week>\d{1,2})$/u;
const RANGE =
  /^(?:van )?(?<from>.{1,24}?)(?: ?(?:t\/m|tot en met|until|to) | (?:-|tot) | ?(?:>?<|>+) ?)(?<until>.{3,24})$/u;
/** A stroke may also stand in a day. */
const STROKED = /^(?:van )?(?<from>.{1,24}?) ?\/ ?(?<until>.{3,24})$/u;
/** Months and quarters have no strokes of their own but before a year. */
const JOINED =
  /^(?<from>[a-z]{3,9}\.?|q[1-4])-(?<until>[a-z]{3,9}\.?(?: ?['’]?\d{2,4})?|q[1-4](?: ?['’]?\d{2,4})?)$/u;

const ARROW = / ?(?:→|[-=]>) ?/u;

/** A longer text is a sentence. */
const LONGEST = 60;

/** In which parts of a month people say that something falls: its first ten days, its middle day, its last. */
const PARTS: Readonly<Record<string, "begin" | "middle" | "end">> = {
  begin: "begin",
  start: "begin",
  half: "middle",
  medio: "middle",
  mid: "middle",
  eind: "end",
  einde: "end",
  end: "end",
};

/** The year of a month, 1 to 12, that is said without one; null when nobody knows. */
export type YearOf = (month: number) => number | null;

/**
 * The days that a text of somebody's plan stands for: a week (`wk 12 2027`, ISO 8601), a month or a part of it (`eind maart 2027`,
 * `2027-03`), a quarter (`Q2 2027`), or from one day to another (`1 mrt t/m 15 mrt 2027`). Null for any other text, single days too.
 */
export function readPeriod(told: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  if (told.length > LONGEST) return null;
  const text = dayText(told);
  return monthIn(text, yearOf) ?? quarterIn(text, yearOf) ?? weekIn(text, yearOf);
}

/** From one day to another in one text: `1-3 t/m 15-3-2027`. What is a day or a period of its own is none. */
export function readRange(told: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  if (told.length > LONGEST) return null;
  const text = dayText(told);
  const { from, until } =
    (JOINED.exec(text) ?? RANGE.exec(text.replace(ARROW, " - ")) ?? STROKED.exec(text))?.groups ?? {};
  if (from === undefined || until === undefined) return null;
  const end = sideIn(until, yearOf);
  if (end === null || end === NO_YEAR) return end;
  const { last } = end;
  // The first day is of the same year when it does not say, and of the one before when it would come after the last.
  const year = Number(last.slice(0, 4));
  // *7 t/m 18 december* begins in the month of its last day.
  const bare = /^\d{1,2}$/u.test(from) ? `${last.slice(0, 8)}${from.padStart(2, "0")}` : from;
  const start = sideIn(bare, (month) => (month > Number(last.slice(5, 7)) ? year - 1 : year));
  return start === null || start === NO_YEAR || start.first > last ? null : { first: start.first, last };
}

/** Whether a text says from which week to which. */
export function areWeeks(told: string): boolean {
  return told.length <= LONGEST && WEEK.exec(dayText(told))?.groups?.["until"] !== undefined;
}

/** The days of a text that says a day or a period, and no stretch from one to another. */
export function readDayOrPeriod(told: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  return told.length > LONGEST ? null : sideIn(dayText(told), yearOf);
}

/** The month, with its year when that is said or known, that a text is and nothing else: *sept 2026*; null for any other text. */
export function monthOf(told: string, yearOf: YearOf): string | null {
  const { month = "", part, year } = (told.length > LONGEST ? null : MONTH.exec(dayText(told)))?.groups ?? {};
  const number = monthNamed(month);
  if (number === null || part !== undefined) return null;
  const said = yearIn(year, number, yearOf);
  return said === null ? month : `${month} ${String(said)}`;
}

/** The days of one side of a stretch. */
function sideIn(text: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  const day = readWritten(text);
  if (day === null) return readPeriod(text, yearOf);
  const year = day.year ?? yearOf(day.month);
  if (year === null) return NO_YEAR;
  const date = dayAt(year, day.month, day.day);
  return periodOf(date, date);
}

function monthIn(text: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  const half = HALF.exec(text)?.groups;
  if (half !== undefined) {
    const whole = monthIn(`${half["month"] ?? ""} ${half["year"] ?? ""}`.trim(), yearOf);
    if (whole === null || whole === NO_YEAR) return whole;
    const middle = `${whole.first.slice(0, 8)}15`;
    return /^(?:1|eer)/u.test(half["half"] ?? "")
      ? { first: whole.first, last: middle }
      : { first: addDays(middle, 1), last: whole.last };
  }
  const numbers = MONTH_NUMBER.exec(text)?.groups;
  const named = numbers === undefined ? MONTH.exec(text)?.groups : undefined;
  const said = named?.["month"];
  const month =
    said === undefined ? Number(numbers?.["month"] ?? numbers?.["month2"] ?? 0) : monthNamed(said);
  if (month === null || month < 1 || month > 12) return null;
  const year = yearIn(named?.["year"] ?? numbers?.["year"] ?? numbers?.["year2"], month, yearOf);
  if (year === null) return NO_YEAR;
  const days = daysIn(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`);
  const [from, until] = { begin: [1, 10], middle: [15, 15], end: [days, days], whole: [1, days] }[
    PARTS[named?.["part"] ?? ""] ?? "whole"
  ] as [number, number];
  return periodOf(dayAt(year, month, from), dayAt(year, month, until));
}

function quarterIn(text: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  const found = (QUARTER.exec(text) ?? NTH_QUARTER.exec(text) ?? YEAR_QUARTER.exec(text))?.groups;
  if (found === undefined) return null;
  const month = Number(found["quarter"]) * 3 - 2;
  const year = yearIn(found["year"], month, yearOf);
  if (year === null) return NO_YEAR;
  const last = `${String(year).padStart(4, "0")}-${String(month + 2).padStart(2, "0")}`;
  const [from, until] = [dayAt(year, month, 1), dayAt(year, month + 2, daysIn(last))];
  // Only the day at that end of it is said.
  if (found["part"] === undefined) return periodOf(from, until);
  return /^(?:begin|start)/u.test(found["part"]) ? periodOf(from, from) : periodOf(until, until);
}

function weekIn(text: string, yearOf: YearOf): Period | typeof NO_YEAR | null {
  const found = (WEEK.exec(text) ?? YEAR_WEEK.exec(text))?.groups;
  if (found === undefined) return null;
  const week = Number(found["week"]);
  const year = yearIn(found["year"], monthOfWeek(week), yearOf);
  if (year === null) return NO_YEAR;
  const until = Number(found["until"] ?? week);
  const monday = mondayOf(until < week ? year + 1 : year, until);
  return periodOf(mondayOf(year, week), monday === null ? null : addDays(monday, 6));
}

/** About which month a week of the year lies in, which is enough to tell its school year. */
function monthOfWeek(week: number): number {
  return Math.min(12, Math.max(1, Math.ceil((week * 7 - 3) / 30.5)));
}

function yearIn(told: string | undefined, month: number, yearOf: YearOf): number | null {
  return told === undefined ? yearOf(month) : fullYear(told);
}

function periodOf(first: LocalDate | null, last: LocalDate | null): Period | null {
  return first === null || last === null ? null : { first, last };
}
