import { isId, type NewId } from "../kernel/id.ts";
import { yearOfMonth } from "../dates/school-year.ts";
import { EMPTY_JOURNAL } from "../journal/journal.ts";
import type { PlanEdit } from "../plan/apply-edits.ts";
import type { Language, Plan } from "../plan/schema.ts";
import { hasLongValue } from "../plan/value-length.ts";
import { nameKey } from "../kernel/name-key.ts";
import { lacksValue, oneLine, type RawCell, textOf } from "./cell.ts";
import type { Showing, TakenFields } from "./column.ts";
import { changeEdits, newValues } from "./entry-edits.ts";
import type { RawTable } from "./guess-columns.ts";
import { knownPlaces } from "./known-places.ts";
import { baseKey, type FileBase } from "./file-base.ts";
import { type FileRow, type SinceFile, sinceFile, withCopies } from "./file-rows.ts";
import { isNamedRoot, labelsOf } from "./labels.ts";
import { NameBook } from "./name-book.ts";
import { namedEntryEdits } from "./named-entries.ts";
import type { FileKind, ImportChoices, Problem, Proposal, ProposedRow } from "./proposal.ts";
import type { YearOf } from "./read-period.ts";
import { readTables } from "./read-tables.ts";
import { notesOf } from "./file-notes.ts";
import { type Sheet, SHEET_NAMES, type SheetEntry, type SheetName, SHEETS } from "./sheets.ts";
import type { TableRow } from "./table-rows.ts";
import { takeCells, type TakingWith, valueProblem } from "./take-cells.ts";
import { WordBook } from "./word-book.ts";

/** What the phase or the domain is called of activities that say the other only. */
const GENERAL: Readonly<Record<Language, string>> = { nl: "Algemeen", en: "General" };

/** A row of a table, its cells by the key of their column. */
interface Row extends FileRow {
  readonly key: string;
  readonly number: number;
  readonly title: string;
  readonly problem: Problem | null;
  readonly isBeside: boolean;
  readonly isHidden: boolean;
  readonly isStruck: boolean;
}

/**
 * What taking tables over into a plan would change. A row is the entry of the same id, else the one of the same title that no other row
 * is; a cell that says what the plan says already changes nothing, and an empty cell empties a field only of an entry found by its id.
 * What a file did not change since it was made, by its `base`, it does not change either.
 */
export function proposeTables(
  plan: Plan,
  kind: FileKind,
  tables: readonly RawTable[],
  choices: ImportChoices,
  newId: NewId,
  base: FileBase,
): Proposal {
  const { schoolYear } = choices;
  const yearOf: YearOf = (month) => (schoolYear === null ? null : yearOfMonth(schoolYear, month));
  const read = readTables(tables, choices, { places: knownPlaces(plan), yearOf });
  const book = new NameBook(plan, choices.names, newId);
  const since = sinceFile(plan, base);
  const rows = SHEET_NAMES.flatMap((name) =>
    read.flatMap(({ rows: ofTable, reading }, at) => {
      const keyOf = (row: number, part: number | null): string => rowKey(name, at, row, part);
      return reading.sheet === name
        ? rowsOf(plan, ofTable, { sheet: SHEETS[name], keyOf, since, newId })
        : [];
    }),
  );
  const on: Showing = { plan, journal: EMPTY_JOURNAL, labels: labelsOf(plan), language: plan.language };
  const found = findTwice(withCopies(rows, on, base, newId));
  for (const { key, sheet, fileId, id, title, problem, wasRemoved } of found) {
    const isGoing = problem === null && (!wasRemoved || choices.take.includes(key));
    if (isGoing && isNamedRoot(sheet.root)) book.add(sheet.root, fileId, id, title);
  }
  since.teach(book);
  const words = new WordBook(choices.words);
  const taking = { on, book, words, yearOf, choices, base, newId };
  const proposed = found.map((row) => proposeRow(row, taking));
  return {
    kind,
    tables: read.map(({ reading }) => reading),
    unknown: book.unknown,
    words: words.unknown,
    unclearDay: read.find(({ unclearDay }) => unclearDay !== null)?.unclearDay ?? null,
    rows: proposed.map(({ row }) => row),
    edits: [...namedEntryEdits(book.made), ...proposed.flatMap(({ edits }) => edits)],
    general: { phase: book.generals.get("phases") ?? null, domain: book.generals.get("domains") ?? null },
    gone: since.gone(found),
    leftOut: [],
    notes: notesOf(read),
  };
}

