import type { RawCell } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import { slashedDay } from "./read-date.ts";
import { areOfDays } from "./sheets.ts";

/** The table with days like `03/25/2027` read month first throughout, when one can be read in no other way and none only day first. */
export function withMonthFirst(table: RawTable, { sheet, headingRow, columns }: TableReading): RawTable {
  if (sheet === null) return table;
  const isDate = areOfDays(
    sheet,
    columns.map(({ key }) => key),
  );
  const days = table.rows
    .slice(headingRow + 1)
    .flatMap((cells) => cells.flatMap((cell, at) => (isDate[at] === true ? (slashedDay(cell) ?? []) : [])));
  const isMonthFirst =
    days.some(({ dayFirst }) => dayFirst === null) && days.every(({ monthFirst }) => monthFirst !== null);
  if (!isMonthFirst) return table;
  const inOrder = (cell: RawCell, at: number): RawCell => {
    const date = isDate[at] === true ? slashedDay(cell)?.monthFirst : null;
    return date == null ? cell : { date };
  };
  return { ...table, rows: table.rows.map((cells) => cells.map(inOrder)) };
}
