import { cut } from "../kernel/grapheme.ts";
import { nameKey } from "../kernel/name-key.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { headingsAt, isShort, type KnownColumns } from "./headings.ts";
import { SHEETS } from "./sheets.ts";

/* Tables that stand below each other in one sheet, each with headings of its own. */

const NAME_LENGTH = 60;
/** What tables of plans hold mostly: the headings of one of these begin a table. */
const KINDS = [SHEETS.activities, SHEETS.decisions, SHEETS.communications, SHEETS.parties];

/**
 * The tables in a sheet, in the places where they stand in it: each begins with headings below an empty row, or below a line that stands
 * alone there and that it is called after. Headings that come again begin no other table.
 */
export function tablesIn(table: RawTable, known: KnownColumns): readonly RawTable[] {
  const { rows, name } = table;
  const starts: { readonly from: number; readonly title: string; readonly headings: string }[] = [];
  rows.forEach((cells, row) => {
    const texts = textsIn(cells);
    if (texts.length < 2 || !cells.every(isShort)) return;
    const above = rows[row - 1] ?? [];
    const isTitled = textsIn(above).length === 1 && isEmpty(rows[row - 2]);
    if (!isTitled && !isEmpty(rows[row - 1])) return;
    const headings = texts.map(nameKey).join("\n");
    if (starts.some((one) => one.headings === headings)) return;
    if (!KINDS.some((sheet) => headingsAt(rows, row, name, sheet, known).score > 1)) return;
    starts.push({
      from: isTitled ? row - 1 : row,
      title: isTitled ? (textsIn(above)[0] ?? "") : "",
      headings,
    });
  });
  if (starts.length < 2) return [table];
  const names = new Set<string>();
  return starts.map(({ from, title }, at): RawTable => {
    const begin = at === 0 ? 0 : from;
    const said = at === 0 ? name : cut(title, NAME_LENGTH);
    const called = said !== "" && !names.has(said) ? said : `${name} (${String(at + 1)})`;
    names.add(called);
    // Rows keep their numbers: those before it are left empty.
    const own = rows.slice(0, starts[at + 1]?.from).map((cells, row) => (row < begin ? [] : cells));
    return { ...table, name: called, rows: own };
  });
}

function textsIn(cells: readonly RawCell[]): readonly string[] {
  return cells.map((cell) => textOf(cell).trim()).filter((text) => text !== "");
}

function isEmpty(cells: readonly RawCell[] | undefined): boolean {
  return cells === undefined || textsIn(cells).length === 0;
}
