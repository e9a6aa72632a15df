import { lacksValue, type RawCell, textOf } from "./cell.ts";
import { joinNames } from "./labels.ts";
import type { TableRow } from "./table-rows.ts";

/** A number of a row as programs write it behind each other: `3`, `3FS`, `3EB`. */
const REFERENCE = /^([a-z]{0,3}\d{1,6}(?:\.\d{1,4})*)(?:FS|EB)?$/iu;

/** Rows that wait for others by the numbers of these, with the titles of those instead. What says more than a number stays as it is. */
export function withReferences(rows: readonly TableRow[], headingRow: number): readonly TableRow[] {
  // Programs that show no numbers count their rows.
  const isCounted = rows.every(({ cells }) => textIn(cells, "nr") === "");
  const titles = new Map(
    rows.map(({ cells, number }) => [
      isCounted ? String(number - headingRow - 1) : textIn(cells, "nr"),
      textIn(cells, "title"),
    ]),
  );
  return rows.map((row) => {
    const parts = textIn(row.cells, "dependsOn")
      .split(/[;,]/u)
      .map((part) => part.trim());
    const found = parts.map((part) => {
      const number = REFERENCE.exec(part)?.[1];
      return number === undefined ? "" : (titles.get(number) ?? "");
    });
    if (found.every((title) => title === "")) return row;
    const names = joinNames(parts.map((part, at) => found[at] || part));
    return { ...row, cells: new Map<string, RawCell>([...row.cells, ["dependsOn", names]]) };
  });
}

function textIn(cells: ReadonlyMap<string, RawCell>, key: string): string {
  const cell = cells.get(key) ?? null;
  return !lacksValue(cell) ? textOf(cell).trim() : "";
}
