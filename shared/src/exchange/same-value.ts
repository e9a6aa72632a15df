import { canonicalJson } from "../plan/canonical.ts";
import type { Cell } from "./cell.ts";
import type { Column, TakenFields, Taking } from "./column.ts";
import type { SheetEntry } from "./sheets.ts";

/**
 * Whether what was taken of a cell is what its entry holds, however it was written: the same day, choice, number, or names in any order.
 * `shown` is the cell as the entry would show it; `on` makes nothing and tells nothing.
 */
export function isSameValue(
  { take }: Column<SheetEntry>,
  shown: Cell,
  taken: TakenFields,
  on: Taking,
): boolean {
  const held = take?.(shown, on) ?? {};
  return canonicalJson(unordered(held)) === canonicalJson(unordered(taken));
}

/** Whether two cells of a column say the same, however they were written. */
export function isSameCell(column: Column<SheetEntry>, a: Cell, b: Cell, on: Taking): boolean {
  const taken = column.take?.(b, on) ?? {};
  return isSameValue(column, a, taken, on);
}

/** Names have no order. */
function unordered(fields: TakenFields): TakenFields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, isTexts(value) ? value.toSorted() : value]),
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
