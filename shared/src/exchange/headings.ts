import { nameKey } from "../kernel/name-key.ts";
import { trimEndOf } from "../kernel/trim-end.ts";
import { isEmptyRow, type RawCell, textOf } from "./cell.ts";
import type { Column } from "./column.ts";
import type { Sheet, SheetEntry, SheetName } from "./sheets.ts";

/** What a person said a heading means, by `headingKey` or `placeKey`; null for: leave it out. Those of headings are remembered. */
export type KnownColumns = Readonly<Record<string, string | null>>;

/** The headings of a table as far as they say what a kind of table has. */
export interface Headings {
  /** The row in which they stand, from 0, the lower of two; -1 when there are none. */
  readonly row: number;
  /** How many columns of the sheet they name. */
  readonly score: number;
  readonly isTitled: boolean;
  readonly texts: readonly string[];
  /** The column of the sheet for each; null for what is none. */
  readonly keys: readonly (string | null)[];
  /** Of which of them a person said what they are, or that they are left out. */
  readonly said: readonly boolean[];
}

/** Headings stand in one of the first rows that hold something: some programs write the name of the plan above them. */
const HEADING_WITHIN = 30;
/** So many cells make a row below headings more of them. */
const LEAST_BELOW = 3;
/** No column has a longer heading. */
const HEADING_MAX_LENGTH = 200;
/** A heading has fewer words than a sentence. */
const HEADING_WORDS = 8;

/** Under what a heading is remembered for a kind of table. */
export function headingKey(sheet: SheetName, heading: string): string {
  return `${sheet}: ${plainHeading(heading)}`;
}

/** Under what a column without a heading is known: by its table and its place in it, from 0. It holds for one file only. */
export function placeKey(sheet: SheetName, table: string, at: number): string {
  return `${sheet}# ${table} ${String(at)}`;
}

/** Whether a choice for a column is of its place in one file. */
export function isPlaceKey(key: string): boolean {
  return key.split(": ", 1)[0]?.includes("# ") === true;
}

/** Under what the column at a place, from 0, of a table with these headings is known: by its heading, or by its place when it has none of its own. */
export function columnKey(sheet: SheetName, table: string, at: number, headings: readonly string[]): string {
  const heading = headings[at] ?? "";
  const isOwn = plainHeading(heading) !== "" && !isTwin(headings, at);
  return isOwn ? headingKey(sheet, heading) : placeKey(sheet, table, at);
}

/** Whether a heading stands to the left of it too. */
export function isTwin(headings: readonly string[], at: number): boolean {
  const heading = plainHeading(headings[at] ?? "");
  return heading !== "" && headings.slice(0, at).some((other) => plainHeading(other) === heading);
}

type Rows = readonly (readonly RawCell[])[];

/** The best headings in the first of these rows: those that name the most columns, over one row or over two that stand together. */
export function headingsIn(rows: Rows, table: string, sheet: Sheet, known: KnownColumns): Headings {
  let best = headingsAt(rows, -1, table, sheet, known);
  const from = Math.max(
    0,
    rows.findIndex((cells) => !isEmptyRow(cells)),
  );
  rows.slice(0, from + HEADING_WITHIN).forEach((cells, row) => {
    if (isEmptyRow(cells) || (!cells.every(isShort) && !hasCalendar(cells))) return;
    for (const found of [
      headingsAt(rows, row, table, sheet, known),
      twoRowHeadings(rows, row, table, sheet, known),
    ])
      if (found !== null && isBetter(found, best)) best = found;
  });
  const isOver = best.row >= 0 && goesOn(best, rows[best.row] ?? [], rows[best.row + 1] ?? []);
  return (isOver ? twoRowHeadings(rows, best.row + 1, table, sheet, known) : null) ?? best;
}

/** Whether the row below headings is of them too: it says nothing under those that are known, and several things beside them. */
function goesOn({ keys }: Headings, upper: readonly RawCell[], lower: readonly RawCell[]): boolean {
  const filled = lower.flatMap((cell, at) => (textOf(cell).trim() === "" ? [] : at));
  const isNew = (at: number): boolean => (keys[at] ?? null) === null;
  return (
    filled.filter(isNew).length >= LEAST_BELOW &&
    filled.every((at) => isNew(at) || textOf(lower[at] ?? null) === textOf(upper[at] ?? null))
  );
}

/** Days beside each other, as over the bars of a calendar. */
function hasCalendar(cells: readonly RawCell[]): boolean {
  const days = cells.filter(isDay);
  return days.length >= LEAST_BELOW && cells.every((cell) => isDay(cell) || isShort(cell));
}

function isBetter(one: Headings, other: Headings): boolean {
  return one.score > other.score || (one.score === other.score && one.isTitled && !other.isTitled);
}

/** The headings in this row; for -1 none, and only what a person said of columns by their places. */
export function headingsAt(
  rows: Rows,
  row: number,
  table: string,
  sheet: Sheet,
  known: KnownColumns,
): Headings {
  const width = row === -1 ? rows.reduce((most, cells) => Math.max(most, cells.length), 0) : 0;
  const texts = rows[row]?.map(textOf) ?? Array.from({ length: width }, () => "");
  return headingsOf(row, texts, table, sheet, known);
}

/** A row of headings with another above it that says more of some, or stands in for those that the lower one leaves empty. */
function twoRowHeadings(
  rows: Rows,
  row: number,
  table: string,
  sheet: Sheet,
  known: KnownColumns,
): Headings | null {
  const [upper, lower] = [rows[row - 1], rows[row]];
  if (upper === undefined || lower === undefined || !upper.every(isShort)) return null;
  const width = Math.max(upper.length, lower.length);
  const texts = Array.from({ length: width }, (_, at) => {
    const under = textOf(lower[at] ?? null).trim();
    return under === "" ? textOf(upper[at] ?? null) : under;
  });
  return headingsOf(row, texts, table, sheet, known);
}

