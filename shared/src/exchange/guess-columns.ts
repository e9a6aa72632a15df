import { cut } from "../kernel/grapheme.ts";
import { isId } from "../kernel/id.ts";
import { nameKey } from "../kernel/name-key.ts";
import { isEmptyRow, type RawCell, textOf } from "./cell.ts";
import { columnsByContent, isOfRecord, titleByContent, unlikeRow } from "./column-content.ts";
import { type Headings, headingsAt, headingsIn, type KnownColumns } from "./headings.ts";
import type { KnownPlaces } from "./known-places.ts";
import type { Period, UndatedPeriod, YearOf } from "./read-period.ts";
import { markColumns } from "./mark-columns.ts";
import { roleColumns } from "./role-letters.ts";
import { DERIVED_SHEETS, type Sheet, SHEET_NAMES, type SheetName, SHEETS } from "./sheets.ts";
import type { StruckCells, Unseen } from "./unseen.ts";
import { barColumns } from "./week-bars.ts";

/** A table as a file holds it: rows from the first on. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** Rows, from 0, that stand around a list, as a greeting or a heading does: they are left out unless a person takes them along. */
  readonly beside?: ReadonlySet<number>;
  readonly unseen?: Unseen;
  /** How deep each row, from 0, stands in an outline, or how far its text is in; those that it lacks do not. */
  readonly levels?: ReadonlyMap<number, number>;
  readonly struck?: StruckCells;
  /** Its numbers of days begin in 1904. */
  readonly isFrom1904?: boolean;
}

/** A row below the headings that is no entry: it says what those below it belong to, adds them up, or repeats the headings. */
export interface PassedRow {
  /** From 1. */
  readonly row: number;
  readonly text: string;
  readonly why: "section" | "total" | "heading";
}

/** What was found out about a table, or was said about it: what it holds, where its headings stand, and what each column is. */
export interface TableReading {
  /** The name of the table in its file. */
  readonly table: string;
  /** Null when it is not taken over. */
  readonly sheet: SheetName | null;
  /** Its cells hold activities, and phases and domains stand on its edges; otherwise each row is an entry. */
  readonly isMatrix: boolean;
  /** The row of headings, from 0, the lower of two; -1 when the first row is already an entry. */
  readonly headingRow: number;
  readonly columns: readonly ColumnReading[];
  /** How many rows hold something below the headings. */
  readonly rows: number;
  /** Rows below the headings that are no entries. */
  readonly passed: readonly PassedRow[];
  /** The phase or domain of all its rows, or who does them, which the name of the table says. */
  readonly place: { readonly key: "phase" | "domain" | "roles.executor"; readonly name: string } | null;
  /** The first rows, as they stand, to choose the headings from. */
  readonly top: readonly string[];
}

export interface ColumnReading {
  /** The heading as it stands in the file; empty when there is none. */
  readonly heading: string;
  /** The key of a column of the sheet; null for a column that is left out. */
  readonly key: string | null;
  /** What stands in it first, to recognise it by. */
  readonly sample: string;
  /** Its cells say nothing but roles: who has them is in the heading. */
  readonly isRoles?: boolean;
  /** It is of a calendar, and marked where something is done: the days for which it stands, or its name in full when nobody knows its year. */
  readonly period?: Period | UndatedPeriod;
}

/** What a person said of a table: what it holds, and in which row its headings stand, from 0; -1 for in none. */
export interface SaidOfTable {
  readonly sheet?: SheetName | null | undefined;
  readonly headingRow?: number | undefined;
  /** The columns of which the heading, or the place without one, was said. */
  readonly columns: KnownColumns;
}

/** What is known beforehand of what tables say. */
export interface Knowing {
  readonly places: KnownPlaces;
  readonly yearOf: YearOf;
}

/** So many rows are shown to choose the headings from. */
const TOP_ROWS = 15;
const SAMPLE_LENGTH = 60;
const TOP_LENGTH = 120;

