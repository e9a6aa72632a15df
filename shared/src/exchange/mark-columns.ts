import type { KnownPlaces } from "./known-places.ts";
import { isMarkOfName } from "./role-letters.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/* Columns that hold nothing but marks, below names of one kind: who does it, how far it is, or where it belongs. */

/** What the marks say by their headings: roles, or a column of the table. */
export interface MarkColumns {
  readonly kind: "roles" | "status" | "phase" | "domain";
  readonly ats: readonly number[];
}

/** Fewer columns than this are something else. */
const LEAST = 2;
/** So many of the names above marks must be known as somebody's. */
const MOST = 0.5;

/** The columns of marks, given the cells of each (`texts`); null when their headings are not of one kind that is known. */
export function markColumns(
  headings: readonly string[],
  texts: readonly (readonly string[])[],
  { isParty, isPhase, isDomain }: KnownPlaces,
  isFree: (at: number) => boolean,
): MarkColumns | null {
  const ats = texts.flatMap((all, at) => (isFree(at) && all.length > 0 && all.every(isMarkOfName) ? at : []));
  const names = ats.map((at) => (headings[at] ?? "").trim());
  if (ats.length < LEAST || names.includes("")) return null;
  if (names.every((name) => valueOfWord(STATUS_WORDS, name) !== null)) return { kind: "status", ats };
  if (names.every(isPhase)) return { kind: "phase", ats };
  if (names.every(isDomain)) return { kind: "domain", ats };
  return names.filter(isParty).length >= names.length * MOST ? { kind: "roles", ats } : null;
}
