import { nameKey } from "../kernel/name-key.ts";
import { isBlank, lacksValue, type RawCell, textOf } from "./cell.ts";
import type { PassedRow, RawTable, TableReading } from "./guess-columns.ts";
import { headingsAt, isShort, mayBeHeadings } from "./headings.ts";
import { isPhaseNumbered, type KnownPlaces, placeName } from "./known-places.ts";
import { joinNames } from "./labels.ts";
import { edgeCells, itemsIn, type Matrix } from "./matrix-table.ts";
import type { YearOf } from "./read-period.ts";
import { rolesIn } from "./role-letters.ts";
import { SHEETS } from "./sheets.ts";
import { markedCells } from "./week-bars.ts";

/** A row of a table that is an entry, its cells by the key of their column. */
export interface TableRow {
  /** From 1, in its table. */
  readonly number: number;
  /** Which of several in that row it is, from 1; null when a row is one entry. */
  readonly part: number | null;
  readonly cells: ReadonlyMap<string, RawCell>;
  readonly isBeside: boolean;
  readonly isHidden: boolean;
  /** What is done is struck through. */
  readonly isStruck: boolean;
}

/** The rows of a table as far as they are entries, and those that are none. */
export interface TableRows {
  readonly rows: readonly TableRow[];
  readonly passed: readonly PassedRow[];
}

const TOTAL = /^(?:sub-?|eind-?|grand )?(?:totaal|total|som|sum|aantal)\b/u;

/** The rows below the headings: with the phase or domain that a row above them says, and without those that add up or say the headings again. */
export function listRows(
  { rows, beside, unseen, struck }: RawTable,
  reading: TableReading,
  places: KnownPlaces,
): TableRows {
  const isOwn = reading.columns.some(({ key }) => key === "id");
  const sections = reading.sheet === "activities" && !isOwn ? new Sections(reading, places) : null;
  const lineOf = (cells: readonly RawCell[]): string => cells.map((cell) => nameKey(textOf(cell))).join("\n");
  const headings =
    rows[reading.headingRow] === undefined ? undefined : lineOf(rows[reading.headingRow] ?? []);
  const isRepeated = (): boolean =>
    rows.some((cells, row) => row > reading.headingRow && lineOf(cells) === headings);
  const titleKey = SHEETS[reading.sheet ?? "activities"].titleKey;
  const kinds = kindsOf(rows, reading);
  const titleAt = reading.columns.findIndex(({ key }) => key === titleKey);
  const found: TableRow[] = [];
  const passed: PassedRow[] = [];
  rows.forEach((raw, index) => {
    const filled = raw.flatMap((cell, at) => (isBlank(cell) ? [] : [{ at, text: textOf(cell).trim() }]));
    const [first] = filled;
    if (first === undefined) return;
    if (index <= reading.headingRow) {
      // The name of the table goes before a line in it.
      if (reading.place?.key === "phase") return;
      return sections?.startIn(filled, index === reading.headingRow - 1 && isRepeated());
    }
    const kind = kinds?.[index] ?? "";
    const isBeside =
      (beside?.has(index) ?? false) || (kinds !== null && !IS_SECTION.test(kind) && !IS_TASK.test(kind));
    if (IS_SECTION.test(kind) && kinds !== null && sections?.begins(textOf(raw[titleAt] ?? null)) === true)
      return void passed.push({ row: index + 1, text: textOf(raw[titleAt] ?? null), why: "section" });
    const said = filled.find(({ text }) => !IS_SECTION.test(text)) ?? first;
    const pass = (why: PassedRow["why"]): void => void passed.push({ row: index + 1, text: said.text, why });
    if (lineOf(raw) === headings || (!isOwn && isHeadingRow(raw, reading))) return pass("heading");
    if (
      !isOwn &&
      filled.length <= 3 &&
      TOTAL.test(nameKey(first.text)) &&
      /\d/u.test(filled.map(({ text }) => text).join(" "))
    )
      return pass("total");
    if (sections?.takes(filled, isBeside) === true) return pass("section");
    if (isBeside && isHeadingLine(first.text)) sections?.end();
    const cells = isBeside
      ? new Map<string, RawCell>([[titleKey, filled.map(({ text }) => text).join(" ")]])
      : cellsOf(raw, reading);
    if (!isBeside && !isOwn) withBothPlaces(cells, places);
    if (!isBeside) sections?.fill(cells);
    const { place } = reading;
    if (!isBeside && place !== null && isBlank(cells.get(place.key) ?? null))
      cells.set(place.key, place.name);
    found.push({
      number: index + 1,
      part: null,
      cells,
      isBeside,
      isHidden: unseen?.rows.has(index) ?? false,
      isStruck: struck?.get(index)?.has(titleAt) ?? false,
    });
  });
  return { rows: found, passed };
}

