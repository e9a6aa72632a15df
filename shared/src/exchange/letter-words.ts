import { nameKey } from "../kernel/name-key.ts";
import { type RawCell, textOf } from "./cell.ts";
import { isCompletedAt } from "./status-signs.ts";
import type { RawTable, TableReading } from "./guess-columns.ts";

/* Letters that mean something by what else stands in their column, or by its heading. */

const MOSCOW: Readonly<Record<string, string>> = { m: "Must", s: "Should", c: "Could", w: "Won't" };
const DONE = new Set(["v", "✓", "✔", "☑"]);
const NOT_DONE = new Set(["x", "✗", "✘", "☒"]);

/** The table with the words for these: `V` beside `X` is done and `X` is not, and below *MoSCoW* a letter is its word. */
export function withLetterWords(table: RawTable, { headingRow, columns }: TableReading): RawTable {
  const below = table.rows.slice(headingRow + 1);
  const wordOf = columns.map(({ key, heading }, at): ((text: string) => string | null) | null => {
    if (key === "priority" && nameKey(heading).includes("moscow"))
      return (text) => MOSCOW[text.toLowerCase()] ?? null;
    if (key !== "status") return null;
    if (isCompletedAt(heading)) return (text) => (text === "" ? null : "✓");
    const texts = new Set(
      below.map((cells) =>
        textOf(cells[at] ?? null)
          .trim()
          .toLowerCase(),
      ),
    );
    const hasBoth =
      [...DONE].some((mark) => texts.has(mark)) && [...NOT_DONE].some((mark) => texts.has(mark));
    if (!hasBoth && !texts.has("v")) return null;
    return (text) =>
      DONE.has(text.toLowerCase()) ? "✓" : hasBoth && NOT_DONE.has(text.toLowerCase()) ? "☐" : null;
  });
  if (wordOf.every((one) => one === null)) return table;
  const said = (cell: RawCell, at: number): RawCell => wordOf[at]?.(textOf(cell).trim()) ?? cell;
  return { ...table, rows: table.rows.map((cells, row) => (row > headingRow ? cells.map(said) : cells)) };
}
