import { type Cell, textOf } from "./cell.ts";
import type { RoleSlot } from "../plan/schema.ts";

/* A table of who has which role: parties in the headings, and below them R, A, C and I (or what they are called in Dutch). */

const SLOT_OF: Readonly<Record<string, RoleSlot>> = {
  r: "executor",
  u: "executor",
  a: "sponsor",
  o: "sponsor",
  b: "codecider",
  s: "codecider",
  c: "consulted",
  g: "consulted",
  i: "informed",
};
const LETTERS = /^[rascioubg](?: ?[/,+& -]? ?[rascioubg]){0,3}$/iu;
/** Fewer columns than this are something else. */
const LEAST = 2;

/** Under a name such a mark says who does it. */
const MARK = /^(?:[xv✓✔●■]|✅|☑)$/iu;
/** Whether a cell says nothing but roles. */
export function isRoleLetters(text: string): boolean {
  return LETTERS.test(text.trim());
}

/** The roles that a cell says, each once. */
export function rolesIn(cell: Cell): readonly RoleSlot[] {
  if (MARK.test(textOf(cell).trim())) return ["executor"];
  const letters = textOf(cell).toLowerCase().match(/[a-z]/gu) ?? [];
  return [...new Set(letters.flatMap((letter) => SLOT_OF[letter] ?? []))];
}

/** Whether a cell is a mark that says that the name above it holds. */
export function isMarkOfName(text: string): boolean {
  return MARK.test(text);
}

/** The columns of which the cells say nothing but roles, given those of each; none when they are too few for that. */
export function roleColumns(
  texts: readonly (readonly string[])[],
  isFree: (at: number) => boolean,
): readonly number[] {
  const found = texts.flatMap((all, at) =>
    isFree(at) && all.length > 0 && all.every(isRoleLetters) ? [at] : [],
  );
  // Without an R somewhere these are marks of another kind.
  const hasDoer = found.some((at) => texts[at]?.some((text) => /[ru]/iu.test(text)) === true);
  return found.length >= LEAST && hasDoer ? found : [];
}