const IS_TASK = /^(?:task|taak|subtask|subtaak|deeltaak|activiteit|activity)$/iu;

/** What each row is, where a column says so of all of them: a task, the section above them, a note. */
function kindsOf(rows: RawTable["rows"], { headingRow, columns }: TableReading): readonly string[] | null {
  const at = columns.findIndex(({ key, heading }) => key === null && /^type$/iu.test(heading.trim()));
  if (at < 0) return null;
  const kinds = rows.map((cells) => textOf(cells[at] ?? null).trim());
  const below = kinds.slice(headingRow + 1);
  return below.some((kind) => IS_TASK.test(kind)) && below.some((kind) => IS_SECTION.test(kind))
    ? kinds
    : null;
}

/** Fewer headings may be what a row says. */
const LEAST_HEADINGS = 3;

/** Whether all that stands in a row is headings, as over each group of a board that was put out. */
function isHeadingRow(raw: readonly RawCell[], { sheet }: TableReading): boolean {
  const filled = raw.filter((cell) => !isBlank(cell));
  if (sheet === null || filled.length < LEAST_HEADINGS || !filled.every(isShort)) return false;
  // Most rows are of entries: what is called like no column needs no closer look.
  if (!mayBeHeadings(filled, SHEETS[sheet])) return false;
  const { score } = headingsAt([raw], 0, "", SHEETS[sheet], {});
  return score >= LEAST_HEADINGS && score * 3 >= filled.length * 2;
}

/** The cells of a row by their column; what stands in several columns of one kind stands on lines of its own. */
function cellsOf(raw: readonly RawCell[], { columns }: TableReading): Map<string, RawCell> {
  const isOwn = columns.some(({ key }) => key === "id");
  const cells = new Map<string, RawCell>();
  const add = (key: string, text: string, between: string): void => {
    const held = cells.get(key) ?? null;
    const before = !lacksValue(held) ? textOf(held) : "";
    if (before === "") cells.set(key, text);
    else if (text !== "") cells.set(key, `${before}${between}${text}`);
  };
  columns.forEach(({ key, heading, isRoles }, at) => {
    const cell = raw[at] ?? null;
    if (isRoles === true && !lacksValue(cell))
      for (const slot of rolesIn(cell)) add(`roles.${slot}`, joinNames([heading]), "; ");
    else if (key !== null && cells.has(key) && !lacksValue(cell)) add(key, textOf(cell), "\n");
    else if (key !== null) cells.set(key, !isOwn && PLACES.has(key) ? placeIn(cell) : cell);
  });
  const bars = columns.flatMap(({ period }, at) => (period === undefined ? [] : [{ at, period }]));
  const marked = markedCells(bars, (at) => !isBlank(raw[at] ?? null));
  if (marked !== null) {
    if (isBlank(cells.get("start") ?? null)) cells.set("start", marked.first);
    if (isBlank(cells.get("end") ?? null)) cells.set("end", marked.last);
  }
  return cells;
}

