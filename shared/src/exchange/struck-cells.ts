import type { RawCell } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";

/* What people strike through instead of taking it away. Readers of files write it between two waves, as Markdown does. */

const STROKE = "~~";
const STRUCK = /^~~([^~]+)~~/u;

/** A text of which all is struck through, as readers of files hand it on. */
export function struckText(text: string): string {
  return text.includes("~") || text.trim() === "" ? text : `${STROKE}${text.trim()}${STROKE}`;
}

/** The text without the signs around what is struck through at its beginning. */
export function unstruck(text: string): string {
  return text.replace(STRUCK, "$1");
}

/** The table with such texts plain, and told in which cells they stand. */
export function withStruckCells(table: RawTable): RawTable {
  const struck = new Map<number, Set<number>>();
  const plain = (cell: RawCell, row: number, at: number): RawCell => {
    if (typeof cell !== "string" || !STRUCK.test(cell)) return cell;
    struck.set(row, (struck.get(row) ?? new Set()).add(at));
    return unstruck(cell);
  };
  const rows = table.rows.map((cells, row) => cells.map((cell, at) => plain(cell, row, at)));
  return struck.size === 0 ? table : { ...table, rows, struck };
}
