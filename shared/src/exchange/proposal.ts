import { nameKey } from "../kernel/name-key.ts";
import type { PlanEdit } from "../plan/apply-edits.ts";
import type { CellProblem } from "./column.ts";
import type { DayOrder } from "./day-order.ts";
import type { TableReading } from "./guess-columns.ts";
import type { NameChoices, UnknownName } from "./name-book.ts";
import type { KnownColumns } from "./headings.ts";
import type { SheetName } from "./sheets.ts";
import type { FileNote } from "./file-notes.ts";

/** What is wrong with a row as a whole: nothing of it is taken over. */
export type RowProblem =
  | "no-title"
  | "twice"
  | "too-long"
  | "beside-list"
  | "hidden-row"
  | "struck"
  | "locked"
  | "personal-data"
  /** Its entry was removed from the plan since the file was made. */
  | "removed-since"
  /** It has the id of another row, of which it is a copy: it becomes an entry of its own. */
  | "copied";

/** What is told about a row that is no question: what it is about stands in it. */
const NOTES: ReadonlySet<Problem["code"]> = new Set([
  "beside-list",
  "hidden-row",
  "struck",
  "worked-out",
  "personal-data",
]);

/** Something in a row that could not be taken over, or that the reader should know. */
export interface Problem {
  readonly code: CellProblem | RowProblem;
  /** The column's key; null for the row as a whole. */
  readonly column: string | null;
  /** What stood there. */
  readonly text: string;
  /** What was made of it, when something was. */
  readonly meant?: string;
}

/** A word that the list of a column does not have. */
export interface UnknownWord {
  readonly sheet: SheetName;
  /** The column's key. */
  readonly column: string;
  readonly word: string;
  readonly count: number;
  /** The value that a person said it means; null for none, undefined when nobody said. */
  readonly choice: string | null | undefined;
}

/** Under what a choice for an unknown word is found. */
export function wordKey(sheet: SheetName, column: string, word: string): string {
  return `${sheet}.${column}: ${nameKey(word)}`;
}

/** Whether it only tells something: there is nothing to put right. */
export function isNote({ code }: Pick<Problem, "code">): boolean {
  return NOTES.has(code);
}

/** A field that becomes different. */
export interface FieldChange {
  /** The column's key. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A field that the file and somebody else both changed since the file was made from the plan. */
export interface FieldConflict {
  /** The column's key. */
  readonly column: string;
  /** Names it among `ImportChoices.take`. */
  readonly key: string;
  /** What it was when the file was made, what the file says, and what the plan says now. */
  readonly base: string;
  readonly file: string;
  readonly plan: string;
  /** A person said to take what the file says; otherwise the plan stays as it is. */
  readonly isTaken: boolean;
}

/** How many entries that a file was made from have no row in it any more; they stay in the plan. */
export interface GoneRows {
  readonly sheet: SheetName;
  readonly count: number;
}

/** What would become of one row of a file. */
export interface ProposedRow {
  /** Names the row in the choices of a person: no other row of the file has it. */
  readonly key: string;
  readonly sheet: SheetName;
  /** The number of the row in its table, from 1; 0 for what has no rows, such as a file in JSON. */
  readonly row: number;
  /** The id of the entry that it is or becomes. */
  readonly id: string;
  readonly title: string;
  readonly action: "add" | "change" | "same" | "refused";
  /** It is left out: a person said so, or it is `isBeside` and nobody said to take it along. */
  readonly isSkipped: boolean;
  /** It stands around a list, as a greeting or a heading does, is struck through, or is of something that was removed from the plan since. */
  readonly isBeside: boolean;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
  readonly problems: readonly Problem[];
}

/** What a person said about an import; all of it may be left out. */
export interface ImportChoices {
  /** What each table is, by its name in the file. */
  readonly sheets: Readonly<Record<string, SheetName | null>>;
  /** In which row of each table its headings stand, from 0, by its name; -1 for in none. */
  readonly headings: Readonly<Record<string, number>>;
  readonly columns: KnownColumns;
  readonly names: NameChoices;
  /** What words mean that no list of words has, by `wordKey`; null for leaving them out. */
  readonly words: Readonly<Record<string, string | null>>;
  /** In which year the school year begins that days without a year are of; null when nobody said. */
  readonly schoolYear: number | null;
  /** How days like `3/4/2027` are meant where nothing in the file tells; null when nobody said. */
  readonly dayOrder: DayOrder | null;
  /** The keys of rows to leave out. */
  readonly skip: readonly string[];
  /** The keys of rows that are `isBeside` to take along, and of conflicts in which the file goes first. */
  readonly take: readonly string[];
  /** Where activities go that say no phase or domain; null for *Niet ingedeeld*. */
  readonly phase: string | null;
  readonly domain: string | null;
}

export const NO_CHOICES: ImportChoices = {
  sheets: {},
  headings: {},
  columns: {},
  names: {},
  words: {},
  schoolYear: null,
  dayOrder: null,
  skip: [],
  take: [],
  phase: null,
  domain: null,
};

/** What kind of file it was taken for. */
export type FileKind =
  | "plan"
  | "example"
  | "format"
  | "excel"
  | "ods"
  | "document"
  | "page"
  | "csv"
  | "pasted"
  | "trello";

/** What an import would change, row by row, and the edits that would do it. */
export interface Proposal {
  readonly kind: FileKind;
  readonly tables: readonly TableReading[];
  readonly unknown: readonly UnknownName[];
  readonly words: readonly UnknownWord[];
  /** A day, as it stands in the file, of which nothing tells whether its day or its month goes first; null when there is none. */
  readonly unclearDay: string | null;
  /** What the phase or domain is called of activities that say the other only; null when there are none. */
  readonly general: Readonly<Record<"phase" | "domain", string | null>>;
  readonly rows: readonly ProposedRow[];
  readonly edits: readonly PlanEdit[];
  /** What the file holds no more. */
  readonly gone: readonly GoneRows[];
  /** What the file holds that is not taken over: what people said, and what they decided, is theirs to say. */
  readonly leftOut: readonly ("comments" | "decisions-taken" | "bin")[];
  /** What else of the file a person should know. */
  readonly notes: readonly FileNote[];
}

/** The same without what it would do to these entries, which lie in a part of the plan that is locked: their rows are refused. */
export function withoutLocked(proposal: Proposal, entries: readonly string[]): Proposal {
  const locked = new Set(entries);
  const rows = proposal.rows.map((row): ProposedRow => {
    const isTouched = locked.has(row.id) && (row.action === "add" || row.action === "change");
    if (!isTouched) return row;
    const problem: Problem = { code: "locked", column: null, text: row.title };
    return { ...row, action: "refused", changes: [], conflicts: [], problems: [problem, ...row.problems] };
  });
  return { ...proposal, rows, edits: proposal.edits.filter(({ id }) => !locked.has(id)) };
}

/** How many rows would be made, changed and left as they are, and how many have a problem. */
export function countRows({ rows }: Pick<Proposal, "rows">): {
  readonly add: number;
  readonly change: number;
  readonly same: number;
  readonly troubled: number;
} {
  const going = rows.filter(({ isSkipped }) => !isSkipped);
  const count = (action: ProposedRow["action"]): number =>
    going.filter((row) => row.action === action).length;
  return {
    add: count("add"),
    change: count("change"),
    same: count("same"),
    troubled: going.filter(({ problems }) => problems.some((problem) => !isNote(problem))).length,
  };
}
