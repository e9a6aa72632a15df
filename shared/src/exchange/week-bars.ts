import { addDays } from "../kernel/clock.ts";
import { weekday } from "../dates/calendar.ts";
import { NO_YEAR, type Period, readPeriod, type YearOf } from "./read-period.ts";

/* Bars as people draw them in a sheet: a column for each week or month, and a mark in those in which something is done. */

const MARK = /^(?:[x✓✔●■█▓▒*#]+|\d{1,3})$/iu;
const YEAR = /(?:^|\D)(20\d\d)(?:\D|$)/u;
/** Fewer columns than this are something else. */
const LEAST = 3;

/** A column of a calendar, and the days that it stands for. */
export interface BarColumn {
  readonly at: number;
  readonly period: Period;
}

/** Whether a cell is nothing but a mark. */
function isMark(text: string): boolean {
  return MARK.test(text.trim());
}

/**
 * The columns of a calendar: their headings are weeks or months that follow each other, their cells marks. A year stands in the row `above`
 * them, over the columns up to the next, or elsewhere in what stands above (`before`).
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
  const columns = headings.flatMap((heading, at): BarColumn[] => {
    const said = YEAR.exec(told.above[at] ?? "")?.[1];
    if (said !== undefined) {
      over = said;
      turns = 0;
    }
    const year = over;
    if (!isFree(at) || heading.trim() === "" || texts[at]?.every(isMark) === false) return [];
    const periodIn = (later: number) =>
      readPeriod(weekOf(heading.trim()), year === undefined ? told.yearOf : () => Number(year) + later);
    let period = periodIn(turns);
    // What follows the last week of a year, in a calendar that says its year once, is of the next.
    if (period !== null && period !== NO_YEAR && period.first < last) period = periodIn(++turns);
    if (period === null || period === NO_YEAR) return [];
    last = period.first;
    return [{ at, period }];
  });
  return columns.length >= LEAST && columns.some(({ at }) => (texts[at]?.length ?? 0) > 0) ? columns : [];
}

function weekOf(heading: string): string {
  return /^\d{1,2}$/u.test(heading) ? `week ${heading}` : heading;
}

/** From the first marked column to the last; the last day of a week of work is its Friday. Null when nothing is marked. */
export function markedPeriod(
  columns: readonly BarColumn[],
  isMarked: (at: number) => boolean,
): Period | null {
  const marked = columns.filter(({ at }) => isMarked(at));
  const [first, last] = [marked[0], marked.at(-1)];
  if (first === undefined || last === undefined) return null;
  const { last: end } = last.period;
  const isWeek = addDays(last.period.first, 6) === end && weekday(end) === 6;
  return { first: first.period.first, last: isWeek ? addDays(end, -2) : end };
}
