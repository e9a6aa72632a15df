import { type RawCell, textOf } from "./cell.ts";
import type { KnownPlaces } from "./known-places.ts";
import { withoutListSign } from "./list-sign.ts";
import { isBareWeek, isOfWeeks, weekText } from "./bare-week.ts";
import { headingsAt } from "./headings.ts";
import { readList } from "./list-text.ts";
import { readDay } from "./read-date.ts";
import { SHEETS } from "./sheets.ts";
import { nameKey } from "../kernel/name-key.ts";
import { NO_YEAR, type Period, readDayOrPeriod, type UndatedPeriod, type YearOf } from "./read-period.ts";

/*
 * A table with a name on each edge, and in each cell what is done there: a board of phases and domains, or a calendar of months or weeks
 * and what each of them holds for.
 */

type Rows = readonly (readonly RawCell[])[];

/** What the names on an edge are: a calendar's other edge may say who does it. */
export type Edge = "phase" | "domain" | "period" | "roles.executor";

/** Where the edges of such a table are, and what they say. */
export interface Matrix {
  readonly headingRow: number;
  readonly across: Edge;
  /** What stands in the first column. */
  readonly down: Edge;
  /** The columns that hold what is done, where others do not. */
  readonly only?: readonly number[];
}

/** What a cell of it says is done. */
export interface MatrixItem {
  readonly title: string;
  readonly steps: readonly string[];
}

const EDGE =
  /^(?:bop(?:[- ]?si)?(?:[- ]domein)?(?:en)?|domein(?:en)?|domain|fase(?:n|s)?|phases?)(?: ?[\\/|x×] ?(?:fase(?:n|s)?|domein(?:en)?))?$/u;
/** Columns of a calendar that are about its weeks. */
const BESIDE = /bijzonderheden|opmerking|vakantie|toelichting|notitie|remarks|notes|maandag|datum/u;
const HEADING_WITHIN = 30;
/** So many of the names on an edge must be known. */
const MOST = 0.6;
/** Fewer periods beside each other are no calendar. */
const LEAST_PERIODS = 3;

/** The edges of a table that has names on both; null when it is none. */
export function matrixIn(rows: Rows, places: KnownPlaces): Matrix | null {
  for (let row = 0; row < Math.min(rows.length - 1, HEADING_WITHIN); row++) {
    const found = matrixAt(rows, row, places);
    if (found !== null) return found;
  }
  return null;
}

/** The edges of a table of which one stands in this row. */
export function matrixAt(rows: Rows, row: number, places: KnownPlaces): Matrix | null {
  const [corner = null, ...headings] = rows[row] ?? [];
  const across = headings.map(textOf).filter((text) => text.trim() !== "");
  const below = rows.slice(row + 1);
  const down = below.flatMap(([first = null]) => textOf(first).trim() || []);
  if (across.length < 2 || down.length < 1) return null;
  const isEdge = EDGE.test(nameKey(textOf(corner)));
  if (mostly(across, places.isPhase) && (isEdge || mostly(down, places.isDomain)))
    return { headingRow: row, across: "phase", down: "domain" };
  if (mostly(across, places.isDomain) && (isEdge || mostly(down, places.isPhase)))
    return { headingRow: row, across: "domain", down: "phase" };
  const edges = calendarEdges(rows[row] ?? [], { across, down, below }, places);
  return edges === null ? null : { headingRow: row, ...edges };
}

function mostly(texts: readonly string[], test: (text: string) => boolean): boolean {
  return texts.filter(test).length >= texts.length * MOST;
}

/** The edges of a calendar with this row of headings. */
function calendarEdges(
  row: readonly RawCell[],
  { across, down, below }: { across: readonly string[]; down: readonly string[]; below: Rows },
  places: KnownPlaces,
): Omit<Matrix, "headingRow"> | null {
  const corner = textOf(row[0] ?? null);
  // A day in the corner is that of an entry.
  if (periodOf(corner) !== null) return null;
  if (arePeriods(across))
    return areWorded(below) ? { across: "period", down: otherEdge(down, places) ?? "domain" } : null;
  const dates = isOfWeeks(corner) ? down.map((text) => (isBareWeek(text) ? weekText(text) : text)) : down;
  if (!arePeriods(dates)) return null;
  const over = otherEdge(across, places);
  if (over !== null) return areWorded(below) ? { across: over, down: "period" } : null;
  const only = groupsIn(row, below);
  return only.length > 1 ? { across: "domain", down: "period", only } : null;
}

function arePeriods(texts: readonly string[]): boolean {
  return texts.length >= LEAST_PERIODS && texts.every((text) => periodOf(text) !== null);
}

/** The columns of a calendar that are called after what no table of activities has, and hold what is done. */
function groupsIn(headings: readonly RawCell[], below: Rows): readonly number[] {
  const { keys } = headingsAt([headings], 0, "", SHEETS.activities, {});
  return headings.flatMap((heading, at) => {
    const cells = below.flatMap((cells) => textOf(cells[at] ?? null).trim() || []);
    const isDone =
      cells.length > 0 && mostly(cells, (text) => /\p{L}{4}/u.test(text) && readDay(text) === null);
    return at > 0 &&
      textOf(heading).trim() !== "" &&
      keys[at] === null &&
      isDone &&
      !BESIDE.test(nameKey(textOf(heading)))
      ? at
      : [];
  });
}

/** What the other edge of a calendar says; null when its names are not known. */
function otherEdge(texts: readonly string[], places: KnownPlaces): Edge | null {
  if (mostly(texts, places.isDomain)) return "domain";
  if (mostly(texts, places.isPhase)) return "phase";
  return mostly(texts, places.isParty) ? "roles.executor" : null;
}

/** Whether what stands in the cells is done, and not a mark or a number. */
function areWorded(rows: Rows): boolean {
  const cells = rows.flatMap(([, ...rest]) => rest.map((cell) => textOf(cell).trim()).filter(Boolean));
  return cells.length > 0 && mostly(cells, (text) => /\p{L}{4}/u.test(text));
}

/** The days that a name on an edge stands for, or the name when nobody knows its year; null when it is none. */
function periodOf(name: string, yearOf: YearOf = () => null): Period | UndatedPeriod | null {
  const period = readDayOrPeriod(name.trim(), yearOf);
  return period === NO_YEAR ? { undated: name.trim() } : period;
}

/** What a name on an edge says of each entry at it, by the key of its column. */
export function edgeCells(
  edge: Edge,
  name: string,
  yearOf: YearOf,
): readonly (readonly [key: string, cell: RawCell])[] {
  if (edge !== "period") return [[edge, name]];
  const period = periodOf(isBareWeek(name) ? weekText(name) : name, yearOf);
  if (period === null) return [];
  if ("undated" in period)
    return [
      ["start", period.undated],
      ["end", period.undated],
    ];
  return [
    ["start", { date: period.first }],
    ["end", { date: period.last }],
  ];
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
