import { type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { headingsAt, headingsIn, type KnownColumns } from "./headings.ts";
import { SHEETS } from "./sheets.ts";
import { movedStruck } from "./struck-cells.ts";

/** A table with its headings at the left has few of them. */
const MOST_ROWS = 60;
const LEAST_HEADINGS = 3;
const MOST = 0.6;

/** A table with its headings below each other, and an activity in each column, as one with its headings beside each other; any other as it is. */
export function uprightTable(table: RawTable, known: KnownColumns): RawTable {
  const { rows, name, unseen } = table;
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (rows.length > MOST_ROWS || rows.length < LEAST_HEADINGS || width < 2) return table;
  const turned = Array.from({ length: width }, (_, at) => rows.map((cells): RawCell => cells[at] ?? null));
  const left = (turned[0] ?? []).filter((cell) => textOf(cell).trim() !== "").length;
  const { score, isTitled } = headingsAt(turned, 0, name, SHEETS.activities, known);
  const isHeaded = isTitled && score >= LEAST_HEADINGS && score >= left * MOST;
  if (!isHeaded || headingsIn(rows, name, SHEETS.activities, known).score >= score) return table;
  const seen =
    unseen === undefined ? {} : { unseen: { ...unseen, rows: unseen.columns, columns: unseen.rows } };
  return { ...table, rows: turned, ...seen, ...movedStruck(table, (row, at) => [at, row]) };
}
