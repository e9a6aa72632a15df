import { cut } from "@planwand/shared/kernel/grapheme.ts";

/** So many notes of a file are told, and so much of each. */
export const MOST_NOTES = 500;
const LENGTH = 80;

/** What somebody noted at a cell, behind its place: *B5: Let op*; none when it is nothing. */
export function noteAt(place: string, text: string): readonly string[] {
  const said = text.replace(/\s+/gu, " ").trim();
  return said === "" ? [] : [`${place}: ${cut(said, LENGTH)}`];
}
