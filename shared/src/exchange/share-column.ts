import type { RawCell } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/**
 * The table with its column of progress in per cent: as parts of one when all its numbers are at most one and some less, and of a hundred when
 * some are more than one. Where it has both, or nothing but ones, a 1 stays a text: that is asked about. Tables of our own have it in per cent.
 */
export function withShares(table: RawTable, { sheet, headingRow, columns }: TableReading): RawTable {
  const at = sheet === "activities" ? columns.findIndex(({ key }) => key === "progress") : -1;
  if (at === -1) return table;
  const numbers = table.rows.slice(headingRow + 1).flatMap((cells) => plainNumber(cells[at] ?? null) ?? []);
  const isOwn = columns.some(({ key }) => key === "id");
  const hasParts = numbers.some((number) => number > 0 && number < 1);
  const hasMore = numbers.some((number) => number > 1);
  const inPercent = (cell: RawCell, column: number): RawCell => {
    const number = column === at ? plainNumber(cell) : null;
    if (number === null) return cell;
    if (isOwn) return number;
    if (number === 1 && hasParts === hasMore) return "1";
    return Math.round((hasParts && number <= 1 ? number * 100 : number) * 100) / 100;
  };
  return {
    ...table,
    rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(inPercent) : cells)),
  };
}

function plainNumber(cell: RawCell): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string" || !/^\d{1,3}(?:[.,]\d{1,2})?$/u.test(cell.trim())) return null;
  return Number(cell.trim().replace(",", "."));
}
