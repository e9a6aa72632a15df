import { isBlank, lacksValue, textOf } from "./cell.ts";
import { rowItems } from "./cell-items.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";
import type { KnownPlaces } from "./known-places.ts";
import { withPhaseItems } from "./phase-items.ts";
import { withReferences } from "./row-references.ts";
import { withSubRows } from "./sub-rows.ts";
import { listRows, type TableRow, type TableRows } from "./table-rows.ts";

/** The rows of a table; those of somebody's own activities without what was never filled in, under each other, and waiting for each other by number. */
export function activityRows(table: RawTable, reading: TableReading, places: KnownPlaces): TableRows {
  const listed = listRows(table, reading, places);
  const isOwn = reading.columns.some(({ key }) => key === "id");
  if (reading.sheet !== "activities" || isOwn) return listed;
  const filled = {
    ...listed,
    rows: withPhaseItems(withoutForms(listed.rows).flatMap(rowItems), places),
  };
  const { rows, passed } = withSubRows(filled, table, reading, places);
  return { rows: withReferences(rows, reading.headingRow), passed };
}

/** So many rows that say the same and have no title are those of a form that nobody filled in. */
const LEAST_ALIKE = 3;

/** Rows without those that were never filled in: they hold a number alone, or what many others that have no title hold too. */
function withoutForms(rows: readonly TableRow[]): readonly TableRow[] {
  const said = rows.map(({ cells }) => {
    if (!isBlank(cells.get("title") ?? null)) return null;
    const others = [...cells].filter(([key, cell]) => key !== "nr" && !isBlank(cell));
    return others.some(([, cell]) => lacksValue(cell))
      ? null
      : others.map(([, cell]) => textOf(cell)).join("\n");
  });
  const counts = new Map<string | null, number>();
  for (const text of said) counts.set(text, (counts.get(text) ?? 0) + 1);
  return rows.filter((_, at) => {
    const text = said[at] ?? null;
    return text === null || (text !== "" && (counts.get(text) ?? 0) < LEAST_ALIKE);
  });
}
