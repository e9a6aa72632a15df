import { cut } from "../kernel/grapheme.ts";
import { trimEndOf } from "../kernel/trim-end.ts";
import { nameKey } from "../kernel/name-key.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { Column } from "./column.ts";
import {
  DERIVED_SHEETS,
  type Sheet,
  SHEET_NAMES,
  type SheetEntry,
  type SheetName,
  SHEETS,
} from "./sheets.ts";

/** A table as a file holds it: rows from the first on. */
export interface RawTable {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  /** Rows, from 0, that stand around a list, as a greeting or a heading does: they are left out unless a person takes them along. */
  readonly beside?: ReadonlySet<number>;
}

/** What was found out about a table, or was said about it: what it holds, where its headings stand, and what each column is. */
export interface TableReading {
  /** The name of the table in its file. */
  readonly table: string;
  /** Null when it is not taken over. */
  readonly sheet: SheetName | null;
  /** The row of headings, from 0; -1 when the first row is already an entry. */
  readonly headingRow: number;
  readonly columns: readonly ColumnReading[];
  /** How many rows hold something below the headings. */
  readonly rows: number;
}

export interface ColumnReading {
  /** The heading as it stands in the file; empty when there is none. */
  readonly heading: string;
  /** The key of a column of the sheet; null for a column that is left out. */
  readonly key: string | null;
  /** What stands in it first, to recognise it by. */
  readonly sample: string;
}

/** What a person said a heading means, by `headingKey`; null for: leave it out. Remembered from one import to the next. */
export type KnownColumns = Readonly<Record<string, string | null>>;

/** Headings stand in one of the first rows: some programs write the name of the plan above them. */
const HEADING_WITHIN = 15;
const SAMPLE_LENGTH = 60;
/** No column has a longer heading. */
const HEADING_MAX_LENGTH = 200;

/** Under what a heading is remembered for a kind of table. */
export function headingKey(sheet: SheetName, heading: string): string {
  return `${sheet}: ${plainHeading(heading)}`;
}

/**
 * Works out what a table holds, from its name and its headings in Dutch or English; `sheet` when a person said so. A table without any
 * known heading is a list of activities when it is the only one (`isOnly`), with the title in its first column.
 */
export function readTable(
  table: RawTable,
  known: KnownColumns,
  { sheet, isOnly }: { readonly sheet: SheetName | null | undefined; readonly isOnly: boolean },
): TableReading {
  if (sheet === null) return reading(table, null, bestHeading(table, SHEETS.activities, known).row, known);
  const named = sheet ?? sheetNamed(table.name);
  if (named !== null) {
    const { row, score } = bestHeading(table, SHEETS[named], known);
    return reading(table, named, score > 0 ? row : -1, known);
  }
  const { row, score, isTitled } = bestHeading(table, SHEETS.activities, known);
  if (isDerived(table.name)) return reading(table, null, row, known);
  if (isTitled && (score > 1 || isOnly)) return reading(table, "activities", row, known);
  return isOnly ? reading(table, "activities", -1, known) : reading(table, null, row, known);
}

function sheetNamed(name: string): SheetName | null {
  const key = nameKey(name);
  const isCalled = ({ title: { nl, en, also = [] } }: Sheet): boolean =>
    [nl, en, ...also].some((word) => nameKey(word) === key);
  return SHEET_NAMES.find((sheet) => isCalled(SHEETS[sheet])) ?? null;
}

function isDerived(name: string): boolean {
  return Object.values(DERIVED_SHEETS).some(({ nl, en }) =>
    [nl, en].some((word) => nameKey(word) === nameKey(name)),
  );
}

function bestHeading(
  { rows }: RawTable,
  sheet: Sheet,
  known: KnownColumns,
): { readonly row: number; readonly score: number; readonly isTitled: boolean } {
  let best = { row: -1, score: 0, isTitled: false };
  rows.slice(0, HEADING_WITHIN).forEach((cells, row) => {
    const keys = new Set(keysOf(cells.map(textOf), sheet, known).filter((key) => key !== null));
    const isTitled = keys.has(sheet.titleKey);
    if (keys.size > best.score || (keys.size === best.score && isTitled && !best.isTitled))
      best = { row, score: keys.size, isTitled };
  });
  return best;
}

function reading(
  { name, rows }: RawTable,
  sheet: SheetName | null,
  headingRow: number,
  known: KnownColumns,
): TableReading {
  const headings = headingRow < 0 ? [] : (rows[headingRow] ?? []).map(textOf);
  const body = rows.slice(headingRow + 1).filter((cells) => cells.some((cell) => textOf(cell).trim() !== ""));
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  const keys = sheet === null ? [] : keysOf(headings, SHEETS[sheet], known);
  const columns = Array.from({ length: width }, (_, at): ColumnReading => {
    const heading = (headings[at] ?? "").trim();
    const isFirstList = sheet !== null && headingRow < 0 && at === 0;
    const sample = body.find((cells) => textOf(cells[at] ?? null).trim() !== "")?.[at] ?? null;
    return {
      heading: cut(heading, SAMPLE_LENGTH),
      key: isFirstList ? SHEETS[sheet].titleKey : (keys[at] ?? null),
      sample: cut(textOf(sample).trim(), SAMPLE_LENGTH),
    };
  });
  return { table: name, sheet, headingRow, columns, rows: body.length };
}

/** What each heading is, each column of the sheet once: what a person said goes first, then the first heading that fits. */
function keysOf(headings: readonly string[], sheet: Sheet, known: KnownColumns): (string | null)[] {
  const said = headings.map((heading) =>
    plainHeading(heading) === "" ? undefined : known[headingKey(sheet.name, heading)],
  );
  const taken = new Set<string>(said.filter((key) => key != null));
  return headings.map((heading, at) => {
    const told = said[at];
    if (told !== undefined) return told;
    const key = plainHeading(heading);
    const column = sheet.columns.find((one) => !taken.has(one.key) && isHeadingOf(one, key));
    if (column !== undefined) taken.add(column.key);
    return column?.key ?? null;
  });
}

function isHeadingOf({ heading: { nl, en, also = [] } }: Column<SheetEntry>, key: string): boolean {
  return key !== "" && [nl, en, ...also].some((word) => plainHeading(word) === key);
}

function plainHeading(heading: string): string {
  const key = nameKey(heading.slice(0, HEADING_MAX_LENGTH));
  return trimEndOf(key, (character) => /[\s:.?…*]/u.test(character)).replace(/^[\s*]+/u, "");
}