interface Making {
  readonly sheet: Sheet;
  readonly keyOf: (row: number, part: number | null) => string;
  readonly since: SinceFile;
  readonly newId: NewId;
}

function rowsOf(plan: Plan, rows: readonly TableRow[], { sheet, keyOf, since, newId }: Making): Row[] {
  const entries = sheet.entries(plan);
  const placeOf = cellFinder(plan, sheet);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byTitle = new Map<string, SheetEntry[]>();
  for (const entry of entries) {
    const key = nameKey(titleOf(sheet, entry));
    byTitle.set(key, [...(byTitle.get(key) ?? []), entry]);
  }
  const taken = new Set<string>();
  return rows.map(({ number, part, cells, isBeside, isHidden, isStruck }) => {
    const given = textOf(cells.get("id") ?? null).trim();
    const fileId = isId(given) ? given : null;
    const title = oneLine(textOf(cells.get(sheet.titleKey) ?? null));
    const known = fileId === null ? undefined : byId.get(fileId);
    const alike = (byTitle.get(nameKey(title)) ?? []).find(({ id }) => !taken.has(id) && id !== fileId);
    const wasRemoved = fileId !== null && since.wasRemoved(sheet.name, fileId);
    const found =
      known ??
      { title: title === "" ? undefined : alike, cell: placeOf(cells), "being-one": entries[0] }[
        sheet.knownBy
      ] ??
      null;
    // What was removed is no other entry that is called like it.
    const existing = wasRemoved ? null : found;
    const isNone = title === "" && fileId === null && sheet.knownBy !== "being-one";
    const problem = isNone ? titleProblem(sheet, cells.get(sheet.titleKey) ?? null) : null;
    if (existing !== null) taken.add(existing.id);
    // What is taken along after all is made anew: the one of its id lies in the bin.
    const id = existing?.id ?? (wasRemoved ? newId() : (fileId ?? newId()));
    const key = keyOf(number, part);
    return {
      key,
      sheet,
      number,
      cells,
      fileId,
      title,
      id,
      existing,
      problem,
      isCopy: false,
      wasRemoved,
      isBeside,
      isHidden,
      isStruck,
    };
  });
}

/** Finds the entry of the same cell of the wall, by what its phase and domain are called. */
function cellFinder(
  plan: Plan,
  { knownBy }: Sheet,
): (cells: ReadonlyMap<string, RawCell>) => SheetEntry | undefined {
  if (knownBy !== "cell") return () => undefined;
  const labels = labelsOf(plan);
  const keyOf = (phase: string, domain: string): string => [phase, domain].map(nameKey).join("\n");
  const byPlace = new Map(
    plan.cells.map((cell) => [
      keyOf(labels.phases.get(cell.phase) ?? "", labels.domains.get(cell.domain) ?? ""),
      cell,
    ]),
  );
  return (cells) =>
    byPlace.get(keyOf(textOf(cells.get("phase") ?? null), textOf(cells.get("domain") ?? null)));
}

/** Why a row has no title: there is none, or the file does not say what its formula comes to. */
function titleProblem({ titleKey }: Sheet, cell: RawCell): Problem {
  return lacksValue(cell) ? valueProblem(titleKey, cell) : problemOf("no-title", "");
}

function problemOf(code: Problem["code"], text: string): Problem {
  return { code, column: null, text };
}

/** A row that says the same entry once more, by its id or, without one, in all its columns, is not taken over twice. */
function findTwice(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.problem !== null) return row;
    const key =
      row.existing !== null || row.fileId !== null
        ? `${row.sheet.root} ${row.id}`
        : [row.sheet.root, ...saidIn(row)].join("\n");
    if (seen.has(key)) return { ...row, problem: problemOf("twice", row.title) };
    seen.add(key);
    return row;
  });
}

/** By what a row without an id is told from others: its name where others go by that, else all that it says. */
function saidIn({ sheet, cells, title }: Row): readonly string[] {
  const isName = isNamedRoot(sheet.root) && sheet.root !== "activities";
  if (isName) return [nameKey(title)];
  const said = [...cells]
    .filter(([key]) => key !== "nr")
    .map(([key, cell]) => `${key}: ${nameKey(textOf(cell))}`);
  return said.filter((one) => !one.endsWith(": ")).toSorted();
}

function titleOf(sheet: Sheet, entry: SheetEntry): string {
  return oneLine((entry as unknown as Record<string, string>)[sheet.titleKey] ?? "");
}

