import { type RawCell, textOf } from "./cell.ts";
import type { KnownPlaces } from "./known-places.ts";
import { withoutListSign } from "./list-sign.ts";
import { readList } from "./list-text.ts";
import { nameKey } from "../kernel/name-key.ts";

/* A board as a table: phases on one edge, domains on the other, and in each cell what is done there. */

type Rows = readonly (readonly RawCell[])[];

/** Where the edges of such a table are. */
export interface Matrix {
  readonly headingRow: number;
  /** What stands in the headings: the other is in the first column. */
  readonly across: "phase" | "domain";
}

/** What a cell of it says is done. */
export interface MatrixItem {
  readonly title: string;
  readonly steps: readonly string[];
}

const EDGE =
  /^(?:bop(?:[- ]?si)?(?:[- ]domein)?(?:en)?|domein(?:en)?|domain|fase(?:n|s)?|phases?)(?: ?[\\/|x×] ?(?:fase(?:n|s)?|domein(?:en)?))?$/u;
const HEADING_WITHIN = 30;
/** So many of the names on an edge must be known. */
const MOST = 0.6;

/** The edges of a table that is a board; null when it is none. */
export function matrixIn(rows: Rows, places: KnownPlaces): Matrix | null {
  for (let row = 0; row < Math.min(rows.length - 1, HEADING_WITHIN); row++) {
    const [corner = null, ...headings] = rows[row] ?? [];
    const across = headings.map(textOf).filter((text) => text.trim() !== "");
    const down = rows
      .slice(row + 1)
      .map(([first = null]) => textOf(first).trim())
      .filter((text) => text !== "");
    if (across.length < 2 || down.length < 1) continue;
    const isEdge = EDGE.test(nameKey(textOf(corner)));
    const knows = (texts: readonly string[], test: (text: string) => boolean): boolean =>
      texts.filter(test).length >= texts.length * MOST;
    if (knows(across, places.isPhase) && (isEdge || knows(down, places.isDomain)))
      return { headingRow: row, across: "phase" };
    if (knows(across, places.isDomain) && (isEdge || knows(down, places.isPhase)))
      return { headingRow: row, across: "domain" };
  }
  return null;
}

/** A bullet of the second level, as people type it below one of the first. */
const SPACED_BULLET = /^([ \t]{2,})o +(?=\S)/gmu;

/** What is done in one cell: an item a line or a bullet, what stands under a bullet as its steps; parts of one line between semicolons. */
export function itemsIn(cell: string): readonly MatrixItem[] {
  const listed = readList(cell.replace(SPACED_BULLET, "$1o\t"));
  if (listed !== null)
    return listed.filter(({ title }) => title !== "").map(({ title, below }) => ({ title, steps: below }));
  const lines = cell.split("\n").filter((line) => line.trim() !== "");
  const parts = lines.length === 1 ? (lines[0] ?? "").split(";") : lines;
  return parts.flatMap((part) => {
    const title = withoutListSign(part);
    return title === "" ? [] : [{ title, steps: [] }];
  });
}
