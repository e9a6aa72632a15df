import { readFile } from "@planwand/server/imports/read-file.ts";
import { type Cell, textOf } from "@planwand/shared/exchange/cell.ts";
import type { FileNote } from "@planwand/shared/exchange/file-notes.ts";
import { type ImportChoices, NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { type Activity, type Plan, ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import ExcelJS from "exceljs";
import { openSheet, openTable } from "./packed-file.ts";
import { countingIds, examplePlanDoc, STAMP } from "./plan-doc.ts";

/* Files as schools have them, and what comes in of them. */

/** Rows of cells, from the first row of a sheet on. */
export type Rows = readonly (readonly Cell[])[];
/** Sheets by their names. */
export type Sheets = Readonly<Record<string, Rows>>;

/** A day in a cell. */
export const day = (date: string): Cell => ({ date });

/** A workbook with these sheets, in which `merged` cells are one (`A2:A4`, in the first sheet). */
export async function bookFile(sheets: Sheets, merged: readonly string[] = []): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    for (const cells of rows) sheet.addRow(cells.map(excelCell));
  }
  for (const range of merged) book.worksheets[0]?.mergeCells(range);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A cell as ExcelJS writes it. */
export function excelCell(cell: Cell): string | number | Date | null {
  return typeof cell === "object" && cell !== null ? new Date(`${cell.date}T00:00:00Z`) : cell;
}

/** A file of text with this between its cells, as Excel saves it. */
export function csvFile(
  rows: Rows,
  separator = ";",
  encoding: "utf8" | "utf16le" | "latin1" = "utf8",
): Buffer {
  const quoted = (text: string): string =>
    /["\n\r;,|\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const width = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((cells) =>
    Array.from({ length: width }, (_, at) => quoted(textOf(cells[at] ?? null))).join(separator),
  );
  const mark = encoding === "utf16le" ? "\ufeff" : "";
  const text = `${mark}${lines.join("\r\n")}\r\n`;
  const isIn = (character: string): boolean => encoding !== "latin1" || character.charCodeAt(0) < 256;
  return Buffer.from(Array.from(text).filter(isIn).join(""), encoding);
}

/** A spreadsheet of LibreOffice with these sheets. */
export function odsFile(sheets: Sheets): Buffer {
  const texts = (rows: Rows): string[][] => rows.map((cells) => cells.map(textOf));
  return openSheet(
    Object.entries(sheets)
      .map(([name, rows]) => openTable(texts(rows), name))
      .join(""),
  );
}

/** An activity that came in, with names for ids. */
export interface Made {
  readonly title: string;
  readonly phase: string | null;
  readonly domain: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly steps: readonly string[];
  readonly activity: Activity;
}

/** What came in of a file into the example plan. */
export interface TakenFile {
  readonly proposal: Proposal;
  readonly notes: readonly FileNote[];
  readonly plan: Plan;
  readonly made: readonly Made[];
  /** What is told of its rows. */
  readonly problems: readonly string[];
}

/** A file, what a person says of it in the preview, and what a project leader expects of it then. */
export interface SchoolFile {
  readonly name: string;
  readonly file: () => Promise<Buffer> | Buffer | string;
  readonly said?: Partial<ImportChoices>;
  /** What comes in, as `inShort` has it. */
  readonly made: readonly string[];
  /** What stays behind of its rows, and is told. */
  readonly left?: readonly string[];
}

/** Reads a file, and takes it into the example plan as a person chose. */
export function takenFile(
  file: Buffer | string,
  choices: Partial<ImportChoices> = {},
  name = "Lijst.xlsx",
): TakenFile {
  const read = readFile(Buffer.from(file), name, "nl");
  if (!("tables" in read)) throw new Error("it holds no tables");
  const doc = examplePlanDoc();
  const before = toPlan(doc);
  const known = new Set(before.activities.map(({ id }) => id));
  const said = { ...NO_CHOICES, ...choices };
  const proposal = proposeImport(before, read.kind, read.tables, said, countingIds("imported"));
  applyEdits(doc, proposal.edits, STAMP);
  const plan = toPlan(doc);
  const order = new Map(proposal.rows.map(({ id }, at) => [id, at]));
  const made = plan.activities
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    .map((activity) => madeOf(plan, activity));
  const problems = proposal.rows.flatMap((row) => row.problems.map(({ code, text }) => `${code} ${text}`));
  return { proposal, notes: [...read.notes, ...proposal.notes], plan, made, problems };
}

/** An activity on one line: its title, its place, when, how far it is unless that is an idea, and who does it. */
export function inShort({ title, phase, domain, start, end, roles, activity }: Made): string {
  const { status, progress } = activity;
  const isUnderWay = progress > 0 && progress < 100;
  const parts = [
    title,
    phase === null ? "" : `${phase} × ${domain ?? ""}`,
    start === null && end === null ? "" : `${start ?? ""}..${end ?? ""}`,
    status === "idea" ? "" : `${status}${isUnderWay ? ` ${String(progress)}%` : ""}`,
    (roles["executor"] ?? []).join(", "),
  ];
  return parts.filter((part) => part !== "").join(" | ");
}

function madeOf(plan: Plan, activity: Activity): Made {
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.name ?? null;
  const roles = ROLE_SLOTS.flatMap((slot) => {
    const names = activity.roles[slot].map((id) => nameIn(plan.parties, id) ?? "");
    return names.length === 0 ? [] : [[slot, names] as const];
  });
  return {
    title: activity.title,
    phase: nameIn(plan.phases, activity.phase),
    domain: nameIn(plan.domains, activity.domain),
    start: activity.start,
    end: activity.end,
    roles: Object.fromEntries(roles),
    steps: activity.steps.map(({ title }) => title),
    activity,
  };
}
