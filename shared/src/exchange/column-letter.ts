const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What a spreadsheet calls the column at this place, from 0. */
export function letterOf(at: number): string {
  const before = Math.floor(at / LETTERS.length);
  return `${before === 0 ? "" : letterOf(before - 1)}${LETTERS.charAt(at % LETTERS.length)}`;
}
