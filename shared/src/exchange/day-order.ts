import { type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import { slashedDay } from "./read-date.ts";
import { areOfDays } from "./sheets.ts";

/** Whether `3/4/2027` is the third of April or the fourth of March. */
export type DayOrder = "day-first" | "month-first";

/** A table with its days in the order that they are meant in. */
export interface OrderedDays {
  readonly table: RawTable;
  /** A day, as it stands in the table, that is another in the other order, of a column in which nothing tells which; null when there is none. */
  readonly unclearDay: string | null;
}

/**
 * Reads days like `03/25/2027` month first in each column of which a day can be read in no other way and none only day first. A column in
 * which all days can be read either way follows the others when these agree, else what a person `said`, else is day first.
 */
export function withDayOrder(
  table: RawTable,
  { sheet, headingRow, columns }: TableReading,
  said: DayOrder | null,
): OrderedDays {
  if (sheet === null) return { table, unclearDay: null };
  const rows = table.rows.slice(headingRow + 1);
  const isDate = areOfDays(
    sheet,
    columns.map(({ key }) => key),
  );
  const found = isDate.map((is, at) => (is ? orderIn(rows.map((cells) => cells[at] ?? null)) : null));
  const agreed = [...new Set(found.flatMap((one) => one?.order ?? []))];
  const ofOthers = agreed.length === 1 ? agreed[0] : undefined;
  const isMonthFirst = found.map((one) => one !== null && (one.order ?? ofOthers ?? said) === "month-first");
  const unclearDay =
    ofOthers === undefined ? (found.find((one) => one?.order === null)?.unclear ?? null) : null;
  if (!isMonthFirst.includes(true)) return { table, unclearDay };
  const inOrder = (cell: RawCell, at: number): RawCell => {
    const date = isMonthFirst[at] === true ? slashedDay(cell)?.monthFirst : null;
    return date == null ? cell : { date };
  };
  return { table: { ...table, rows: table.rows.map((cells) => cells.map(inOrder)) }, unclearDay };
}

/** What the days of a column say of their order; null when there is nothing to tell it by, with the first that is another day in the other. */
function orderIn(cells: readonly RawCell[]): {
  readonly order: DayOrder | null;
  readonly unclear: string | null;
} {
  const days = cells.flatMap((cell) => {
    const day = slashedDay(cell);
    return day === null ? [] : [{ ...day, text: textOf(cell).trim() }];
  });
  const isOnly = {
    "month-first": days.some(({ dayFirst }) => dayFirst === null),
    "day-first": days.some(({ monthFirst }) => monthFirst === null),
  };
  if (isOnly["month-first"])
    return { order: isOnly["day-first"] ? "day-first" : "month-first", unclear: null };
  if (isOnly["day-first"]) return { order: "day-first", unclear: null };
  const unclear = days.find(({ dayFirst, monthFirst }) => dayFirst !== monthFirst)?.text ?? null;
  return { order: null, unclear };
}
