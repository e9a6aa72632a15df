/** What a file shows of a table in another way than in words, or does not show. Rows and columns from 0. */
export interface Unseen {
  /** Rows that are hidden, by hand or by a filter. */
  readonly rows: ReadonlySet<number>;
  /** Columns that are hidden. */
  readonly columns: ReadonlySet<number>;
  /** Columns of which some empty cells have a colour of their own. */
  readonly coloured: ReadonlySet<number>;
}

/** For each row, from 0, the columns of which the text is struck through. */
export type StruckCells = ReadonlyMap<number, ReadonlySet<number>>;
