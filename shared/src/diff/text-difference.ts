import { diffWordsWithSpace } from "diff";

/** A stretch of text that stayed, came or went. */
export interface TextPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Beyond this many words that differ, marks inside the text help nobody: it is told as wholly another. */
const MAX_EDITS = 1_500;

/**
 * What became of a text, word by word (Myers' O(ND) difference, of the package `diff`): the parts that stayed and came, in order, are
 * the new text; those that stayed and went are the old one.
 */
export function textDifference(from: string, to: string): TextPart[] {
  const parts = diffWordsWithSpace(from, to, { maxEditLength: MAX_EDITS }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ];
  return parts
    .map(({ value, added, removed }): TextPart => {
      const kind = added ? "added" : removed ? "removed" : "same";
      return { kind, text: value };
    })
    .filter(({ text }) => text !== "");
}