/**
 * Works out what a table holds, from its name, its headings in Dutch or English and what stands below them. A table without any known
 * heading is a list of activities when it is the only one (`isOnly`), with the title in the column that reads like one.
 */
export function readTable(
  table: RawTable,
  said: SaidOfTable,
  knowing: Knowing,
  isOnly: boolean,
): TableReading {
  const headingsOf = (sheet: Sheet): Headings =>
    said.headingRow === undefined
      ? headingsIn(table.rows, table.name, sheet, said.columns)
      : headingsAt(table.rows, said.headingRow, table.name, sheet, said.columns);
  const activities = headingsOf(SHEETS.activities);
  if (said.sheet === null) return reading(table, null, activities, knowing);
  if (said.sheet !== undefined) return reading(table, said.sheet, headingsOf(SHEETS[said.sheet]), knowing);
  const named = sheetNamed(table.name);
  const ofName = named === null ? null : headingsOf(SHEETS[named]);
  if (named !== null && ofName !== null && ofName.isTitled && ofName.score * 2 >= activities.score)
    return reading(table, named, ofName, knowing);
  // Risks are no activities, though somebody does something about each.
  const areRisks = /^(?:risico|risk)/u.test(nameKey(table.name)) && !activities.isTitled;
  if (isDerived(table.name) || areRisks || areContacts(activities))
    return reading(table, null, activities, knowing);
  const isList = activities.score > 1 && (activities.isTitled || isTitledByContent(table, activities));
  if (isList || (isOnly && activities.isTitled)) return reading(table, "activities", activities, knowing);
  if (!isOnly) return reading(table, null, activities, knowing);
  const row = said.headingRow ?? unlikeRow(table.rows) ?? -1;
  const unknown = headingsAt(table.rows, row, table.name, SHEETS.activities, said.columns);
  return reading(table, "activities", unknown, knowing);
}

/** Whether a table is of people: it says how to reach them, and nothing that is done by when. */
function areContacts({ texts, keys }: Headings): boolean {
  const isReach = (text: string): boolean => /^(?:e-?mail|telefoon|tel|phone|mobiel)/u.test(nameKey(text));
  return texts.some(isReach) && !keys.some((key) => key !== null && TELLING.has(key));
}

/** Such a column tells that rows are of what is done, even when none is called a title. */
const TELLING = new Set(["roles.executor", "end", "start", "status", "phase", "domain", "what"]);

function isTitledByContent(table: RawTable, headings: Headings): boolean {
  return (
    headings.keys.some((key) => key !== null && TELLING.has(key)) &&
    titleByContent(bodyOf(table, headings.row), headings.keys) !== null
  );
}

/** The sheet of this name, or of which the name begins like it: *Communicatieplan*, *Besluitenlijst OKE*. */
function sheetNamed(name: string): SheetName | null {
  const key = nameKey(name);
  const isCalled = ({ title: { nl, en, also = [] } }: Sheet): boolean =>
    [nl, en, ...also].some((word) => nameKey(word) === key);
  const begins = BEGINNINGS.find(([start]) => key.startsWith(start));
  return SHEET_NAMES.find((sheet) => isCalled(SHEETS[sheet])) ?? begins?.[1] ?? null;
}

const BEGINNINGS: readonly (readonly [start: string, sheet: SheetName])[] = [
  ["communicatie", "communications"],
  ["communication", "communications"],
  ["besluit", "decisions"],
  ["beslispunt", "decisions"],
  ["decision", "decisions"],
  ["stakeholder", "parties"],
  ["betrokken", "parties"],
  ["vakantie", "blackouts"],
];

/** Whether a table is called like one that is worked out from others. */
export function isDerived(name: string): boolean {
  return Object.values(DERIVED_SHEETS).some(({ nl, en }) =>
    [nl, en].some((word) => nameKey(word) === nameKey(name)),
  );
}

