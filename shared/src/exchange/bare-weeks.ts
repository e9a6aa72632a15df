import { isBareWeek, isOfWeeks, weekText } from "./bare-week.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import { areOfDays } from "./sheets.ts";

/** The table with `46-47` as weeks in columns of days of which the heading says that they are weeks. */
export function withBareWeeks(table: RawTable, { sheet, headingRow, columns }: TableReading): RawTable {
  if (sheet === null) return table;
  const isDate = areOfDays(
    sheet,
    columns.map(({ key }) => key),
  );
  const areOfWeeks = columns.map(({ heading }, at) => isDate[at] === true && isOfWeeks(heading));
  if (!areOfWeeks.includes(true)) return table;
  const named = (cell: RawCell, at: number): RawCell => {
    const text = areOfWeeks[at] === true ? textOf(cell).trim() : "";
    return isBareWeek(text) ? weekText(text) : cell;
  };
  return { ...table, rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(named) : cells)) };
}
