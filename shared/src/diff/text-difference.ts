import { diffArrays } from "diff";

/** A stretch of text that stayed, came or went. */
export interface TextPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Finds words, spaces and signs, none of which ends inside a character (UAX #29). */
const WORDS = new Intl.Segmenter("und", { granularity: "word" });

/** Beyond this many words that differ, marks inside the text help nobody: it is told as wholly another. */
const MAX_EDITS = 1_500;

/**
 * What became of a text, word by word (Myers' O(ND) difference, of the package `diff`): the parts that stayed and came, in order, are
 * the new text; those that stayed and went are the old one.
 */
export function textDifference(from: string, to: string): TextPart[] {
  const parts = diffArrays(wordsOf(from), wordsOf(to), { maxEditLength: MAX_EDITS }) ?? [
    { value: [from], removed: true, added: false },
    { value: [to], removed: false, added: true },
  ];
  return parts
    .map(({ value, added, removed }): TextPart => {
      const kind = added ? "added" : removed ? "removed" : "same";
      return { kind, text: value.join("") };
    })
    .filter(({ text }) => text !== "");
}

function wordsOf(text: string): string[] {
  return Array.from(WORDS.segment(text), ({ segment }) => segment);
}
