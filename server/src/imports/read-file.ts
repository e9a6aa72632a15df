import { parse } from "csv-parse/sync";
import { type ErrorCell, isBlank, readCell } from "@planwand/shared/exchange/cell.ts";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { MAX_FILE_BYTES } from "@planwand/shared/exchange/file-limit.ts";
import { planInFile } from "@planwand/shared/exchange/file-journal.ts";
import type { FileBase } from "@planwand/shared/exchange/file-base.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import {
  type FiledJournal,
  filedPlan,
  PLAN_FILE_KIND,
  PLAN_FILE_VERSION,
  planFile,
} from "@planwand/shared/exchange/plan-file.ts";
import { listTable } from "@planwand/shared/exchange/list-table.ts";
import { withoutListSign } from "@planwand/shared/exchange/list-sign.ts";
import type { FileNote } from "@planwand/shared/exchange/file-notes.ts";
import type { FileKind } from "@planwand/shared/exchange/proposal.ts";
import { readTrello, trelloTables } from "@planwand/shared/exchange/trello.ts";
import type { Language, Plan } from "@planwand/shared/plan/schema.ts";
import { inLanguage } from "@planwand/shared/templates/named-templates.ts";
import { formatTemplate, planTemplate, type PlanTemplate } from "@planwand/shared/templates/plan-template.ts";
import { isFlatSheet, isPage, oldOfficeRefusal, refuseOtherPrograms, refuseOtherTexts } from "./file-kind.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_ALL_ROWS, MAX_COLUMNS, MAX_DEPTH, MAX_ROWS } from "./limits.ts";
import { isOfReadableSize } from "./plan-size.ts";
import { ofSheets, ofText, readPacked } from "./read-packed.ts";
import { readOds } from "./read-ods.ts";
import { decoded } from "./text-encoding.ts";
import { readPage } from "./read-page.ts";

const QUOTED_CELL = /(?<=^|[,;|\t\r\n])"(?:[^"]|"")*"(?=[,;|\t\r\n]|$)/gu;

/** What a file turned out to hold. */
export type ReadFile =
  | { readonly kind: "plan"; readonly plan: Plan; readonly journal: FiledJournal | null }
  | { readonly kind: "example" | "format"; readonly title: string; readonly template: PlanTemplate }
  | {
      readonly kind: Exclude<FileKind, "plan" | "example" | "format">;
      readonly title: string;
      readonly tables: readonly RawTable[];
      readonly notes: readonly FileNote[];
      /** What it was made from, when it says so. */
      readonly base?: FileBase;
    };

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
/** What the old programs of Microsoft write, and new Excel behind a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a file of any kind that is known; what it is follows from what stands in it, never from its name alone.
 * @throws FileRefused
 */
