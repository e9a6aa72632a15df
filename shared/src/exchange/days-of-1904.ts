import type { RawTable, TableReading } from "./guess-columns.ts";
import { SERIAL_FIRST } from "./read-date.ts";
import { areOfDays } from "./sheets.ts";

/** So many days later does the count begin of a workbook that was made on a Mac long ago. */
const DAYS_LATER = 1_462;

/** The table with numbers that count days since 1904, where days stand, as numbers of the usual count. */
export function withDaysOf1904(table: RawTable, { sheet, columns }: TableReading): RawTable {
  if (table.isFrom1904 !== true || sheet === null) return table;
  const isDay = areOfDays(
    sheet,
    columns.map(({ key }) => key),
  );
  const rows = table.rows.map((cells) =>
    cells.map((cell, at) =>
      isDay[at] === true && typeof cell === "number" && cell >= SERIAL_FIRST ? cell + DAYS_LATER : cell,
    ),
  );
  return { ...table, rows };
}
