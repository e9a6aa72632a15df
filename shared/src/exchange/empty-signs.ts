import { lacksValue, type RawCell, textOf } from "./cell.ts";
import { isEmptyBox } from "./status-signs.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/* What stands in a cell and says that nothing does. */

/** So programs write nothing. */
const OF_PROGRAMS: ReadonlySet<string> = new Set([
  "null",
  "[]",
  "{}",
  "nan",
  "undefined",
  "(null)",
  "(leeg)",
]);
/** The table without such signs; a title stays what it is. */
export function withoutEmptySigns(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  const keys = columns.map(({ key }) => key);
  const said = (cell: RawCell, at: number): RawCell => {
    const key = keys[at] ?? null;
    if (key === "title" || key === null || lacksValue(cell)) return cell;
    const text = textOf(cell).trim();
    const isEmpty = OF_PROGRAMS.has(text.toLowerCase()) || (key === "status" && isEmptyBox(text));
    return isEmpty ? null : cell;
  };
  return { ...table, rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(said) : cells)) };
}
