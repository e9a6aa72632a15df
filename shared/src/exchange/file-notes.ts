import type { RawTable, TableReading } from "./guess-columns.ts";

/**
 * Something of a file that a person should know: columns that nobody saw and that come along, columns that say something in colours alone,
 * sheets that were hidden and not read, what people noted at cells, or that there is text around what was read.
 */
export interface FileNote {
  readonly kind: "hidden-columns" | "coloured-columns" | "hidden-sheets" | "comments" | "text-around";
  /** The headings of the columns, the names of the sheets, or the notes, each behind its cell. */
  readonly names: readonly string[];
}

interface TableRead {
  readonly table: RawTable;
  readonly reading: TableReading;
}

/** What is to be told of the columns of tables that are taken over; a column without a heading has no name to tell it by. */
export function notesOf(tables: readonly TableRead[]): readonly FileNote[] {
  const hidden = new Set<string>();
  const coloured = new Set<string>();
  for (const { table, reading } of tables) {
    if (reading.sheet === null) continue;
    reading.columns.forEach(({ heading, sample, key }, at) => {
      // A number and an id are written by a program, and hidden by it.
      if (heading === "" || key === "id" || key === "nr") return;
      if (sample !== "" && key !== null && table.unseen?.columns.has(at) === true) hidden.add(heading);
      if (sample === "" && table.unseen?.coloured.has(at) === true) coloured.add(heading);
    });
  }
  const notes: FileNote[] = [
    { kind: "hidden-columns", names: [...hidden] },
    { kind: "coloured-columns", names: [...coloured] },
  ];
  return notes.filter(({ names }) => names.length > 0);
}
