/* The signs and numbers that programs put before the items of a list. */

/** Signs that nobody begins a sentence with; those of Symbol and Wingdings are in the private use area. */
const BULLET = String.raw`[•·∙●○◦▪▫■□▢◆◇►▶➢➤‣⁃✓✔✗✘☐☑☒\ue000-\uf8ff]`;
/** Signs that could also begin a word or a sum: a space follows. */
const DASH = String.raw`[-–—*+]`;
/** Letters that Word writes for bullets, where their font is gone: a tab follows. */
const LETTER_BULLET = String.raw`[oOvqü§Ø]`;
const NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})*[.)]|\(\d{1,3}\)|[a-z]\))`;
/** Numbers and letters that could be a sum or an initial: a tab follows. */
const LOOSE_NUMBER = String.raw`(?:\d{1,3}(?:\.\d{1,3})+|[a-zA-Z][.)]|[ivx]{2,5}[.)])`;
const SIGN = new RegExp(
  String.raw`^(?:(?<bullet>${BULLET})\s*|(?<dash>${DASH})(?:\s+|$)|(?<letter>${LETTER_BULLET})\t\s*|(?<number>${NUMBER})(?:\s+|$)|(?<loose>${LOOSE_NUMBER})\t\s*)`,
  "u",
);
/** What word processors put below the first level, with nothing before it in plain text. */
const LOWER_BULLETS = "○◦▪▫■□";

export interface Sign {
  /** Which signs are of one list: the bullet itself, or the kind of number. */
  readonly kind: string;
  readonly isLower: boolean;
  readonly length: number;
}

/** The line without the sign or number of a list before it. */
export function withoutListSign(line: string): string {
  const bare = line.trimStart();
  return bare.slice(signOf(bare)?.length ?? 0).trim();
}

/** Whether this is nothing but a sign or a number of a list, as the first cell of a row may be. */
export function isListSign(cell: string): boolean {
  const sign = signOf(`${cell.trim()}\t`);
  return sign !== null && sign.length > cell.trim().length;
}

/** The sign or number at the start of a line that has no space before it; null when there is none. */
export function signOf(line: string): Sign | null {
  const found = SIGN.exec(line);
  if (found === null) return null;
  const { bullet, dash, letter, number, loose } = found.groups ?? {};
  const { length } = found[0];
  const numbered = number ?? loose;
  if (numbered !== undefined) {
    const depth = numbered.split(/\.(?=\d)/u).length;
    const kind = /\d/u.test(numbered) ? `number ${String(depth)}` : "letter";
    return { kind, isLower: kind !== "number 1", length };
  }
  const isLower = letter !== undefined || LOWER_BULLETS.includes(bullet ?? " ");
  return { kind: bullet ?? dash ?? letter ?? "", isLower, length };
}
