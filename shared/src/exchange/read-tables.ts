import { type RawTable, readTable, type TableReading } from "./guess-columns.ts";
import { withoutListSigns } from "./list-table.ts";
import { withMonthFirst } from "./month-first.ts";
import type { ImportChoices } from "./proposal.ts";

/** What each table of a file holds, with its days in one order; one without headings comes without the signs of a list before its rows. */
export function readTables(
  tables: readonly RawTable[],
  choices: Pick<ImportChoices, "columns" | "sheets">,
): readonly { readonly table: RawTable; readonly reading: TableReading }[] {
  const read = (table: RawTable): TableReading =>
    readTable(table, choices.columns, {
      // A table may be called like something that every object has.
      sheet: Object.hasOwn(choices.sheets, table.name) ? choices.sheets[table.name] : undefined,
      isOnly: tables.length === 1,
    });
  return tables.map((table) => {
    const reading = read(table);
    if (reading.sheet === null || reading.headingRow >= 0)
      return { table: withMonthFirst(table, reading), reading };
    const bare = withoutListSigns(table);
    return { table: bare, reading: read(bare) };
  });
}
