import { isBlank, type RawCell, textOf } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_ALL_ROWS, MAX_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from "./limits.ts";

/** What the tables of a file may still bring together, counted down while they are read: a few bytes can say that a cell comes a billion times. */
export interface Room {
  rows: number;
  characters: number;
}

/** The room of one file. */
export function fileRoom(): Room {
  return { rows: MAX_ALL_ROWS, characters: MAX_CHARACTERS };
}

/** More merged ranges than a person makes. */
const MAX_MERGED = 5_000;

interface Merged {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Puts a table together cell by cell, as the readers of files come by them. Rows and columns from 0; no cell lies outside the limits. */
export class TableBuilder {
  readonly #room: Room;
  readonly #rows: RawCell[][] = [];
  /** Whether anything stands in each row. */
  readonly #isSaid: boolean[] = [];
  readonly #merged: Merged[] = [];
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #levels = new Map<number, number>();
  readonly #struck = new Map<number, Set<number>>();
  readonly #coloured = new Set<number>();
  /** The colours of the cells of the row that is being read. */
  #tints = new Map<number, string>();
  #tintedRow = -1;

  constructor(room: Room) {
    this.#room = room;
  }

  /**
   * Puts a cell in its place. Space below the last row that may be is no reason to refuse a table.
   * @throws FileRefused when something stands there, or when the file brings too much
   */
  put(row: number, column: number, cell: RawCell): void {
    if (cell === null || column >= MAX_COLUMNS) return;
    const isSaid = !isBlank(cell);
    const isWithin = Number.isInteger(row) && row >= 0 && row < MAX_ROWS;
    if (!isWithin && !isSaid) return;
    if (!isWithin) throw new FileRefused("file-too-many-rows", "a row too far down");
    while (this.#rows.length <= row) this.#rows.push([]);
    const cells = this.#rows[row] ?? [];
    while (cells.length < column) cells.push(null);
    cells[column] = cell;
    this.#room.characters -= textOf(cell).length;
    if (this.#room.characters < 0) throw new FileRefused("file-too-heavy", "too much text");
    if (!isSaid || this.#isSaid[row] === true) return;
    this.#isSaid[row] = true;
    if (--this.#room.rows < 0) throw new FileRefused("file-too-many-rows", "too many rows in all");
  }

  /** Says which colour a cell has, whether anything stands in it or not; rows come one after the other. */
  tint(row: number, column: number, colour: string): void {
    if (row >= MAX_ROWS || column >= MAX_COLUMNS) return;
    if (row !== this.#tintedRow) this.#endTints();
    this.#tintedRow = row;
    this.#tints.set(column, colour);
  }

  /** Says how deep a row stands in an outline, or how far a text of it is in; 0 for not. */
  level(row: number, level: number): void {
    if (row >= 0 && row < MAX_ROWS && level > (this.#levels.get(row) ?? 0)) this.#levels.set(row, level);
  }

  /** Says that the text of a cell is struck through. */
  strike(row: number, column: number): void {
    if (row >= 0 && row < MAX_ROWS && column < MAX_COLUMNS)
      this.#struck.set(row, (this.#struck.get(row) ?? new Set()).add(column));
  }

  hideRow(row: number): void {
    if (row >= 0 && row < MAX_ROWS) this.#hiddenRows.add(row);
  }

  hideColumns(from: number, count: number): void {
    for (let column = Math.max(0, from); column < Math.min(from + count, MAX_COLUMNS); column++)
      this.#hiddenColumns.add(column);
  }

  /** What stands in the first row of merged cells holds for each row before `to` that has anything in it. */
  merge(column: number, from: number, to: number): void {
    if (to - from > 1 && this.#merged.length < MAX_MERGED) this.#merged.push({ column, from, to });
  }

  /** The table as it is, without the rows below the last in which anything stands. */
  table(name: string): RawTable {
    this.#endTints();
    for (const merged of this.#merged) this.#fillDown(merged);
    const rows = this.#rows.slice(0, this.#isSaid.length);
    const unseen = { rows: this.#hiddenRows, columns: this.#hiddenColumns, coloured: this.#coloured };
    return {
      name,
      rows,
      unseen,
      ...(this.#levels.size === 0 ? {} : { levels: this.#levels }),
      ...(this.#struck.size === 0 ? {} : { struck: this.#struck }),
    };
  }

  #fillDown({ column, from, to }: Merged): void {
    const value = this.#rows[from]?.[column] ?? null;
    if (value === null) return;
    for (let row = from + 1; row < Math.min(to, this.#isSaid.length); row++) {
      const cells = this.#rows[row];
      if (cells === undefined || this.#isSaid[row] !== true) continue;
      while (cells.length < column) cells.push(null);
      cells[column] ??= value;
    }
  }

  /** An empty cell says something by its colour when nothing that is said in its row has that colour too, as every other row of a list may. */
  #endTints(): void {
    const cells = this.#rows[this.#tintedRow] ?? [];
    const isEmpty = (column: number): boolean => isBlank(cells[column] ?? null);
    const ofTexts = new Set([...this.#tints].flatMap(([column, colour]) => (isEmpty(column) ? [] : colour)));
    if (this.#isSaid[this.#tintedRow] === true)
      for (const [column, colour] of this.#tints)
        if (isEmpty(column) && !ofTexts.has(colour)) this.#coloured.add(column);
    this.#tints = new Map();
  }
}

/** A colour that says something, as six digits; null for none, and for white. */
export function colourOf(written: string | undefined): string | null {
  const digits = /(?:^|#|[0-9a-f]{2})([0-9a-f]{6})$/iu.exec(written ?? "")?.[1]?.toLowerCase();
  return digits === undefined || digits === "ffffff" ? null : digits;
}