export function readFile(file: Buffer, name: string, language: Language): ReadFile {
  if (file.byteLength > MAX_FILE_BYTES) throw new FileRefused("file-too-large", "over 5 MB");
  if (file.byteLength === 0) throw new FileRefused("file-empty", "no bytes");
  const title = cut(name.replace(/\.[a-z]{2,5}$/i, ""), 120);
  if (file.subarray(0, 4).equals(OLE)) throw oldOfficeRefusal(file);
  if (file.subarray(0, 4).equals(ZIP)) return withRows({ title, ...readPacked(file, language) });
  refuseOtherPrograms(file);
  const text = decoded(file);
  if (/^\s*[{[]/.test(text)) return readJson(text, title, language);
  if (isPage(text)) return withRows({ title, ...ofText("page", readPage(text, language)) });
  if (isFlatSheet(text)) return withRows({ title, ...ofSheets("ods", readOds(Buffer.from(text))) });
  refuseOtherTexts(text);
  const lines = firstLines(text);
  const list = isColumned(lines) ? null : listTable(text, title, language);
  const table = list ?? { name: title, rows: readCsv(text, lines) };
  return withRows({ kind: "csv", title, tables: [table], notes: [] });
}

/** Rows that were pasted are a table too. */
export function readRows(rows: readonly (readonly string[])[], beside: readonly number[]): ReadFile {
  const kept = rows.slice(0, MAX_ROWS).map((cells) => cells.slice(0, MAX_COLUMNS).map(readCell));
  const table = { name: "", rows: kept, beside: new Set(beside) };
  return withRows({ kind: "pasted", title: "", tables: [table], notes: [] });
}

function withRows(read: Extract<ReadFile, { readonly tables: unknown }>): ReadFile {
  const rows = read.tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MAX_ALL_ROWS) throw new FileRefused("file-too-many-rows", "too many rows in all");
  if (read.tables.some((table) => table.rows.length > MAX_ROWS + 1))
    throw new FileRefused("file-too-many-rows", "too many rows");
  const isEmpty = read.tables.every(({ rows }) => rows.every((cells) => cells.every(isBlank)));
  if (isEmpty) throw new FileRefused("file-empty", "no rows");
  return read;
}

/** What stands between the cells of a text, in the order in which it is believed. */
const SEPARATORS = [";", "\t", ",", "|"] as const;
/** With this first line a file tells Excel what stands between its cells. */
const SEP_LINE = /^\ufeff?"?sep=(.)"?(?:\r\n|\r|\n)/iu;

/** The first lines of a text, of which a cell in quotes is one `""`, whatever lines and separators are in it. */
function firstLines(text: string): string[] {
  const lines = text.replace(QUOTED_CELL, '""').split(/\r\n|\r|\n/u, 40);
  return lines.filter((line) => line.trim() !== "");
}

/** Whether the lines of a text have cells: as many separators in each, or semicolons in most. A list in which each item has one comma has none. */
function isColumned(lines: readonly string[]): boolean {
  const most = lines.filter((line) => line.includes(";")).length * 2 > lines.length;
  const isSigned = lines.every((line) => withoutListSign(line) !== line.trim());
  return most || (!isSigned && [",", "|"].some((separator) => sharing(lines, separator).share === 1));
}

/** How many cells most lines have with this separator, and which share of the lines that is; no share when that is one cell. */
function sharing(
  lines: readonly string[],
  separator: string,
): { readonly cells: number; readonly share: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(separator).length;
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const [cells = 1, count = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return { cells, share: cells === 1 ? 0 : count / lines.length };
}

/** The separator that parts most lines in as many cells; texts hold others, but not as many in each line. */
function separatorOf(lines: readonly string[]): string {
  const tabbed = lines.filter((line) => line.includes("\t")).length;
  const shared = SEPARATORS.map((separator) => ({ separator, ...sharing(lines, separator) }));
  const [best] = shared.toSorted((a, b) => b.share - a.share || b.cells - a.cells);
  // Nobody types a tab in a text: where nothing else parts most lines, it does.
  if (tabbed > 1 && (best?.share ?? 0) < 0.5) return "\t";
  return best?.separator ?? ";";
}

function readCsv(text: string, lines: readonly string[]): (string | ErrorCell)[][] {
  const told = SEP_LINE.exec(text);
  let line = 0;
  try {
    const rows: string[][] = parse(told === null ? text : text.slice(told[0].length), {
      delimiter: told?.[1] ?? separatorOf(lines),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 1_000_000,
      // A sheet saved with its empty rows has thousands of lines of separators alone.
      on_record(cells: string[]) {
        if (++line <= MAX_ROWS) return cells;
        if (cells.every(isBlank)) return null;
        throw new FileRefused("file-too-many-rows", "too many lines");
      },
    });
    return rows.filter((cells) => !isRule(cells)).map((cells) => cells.slice(0, MAX_COLUMNS).map(readCell));
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused("file-unreadable", "broken CSV");
  }
}

/** The line below the headings of a table in Markdown: `|---|:---:|`. */
function isRule(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return filled.length > 1 && filled.every((cell) => /^:?-{3,}:?$/u.test(cell));
}

function readJson(text: string, name: string, language: Language): ReadFile {
  const value = jsonOf(text);
  const trello = readTrello(value);
  if (trello !== null)
    return withRows({
      kind: "trello",
      title: cut(trello.name, 120),
      tables: trelloTables(trello),
      notes: [],
    });
  const head = (typeof value === "object" ? value : null) as Readonly<Record<string, unknown>> | null;
  if (head?.["kind"] === PLAN_FILE_KIND) {
    if (Number(head["version"]) > PLAN_FILE_VERSION) throw new FileRefused("file-too-new", "a later version");
    const file = planFile.safeParse(value);
    if (!file.success) throw new FileRefused("file-unreadable", "not as its schema says");
    return { kind: "plan", plan: ofReadableSize(planInFile(file.data)), journal: file.data.journal };
  }
  if (head?.["kind"] === "planwand-rescue") {
    const { bin: _bin, ...rest } = (head["plan"] ?? {}) as Record<string, unknown>;
    const plan = filedPlan.safeParse(rest);
    if (!plan.success) throw new FileRefused("file-unreadable", "a broken rescue file");
    return { kind: "plan", plan: ofReadableSize(planInFile({ plan: plan.data })), journal: null };
  }
  const title = titleOf(head?.["title"], language) ?? name;
  const example = planTemplate.safeParse(value);
  if (example.success) return { kind: "example", title, template: example.data };
  const format = formatTemplate.safeParse(value);
  if (format.success) return { kind: "format", title, template: inLanguage(format.data, language) };
  throw new FileRefused("file-unknown", "JSON of another kind");
}

/** Every entry is a row of what a person is shown before it is taken over. */
function ofReadableSize(plan: Plan): Plan {
  if (!isOfReadableSize(plan)) throw new FileRefused("file-too-many-rows", "too many entries");
  return plan;
}

function jsonOf(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new FileRefused("file-unreadable", "broken JSON");
  }
  refuseDeep(value);
  return value;
}

/** Level by level, since what goes down by calling itself breaks on what it should find. */
function refuseDeep(value: unknown): void {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new FileRefused("file-unsafe", "too deep");
    level = level.flatMap((one) => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
}

function titleOf(title: unknown, language: Language): string | null {
  if (typeof title === "string") return cut(title, 120);
  if (typeof title !== "object" || title === null || !(language in title)) return null;
  const words: unknown = Reflect.get(title, language);
  return typeof words === "string" ? cut(words, 120) : null;
}
