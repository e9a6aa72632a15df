/** Finds characters as a reader sees them: an emoji of several people, a flag, a letter and its accents are one (UAX #29). */
const SEGMENTER = new Intl.Segmenter("und", { granularity: "grapheme" });

/** As far as is looked around a place in a long text, in UTF-16 code units; hardly a character that anybody writes is longer. */
const AROUND = 256;
/** As far as is looked for a place to begin with. */
const FAR = 4_096;

/** Letters, digits and signs of plain text, of which each is a character by itself. */
const PLAIN = /^[\t\n\u0020-\u007e]*$/;
/** What always begins a character: of flags and families one cannot tell without what stands before them. */
const BEGINS = /[\n\u0020-\u007e\u00c0-\u02af\u0391-\u03ff\u0410-\u044f\u3041-\u3096\u4e00-\u9fff]/;

/** The characters of a text. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return Array.from(text);
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}

/** The last place at or before `at` that does not lie inside a character, in UTF-16 code units. */
export function boundaryBefore(text: string, at: number): number {
  const place = Math.min(text.length, at);
  if (place <= 0) return 0;
  if (PLAIN.test(text.slice(place - 1, place + 1))) return place;
  let from = Math.max(0, place - AROUND);
  for (let steps = 0; from > 0 && steps < FAR && !BEGINS.test(text.charAt(from)); steps++) from--;
  const around = text.slice(from, place + AROUND);
  const character = SEGMENTER.segment(around).containing(place - from);
  return character === undefined ? place : from + character.index;
}

/** The first place at or after `at` that does not lie inside a character. */
export function boundaryAfter(text: string, at: number): number {
  const before = boundaryBefore(text, at);
  if (before >= at) return before;
  const character = SEGMENTER.segment(text.slice(before, before + FAR)).containing(0);
  return before + (character?.segment.length ?? 0);
}

/** The beginning of `text` in whole characters, at most `max` UTF-16 code units long. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, boundaryBefore(text, max));
}

/** The end of `text` in whole characters, at most `max` UTF-16 code units long. */
export function cutEnd(text: string, max: number): string {
  return text.length <= max ? text : text.slice(boundaryAfter(text, text.length - max));
}

/** `text`, or when that is longer than `max` UTF-16 code units its beginning and a mark that there is more. */
export function shortened(text: string, max: number, mark = "…"): string {
  return text.length <= max ? text : `${cut(text, max - mark.length).trimEnd()}${mark}`;
}

/**
 * How much of two texts is the same at their beginning and at their end, in UTF-16 code units and whole characters; together at most the
 * shorter text. The beginning is looked at first, up to `latestStart`.
 */
export function commonEnds(
  before: string,
  after: string,
  latestStart = Infinity,
): { readonly start: number; readonly end: number } {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < Math.min(shortest, latestStart) && before[start] === after[start]) start++;
  start = Math.min(boundaryBefore(before, start), boundaryBefore(after, start));
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const kept = (text: string): number => text.length - boundaryAfter(text, text.length - end);
  end = Math.min(kept(before), kept(after));
  return { start, end };
}
