import type { NewId } from "../kernel/id.ts";
import type { Plan } from "../plan/schema.ts";
import { type RawCell, textOf } from "./cell.ts";
import type { Showing } from "./column.ts";
import { baseKey, type FileBase } from "./file-base.ts";
import { isNamedRoot } from "./labels.ts";
import type { NameBook } from "./name-book.ts";
import type { GoneRows } from "./proposal.ts";
import { type Sheet, SHEET_NAMES, type SheetEntry, type SheetName, SHEETS } from "./sheets.ts";

/** What is known of a row when it is looked for among others. */
export interface FileRow {
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<string, RawCell>;
  /** The id in the file, when it is one. */
  readonly fileId: string | null;
  readonly id: string;
  readonly existing: SheetEntry | null;
  /** It is a copy of another row, with its id. */
  readonly isCopy: boolean;
  /** Its entry was removed from the plan since. */
  readonly wasRemoved: boolean;
}

/**
 * Of rows with one id the one that is most as it went out is the entry; the others are copies of it that became something of their own,
 * and each becomes a new entry. Rows that say the same in every cell stay as they are.
 */
export function withCopies<Row extends FileRow>(
  rows: readonly Row[],
  on: Showing,
  base: FileBase,
  newId: NewId,
): readonly Row[] {
  const byId = Map.groupBy(rows, ({ sheet, fileId }) =>
    fileId === null ? null : baseKey(sheet.name, fileId),
  );
  const originals = new Map<string, Row>();
  for (const [key, alike] of byId) {
    if (key === null || alike.length < 2) continue;
    const likeness = alike.map((row) => [row, likenessOf(row, on, base.get(key))] as const);
    const most = likeness.toSorted(([, a], [, b]) => b - a)[0];
    if (most !== undefined) originals.set(key, most[0]);
  }
  return rows.map((row) => {
    const original = row.fileId === null ? undefined : originals.get(baseKey(row.sheet.name, row.fileId));
    if (original === undefined || original === row || isAlike(row, original)) return row;
    return { ...row, fileId: null, existing: null, id: newId(), isCopy: true };
  });
}

/** In how many cells a row is as it went out, or as the plan is when the file does not say how it went out. */
function likenessOf(
  { sheet, cells, existing }: FileRow,
  on: Showing,
  base: ReadonlyMap<string, RawCell> | undefined,
): number {
  return sheet.columns.filter(({ key, take, show }) => {
    if (take === undefined || !cells.has(key)) return false;
    const held =
      base === undefined ? (existing === null ? null : show(existing, on)) : (base.get(key) ?? null);
    return textOf(cells.get(key) ?? null) === textOf(held);
  }).length;
}

function isAlike(a: FileRow, b: FileRow): boolean {
  return a.sheet.columns.every(
    ({ key, take }) =>
      take === undefined || textOf(a.cells.get(key) ?? null) === textOf(b.cells.get(key) ?? null),
  );
}

/** The keys of the entries of a plan, by which it is known whether a file was made from it. */
function keysOf(plan: Plan): ReadonlySet<string> {
  return new Set(
    SHEET_NAMES.flatMap((name) => SHEETS[name].entries(plan).map(({ id }) => baseKey(name, id))),
  );
}

/** What happened to the plan since a file was made from it. */
export interface SinceFile {
  /** Whether the entry of an id was in the plan when the file was made, or lies in its bin, and is not in the plan now. */
  readonly wasRemoved: (sheet: SheetName, id: string) => boolean;
  /** The entries that the file was made from and that have no row in it any more, by sheet. */
  readonly gone: (rows: readonly FileRow[]) => readonly GoneRows[];
  /** Lets names that were other ones when the file was made be found, and those that were removed not be made again. */
  readonly teach: (book: NameBook) => void;
}

export function sinceFile(plan: Plan, base: FileBase): SinceFile {
  const keys = keysOf(plan);
  // That of another plan says nothing of this one.
  const isOfThis = [...base.keys()].some((key) => keys.has(key) && !key.startsWith("plan "));
  const binned = new Set(plan.bin.map(({ id }) => id));
  return {
    wasRemoved(sheet, id) {
      const key = baseKey(sheet, id);
      return !keys.has(key) && (binned.has(id) || (isOfThis && base.has(key)));
    },
    gone(rows) {
      if (!isOfThis) return [];
      const said = new Set(rows.map(({ sheet, id }) => baseKey(sheet.name, id)));
      return SHEET_NAMES.flatMap((sheet) => {
        if (!rows.some((row) => row.sheet.name === sheet)) return [];
        const lost = [...base.keys()].filter(
          (key) => key.startsWith(`${sheet} `) && keys.has(key) && !said.has(key),
        );
        return lost.length === 0 ? [] : [{ sheet, count: lost.length }];
      });
    },
    teach(book) {
      if (!isOfThis) return;
      for (const name of SHEET_NAMES) {
        const { root, titleKey } = SHEETS[name];
        if (!isNamedRoot(root)) continue;
        for (const [key, cells] of base) {
          if (!key.startsWith(`${name} `)) continue;
          book.recall(root, key.slice(name.length + 1), textOf(cells.get(titleKey) ?? null), keys.has(key));
        }
      }
    },
  };
}
