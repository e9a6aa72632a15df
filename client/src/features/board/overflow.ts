import type { Density } from "../../ui/density.ts";

/** How many cards a cell shows in normal density before it says how many more there are. */
export const SHOWN_AT_MOST = 4;

/** Whether cells say how many more there are: in normal density, while nothing is looked for, which must never be behind "more". */
export function cellsAreShort(density: Density, isFiltering: boolean): boolean {
  return density === "normal" && !isFiltering;
}

/** The cards that a cell draws: all of them when it is opened out, else the first few. */
export function shownIds(ids: readonly string[], isWhole: boolean): readonly string[] {
  return isWhole || ids.length <= SHOWN_AT_MOST ? ids : ids.slice(0, SHOWN_AT_MOST);
}
