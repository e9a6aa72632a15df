import type { TableReading } from "@planwand/shared/exchange/guess-columns.ts";
import { columnKey, isPlaceKey } from "@planwand/shared/exchange/headings.ts";
import { type ImportChoices, type Proposal, wordKey } from "@planwand/shared/exchange/proposal.ts";
import { type SheetName, SHEET_NAMES } from "@planwand/shared/exchange/sheets.ts";
import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { keep, kept } from "../../ui/kept.ts";

/* What was said about files before, on this device, so that the next one of the same shape needs no saying again. */

/** What is remembered of each kind of choice: of headings and words by themselves, of tables by what stands in their row of headings. */
const KEYS = {
  columns: "planwand:columns",
  words: "planwand:words",
  headings: "planwand:heading-rows",
  sheets: "planwand:sheets",
} as const;
/** The oldest are forgotten when there are more than anybody uses. */
const MAX_KNOWN = 200;

type Known<Value> = Readonly<Record<string, Value>>;

/** What was said of columns and words. */
export function knownMapping(): Pick<ImportChoices, "columns" | "words"> {
  return { columns: knownOf(KEYS.columns, isTextOrNull), words: knownOf(KEYS.words, isTextOrNull) };
}

/** The choices of these that were remembered and that this file has to do with: what a heading or a word of it means. */
export function usedMapping(
  { tables, words }: Pick<Proposal, "tables" | "words">,
  { columns = {}, words: said = {} }: Partial<ImportChoices>,
): readonly string[] {
  const known = knownMapping();
  const headings = tables.flatMap(({ sheet, table, columns: all }) => {
    const texts = all.map(({ heading }) => heading);
    return sheet === null ? [] : texts.map((_, at) => columnKey(sheet, table, at, texts));
  });
  const asked = words.map(({ sheet, column, word }) => wordKey(sheet, column, word));
  return [
    ...headings.filter((key) => Object.hasOwn(known.columns, key) && Object.hasOwn(columns, key)),
    ...asked.filter((key) => Object.hasOwn(known.words, key) && Object.hasOwn(said, key)),
  ];
}

/** Forgets what was said of headings and words by these keys. */
export function forgetMapping(keys: readonly string[]): void {
  const known = knownMapping();
  const rest = (all: Known<string | null>): (readonly [string, unknown])[] =>
    Object.entries(all).filter(([key]) => !keys.includes(key));
  remember(KEYS.columns, rest(known.columns));
  remember(KEYS.words, rest(known.words));
}

/** What was said of tables like these of a file, where they were read otherwise; null when nothing was. */
export function knownTables({
  tables,
}: Pick<Proposal, "tables">): Pick<ImportChoices, "headings" | "sheets"> | null {
  const isRow = (value: unknown): value is true => value === true;
  const rows = knownOf(KEYS.headings, isRow);
  const sheets = knownOf(KEYS.sheets, isSheet);
  const headings = tables.flatMap(({ table, top, headingRow }) => {
    const at = top.findIndex((line) => line !== "" && Object.hasOwn(rows, line));
    return at < 0 || at === headingRow ? [] : [[table, at] as const];
  });
  const moved = new Map(headings);
  const held = tables.flatMap((table) => {
    const key = shapeOf(table, moved.get(table.table) ?? table.headingRow);
    const sheet = Object.hasOwn(sheets, key) ? (sheets[key] ?? null) : table.sheet;
    return sheet === table.sheet ? [] : [[table.table, sheet] as const];
  });
  if (headings.length === 0 && held.length === 0) return null;
  return { headings: Object.fromEntries(headings), sheets: Object.fromEntries(held) };
}

/** Remembers what was said about a file. */
export function rememberMapping(
  { columns, words, headings, sheets }: Partial<ImportChoices>,
  tables: readonly TableReading[],
): void {
  const named = (said: Known<unknown>): TableReading[] =>
    tables.filter(({ table }) => Object.hasOwn(said, table));
  if (columns !== undefined)
    remember(
      KEYS.columns,
      Object.entries(columns).filter(([key]) => !isPlaceKey(key)),
    );
  // The same words may mean another day in the file of next year.
  if (words !== undefined)
    remember(
      KEYS.words,
      Object.entries(words).filter(([, value]) => value === null || !isLocalDate(value)),
    );
  if (headings !== undefined) {
    const of = named(headings);
    const before = knownOf(KEYS.headings, (value): value is true => value === true);
    const others = Object.entries(before).filter(([line]) => !of.some(({ top }) => top.includes(line)));
    const lines = of.flatMap(({ table, top }) => top[headings[table] ?? -1] ?? []);
    remember(KEYS.headings, [...others, ...lines.map((line) => [line, true] as const)]);
  }
  if (sheets !== undefined) {
    const said = named(sheets).map(
      (table) => [shapeOf(table, table.headingRow), sheets[table.table]] as const,
    );
    remember(KEYS.sheets, Object.entries({ ...knownOf(KEYS.sheets, isSheet), ...Object.fromEntries(said) }));
  }
}

function shapeOf({ table, top }: TableReading, headingRow: number): string {
  return `${table}\n${top[headingRow] ?? ""}`;
}

function remember(key: string, known: readonly (readonly [string, unknown])[]): void {
  keep(key, JSON.stringify(Object.fromEntries(known.slice(-MAX_KNOWN))));
}

function knownOf<Value>(key: string, isOf: (value: unknown) => value is Value): Known<Value> {
  try {
    const value: unknown = JSON.parse(kept(key) ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]: [string, unknown]) => (isOf(one) ? [[name, one]] : [])),
    );
  } catch {
    return {};
  }
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isSheet(value: unknown): value is SheetName | null {
  return value === null || SHEET_NAMES.some((one) => one === value);
}
