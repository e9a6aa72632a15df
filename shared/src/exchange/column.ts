import { isLocalDate } from "../kernel/clock.ts";
import type { Journal } from "../journal/journal.ts";
import type { Language, Plan } from "../plan/schema.ts";
import { type Cell, cellText, oneLine, textOf } from "./cell.ts";
import { joinNames, type Labels, type NamedRoot, splitNames } from "./labels.ts";
import { readDate } from "./read-date.ts";
import { withoutNumbers } from "./name-parts.ts";
import { areWeeks, NO_YEAR, type YearOf } from "./read-period.ts";
import { type ChoiceWords, valueOfWord, type Vocabulary } from "./words.ts";

/** What a column needs to show an entry. */
export interface Showing {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly labels: Labels;
  readonly language: Language;
}

/** Why a cell was not taken over as it stands; the row goes on without it. */
export const CELL_PROBLEMS = [
  "no-date",
  "no-year",
  "worked-out",
  "progress-hidden",
  "unclear-share",
  "no-number",
  "no-value",
  "error-value",
  "unknown-word",
  "unknown-name",
  "ambiguous-name",
  "circle",
  "no-link",
  "too-long",
  "ends-before-start",
  "emptied",
  "changed-since",
] as const;
export type CellProblem = (typeof CELL_PROBLEMS)[number];

/** What a column needs to take a cell over. */
export interface Taking {
  /** The ids of the entries that a name stands for, which may be to be made; none when it comes to nothing. */
  readonly find: (root: NamedRoot, name: string) => readonly string[];
  /** `meant` is what was made of the text. */
  readonly problem: (problem: CellProblem, text: string, meant?: string) => void;
  readonly yearOf: YearOf;
  /** The value for a word that no list of words has, by what a person said of it; null for leaving it out, undefined when nothing was said. */
  readonly valueOf: (column: string, word: string) => string | null | undefined;
}

/** Values by field, in the form of `EntryFields`; what is not there is left as it is. */
export type TakenFields = Readonly<Record<string, unknown>>;

/** How a column looks and which words it takes. */
export type ColumnKind = "text" | "long" | "date" | "number" | "choice" | "names";

/** One column of a table of entries: how it is called, what it shows, and what a cell in it means when it comes back. */
export interface Column<Entry> {
  /** Names the column in mappings, for ever. */
  readonly key: string;
  readonly heading: ChoiceWords;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
  /** The words that may stand in it, for a list to choose from. */
  readonly choices?: Vocabulary<string>;
  /** The entries that may stand in it, one of them. */
  readonly of?: NamedRoot;
  readonly show: (entry: Entry, on: Showing) => Cell;
  /** Absent for what is worked out from elsewhere: such a column is never taken over. */
  readonly take?: (cell: Cell, on: Taking) => TakenFields;
}

interface Base {
  readonly nl: string;
  readonly en: string;
  readonly also?: readonly string[];
  readonly maybe?: readonly string[];
  readonly asks?: RegExp;
  readonly width?: number;
}

const headingOf = ({ nl, en, also = [], maybe = [], asks }: Base): ChoiceWords => ({
  nl,
  en,
  also,
  maybe,
  ...(asks === undefined ? {} : { asks }),
});

/** The fields of an entry that hold text. */
type TextOf<Entry> = {
  [Field in keyof Entry]: Entry[Field] extends string ? Field : never;
}[keyof Entry] &
  string;

type DateOf<Entry> = {
  [Field in keyof Entry]: null extends Entry[Field] ? Field : never;
}[keyof Entry] &
  string;

/** A column of text; `long` for what takes several lines, `isLine` for what is never more than one. */
export function textColumn<Entry>(
  key: TextOf<Entry>,
  base: Base & { readonly long?: boolean; readonly isLine?: boolean },
): Column<Entry> {
  return {
    key,
    heading: headingOf(base),
    kind: base.long === true ? "long" : "text",
    width: base.width ?? (base.long === true ? 44 : 28),
    show: (entry) => cellText(entry[key] as string),
    take(cell) {
      const text = textOf(cell);
      return { [key]: base.isLine === true && /[\r\n]/u.test(text) ? oneLine(text) : text };
    },
  };
}

/**
 * A column of days. Of a period it takes one `edge`, the first day unless said otherwise; `opens` is the field that then holds the other, where
 * no column of its own says it.
 */
