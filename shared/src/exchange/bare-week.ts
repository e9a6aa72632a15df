import { nameKey } from "../kernel/name-key.ts";

/* The number of a week, or of the first and the last of several: `46`, `46-47`. */

const OF_WEEKS = /(?<!\p{L})(?:start|begin|eind)?(?:week|weken|weeks|wk|weeknr|weeknummer)s?(?!\p{L})/u;
const BARE = /^(\d{1,2})(?: ?(?:-|–|\/|\+|&|en|t\/m|tot en met) ?(\d{1,2}))?(?: ['’]?\d{4})?$/u;
const AND = / ?(?:\+|&|en) ?/u;
const LAST_WEEK = 53;

/** Whether these stand below a heading of weeks and are their numbers. */
export function areBareWeeks(heading: string, texts: readonly string[]): boolean {
  return OF_WEEKS.test(nameKey(heading)) && texts.length > 0 && texts.every((text) => isBareWeek(text));
}

/** Whether a text is the number of a week, or of the first and the last of several. */
export function isBareWeek(text: string): boolean {
  const [, first, last = first] = BARE.exec(text) ?? [];
  // *4 en 7* are two weeks with others between.
  const isStretch = !AND.test(text) || Number(last) === Number(first) + 1;
  const areWeeks = [first, last].every((week) => Number(week) >= 1 && Number(week) <= LAST_WEEK);
  return first !== undefined && isStretch && areWeeks;
}

/** Whether a heading says that weeks stand below it. */
export function isOfWeeks(heading: string): boolean {
  return OF_WEEKS.test(nameKey(heading));
}

/** Such a number as one writes it in full. */
export function weekText(text: string): string {
  return `week ${text.replace(AND, "-")}`;
}
