import { EMPTY_JOURNAL } from "../journal/journal.ts";
import type { Language, Plan } from "../plan/schema.ts";
import { type Cell, type RawCell, textOf } from "./cell.ts";
import type { Showing } from "./column.ts";
import { labelsOf } from "./labels.ts";
import { SHEET_NAMES, type SheetName, SHEETS } from "./sheets.ts";

/** What the cells of a file held when it was made: by `baseKey` of each entry, then by column. */
export type FileBase = ReadonlyMap<string, ReadonlyMap<string, RawCell>>;

/** Of a file that does not say what it was made from. */
export const NO_BASE: FileBase = new Map();

/** What the sheet is called that holds the base of a workbook; nobody sees it. */
export const BASE_SHEET: Readonly<Record<Language, string>> = { nl: "Basis", en: "Base" };

/** Under what an entry stands in a base. */
export function baseKey(sheet: SheetName, id: string): string {
  return `${sheet} ${id}`;
}

/** By this in its first cell a base is known, with the number of its form behind it. */
const MARK = "planwand-base";
const VERSION = 1;
/** Stands where rows of entries have an id, on the row that says which column each cell is. */
const HEADING = "#";

/**
 * The rows of the sheet by which a file is known again: what every cell that can come back holds now, days as text. Each row says its sheet
 * and the id of its entry.
 */
export function baseRows(plan: Plan, language: Language): readonly (readonly Cell[])[] {
  const on: Showing = { plan, journal: EMPTY_JOURNAL, labels: labelsOf(plan), language };
  const rows = SHEET_NAMES.flatMap((name) => {
    const { columns, entries } = SHEETS[name];
    const taken = columns.filter(({ take }) => take !== undefined);
    return [
      [name, HEADING, ...taken.map(({ key }) => key)],
      ...entries(plan).map((entry) => [name, entry.id, ...taken.map(({ show }) => textOf(show(entry, on)))]),
    ];
  });
  return [[MARK, VERSION], ...rows];
}

/** Reads such rows; null for those of another sheet. What is not as it should be is not in it: then a cell has no base. */
export function readBase(rows: readonly (readonly RawCell[])[]): FileBase | null {
  const [mark, version] = rows[0] ?? [];
  if (mark !== MARK || version !== VERSION) return null;
  const base = new Map<string, ReadonlyMap<string, RawCell>>();
  const keysOf = new Map<string, readonly string[]>();
  for (const [first = null, second = null, ...cells] of rows.slice(1)) {
    const [name, id] = [textOf(first), textOf(second)];
    const sheet = SHEET_NAMES.find((one) => one === name);
    if (sheet === undefined) continue;
    const keys = keysOf.get(sheet) ?? [];
    if (id === HEADING) keysOf.set(sheet, cells.map(textOf));
    else base.set(baseKey(sheet, id), new Map(keys.map((key, at) => [key, cells[at] ?? null])));
  }
  return base;
}
