import type { Activity } from "../plan/schema.ts";
import { type ErrorCell, type FormulaCell, lacksValue, type RawCell, textOf } from "./cell.ts";
import type { Column, Showing, TakenFields, Taking } from "./column.ts";
import type { FileRow } from "./file-rows.ts";
import { isNobody } from "./likely-name.ts";
import type { NameBook } from "./name-book.ts";
import { personalData } from "./personal-data.ts";
import type { FieldChange, FieldConflict, Problem } from "./proposal.ts";
import type { YearOf } from "./read-period.ts";
import { isSameCell, isSameValue } from "./same-value.ts";
import type { SheetEntry } from "./sheets.ts";
import { withStatus } from "./status-and-progress.ts";
import type { WordBook } from "./word-book.ts";

/** What the cells of rows are taken over with. */
export interface TakingWith {
  readonly on: Showing;
  readonly book: NameBook;
  readonly words: WordBook;
  readonly yearOf: YearOf;
}

/** What the cells of a row come to. */
export interface TakenCells {
  readonly fields: TakenFields;
  readonly changes: readonly FieldChange[];
  readonly conflicts: readonly FieldConflict[];
  readonly problems: readonly Problem[];
}

/** Why a cell says nothing: the file does not say what its formula comes to, or it is an error. */
export function valueProblem(column: string, cell: FormulaCell | ErrorCell): Problem {
  return "error" in cell
    ? { code: "error-value", column, text: cell.error }
    : { code: "no-value", column, text: cell.formula };
}

/**
 * What the cells of a row change in the entry that it is, or give the one that it becomes. `based` is what they held when the file was made: what
 * they did not change since is left as it is. What both changed stays as the plan has it, unless `take` has the key of that conflict.
 */
export function takeCells(
  row: FileRow & { readonly key: string },
  based: ReadonlyMap<string, RawCell> | undefined,
  take: readonly string[],
  using: TakingWith,
): TakenCells {
  const taker = new CellTaker(row, based, take, using);
  for (const column of row.sheet.columns) taker.take(column);
  return taker.taken();
}

class CellTaker {
  readonly #row: FileRow & { readonly key: string };
  readonly #based: ReadonlyMap<string, RawCell> | undefined;
  readonly #take: readonly string[];
  readonly #using: TakingWith;
  readonly #known: Taking;
  readonly #fields: Record<string, unknown> = {};
  readonly #changes: FieldChange[] = [];
  readonly #conflicts: FieldConflict[] = [];
  readonly #problems: Problem[] = [];

