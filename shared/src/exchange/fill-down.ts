import { nameKey } from "../kernel/name-key.ts";
import { isBlank, type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/* What people write once, above all that it holds for: the phase, the domain, the month. */

/** A column of days is of groups only when it is called after a stretch, or stands before all else. */
const OF_GROUPS = /^(?:maand|month|week|weken|wk|weeknr|datum|dag|date|periode|kwartaal|quarter)$/u;
const PLACES = new Set<string | null>(["phase", "domain"]);

/**
 * The table with such a column filled down, where it says each of its groups once: something stands above each empty cell, and never the
 * same below itself. What stands alone in its row is filled down by the line that it is.
 */
export function withFilledDown(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  const titleAt = columns.findIndex(({ key }) => key === "title");
  const ats = columns.flatMap(({ key, heading }, at) => {
    const isOfDays = (key === "end" || key === "start") && OF_GROUPS.test(nameKey(heading)) && at < titleAt;
    return (PLACES.has(key) || isOfDays) && isOnce(table, headingRow, at, titleAt) ? [at] : [];
  });
  if (ats.length === 0) return table;
  const said = new Map<number, RawCell>();
  const rows = table.rows.map((cells, row): readonly RawCell[] => {
    if (row <= headingRow || table.beside?.has(row) === true) return cells;
    for (const at of ats) if (!isBlank(cells[at] ?? null)) said.set(at, cells[at] ?? null);
    if (isBlank(cells[titleAt] ?? null)) return cells;
    return Array.from({ length: Math.max(cells.length, ...ats.map((at) => at + 1)) }, (_, at) =>
      ats.includes(at) && isBlank(cells[at] ?? null) ? (said.get(at) ?? null) : (cells[at] ?? null),
    );
  });
  return { ...table, rows };
}

/** Whether a column says something first, is empty below that somewhere, and says nothing twice in a row. */
function isOnce({ rows, beside }: RawTable, headingRow: number, at: number, titleAt: number): boolean {
  let last = "";
  let hasEmpty = false;
  let groups = 0;
  for (const [row, cells] of rows.entries()) {
    if (row <= headingRow || beside?.has(row) === true || isBlank(cells[titleAt] ?? null)) continue;
    const text = nameKey(textOf(cells[at] ?? null));
    if (text === "" && last === "") return false;
    if (text !== "" && text === last) return false;
    hasEmpty ||= text === "";
    if (text !== "") groups++;
    last = text === "" ? last : text;
  }
  return hasEmpty && groups > 1;
}
