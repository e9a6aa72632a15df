import type { RawCell } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import type { StruckCells } from "./unseen.ts";

/* What people strike through instead of taking it away. */

/** So is struck through in plain text, as in Markdown: at the beginning of a text. */
const WAVES = "~~";
const STRUCK = /^~~([^~]+)~~/u;

/** An item of a text that is struck through, as plain text has it. */
export function struckText(text: string): string {
  return text.includes("~") || text.trim() === "" ? text : `${WAVES}${text.trim()}${WAVES}`;
}

/** The table with such texts plain, and their cells among those that are struck through. */
export function withStruckCells(table: RawTable): RawTable {
  const found: [number, number][] = [];
  const plain = (cell: RawCell, row: number, at: number): RawCell => {
    if (typeof cell !== "string" || !STRUCK.test(cell)) return cell;
    found.push([row, at]);
    return cell.replace(STRUCK, "$1");
  };
  const rows = table.rows.map((cells, row) => cells.map((cell, at) => plain(cell, row, at)));
  return found.length === 0
    ? table
    : { ...table, rows, struck: struckAt([...placesOf(table.struck), ...found]) };
}

/** Those cells in their places in a table that is made of another. */
export function movedStruck(
  { struck }: Pick<RawTable, "struck">,
  move: (row: number, at: number) => readonly [row: number, at: number],
): Pick<RawTable, "struck"> {
  return struck === undefined ? {} : { struck: struckAt(placesOf(struck).map(([row, at]) => move(row, at))) };
}

function placesOf(struck: StruckCells = new Map()): (readonly [row: number, at: number])[] {
  return [...struck].flatMap(([row, ats]) => [...ats].map((at) => [row, at] as const));
}

function struckAt(places: Iterable<readonly [row: number, at: number]>): StruckCells {
  const struck = new Map<number, Set<number>>();
  for (const [row, at] of places) struck.set(row, (struck.get(row) ?? new Set()).add(at));
  return struck;
}
