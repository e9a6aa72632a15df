import { type Cell, neutralText, textOf } from "@planwand/shared/exchange/cell.ts";
import type { Table } from "@planwand/shared/exchange/plan-tables.ts";
import { stringify } from "csv-stringify/sync";

/**
 * A table as CSV with semicolons, which a Dutch spreadsheet takes for the ends of cells, a mark by which it knows that it is UTF-8, and no
 * cell that reads as a formula.
 */
export function tableCsv({ columns, rows }: Table): string {
  const lines = [columns.map(({ heading }) => heading), ...rows.map((cells) => cells.map(textCell))];
  return stringify(lines, {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    quoted_match: /[\r\n\t,|]|^\s|\s$/,
  });
}

function textCell(cell: Cell): string {
  return neutralText(textOf(cell));
}
