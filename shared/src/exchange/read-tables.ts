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
import { headingsAt } from "./headings.ts";
import { SHEETS } from "./sheets.ts";
import { withDaysOfMonth } from "./month-sheet.ts";
import { withLegend } from "./legend.ts";
import { withLetterWords } from "./letter-words.ts";
import { type Lanes, laneRows, lanesIn } from "./lane-table.ts";
import { withFilledDown } from "./fill-down.ts";
import { withFooter } from "./footer.ts";
import { withoutListSigns } from "./list-table.ts";
import { withMarks } from "./marks-as-words.ts";
import { type Matrix, matrixAt, matrixIn } from "./matrix-table.ts";
import { withBareWeeks } from "./bare-weeks.ts";
import { withoutEmptySigns } from "./empty-signs.ts";
import { withDayOrder } from "./day-order.ts";
import { withDaysOf1904 } from "./days-of-1904.ts";
import type { ImportChoices } from "./proposal.ts";
import { withShares } from "./share-column.ts";
import { activityRows } from "./activity-rows.ts";
import { matrixRows, type TableRow } from "./table-rows.ts";
import { withStruckCells } from "./struck-cells.ts";
import { tablesIn } from "./tables-in-sheet.ts";
import { withTitleLevels } from "./title-levels.ts";
import { uprightTable } from "./upright-table.ts";

/** What a table of a file holds: what was found out about it, and its rows as far as they are entries. */
export interface ReadTable {
  readonly table: RawTable;
  readonly reading: TableReading;
  readonly rows: readonly TableRow[];
  /** A day of which nothing tells whether its day or its month goes first, as it stands in the table; null when there is none. */
  readonly unclearDay: string | null;
}

type Said = Pick<ImportChoices, "columns" | "sheets" | "headings" | "dayOrder">;

/** Reads each table of a file: as a board, or as a list of entries. */
export function readTables(
  tables: readonly RawTable[],
  choices: Said,
  knowing: Knowing,
): readonly ReadTable[] {
  const all = tables.flatMap((table) => tablesIn(turned(table, choices), choices.columns));
  const read = all.map((table) => readingOf(table, choices, knowing, all.length === 1));
  const places = placesOfNames(
    read.map(({ reading }) => reading),
    knowing.places,
  );
  return read.map(({ table, reading, board, unclearDay }, at): ReadTable => {
    if (board !== null) {
      const { rows } = "across" in board ? matrixRows(table, board, knowing.yearOf) : laneRows(table, board);
      return { table, reading: { ...reading, rows: rows.length }, rows, unclearDay };
    }
    const placed = { ...reading, place: places[at] ?? null };
    const { rows, passed } = activityRows(table, placed, knowing.places);
    return { table, reading: { ...placed, rows: rows.length, passed }, rows, unclearDay };
  });
}

interface Found {
  readonly table: RawTable;
  readonly reading: TableReading;
  readonly board: Matrix | Lanes | null;
  readonly unclearDay: string | null;
}

/** A person says in which row headings stand of the table as it is in the file. */
function turned(table: RawTable, { headings, columns }: Said): RawTable {
  return withTitleLevels(Object.hasOwn(headings, table.name) ? table : uprightTable(table, columns));
}

function readingOf(asWritten: RawTable, choices: Said, knowing: Knowing, isOnly: boolean): Found {
  // A table may be called like something that every object has.
  const saidOf = <Value>(all: Readonly<Record<string, Value>>): Value | undefined =>
    Object.hasOwn(all, asWritten.name) ? all[asWritten.name] : undefined;
  const said = {
    sheet: saidOf(choices.sheets),
    headingRow: saidOf(choices.headings),
    columns: choices.columns,
  };
  const read = (table: RawTable): TableReading => readTable(table, said, knowing, isOnly);
  const dayed = withDaysOfMonth(asWritten, knowing.yearOf);
  const first = read(dayed);
  const isTheirs = (first.sheet === "activities" || first.sheet === null) && !isOurs(first);
  const raw = isTheirs ? withStruckCells(dayed) : dayed;
  const reading = raw === dayed ? first : read(raw);
  const isGuessed = said.sheet === undefined && said.headingRow === undefined && !isDerived(raw.name);
  const board = isGuessed ? boardIn(raw, reading, knowing.places) : null;
  if (board !== null) return { table: raw, reading: boardReading(raw, board), board, unclearDay: null };
  if (reading.sheet === null || reading.headingRow >= 0) {
    const weeks = withBareWeeks(withDaysOf1904(raw, reading), reading);
    const dated = withDayOrder(weeks, reading, choices.dayOrder);
    const noted = withFooter(withMarks(withShares(dated.table, reading), reading), reading);
    const table = reading.sheet === "activities" && !isOurs(reading) ? asMeant(noted, reading) : noted;
    return { table, reading, board, unclearDay: dated.unclearDay };
  }
  const table = withoutListSigns(raw);
  return { table, reading: read(table), board, unclearDay: null };
}

