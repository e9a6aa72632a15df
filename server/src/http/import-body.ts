const ROWS_MAX = 5_000;
const CELLS_MAX = 200;
const CELL_MAX_LENGTH = 100_000;
const NAME_MAX_LENGTH = 1_000;

/** Whether this is a table of texts of a size that is read; looks no further than the first cell that is none. */
export function isTable(value: unknown): value is string[][] {
  if (!Array.isArray(value) || value.length > ROWS_MAX) return false;
  return value.every(
    (row: unknown) =>
      Array.isArray(row) &&
      row.length <= CELLS_MAX &&
      row.every((cell) => typeof cell === "string" && cell.length <= CELL_MAX_LENGTH),
  );
}

/** Whether this gives at most `max` names something of which `isChoice` holds; looks no further than the first of which it does not. */
export function isFewNames(value: unknown, max: number, isChoice: (choice: unknown) => boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let names = 0;
  for (const [name, choice] of Object.entries(value)) {
    if (++names > max || name.length > NAME_MAX_LENGTH || !isChoice(choice)) return false;
  }
  return true;
}