/** One column may say a phase and a domain: *Analyse / Processen*. */
function withBothPlaces(cells: Map<string, RawCell>, { isPhase, isDomain }: KnownPlaces): void {
  const text = textOf(cells.get("phase") ?? cells.get("domain") ?? null);
  if (cells.has("phase") && cells.has("domain")) return;
  const [one = "", other = "", ...more] = text.split(/ ?[/|·×,;] ?| [-–—] /u).map((part) => part.trim());
  if (other === "" || more.length > 0) return;
  const [phase, domain] = isPhase(one) && isDomain(other) ? [one, other] : [other, one];
  if (isPhase(phase) && isDomain(domain) && !isPhase(domain)) cells.set("phase", phase).set("domain", domain);
}

const PLACES = new Set(["phase", "domain"]);

const COLOUR =
  / ?\((?:geel|rood|groen|blauw|oranje|paars|roze|zwart|grijs|lime|yellow|red|green|blue|orange|purple|pink|black|sky)\)/giu;

/** Programs say a place with all that it lies in, or with the colour of its label: *OKE\\Inrichting*, *Beleid (geel)*. */
function placeIn(cell: RawCell): RawCell {
  if (typeof cell !== "string") return cell;
  const text = cell.replace(COLOUR, "");
  return text.includes("\\") ? text.slice(text.lastIndexOf("\\") + 1).trim() : text;
}

/** Whether a line between the items of a list is a heading: a few words, and no sentence. */
function isHeadingLine(line: string): boolean {
  return !/[.,!?]/u.test(line) && line.split(/\s+/u, MOST_WORDS + 1).length <= MOST_WORDS;
}
const MOST_WORDS = 4;

/** A number before a heading. */
const NUMBERED = /^\d{1,2}(?:\.\d{1,2})*[.)]? +(?=\p{L})/u;

/** A line that says the goal of those below it. */
const GOAL = /^(?:doel|doelstelling|goal) ?\d{0,2} ?[:.–-] ?\S/iu;

/** So programs say that a row is no activity but what those below it belong to. */
const IS_SECTION = /^(?:section|sectie)$/iu;

interface Filled {
  readonly at: number;
  readonly text: string;
}

/** Rows that say to which phase or domain those below them belong. */
class Sections {
  readonly #places: KnownPlaces;
  readonly #titleAt: number;
  readonly #goalAt: number;
  readonly #phaseAt: number;
  readonly #hasPhases: boolean;
  readonly #hasDomains: boolean;
  readonly #width: number;
  #phase: string | null = null;
  #domain: string | null = null;
  #goal: string | null = null;

  constructor({ columns }: TableReading, places: KnownPlaces) {
    const at = (key: string): number => columns.findIndex((column) => column.key === key);
    this.#places = places;
    this.#titleAt = at("title");
    this.#goalAt = at("goals");
    this.#phaseAt = at("phase");
    this.#hasPhases = at("phase") !== -1;
    this.#hasDomains = at("domain") !== -1;
    this.#width = columns.filter(({ heading, key }) => heading !== "" && key !== "steps").length;
  }