/** Whether a table went out of a plan: it means what it says to the letter. */
function isOurs({ columns }: TableReading): boolean {
  return columns.some(({ key }) => key === "id");
}

/** A list of somebody's own with what its signs, letters and empty cells mean. */
function asMeant(table: RawTable, reading: TableReading): RawTable {
  const signed = withLetterWords(withoutEmptySigns(table, reading), reading);
  return withFilledDown(withLegend(signed, reading), reading);
}

/** The board that a table is, unless its name or its headings say that it is something else. */
function boardIn({ rows }: RawTable, reading: TableReading, places: KnownPlaces): Matrix | Lanes | null {
  const isOther = reading.sheet !== null && reading.sheet !== "activities";
  if (isOther) return null;
  const isList = isSureList(reading);
  const matrix = isList ? matrixAt(rows, reading.headingRow, places) : matrixIn(rows, places);
  const isCalendar = matrix !== null && [matrix.across, matrix.down].includes("period");
  if (isCalendar && !hasTitle(rows, matrix.headingRow)) return matrix;
  const lanes = lanesIn(rows, places);
  // *Te doen* and *Klaar* are headings of a list too.
  const areLanes = !isList || lanes?.headingRow === reading.headingRow;
  return (isList ? null : matrix) ?? (areLanes ? lanes : null);
}

/** Whether a row of headings says where titles are. */
function hasTitle(rows: RawTable["rows"], row: number): boolean {
  return headingsAt(rows, row, "", SHEETS.activities, {}).keys.includes("title");
}

/** Whether its headings name so much that it can be no board. */
function isSureList({ sheet, columns }: TableReading): boolean {
  const keys = new Set(columns.flatMap(({ key, heading }) => (heading === "" || key === null ? [] : [key])));
  return sheet !== null && (sheet !== "activities" || (keys.has("title") && keys.size > 1));
}

function boardReading(table: RawTable, { headingRow }: Matrix | Lanes): TableReading {
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

/** The phases, domains or parties that tables of activities are called after, where they say none themselves: each of several, or one that says so of itself. */
function placesOfNames(
  readings: readonly TableReading[],
  places: KnownPlaces,
): readonly TableReading["place"][] {
  const isCalled = { phase: places.isPhase, domain: places.isDomain, "roles.executor": places.isParty };
  type Key = keyof typeof isCalled;
  const isOf = (key: Key, { sheet, isMatrix, columns, table }: TableReading): boolean =>
    sheet === "activities" &&
    !isMatrix &&
    columns.every((column) => column.key !== key && column.key !== "id") &&
    isCalled[key](table);
  const countOf = (key: Key): number => readings.filter((reading) => isOf(key, reading)).length;
  const [phases, domains] = [countOf("phase"), countOf("domain")];
  const unsaid = readings.filter(
    ({ sheet, isMatrix, columns }) =>
      sheet === "activities" &&
      !isMatrix &&
      columns.every(({ key }) => key !== "roles.executor" && key !== "id"),
  );
  const parties = phases > 1 || domains > 1 ? 0 : countOf("roles.executor");
  const areParties = parties > 1 && parties * 2 > unsaid.length;
  return readings.map((reading) => {
    const name = placeName(reading.table);
    if (isOf("phase", reading) && (phases > 1 || isPhaseNumbered(reading.table)))
      return { key: "phase", name };
    if (isOf("domain", reading) && domains > 1) return { key: "domain", name };
    return areParties && unsaid.includes(reading) ? { key: "roles.executor", name: reading.table } : null;
  });
}
