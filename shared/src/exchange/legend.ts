import { nameKey } from "../kernel/name-key.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/* What letters, colours and abbreviations in a table mean, where a line beside it says so: *A = afgerond, B = bezig*. */

const ENTRY = /^(?:legenda:? |legend:? )?(.{1,20}?) ?= ?(.{2,80})$/iu;
const MOST_ENTRIES = 30;
/** These hold a word that a legend may explain. */
const EXPLAINED = new Set([
  "status",
  "priority",
  "roles.executor",
  "roles.sponsor",
  "roles.codecider",
  "roles.consulted",
  "roles.informed",
]);

/** The table with the meaning of each such word, in columns that hold one. */
export function withLegend(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  const legend = legendOf(table, headingRow);
  if (legend.size === 0) return table;
  const said = (cell: RawCell, at: number): RawCell => {
    if (!EXPLAINED.has(columns[at]?.key ?? "") || typeof cell !== "string") return cell;
    const parts = cell.split(/([,;/+\n])/u);
    return parts.map((part) => legend.get(nameKey(part)) ?? part).join("");
  };
  const isBeside = (row: number): boolean => table.beside?.has(row) === true;
  return {
    ...table,
    rows: table.rows.map((cells, row) => (row > headingRow && !isBeside(row) ? cells.map(said) : cells)),
  };
}

/** What the lines above and beside the table explain. */
function legendOf({ rows, beside }: RawTable, headingRow: number): ReadonlyMap<string, string> {
  const legend = new Map<string, string>();
  rows.forEach((cells, row) => {
    if (row >= headingRow && beside?.has(row) !== true) return;
    const line = cells.map(textOf).filter(Boolean).join("; ");
    for (const part of line.split(/[,;|]| {3,}/u).slice(0, MOST_ENTRIES)) {
      const [, word = "", meaning = ""] = ENTRY.exec(part.trim()) ?? [];
      if (word !== "") legend.set(nameKey(word), meaning.trim());
    }
  });
  return legend;
}
