import { type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import { isMarkOfName } from "./role-letters.ts";

const KINDS: ReadonlySet<string | null> = new Set(["status", "phase", "domain"]);

/** The table with the heading for each mark, in columns of marks that are one column of what it holds. */
export function withMarks(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  const keys = columns.map(({ key }) => key);
  const isOne = keys.map((key) => KINDS.has(key) && keys.indexOf(key) !== keys.lastIndexOf(key));
  if (!isOne.includes(true)) return table;
  const named = (cell: RawCell, at: number): RawCell =>
    isOne[at] === true && isMarkOfName(textOf(cell).trim()) ? (columns[at]?.heading ?? null) : cell;
  return { ...table, rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(named) : cells)) };
}
