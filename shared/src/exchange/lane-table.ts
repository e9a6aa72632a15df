import { nameKey } from "../kernel/name-key.ts";
import { isEmptyRow, type RawCell, textOf } from "./cell.ts";
import type { RawTable } from "./guess-columns.ts";
import { headingsAt } from "./headings.ts";
import { type KnownPlaces, placeName } from "./known-places.ts";
import { withoutListSign } from "./list-sign.ts";
import { itemsIn } from "./matrix-table.ts";
import { readDay } from "./read-date.ts";
import { SHEETS } from "./sheets.ts";
import type { TableRow, TableRows } from "./table-rows.ts";
import { STATUS_WORDS, valueOfWord, YES_WORDS } from "./words.ts";

/*
 * A board of lists beside each other: what stands above a list, a status, a phase or a domain, holds for all that stands below it. Below
 * statuses a phase or a domain may stand before each row.
 */

type Rows = readonly (readonly RawCell[])[];

/** Where the lists of such a table begin, and what they are called after. */
export interface Lanes {
  readonly headingRow: number;
  readonly key: "status" | "phase" | "domain";
  /** What the first column says of its row; null when it is a list itself. */
  readonly down: "phase" | "domain" | null;
}

const HEADING_WITHIN = 30;
/** So many of the lists must be called like a status, and so many of the cells read like what is done. */
const MOST = 0.6;
/** What a list with another name than a status may be taken for where the others are lists. */
const LIKE_LISTS = new Set([null, "title", "status", "phase", "domain"]);

/** The lists in a table; null when it has none. */
export function lanesIn(rows: Rows, places: KnownPlaces): Lanes | null {
  for (let row = 0; row < Math.min(rows.length - 1, HEADING_WITHIN); row++) {
    const key = laneKey(rows, row, places);
    if (key === null) continue;
    const down = key === "status" ? downKey(rows, row, places) : null;
    const cards = down === null ? rows : rows.map((cells) => [null, ...cells.slice(1)]);
    if (areCards(cards, row, places)) return { headingRow: row, key, down };
  }
  return null;
}

/** What the first column says where it has no heading, or one that says so. */
function downKey(rows: Rows, row: number, { isPhase, isDomain }: KnownPlaces): Lanes["down"] {
  const names = rows.slice(row + 1).flatMap(([first = null]) => textOf(first).trim() || []);
  const corner = textOf(rows[row]?.[0] ?? null).trim();
  if (names.length === 0 || valueOfWord(STATUS_WORDS, corner) !== null) return null;
  if (names.every(isDomain)) return "domain";
  return names.every(isPhase) ? "phase" : null;
}

function laneKey(rows: Rows, row: number, { isPhase, isDomain }: KnownPlaces): Lanes["key"] | null {
  const names = (rows[row] ?? []).map((cell) => textOf(cell).trim()).filter((text) => text !== "");
  if (names.length < 2 || new Set(names.map(nameKey)).size < names.length) return null;
  if (names.every(isPhase)) return "phase";
  if (names.every(isDomain)) return "domain";
  const known = names.filter((name) => valueOfWord(STATUS_WORDS, name) !== null);
  if (known.length < 2 || known.length < names.length * MOST) return null;
  const { keys } = headingsAt(rows, row, "", SHEETS.activities, {});
  return keys.every((key) => LIKE_LISTS.has(key)) ? "status" : null;
}

/** Whether all that stands below these headings stands under one of them, and reads like what is done. */
function areCards(rows: Rows, row: number, { isPhase, isDomain }: KnownPlaces): boolean {
  const headings = rows[row] ?? [];
  const cells = rows
    .slice(row + 1)
    .flatMap((all) => all.map((cell, at) => ({ at, text: textOf(cell).trim() })))
    .filter(({ text }) => text !== "");
  const isCard = (text: string): boolean =>
    /\p{L}{3}/u.test(text) &&
    readDay(text) === null &&
    !isPhase(text) &&
    !isDomain(text) &&
    valueOfWord(STATUS_WORDS, text) === null &&
    valueOfWord(YES_WORDS, text) === null;
  return (
    cells.length > 0 &&
    cells.every(({ at }) => textOf(headings[at] ?? null).trim() !== "") &&
    cells.filter(({ text }) => isCard(text)).length >= cells.length * MOST
  );
}

/** The cards of each list: a cell each, with what stands on its other lines as what happens; or a line each where a list is one cell. */
export function laneRows({ rows, unseen, struck }: RawTable, { headingRow, key, down }: Lanes): TableRows {
  const headings = (rows[headingRow] ?? []).map((cell) => textOf(cell).trim());
  const below = rows.slice(headingRow + 1);
  const filled = below.filter((cells) => !isEmptyRow(cells));
  const areCells = down === null && filled.length > 1;
  let place = "";
  const found = below.flatMap((cells, index): TableRow[] => {
    const row = headingRow + 1 + index;
    if (down !== null) place = textOf(cells[0] ?? null).trim() || place;
    const cards = cells.flatMap((cell, at) => {
      if (down !== null && at === 0) return [];
      const isStruck = struck?.get(row)?.has(at) ?? false;
      const lane = key === "status" ? (headings[at] ?? "") : placeName(headings[at] ?? "");
      const said = [[key, lane] as const, ...(down === null ? [] : [[down, placeName(place)] as const])];
      return cardsIn(textOf(cell).trim(), areCells).map((card) => ({
        card: new Map([...card, ...said]),
        isStruck,
      }));
    });
    const isHidden = unseen?.rows.has(row) ?? false;
    return cards.map(({ card, isStruck }, part) => ({
      number: row + 1,
      part: part + 1,
      cells: card,
      isBeside: false,
      isHidden,
      isStruck,
    }));
  });
  return { rows: found, passed: [] };
}

function cardsIn(text: string, isOne: boolean): readonly (readonly [key: string, value: RawCell])[][] {
  if (text === "") return [];
  const [first = "", ...rest] = text.split("\n");
  if (isOne)
    return [
      [
        ["title", withoutListSign(first)],
        ["what", rest.join("\n").trim()],
      ],
    ];
  return itemsIn(text).map(({ title, steps }) => [
    ["title", title],
    ["steps", steps.join("\n")],
  ]);
}
