import { type RawCell, textOf } from "./cell.ts";
import { signOf, withoutListSign } from "./list-sign.ts";
import type { TableRow } from "./table-rows.ts";

/* A row of which the cells hold several things below each other: the first of each cell belongs to the first of the others. */

/** What may be said line by line of what is done. */
const BY_LINE = new Set([
  "roles.executor",
  "roles.sponsor",
  "roles.codecider",
  "start",
  "end",
  "status",
  "progress",
  "result",
]);
/** A cell of more lines is a text. */
const MOST_LINES = 40;

/**
 * The activities that a row holds: one for each line of its title when all of these have the sign of a list, or when another cell says who
 * does it or by when in as many lines. What has as many lines goes line by line, the rest with each. Lines with a sign below a title are steps.
 */
export function rowItems(row: TableRow): readonly TableRow[] {
  const lines = linesOf(row.cells.get("title") ?? null);
  if (lines.length < 2 || row.isBeside) return [row];
  const signed = lines.map((line) => signOf(line.trimStart()) !== null);
  const inStep = [...row.cells].flatMap(([key, cell]) =>
    BY_LINE.has(key) && linesOf(cell).length === lines.length ? [key] : [],
  );
  if (signed.every(Boolean) || (inStep.length > 0 && !signed.includes(true)))
    return lines.map((line, at) => {
      const cells = new Map<string, RawCell>(row.cells).set("title", withoutListSign(line));
      for (const key of inStep)
        cells.set(key, withoutListSign(linesOf(row.cells.get(key) ?? null)[at] ?? ""));
      return { ...row, part: at + 1, cells };
    });
  const [first = "", ...rest] = lines;
  if (
    signed[0] === true ||
    !signed.slice(1).every(Boolean) ||
    linesOf(row.cells.get("steps") ?? null).length > 0
  )
    return [row];
  const cells = new Map<string, RawCell>(row.cells)
    .set("title", first.trim())
    .set("steps", rest.map(withoutListSign).join("\n"));
  return [{ ...row, cells }];
}

function linesOf(cell: RawCell): readonly string[] {
  const text = textOf(cell);
  if (!text.includes("\n")) return text.trim() === "" ? [] : [text];
  const lines = text.split("\n", MOST_LINES + 1).filter((line) => line.trim() !== "");
  return lines.length > MOST_LINES ? [text] : lines;
}