/** Whether a cell is as short as a heading, and no day. */
export function isShort(cell: RawCell): boolean {
  return !isDay(cell) && textOf(cell).split(/\s+/u, HEADING_WORDS + 1).length <= HEADING_WORDS;
}

function isDay(cell: RawCell): boolean {
  return typeof cell === "object" && cell !== null && "date" in cell;
}

function headingsOf(
  row: number,
  texts: readonly string[],
  table: string,
  sheet: Sheet,
  known: KnownColumns,
): Headings {
  const said = texts.map((_, at) => Object.hasOwn(known, columnKey(sheet.name, table, at, texts)));
  const keys = keysOf(texts, table, sheet, known);
  const named = new Set(keys.filter((key) => key !== null));
  return {
    row,
    score: named.size,
    isTitled: named.has(sheet.titleKey) || named.has(sheet.standInTitle ?? ""),
    texts,
    keys,
    said,
  };
}

/** What each heading is, each column of the sheet once: what a person said goes first, then the first heading that fits. */
function keysOf(
  headings: readonly string[],
  table: string,
  sheet: Sheet,
  known: KnownColumns,
): (string | null)[] {
  const said = headings.map((_, at) => {
    const key = columnKey(sheet.name, table, at, headings);
    return Object.hasOwn(known, key) ? known[key] : undefined;
  });
  const taken = new Set<string>(said.filter((key) => key != null));
  const keys = headings.map((_, at) => said[at] ?? null);
  headings.forEach((heading, at) => {
    // A question says by its words what it asks for.
    if (said[at] !== undefined || !heading.includes("?")) return;
    const question = nameKey(heading.slice(0, HEADING_MAX_LENGTH));
    const isCalled = sheet.columns.some((one) => wordings(heading).some((word) => isHeadingOf(one, word)));
    const asked = sheet.columns.find(
      (one) => !taken.has(one.key) && one.heading.asks?.test(question) === true,
    );
    if (isCalled || asked === undefined) return;
    taken.add(asked.key);
    keys[at] = asked.key;
  });
  for (const isSure of [true, false])
    headings.forEach((heading, at) => {
      if (said[at] !== undefined || keys[at] !== null) return;
      const free = sheet.columns.filter(({ key }) => !taken.has(key));
      // Of several that it may be it is the last.
      const [column] = wordings(heading).flatMap(
        (word) =>
          (isSure
            ? free.find((one) => isHeadingOf(one, word))
            : free.findLast((one) => mayBeHeadingOf(one, word))) ?? [],
      );
      if (column === undefined) return;
      taken.add(column.key);
      keys[at] = column.key;
    });
  return keys;
}

/** Whether so many of these cells are called like a column, in a word or more, that they may be headings. */
export function mayBeHeadings(cells: readonly RawCell[], sheet: Sheet): boolean {
  const words = wordsOf(sheet);
  const called = cells.filter((cell) =>
    plainHeading(textOf(cell))
      .split(/[ /|]/u)
      .some((word) => words.has(word)),
  );
  return called.length * 3 >= cells.length * 2;
}

/** All words of what the columns of a sheet are called. */
const WORDS = new WeakMap<Sheet, ReadonlySet<string>>();

function wordsOf(sheet: Sheet): ReadonlySet<string> {
  const said = sheet.columns.flatMap(({ heading: { nl, en, also = [], maybe = [] } }) => [
    nl,
    en,
    ...also,
    ...maybe,
  ]);
  const words = WORDS.get(sheet) ?? new Set(said.flatMap((one) => plainHeading(one).split(/[ /|]/u)));
  WORDS.set(sheet, words);
  return words;
}

/** What says more of a heading than what it is. */
const QUALIFIER =
  /^(?:gepland|geplande|verwachte|beoogde|uiterste|uiterlijke|planned|expected|target|taak|task) (?=\p{L})/u;
const UNIT = / (?:in )?%$/u;

/** A heading as it is, without what stands between brackets, each of several words between strokes, and these without what says more of them. */
function wordings(heading: string): readonly string[] {
  const plain = plainHeading(heading);
  const bare = plain.replace(/ ?\([^()]*\)/gu, "").trim();
  const words = [plain, bare, ...bare.split(/ ?[/|] ?/u)].filter((word) => word !== "");
  return [...new Set([...words, ...words.map((word) => word.replace(QUALIFIER, "").replace(UNIT, ""))])];
}

/** What each column is called, as headings are compared. */
const CALLED = new WeakMap<Column<SheetEntry>, ReadonlySet<string>>();

function isHeadingOf(column: Column<SheetEntry>, word: string): boolean {
  const { nl, en, also = [] } = column.heading;
  const called = CALLED.get(column) ?? new Set([nl, en, ...also].map(plainHeading));
  CALLED.set(column, called);
  return called.has(word);
}

function mayBeHeadingOf({ heading: { maybe = [] } }: Column<SheetEntry>, word: string): boolean {
  return maybe.includes(word);
}

const IN_HEADING = /[\p{L}\p{N}#%)]/u;

function plainHeading(heading: string): string {
  // A word that was too long for its cell goes on in the next line.
  const key = nameKey(heading.slice(0, HEADING_MAX_LENGTH).replace(/-\n/gu, ""));
  // Signs and pictures stand beside a word; some are all that there is.
  return trimEndOf(key, (character) => !IN_HEADING.test(character)).replace(/^[^\p{L}\p{N}#%(]+/u, "");
}
