import { textOf } from "./cell.ts";
import {
  isDerived,
  type Knowing,
  type RawTable,
  readTable,
  type TableReading,
  topOf,
} from "./guess-columns.ts";
import { isPhaseNumbered, type KnownPlaces, placeName } from "./known-places.ts";
import { withoutListSigns } from "./list-table.ts";
import { type Matrix, matrixIn } from "./matrix-table.ts";
import { withDaysOf1904 } from "./days-of-1904.ts";
import { withMonthFirst } from "./month-first.ts";
import type { ImportChoices } from "./proposal.ts";
import { withShares } from "./share-column.ts";
import { listRows, matrixRows, type TableRow } from "./table-rows.ts";

/** What a table of a file holds: what was found out about it, and its rows as far as they are entries. */
export interface ReadTable {
  readonly table: RawTable;
  readonly reading: TableReading;
  readonly rows: readonly TableRow[];
}

type Said = Pick<ImportChoices, "columns" | "sheets" | "headings">;

/** Reads each table of a file: as a board, or as a list of entries. */
export function readTables(
  tables: readonly RawTable[],
  choices: Said,
  knowing: Knowing,
): readonly ReadTable[] {
  const isOnly = tables.length === 1;
  const read = tables.map((table) => readingOf(table, choices, knowing, isOnly));
  const places = phasesOfNames(
    read.map(({ reading }) => reading),
    knowing.places,
  );
  return read.map(({ table, reading, matrix }, at): ReadTable => {
    if (matrix !== null) {
      const { rows } = matrixRows(table, matrix);
      return { table, reading: { ...reading, rows: rows.length }, rows };
    }
    const placed = { ...reading, place: places[at] ?? null };
    const { rows, passed } = listRows(table, placed, knowing.places);
    return { table, reading: { ...placed, rows: rows.length, passed }, rows };
  });
}

interface Found {
  readonly table: RawTable;
  readonly reading: TableReading;
  readonly matrix: Matrix | null;
}

function readingOf(raw: RawTable, choices: Said, knowing: Knowing, isOnly: boolean): Found {
  // A table may be called like something that every object has.
  const saidOf = <Value>(all: Readonly<Record<string, Value>>): Value | undefined =>
    Object.hasOwn(all, raw.name) ? all[raw.name] : undefined;
  const said = {
    sheet: saidOf(choices.sheets),
    headingRow: saidOf(choices.headings),
    columns: choices.columns,
  };
  const read = (table: RawTable): TableReading => readTable(table, said, knowing, isOnly);
  const reading = read(raw);
  const isGuessed = said.sheet === undefined && said.headingRow === undefined && !isDerived(raw.name);
  const matrix = isGuessed && !isSureList(reading) ? matrixIn(raw.rows, knowing.places) : null;
  if (matrix !== null) return { table: raw, reading: boardReading(raw, matrix), matrix };
  if (reading.sheet === null || reading.headingRow >= 0) {
    const table = withShares(withMonthFirst(withDaysOf1904(raw, reading), reading), reading);
    return { table, reading, matrix };
  }
  const table = withoutListSigns(raw);
  return { table, reading: read(table), matrix };
}

/** Whether its headings name so much that it can be no board. */
function isSureList({ sheet, columns }: TableReading): boolean {
  const keys = new Set(columns.flatMap(({ key, heading }) => (heading === "" || key === null ? [] : [key])));
  return sheet !== null && (sheet !== "activities" || (keys.has("title") && keys.size > 1));
}

function boardReading(table: RawTable, { headingRow }: Matrix): TableReading {
  const headings = table.rows[headingRow] ?? [];
  return {
    table: table.name,
    sheet: "activities",
    isMatrix: true,
    headingRow,
    columns: headings.map((cell) => ({ heading: textOf(cell).trim(), key: null, sample: "" })),
    rows: 0,
    passed: [],
    place: null,
    top: topOf(table),
  };
}

/** The phases that tables of activities are called after, where they say none themselves: each of several, or one that says so of itself. */
function phasesOfNames(
  readings: readonly TableReading[],
  places: KnownPlaces,
): readonly ({ readonly phase: string } | null)[] {
  const isOf = ({ sheet, isMatrix, columns, table }: TableReading): boolean =>
    sheet === "activities" &&
    !isMatrix &&
    columns.every(({ key }) => key !== "phase" && key !== "id") &&
    places.isPhase(table);
  const found = readings.filter(isOf);
  return readings.map((reading) =>
    isOf(reading) && (found.length > 1 || isPhaseNumbered(reading.table))
      ? { phase: placeName(reading.table) }
      : null,
  );
}
