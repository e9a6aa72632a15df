import { addDays, type LocalDate } from "../kernel/clock.ts";
import { weekday } from "../dates/calendar.ts";
import { monthNamed, SHORT_MONTHS } from "../dates/day-names.ts";
import { dayText } from "../dates/written-day.ts";
import type { Cell } from "./cell.ts";
import { NO_YEAR, type Period, readDayOrPeriod, type UndatedPeriod, type YearOf } from "./read-period.ts";

/* Bars as people draw them in a sheet: a column for each week or month, and a mark in those in which something is done. */

const MARK = /^(?:[x✓✔●■█▓▒*#]+|\d{1,3})$/iu;
const YEAR = /(?:^|\D)(20\d\d)(?:\D|$)/u;
/** Fewer columns than this are something else. */
const LEAST = 3;

/** In more columns than this under one month, numbers are its days; in fewer they are weeks. */
const MOST_WEEKS = 6;
const INITIALS = "jfmamjjasond";

/** A column of a calendar, and the days that it stands for when its year is known. */
export interface BarColumn {
  readonly at: number;
  readonly period: Period | UndatedPeriod;
}

/** Whether a cell is nothing but a mark. */
function isMark(text: string): boolean {
  return MARK.test(text.trim());
}

/**
 * The columns of a calendar: their headings are weeks, months or days that follow each other, their cells marks. A year stands in the row
 * `above` them, over the columns up to the next, or elsewhere in what stands above (`before`); so does the month of days.
 */
export function barColumns(
  headings: readonly string[],
  texts: readonly (readonly string[])[],
  told: { readonly above: readonly string[]; readonly before: string; readonly yearOf: YearOf },
  isFree: (at: number) => boolean,
): readonly BarColumn[] {
  let over = YEAR.exec(told.before)?.[1];
  let turns = 0;
  let last = "";
  const said = spelled(headings, told.above, isFree);
  const columns = headings.flatMap((_, at): BarColumn[] => {
    const above = YEAR.exec(told.above[at] ?? "")?.[1];
    if (above !== undefined) {
      over = above;
      turns = 0;
    }
    const year = over;
    const heading = said[at] ?? "";
    if (!isFree(at) || heading === "" || texts[at]?.every(isMark) === false) return [];
    const periodIn = (later: number) =>
      readDayOrPeriod(heading, year === undefined ? told.yearOf : () => Number(year) + later);
    let period = periodIn(turns);
    // What follows the last week of a year, in a calendar that says its year once, is of the next.
    if (period !== null && period !== NO_YEAR && period.first < last) period = periodIn(++turns);
    if (period === null) return [];
    if (period === NO_YEAR) return [{ at, period: { undated: heading } }];
    last = period.first;
    return [{ at, period }];
  });
  return columns.length >= LEAST && columns.some(({ at }) => (texts[at]?.length ?? 0) > 0) ? columns : [];
}

/** The headings of a calendar as one writes them in full: numbers are weeks or days of the month above, and months may be initials. */
function spelled(
  headings: readonly string[],
  above: readonly string[],
  isFree: (at: number) => boolean,
): readonly string[] {
  const texts = headings.map((heading, at) => (isFree(at) ? heading.trim() : ""));
  const months = monthsOver(above, texts.length);
  const counts = new Map<string, number>();
  texts.forEach((text, at) => {
    const month = months[at] ?? "";
    if (isNumber(text)) counts.set(month, (counts.get(month) ?? 0) + 1);
  });
  const areDays = [...counts].some(([month, count]) => month !== "" && count > MOST_WEEKS);
  const initials = monthsOfInitials(texts);
  return texts.map((text, at) => {
    if (!isNumber(text)) return initials[at] ?? text;
    return areDays && months[at] !== "" ? `${text} ${months[at] ?? ""}` : `week ${text}`;
  });
}

function isNumber(text: string): boolean {
  return /^\d{1,2}$/u.test(text);
}

/** The month that stands over each column: it holds up to the next. */
function monthsOver(above: readonly string[], width: number): readonly string[] {
  let month = "";
  return Array.from({ length: width }, (_, at) => {
    const text = (above[at] ?? "").trim();
    const [word = ""] = dayText(text).split(" ", 1);
    if (text !== "") month = monthNamed(word) === null ? "" : text;
    return month;
  });
}

/** Months by their initials, where these follow each other as only those of months do. */
function monthsOfInitials(texts: readonly string[]): readonly (string | undefined)[] {
  const ats = texts.flatMap((text, at) => (/^[a-z]$/iu.test(text) ? at : []));
  const line = ats.map((at) => texts[at]?.toLowerCase()).join("");
  const year = INITIALS.repeat(1 + Math.ceil(line.length / 12));
  const starts = INITIALS.split("").flatMap((_, month) => (year.startsWith(line, month) ? month : []));
  const [first] = starts;
  const found: (string | undefined)[] = [];
  if (first === undefined || starts.length > 1 || ats.length < LEAST) return found;
  ats.forEach((at, index) => (found[at] = SHORT_MONTHS[(first + index) % 12]));
  return found;
}

/**
 * What the first and the last marked column say of when: their days, or what stands above them when nobody knows their year. The last day
 * of a week of work is its Friday. Null when nothing is marked.
 */
export function markedCells(
  columns: readonly BarColumn[],
  isMarked: (at: number) => boolean,
): { readonly first: Cell; readonly last: Cell } | null {
  const marked = columns.filter(({ at }) => isMarked(at));
  const [first, last] = [marked[0], marked.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { first: edgeOf(first.period, ({ first: day }) => day), last: edgeOf(last.period, lastDay) };
}

function edgeOf(period: Period | UndatedPeriod, dayOf: (period: Period) => LocalDate): Cell {
  return "undated" in period ? period.undated : { date: dayOf(period) };
}

function lastDay({ first, last }: Period): LocalDate {
  const isWeek = addDays(first, 6) === last && weekday(last) === 6;
  return isWeek ? addDays(last, -2) : last;
}
