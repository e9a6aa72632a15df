import { shortened } from "@planwand/shared/kernel/grapheme.ts";

const EXCERPT_LENGTH = 80;

/** What a cell says, in one line of the preview. */
export function excerpt(text: string, length = EXCERPT_LENGTH): string {
  const line = text.replace(/\s+/gu, " ").trim();
  return line === "" ? "–" : shortened(line, length);
}