  /** Whether this row is one; one that stands around a list, only when it is called so. */
  takes(all: readonly Filled[], isBeside: boolean): boolean {
    const filled = all.filter(({ text }) => !IS_SECTION.test(text));
    const isSaid = filled.length < all.length;
    const [first] = filled;
    const isAlone = new Set(filled.map(({ text }) => text)).size === 1;
    if (first === undefined || !isAlone) return false;
    const name = placeName(first.text);
    // A list says only places that are called so.
    if (this.#width < 2 || isBeside) return this.#takesInList(first.text, isBeside);
    // A phase may stand in its own column, alone above what it holds for.
    if (this.#hasPhases && all.length === 1 && first.at === this.#phaseAt && first.at !== this.#titleAt)
      return this.#begin("phase", name);
    if (this.#goalAt === -1 && GOAL.test(first.text)) return this.#aim(first.text);
    if (this.#places.isDomain(name)) {
      if (!this.#hasDomains) return this.#begin("domain", name);
      // Its rows say theirs, and it is no phase.
      if (!this.#places.isPhase(name)) return this.#begin("phase", null);
    }
    if (!this.#hasPhases && (this.#places.isPhase(first.text) || this.#places.isPhase(name)))
      return this.#begin("phase", name);
    const isLoud = first.text === first.text.toUpperCase() && /\p{L}{4}/u.test(first.text);
    const isHeading = isSaid || first.at !== this.#titleAt || isLoud || first.text.endsWith(":");
    if (!isHeading) return false;
    if (!this.#hasPhases) return this.#begin("phase", name);
    return this.#hasDomains ? false : this.#begin("domain", name);
  }

  /** Begins the section that a row says that it is; false when rows say their own phase. */
  begins(name: string): boolean {
    return !this.#hasPhases && name.trim() !== "" && this.#begin("phase", placeName(name));
  }

  /** A line between the items of a list says their phase by its number or as *Fase Ontwerp*, and a heading by its name alone. */
  #takesInList(line: string, isHeading: boolean): boolean {
    const name = placeName(line.replace(NUMBERED, ""));
    const isNamed = isHeading && isHeadingLine(line);
    const isSaid = isPhaseNumbered(line) || (/^(?:fase|phase) \p{L}/iu.test(line) && isHeadingLine(line));
    if (!this.#hasPhases && (isSaid || (isNamed && this.#places.isPhase(name))))
      return this.#begin("phase", name);
    return !this.#hasDomains && isNamed && this.#places.isDomain(name) ? this.#begin("domain", name) : false;
  }

  /** What comes next is of no phase that was said before. */
  end(): void {
    [this.#phase, this.#domain] = [null, null];
  }

  /** A line above the headings may say a phase, by its number, or by its name when such a line stands above each of several groups. */
  startIn(filled: readonly Filled[], isOfGroup: boolean): void {
    const [first, ...more] = filled;
    if (first === undefined || more.length > 0 || this.#hasPhases) return;
    if (isPhaseNumbered(first.text) || (isOfGroup && this.#places.isPhase(first.text)))
      this.#begin("phase", placeName(first.text));
  }

  #aim(goal: string): true {
    this.#goal = goal.trim();
    return true;
  }

  #begin(kind: "phase" | "domain", name: string | null): true {
    if (kind === "phase") {
      this.#phase = name;
      // Domains within a phase begin anew.
      this.#domain = null;
    } else this.#domain = name;
    return true;
  }

  fill(cells: Map<string, RawCell>): void {
    if (this.#goal !== null) cells.set("goals", this.#goal);
    if (this.#phase !== null && isBlank(cells.get("phase") ?? null)) cells.set("phase", this.#phase);
    if (this.#domain !== null && isBlank(cells.get("domain") ?? null)) cells.set("domain", this.#domain);
  }
}

const HOLIDAY = /^\p{L}*(?:vakantie|holidays?)$/iu;

/** What stands in the cells of a board or a calendar, each with what both edges say. */
export function matrixRows(
  { rows, unseen, struck }: RawTable,
  { headingRow, across, down, only }: Matrix,
  yearOf: YearOf,
): TableRows {
  const headings = rows[headingRow] ?? [];
  const found: TableRow[] = [];
  let place = "";
  rows.slice(headingRow + 1).forEach(([first = null, ...cells], index) => {
    if (!isBlank(first)) place = textOf(first).trim();
    const number = headingRow + index + 2;
    let part = 0;
    cells.forEach((cell, at) => {
      const heading = textOf(headings[at + 1] ?? null).trim();
      if (heading === "" || place === "" || isBlank(cell) || only?.includes(at + 1) === false) return;
      for (const { title, steps } of itemsIn(textOf(cell))) {
        const values = new Map<string, RawCell>([
          ["title", title],
          ...edgeCells(down, down === "period" ? place : placeName(place), yearOf),
          ...edgeCells(across, across === "period" ? heading : placeName(heading), yearOf),
          ["steps", steps.join("\n")],
        ]);
        found.push({
          number,
          part: ++part,
          cells: values,
          // A holiday stands in every column of a calendar.
          isBeside: HOLIDAY.test(title),
          isHidden: unseen?.rows.has(number - 1) ?? false,
          isStruck: struck?.get(number - 1)?.has(at + 1) ?? false,
        });
      }
    });
  });
  return { rows: found, passed: [] };
}
