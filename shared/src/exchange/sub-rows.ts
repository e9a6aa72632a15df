import { nameKey } from "../kernel/name-key.ts";
import { isBlank, lacksValue, type RawCell, textOf } from "./cell.ts";
import type { PassedRow, RawTable, TableReading } from "./guess-columns.ts";
import { type KnownPlaces, placeName } from "./known-places.ts";
import { stepLine } from "./list-columns.ts";
import type { TableRow, TableRows } from "./table-rows.ts";
import { STATUS_WORDS, valueOfWord } from "./words.ts";

/* Rows that stand under another, by a number (1, 1.1, 1.1.1), by space before them, or by a level that a program gives them. */

const LEVEL = /^(?:overzichtsniveau|outline level|indent|niveau|level)$/u;
/** A column of numbers like 1.2.1, beside those by which rows refer to each other. */
const OUTLINE = /^(?:overzichtsnummer|outline number)$/u;
/** A column that names the row above. */
const PARENT = /^(?:parent task|bovenliggende taak|hoofdtaak|parent)$/u;
const NUMBER = /^\d{1,4}(?:\.\d{1,4})*\.?$/u;
const NUMBERED = /^(\d{1,3}(?:\.\d{1,3})*)[.)]?\s+(?=\S)/u;
/** What a row may say and still be no more than a step: the number that it has, and whether it is done. */
const OF_A_STEP = new Set(["nr", "title", "status", "phase", "domain"]);

/**
 * Rows under another as its steps, where none of the table says more of itself than what a step holds; a row above others that is called
 * like a phase says theirs. Else each is an activity of its own.
 */
export function withSubRows(
  { rows, passed }: TableRows,
  table: Pick<RawTable, "rows" | "levels">,
  { columns }: TableReading,
  places: KnownPlaces,
): TableRows {
  const all = depthsOf(rows, table, columns);
  // One row above all others is the plan itself.
  const [top = 0, ...others] = all;
  const isRoot =
    others.length > 1 &&
    others.every((depth) => depth > top) &&
    hasPhase(rows.slice(1), places) &&
    !hasPhase(rows.slice(0, 1), places);
  const depths = isRoot ? [Math.min(...others), ...others] : all;
  const base = Math.min(...depths);
  if (depths.every((depth) => depth === base)) return { rows, passed };
  const areSteps = rows.every((row, at) => depths[at] === base || isStep(row));
  const isNumbered = rows.every(({ cells }) => NUMBERED.test(titleIn(cells)));
  const hasPhases = columns.some(({ key }) => key === "phase");
  const found: TableRow[] = [];
  const below: string[][] = [];
  const sections: PassedRow[] = [];
  let phase: string | null = null;
  let above: TableRow["cells"] = new Map();
  rows.forEach((row, at) => {
    if (isRoot && at === 0)
      return void sections.push({ row: row.number, text: titleIn(row.cells), why: "section" });
    const isUnder = (depths[at] ?? base) > base;
    if (!isUnder) above = row.cells;
    const [stepsAbove, title] = [below.at(-1), titleIn(row.cells)];
    const bare = isNumbered ? title.replace(NUMBERED, "") : title;
    if (!isUnder) phase = null;
    if (!isUnder && !hasPhases && (depths[at + 1] ?? base) > base && places.isPhase(bare)) {
      phase = placeName(bare);
      sections.push({ row: row.number, text: title, why: "section" });
    } else if (isUnder && areSteps && phase === null && stepsAbove !== undefined)
      stepsAbove.push(stepLine({ title: bare, done: statusIn(row.cells) === "done" }));
    else {
      const cells = new Map<string, RawCell>(row.cells);
      if (isNumbered && areSteps) cells.set("title", bare);
      if (phase !== null) cells.set("phase", phase);
      if (isUnder)
        for (const key of ["phase", "domain"])
          if (isBlank(cells.get(key) ?? null) && !isBlank(above.get(key) ?? null))
            cells.set(key, above.get(key) ?? null);
      found.push({ ...row, cells });
      below.push([]);
    }
  });
  const whole = found.map((row, at) => withSteps(row, below[at] ?? []));
  return { rows: whole, passed: [...passed, ...sections].toSorted((a, b) => a.row - b.row) };
}

/** Whether a row is called like a phase. */
function hasPhase(rows: readonly TableRow[], places: KnownPlaces): boolean {
  return rows.some(({ cells }) => places.isPhase(titleIn(cells).replace(NUMBERED, "")));
}

function withSteps(row: TableRow, steps: readonly string[]): TableRow {
  if (steps.length === 0) return row;
  const own = textOf(row.cells.get("steps") ?? null);
  const lines = own === "" ? steps : [own, ...steps];
  return { ...row, cells: new Map<string, RawCell>([...row.cells, ["steps", lines.join("\n")]]) };
}

/** How deep each row stands. */
function depthsOf(
  rows: readonly TableRow[],
  { rows: raws, levels }: Pick<RawTable, "rows" | "levels">,
  columns: TableReading["columns"],
): readonly number[] {
  const parent = columns.findIndex(({ heading }) => PARENT.test(nameKey(heading)));
  const level = columns.findIndex(({ heading }) => LEVEL.test(nameKey(heading)));
  const outline = columns.findIndex(({ heading }) => OUTLINE.test(nameKey(heading)));
  const numbers = rows.map(({ cells }) => textOf(cells.get("nr") ?? null).trim());
  const hasNumbers = numbers.every((text) => NUMBER.test(text)) && numbers.some((text) => /\.\d/u.test(text));
  return rows.map(({ number, cells }, at) => {
    const said = (column: number): string => textOf(raws[number - 1]?.[column] ?? null).trim();
    if (parent !== -1) return said(parent) === "" ? 1 : 2;
    if (outline !== -1) return depthOfNumber(said(outline));
    if (level !== -1) return Number(said(level)) || 1;
    if (hasNumbers) return depthOfNumber(numbers[at] ?? "");
    if (levels !== undefined) return levels.get(number - 1) ?? 0;
    const title = cells.get("title") ?? null;
    const text = !lacksValue(title) ? textOf(title) : "";
    const [, numbered = ""] = NUMBERED.exec(text.trim()) ?? [];
    return numbered === "" ? 1 + Math.min(1, text.length - text.trimStart().length) : depthOfNumber(numbered);
  });
}

function depthOfNumber(number: string): number {
  return number.split(/\.(?=\d)/u).length;
}

/** Whether a row says no more than a step does. */
function isStep({ cells, isBeside, isHidden }: TableRow): boolean {
  if (isBeside || isHidden) return false;
  const isBare = [...cells].every(([key, cell]) => OF_A_STEP.has(key) || isBlank(cell));
  const status = statusIn(cells);
  return isBare && titleIn(cells) !== "" && (status === "" || status === "done" || status === "planned");
}

/** The status that a row says; empty for none, and its word when no list has it. */
function statusIn(cells: ReadonlyMap<string, RawCell>): string {
  const text = textOf(cells.get("status") ?? null).trim();
  return text === "" ? "" : (valueOfWord(STATUS_WORDS, text) ?? text);
}

function titleIn(cells: ReadonlyMap<string, RawCell>): string {
  return textOf(cells.get("title") ?? null).trim();
}
