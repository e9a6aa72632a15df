import { nameKey } from "../kernel/name-key.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import { areOfDays } from "./sheets.ts";

const OF_WEEKS = /(?<!\p{L})(?:start|begin|eind)?(?:week|weken|weeks|wk|weeknr|weeknummer)s?(?!\p{L})/u;
const BARE = /^(\d{1,2})(?: ?(?:-|–|\/|t\/m|tot en met) ?(\d{1,2}))?(?: ['’]?\d{4})?$/u;
const LAST_WEEK = 53;

/** The table with `46-47` as weeks in columns of days of which the heading says that they are weeks. */
export function withBareWeeks(table: RawTable, { sheet, headingRow, columns }: TableReading): RawTable {
  if (sheet === null) return table;
  const isDate = areOfDays(
    sheet,
    columns.map(({ key }) => key),
  );
  const isOfWeeks = columns.map(({ heading }, at) => isDate[at] === true && OF_WEEKS.test(nameKey(heading)));
  if (!isOfWeeks.includes(true)) return table;
  const named = (cell: RawCell, at: number): RawCell => {
    const text = isOfWeeks[at] === true ? textOf(cell).trim() : "";
    const [, first, last = first] = BARE.exec(text) ?? [];
    const isWeek = [first, last].every((week) => Number(week) >= 1 && Number(week) <= LAST_WEEK);
    return first !== undefined && isWeek ? `week ${text}` : cell;
  };
  return { ...table, rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(named) : cells)) };
}