  constructor(
    row: FileRow & { readonly key: string },
    based: ReadonlyMap<string, RawCell> | undefined,
    take: readonly string[],
    using: TakingWith,
  ) {
    this.#row = row;
    this.#based = based;
    this.#take = take;
    this.#using = using;
    this.#known = {
      find: (root, name) => using.book.known(root, name),
      problem: () => undefined,
      yearOf: using.yearOf,
      valueOf: () => undefined,
    };
  }

  taken(): TakenCells {
    const { sheet, fileId, existing } = this.#row;
    const rest = { changes: this.#changes, conflicts: this.#conflicts, problems: this.#problems };
    if (sheet.name !== "activities" || fileId !== null) return { fields: this.#fields, ...rest };
    const [start, end] = [this.#fields["start"], this.#fields["end"]];
    if (typeof start === "string" && typeof end === "string" && start > end)
      this.#problems.push({ code: "ends-before-start", column: "end", text: end });
    const held = (existing as Pick<Activity, "status"> | null)?.status ?? null;
    const { fields, problem } = withStatus(this.#fields, held, this.#using.on.language);
    return { fields, ...rest, problems: problem === null ? this.#problems : [...this.#problems, problem] };
  }

  take(column: Column<SheetEntry>): void {
    const { sheet, cells, fileId, existing } = this.#row;
    const given = cells.get(column.key);
    if (column.take === undefined || given === undefined) return;
    if (lacksValue(given)) return void this.#problems.push(valueProblem(column.key, given));
    // In a list of somebody's own space around a text means nothing; what is known by id or place was written by us, space and all.
    const isOwnList = fileId === null && sheet.knownBy === "title";
    const cell = isOwnList && typeof given === "string" ? given.trim() : given;
    const shown = existing === null ? null : column.show(existing, this.#using.on);
    const [before, after] = [textOf(shown), textOf(cell)];
    const isEmpty = after.trim() === "";
    const isFoundById = existing !== null && existing.id === fileId;
    if (before === after || (isEmpty && !isFoundById && existing !== null)) return;
    const held = this.#based?.get(column.key);
    if (held !== undefined && textOf(held) === after) return;
    const emptied = (): void =>
      void this.#problems.push({ code: "emptied", column: column.key, text: before });
    if (column.key === sheet.titleKey && sheet.knownBy === "title" && isEmpty && existing !== null)
      return emptied();
    const taken = column.take(cell, this.#taking(column.key));
    if (Object.keys(taken).length === 0) return isEmpty && isFoundById ? emptied() : undefined;
    if (existing !== null && isSameValue(column, shown, taken, this.#known)) return;
    if (existing !== null && held !== undefined && !lacksValue(held)) {
      if (isSameValue(column, held, taken, this.#known)) return;
      const isChanged = textOf(held) !== before && !isSameCell(column, held, shown, this.#known);
      if (isChanged && !this.#isTaken(column.key, { base: textOf(held), file: after.trim(), plan: before }))
        return;
    }
    // A column before it may have said the same field, such as the status beside progress in words.
    Object.assign(this.#fields, { ...taken, ...this.#fields });
    // A stretch of days says a day of another column too.
    if (column.kind === "date") this.#tellOthers(column, taken);
    this.#changes.push({ column: column.key, before, after: meaningOf(column, taken, after, this.#using) });
    const personal = column.kind === "date" || fileId !== null ? null : personalData(after);
    if (personal !== null) this.#problems.push({ code: "personal-data", column: column.key, text: personal });
  }

  /** Tells which other columns a cell says something of that did not say it themselves. */
  #tellOthers({ key }: Column<SheetEntry>, taken: TakenFields): void {
    const { sheet, existing } = this.#row;
    for (const other of sheet.columns) {
      const value = other.key === key ? undefined : taken[other.key];
      if (typeof value !== "string" || this.#changes.some(({ column }) => column === other.key)) continue;
      const before = existing === null ? "" : textOf(other.show(existing, this.#using.on));
      if (before !== value) this.#changes.push({ column: other.key, before, after: value });
    }
  }

  /** Notes that both the file and the plan changed a field, and says whether a person chose that of the file. */
  #isTaken(column: string, values: Pick<FieldConflict, "base" | "file" | "plan">): boolean {
    const key = `${this.#row.key} ${column}`;
    const isTaken = this.#take.includes(key);
    this.#conflicts.push({ column, key, ...values, isTaken });
    if (!isTaken) this.#problems.push({ code: "changed-since", column, text: values.plan });
    return isTaken;
  }

  #taking(column: string): Taking {
    const { book, words, yearOf } = this.#using;
    const { name: sheet } = this.#row.sheet;
    return {
      find: (root, name) => {
        const { ids, isAmbiguous } = book.find(root, name);
        if (isAmbiguous) this.#problems.push({ code: "ambiguous-name", column, text: name });
        if (ids.length === 0 && !isNobody(name) && !book.isLeftOut(root, name))
          this.#problems.push({ code: "unknown-name", column, text: name });
        return ids;
      },
      problem: (code, text, meant) => {
        if (code === "unknown-word" || code === "no-date") words.ask(sheet, column, text);
        this.#problems.push({ code, column, text, ...(meant === undefined ? {} : { meant }) });
      },
      yearOf,
      valueOf: (key, word) => words.valueOf(sheet, key, word),
    };
  }
}

/** What a cell was understood to say, in the words of the plan: a choice, a day or names; else what stands in it. */
function meaningOf(
  { key, kind, choices }: Column<SheetEntry>,
  taken: TakenFields,
  after: string,
  { on, book }: TakingWith,
): string {
  const value = taken[key];
  if (kind === "date" && typeof value === "string") return value;
  if (choices !== undefined && typeof value === "string")
    return choices[value]?.[on.language] ?? after.trim();
  const ids = typeof value === "string" ? [value] : Array.isArray(value) ? value : null;
  if (kind !== "names" || ids === null) return after.trim();
  const names = ids.flatMap((id: unknown) => (typeof id === "string" ? (book.nameOf(id) ?? []) : []));
  return names.length === ids.length ? names.join(", ") : after.trim();
}