export function dateColumn<Entry>(
  key: DateOf<Entry>,
  base: Base & { readonly edge?: "first" | "last"; readonly opens?: DateOf<Entry> },
): Column<Entry> {
  return {
    key,
    heading: headingOf(base),
    kind: "date",
    width: base.width ?? 12,
    show(entry) {
      const date = entry[key] as string | null;
      return date === null ? null : { date };
    },
    take: (cell, on) => takeDate(key, cell, on, base),
  };
}

/** What a field of a day takes from a cell; nothing when that says no day. `opens` is the field that takes the first day of a range. */
export function takeDate(
  key: string,
  cell: Cell,
  on: Taking,
  { edge = "first", opens }: { readonly edge?: "first" | "last"; readonly opens?: string } = {},
): TakenFields {
  const text = textOf(cell).trim();
  if (text === "") return { [key]: null };
  const read = readDate(cell, on.yearOf);
  // A field of one day has no place for a second.
  if (read === null || read === NO_YEAR || (read.isRange && opens === undefined)) {
    const said = read === NO_YEAR ? undefined : on.valueOf(key, text);
    if (said === null) return {};
    if (said !== undefined && isLocalDate(said)) return { [key]: said };
    on.problem(read === NO_YEAR ? read : "no-date", text);
    return {};
  }
  const date = read[edge];
  if (read.isWorkedOut) on.problem("worked-out", text, date);
  return opens !== undefined && (read.isRange || areWeeks(text))
    ? { [opens]: read.first, [key]: date }
    : { [key]: date };
}

/** A column with one of a list of words; `empty` when there may be none. */
export function choiceColumn<Entry, Value extends string>(
  key: string,
  base: Base & { readonly words: Vocabulary<Value>; readonly empty?: boolean },
  read: (entry: Entry) => Value | null,
  write: (value: Value | null) => TakenFields = (value) => ({ [key]: value }),
): Column<Entry> {
  const { words } = base;
  return {
    key,
    heading: headingOf(base),
    kind: "choice",
    width: base.width ?? 14,
    choices: words,
    show(entry, { language }) {
      const value = read(entry);
      return value === null ? null : words[value][language];
    },
    take(cell, on) {
      const text = textOf(cell).trim();
      if (text === "") return base.empty === true ? write(null) : {};
      const said = on.valueOf(key, text);
      if (said === null) return {};
      const value = Object.hasOwn(words, said ?? "") ? (said as Value) : valueOfWord(words, text);
      if (value === null) on.problem("unknown-word", text);
      return value === null ? {} : write(value);
    },
  };
}

/** A column that names one other entry. */
export function nameColumn<Entry>(
  key: string,
  base: Base & { readonly of: NamedRoot; readonly keeps?: boolean },
  read: (entry: Entry) => string | null,
): Column<Entry> {
  return {
    key,
    heading: headingOf(base),
    kind: "names",
    width: base.width ?? 24,
    of: base.of,
    show(entry, { labels }) {
      const id = read(entry);
      return id === null ? null : (labels[base.of].get(id) ?? null);
    },
    take(cell, on) {
      const text = textOf(cell).trim();
      if (text === "") return base.keeps === true ? {} : { [key]: null };
      const [id] = on.find(base.of, text);
      return id === undefined ? {} : { [key]: id };
    },
  };
}

/** A column that names several other entries. */
export function namesColumn<Entry>(
  key: string,
  base: Base & { readonly of: NamedRoot },
  read: (entry: Entry) => readonly string[],
): Column<Entry> {
  return {
    key,
    heading: headingOf(base),
    kind: "names",
    width: base.width ?? 28,
    show(entry, { labels }) {
      const names = read(entry).flatMap((id) => labels[base.of].get(id) ?? []);
      return names.length === 0 ? null : cellText(joinNames(names));
    },
    take(cell, on) {
      const text = textOf(cell);
      const whole = text.trim();
      if (whole === "") return { [key]: [] };
      const ids = splitNames(withoutNumbers(text)).flatMap((name) => on.find(base.of, name));
      return { [key]: [...new Set(ids)] };
    },
  };
}

/** A column that is worked out from elsewhere. */
export function derivedColumn<Entry>(
  key: string,
  base: Base & { readonly kind?: ColumnKind },
  show: (entry: Entry, on: Showing) => Cell,
): Column<Entry> {
  return { key, heading: headingOf(base), kind: base.kind ?? "text", width: base.width ?? 24, show };
}

/** The id by which an entry is found again; last in every table. */
export function idColumn<Entry extends { readonly id: string }>(): Column<Entry> {
  return {
    key: "id",
    heading: { nl: "Id", en: "Id", also: ["planwand-id"] },
    kind: "text",
    width: 24,
    show: ({ id }) => id,
  };
}
