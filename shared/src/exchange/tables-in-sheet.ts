import { cut } from "../kernel/grapheme.ts";
import { nameKey } from "../kernel/name-key.ts";
import { isEmptyRow, type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { headingsAt, isShort, type KnownColumns } from "./headings.ts";
import { SHEETS } from "./sheets.ts";
import { movedStruck } from "./struck-cells.ts";

/* Tables that stand below or beside each other in one sheet, each with headings of its own. */

const NAME_LENGTH = 60;
/** So many rows are looked at: a sheet of more tables is a list with empty rows in it. */
const LOOKED_AT = 30;
/** What tables of plans hold mostly: the headings of one of these begin a table. */
const KINDS = [SHEETS.activities, SHEETS.decisions, SHEETS.communications, SHEETS.parties];

/**
 * The tables in a sheet, in the places where they stand in it: each begins with headings below an empty row, or below a line that stands
 * alone there and that it is called after. Headings that come again begin no other table.
 */
export function tablesIn(table: RawTable, known: KnownColumns): readonly RawTable[] {
  return besideIn(table).flatMap((one) => belowIn(one, known));
}

/** Tables beside each other have the same headings, with an empty column between. */
function besideIn(table: RawTable): readonly RawTable[] {
  for (const [row, cells] of table.rows.slice(0, LOOKED_AT).entries()) {
    const groups = groupsIn(cells);
    const [first, ...others] = groups.map(({ headings }) => headings.join("\n"));
    const areAlike = others.length > 0 && others.every((one) => one === first);
    if (areAlike && (groups[0]?.headings.length ?? 0) > 1)
      return groups.map(({ from, to }, at) => ({
        ...table,
        name: at === 0 ? table.name : `${table.name} (${String(at + 1)})`,
        ...(at === 0 ? {} : movedStruck(table, (struckRow, column) => [struckRow, column - from])),
        rows: table.rows.map((all, index) =>
          index < row ? (at === 0 ? all : []) : all.slice(at === 0 ? 0 : from, to),
        ),
      }));
  }
  return [table];
}

/** The texts of a row that stand together, from where to where. */
function groupsIn(
  cells: readonly RawCell[],
): readonly { readonly from: number; readonly to: number; readonly headings: readonly string[] }[] {
  const groups: { from: number; to: number; headings: string[] }[] = [];
  cells.forEach((cell, at) => {
    const text = nameKey(textOf(cell));
    const last = groups.at(-1);
    if (text === "") return;
    if (last?.to === at) {
      last.to = at + 1;
      last.headings.push(text);
    } else groups.push({ from: at, to: at + 1, headings: [text] });
  });
  return groups;
}

function belowIn(table: RawTable, known: KnownColumns): readonly RawTable[] {
  const { rows, name } = table;
  const starts: Start[] = [];
  for (const start of likelyStarts(rows)) {
    if (starts.some(({ headings }) => headings === start.headings)) continue;
    if (KINDS.some((sheet) => headingsAt(rows, start.row, name, sheet, known).score > 1)) starts.push(start);
  }
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

interface Start {
  /** The row of its headings. */
  readonly row: number;
  /** The row of the line that it is called after, or of its headings. */
  readonly from: number;
  readonly title: string;
  readonly headings: string;
}

/** The rows of short texts below an empty row, or below a line that stands alone there: the first of them. */
function likelyStarts(rows: RawTable["rows"]): readonly Start[] {
  const starts = rows.flatMap((cells, row): Start[] => {
    const texts = textsIn(cells);
    if (texts.length < 2 || !cells.every(isShort)) return [];
    const [title = "", ...more] = textsIn(rows[row - 1] ?? []);
    const headings = texts.map(nameKey).join("\n");
    if (title === "") return [{ row, from: row, title, headings }];
    return more.length === 0 && isEmptyRow(rows[row - 2] ?? [])
      ? [{ row, from: row - 1, title, headings }]
      : [];
  });
  return starts.slice(0, LOOKED_AT);
}

function textsIn(cells: readonly RawCell[]): readonly string[] {
  return cells.map((cell) => textOf(cell).trim()).filter((text) => text !== "");
}
