/** Shorter words have no other forms here, and no typo is forgiven in shorter ones. */
const STEM_MIN = 3;
const TYPO_MIN = 5;
/** As many letters of a stem must fit when it is only a part of a longer word. */
const PART_MIN = 5;
const ENDINGS = ["en", "e", "s"];

/** How a fragment is found in a text: as it was typed, in another form of the word, or with one typo. */
export type Likeness = "typed" | "form" | "typo";

/** A text in the form of `plainText`, readied to be looked in. */
export interface Lookable {
  readonly text: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
}

/** Readies a text in the form of `plainText`. */
export function lookable(text: string): Lookable {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return { text, words, stems: words.map(stemOf) };
}

/** How a fragment in the form of `plainText` is found in a text; null when it is not, not even nearly. */
export function likenessIn({ text, words, stems }: Lookable, fragment: string): Likeness | null {
  if (text.includes(fragment)) return "typed";
  const stem = stemOf(fragment);
  if (stems.some((other) => isForm(other, stem))) return "form";
  return fragment.length >= TYPO_MIN && words.some((word) => beginsNearly(word, fragment)) ? "typo" : null;
}

/**
 * What Dutch and English forms of a word have in common: without the endings of plurals and adjectives, with single letters for double
 * ones, and with the sounded letter that a longer form has: "mandaat" and "mandaten", "brief" and "brieven".
 */
function stemOf(word: string): string {
  let stem = word;
  for (;;) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= STEM_MIN);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  const single = stem.replace(/(\p{L})\1/gu, "$1");
  return single.replace(/v$/u, "f").replace(/z$/u, "s");
}

/** The same word, or a part that begins or ends a compound. */
function isForm(word: string, stem: string): boolean {
  if (word === stem) return stem.length >= STEM_MIN;
  return stem.length >= PART_MIN && (word.startsWith(stem) || word.endsWith(stem));
}

/** Whether a word begins with a fragment, but for one letter that is missing, too many or another, or for two that changed places. */
function beginsNearly(word: string, fragment: string): boolean {
  if (word.charAt(0) !== fragment.charAt(0)) return false;
  let at = 0;
  while (at < fragment.length && word[at] === fragment[at]) at += 1;
  const [rest, other] = [fragment.slice(at), word.slice(at)];
  const isSwapped = rest.length > 1 && rest[0] === other[1] && rest[1] === other[0];
  return (
    other.slice(1).startsWith(rest) ||
    other.startsWith(rest.slice(1)) ||
    other.slice(1).startsWith(rest.slice(1)) ||
    (isSwapped && other.slice(2).startsWith(rest.slice(2)))
  );
}