type Rows = readonly (readonly RawCell[])[];

function bodyOf({ rows }: RawTable, headingRow: number): Rows {
  return rows.slice(headingRow + 1).filter((cells) => !isEmptyRow(cells));
}

function reading(
  table: RawTable,
  sheet: SheetName | null,
  { row, texts, keys: told, said }: Headings,
  { places, yearOf }: Knowing,
): TableReading {
  const body = bodyOf(table, row);
  const width = table.rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const cellsIn = Array.from({ length: width }, (_, at) =>
    body.flatMap((cells) => textOf(cells[at] ?? null).trim() || []),
  );
  const named = cellsIn.map((texts, at) => ownKey(told[at] ?? null, texts));
  const isSaid = (at: number): boolean => said[at] === true;
  const isList = sheet === "activities" && !named.includes("id");
  // *Klaar* above marks may be one of several columns that say how far something is.
  const isUnsaid = (at: number): boolean => !isSaid(at) && (named[at] === null || named[at] === "status");
  const marks = isList ? markColumns(texts, cellsIn, places, isUnsaid) : null;
  const wide = named.map((key, at) =>
    marks?.ats.includes(at) === true && marks.kind !== "roles" ? marks.kind : key,
  );
  const isLeft = (at: number): boolean => isSaid(at) && wide[at] === null;
  const isFree = (at: number): boolean => wide[at] === null && !isLeft(at);
  const isHeaded = (at: number): boolean => isFree(at) && (texts[at] ?? "").trim() !== "";
  const roles = marks?.kind === "roles" ? marks.ats : isList ? roleColumns(cellsIn, isHeaded) : [];
  const bars = isList ? barColumns(texts, cellsIn, { ...aboveOf(table, row), yearOf }, isFree) : [];
  const isOther = (at: number): boolean =>
    isLeft(at) || roles.includes(at) || isOfRecord(texts[at] ?? "") || bars.some((bar) => bar.at === at);
  const keys =
    sheet === null
      ? wide.map(() => null)
      : columnsByContent(body, wide, {
          sheet: SHEETS[sheet],
          headings: texts,
          places,
          isSaid,
          isLeft: isOther,
        });
  const columns = keys.map((key, at): ColumnReading => {
    const period = bars.find((bar) => bar.at === at)?.period;
    return {
      heading: cut((texts[at] ?? "").trim(), SAMPLE_LENGTH),
      key,
      sample: cut(cellsIn[at]?.[0] ?? "", SAMPLE_LENGTH),
      ...(roles.includes(at) ? { isRoles: true } : {}),
      ...(period === undefined ? {} : { period }),
    };
  });
  return {
    table: table.name,
    sheet,
    isMatrix: false,
    headingRow: row,
    columns,
    rows: body.length,
    passed: [],
    place: null,
    top: topOf(table),
  };
}

/** Other programs number their rows under what we call our own ids. */
function ownKey(key: string | null, texts: readonly string[]): string | null {
  return key === "id" && texts.length > 0 && !texts.some(isId) ? "nr" : key;
}

/** The row above the headings, and all that stands before them. */
function aboveOf(
  { rows, name }: RawTable,
  row: number,
): { readonly above: readonly string[]; readonly before: string } {
  const before = rows.slice(0, Math.max(0, row - 1)).flatMap((cells) => cells.map(textOf));
  return { above: (rows[row - 1] ?? []).map(textOf), before: [name, ...before].join(" ").slice(0, 2_000) };
}

/** The first rows in short. */
export function topOf({ rows }: RawTable): readonly string[] {
  const from = rows.findIndex((cells) => cells.some((cell) => textOf(cell) !== ""));
  return rows
    .slice(0, Math.max(0, from) + TOP_ROWS)
    .map((cells) => cut(cells.map(textOf).filter(Boolean).join(" · "), TOP_LENGTH));
}