interface Proposed {
  readonly row: ProposedRow;
  readonly edits: readonly PlanEdit[];
}

/** What rows are taken over with. */
interface With extends TakingWith {
  readonly choices: ImportChoices;
  readonly base: FileBase;
  readonly newId: NewId;
}

function proposeRow(row: Row, using: With): Proposed {
  const { on, choices, newId } = using;
  const { key, sheet, number, existing, wasRemoved } = row;
  const based = existing === null ? undefined : using.base.get(baseKey(sheet.name, existing.id));
  // By what the plan calls it now, unless the file calls it something else.
  const isCalledAsMade =
    row.title === "" || oneLine(textOf(based?.get(sheet.titleKey) ?? null)) === row.title;
  const title = existing !== null && isCalledAsMade ? titleOf(sheet, existing) : row.title;
  const isBeside = row.isBeside || row.isStruck || wasRemoved;
  const isSkipped = isBeside ? !choices.take.includes(key) : choices.skip.includes(key);
  const base = { key, sheet: sheet.name, row: number, id: row.id, title, isSkipped, isBeside };
  const refused = (problem: Problem): Proposed => ({
    row: {
      ...base,
      action: "refused",
      changes: [],
      conflicts: [],
      problems: [problem, ...errorsIn(row, problem)],
    },
    edits: [],
  });
  if (row.problem !== null) return refused(row.problem);
  const { fields, changes, conflicts, problems: found } = takeCells(row, based, choices.take, using);
  const problems: Problem[] = [
    ...(row.isBeside ? [problemOf("beside-list", title)] : []),
    ...(row.isStruck ? [problemOf("struck", title)] : []),
    ...(row.isHidden ? [problemOf("hidden-row", title)] : []),
    ...(wasRemoved ? [problemOf("removed-since", title)] : []),
    ...(row.isCopy ? [problemOf("copied", title)] : []),
    ...found,
  ];
  if (hasLongValue(sheet.root, fields)) return refused(problemOf("too-long", title));
  const edits =
    existing === null
      ? addEdits(row, fields, { ...using, language: on.language })
      : changeEdits(sheet, existing, fields, newId);
  if (existing === null && edits.length === 0) return refused(problemOf("no-title", title));
  const action = existing === null ? "add" : edits.length === 0 ? "same" : "change";
  return {
    row: { ...base, action, changes, conflicts, problems },
    edits: isSkipped ? [] : edits,
  };
}

/** The errors in the other cells of a row that is refused for one of them: to put it right all of them are needed. */
function errorsIn({ sheet, cells }: Row, { code, column }: Problem): readonly Problem[] {
  if (code !== "error-value") return [];
  return sheet.columns.flatMap(({ key }): readonly Problem[] => {
    const cell = cells.get(key) ?? null;
    return key !== column && lacksValue(cell) ? [valueProblem(key, cell)] : [];
  });
}

/** Names a row of a file in the choices of a person: that of the table of this number, taken for this sheet, and which part of it. */
export function rowKey(sheet: SheetName, table: number, row: number, part: number | null = null): string {
  return part === null ? `${sheet} ${table}:${row}` : `${sheet} ${table}:${row}.${part}`;
}

/** What a new entry is made with, besides what its row says. */
interface Adding {
  readonly choices: ImportChoices;
  readonly book: NameBook;
  readonly language: Language;
  readonly newId: NewId;
}

/** None when there is nothing to make it of: a plan is there already, and a cell lies in a phase and a domain. */
function addEdits(
  { sheet: { root }, sheet, id }: Row,
  fields: TakenFields,
  { choices, book, language, newId }: Adding,
): PlanEdit[] {
  const values = newValues(sheet, fields, newId);
  if (root === "meta") return [];
  if (root === "cells" && (values["phase"] === undefined || values["domain"] === undefined)) return [];
  if (root !== "activities") return [{ edit: "add", root, id, values }];
  const { phase = choices.phase, domain = choices.domain } = values;
  // A place is a phase and a domain: who says one of them gets the other, and can say another for it.
  const general = (root: "phases" | "domains"): string | null => book.general(root, GENERAL[language]);
  const place = {
    phase: phase === null && domain !== null ? general("phases") : phase,
    domain: domain === null && phase !== null ? general("domains") : domain,
  };
  return [{ edit: "add", root: "activities", id, values: { ...values, ...place } }];
}
