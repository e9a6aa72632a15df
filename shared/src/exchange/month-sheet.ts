import { nameKey } from "../kernel/name-key.ts";
import { isBlank, type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { type YearOf, monthOf } from "./read-period.ts";

/* A sheet for each month, in which days are numbers alone. */

const OF_DAYS = /^(?:dag|dagen|datum|day|date|wanneer)?$/u;
const DAYS = /^(?:(?:ma|di|wo|do|vr|za|zo)\w* )?(\d{1,2})(?: ?(?:-|–|t\/m|tot en met|en) ?(\d{1,2}))?$/iu;
const HEADING_WITHIN = 10;
/** Fewer numbers may be anything. */
const LEAST = 1;

/** The table with the month that it is called after behind the numbers in its column of days. */
export function withDaysOfMonth(table: RawTable, yearOf: YearOf): RawTable {
  const month = monthOf(table.name, yearOf);
  if (month === null) return table;
  const { rows } = table;
  for (const [row, cells] of rows.slice(0, HEADING_WITHIN).entries()) {
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length < 2) continue;
    const at = cells.findIndex((cell, column) => {
      const below = rows.slice(row + 1).map((one) => textOf(one[column] ?? null).trim());
      const said = below.filter((text) => text !== "");
      const areDays = said.length >= LEAST && said.every((text) => DAYS.test(text));
      return !isBlank(cell) && OF_DAYS.test(nameKey(textOf(cell))) && areDays;
    });
    if (at < 0) continue;
    const inMonth = (cell: RawCell): RawCell => (isBlank(cell) ? cell : dayIn(textOf(cell).trim(), month));
    return {
      ...table,
      rows: rows.map((all, index) =>
        index > row ? all.map((cell, column) => (column === at ? inMonth(cell) : cell)) : all,
      ),
    };
  }
  return table;
}

function dayIn(text: string, month: string): string {
  const [, from = "", until] = DAYS.exec(text) ?? [];
  return until === undefined ? `${from} ${month}` : `${from} ${month} t/m ${until} ${month}`;
}
