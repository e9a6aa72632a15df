import { type Cell, cellText, neutralText } from "@planwand/shared/exchange/cell.ts";
import type { Table, TableColumn } from "@planwand/shared/exchange/plan-tables.ts";
import ExcelJS from "exceljs";
import { unzipSync, type Zippable, zipSync } from "fflate";

const DATE_FORMAT = "dd-mm-yyyy";
/** The first day that every spreadsheet counts the same. */
const FIRST_DATE = "1900-03-01";
/** Rows below the last in which choices and day formats already work. */
const SPARE_ROWS = 200;
const MAX_ROW_HEIGHT = 409;
const LINE_HEIGHT = 15;
/** That of all other cells: a font without a name is another one in each program. */
const FONT = { name: "Calibri", family: 2, size: 11 } as const;
const HEAD_FILL = "FF0F5C6E";
/** Of what is not taken over: lighter than what can be changed. */
const DERIVED_HEAD_FILL = "FF5F6F75";
const DERIVED_FILL = "FFF0F2F3";
const LINE = { style: "thin", color: { argb: "FFD5DDE0" } } as const;

/** The dates of a zip have no zone and none before 1980. */
const FIRST_ZIP_TIME = "1980-01-01T12:00:00";

interface WorkbookOptions {
  readonly title: string;
  readonly lists: string;
  readonly base?: { readonly name: string; readonly rows: readonly (readonly Cell[])[] };
  readonly foot?: string;
}

/**
 * An Excel workbook of tables: frozen headings with filters, days as days, lists to choose from, and no cell that could be taken for a
 * formula. `lists` is what the sheet is called that holds the words to choose from; `base` is one that nobody sees, by which it is known what
 * was changed; `foot` is printed below each page.
 */
export async function planWorkbook(
  tables: readonly Table[],
  { title, lists, base, foot = "" }: WorkbookOptions,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "Planwand";
  book.title = neutralText(cellText(title));
  // The same plan gives the same file, whenever it is made.
  book.created = new Date(0);
  book.modified = new Date(0);
  const choices = choiceColumns(tables);
  for (const table of tables) addTable(book, table, choices, lists);
  if (choices.size > 0) addLists(book, lists, [...choices.values()]);
  if (base !== undefined)
    book
      .addWorksheet(base.name, { state: "veryHidden" })
      .addRows(base.rows.map((cells) => cells.map(cellValue)));
  // What a paper shows, the properties of the file show too.
  if (foot !== "") {
    book.description = foot;
    for (const { headerFooter } of book.worksheets) headerFooter.oddFooter = `&L${foot}&R&P / &N`;
  }
  return dateless(new Uint8Array(await book.xlsx.writeBuffer()));
}

/** The same package with one date for all its entries, which otherwise say when they were made. */
function dateless(packed: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(packed)))
    files[path] = [bytes, { mtime: FIRST_ZIP_TIME }];
  return zipSync(files, { level: 6 });
}

interface Choices {
  readonly heading: string;
  readonly words: readonly string[];
  readonly column: number;
}

/** Equal lists of words stand on the sheet once. */
function choiceColumns(tables: readonly Table[]): ReadonlyMap<string, Choices> {
  const choices = new Map<string, Choices>();
  for (const { columns } of tables)
    for (const { heading, words } of columns) {
      if (words === null || words.length === 0) continue;
      const key = words.join("\n");
      if (!choices.has(key)) choices.set(key, { heading, words, column: choices.size + 1 });
    }
  return choices;
}

function addTable(
  book: ExcelJS.Workbook,
  { title, columns, rows }: Table,
  choices: ReadonlyMap<string, Choices>,
  lists: string,
): void {
  const sheet = book.addWorksheet(title, {
    views: [{ state: "frozen", ySplit: 1, xSplit: 0 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = columns.map(({ width, key }) => ({ key, width }));
  styleHead(sheet.addRow(columns.map(({ heading }) => cellValue(heading))));
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(cellValue));
    row.height = heightOf(cells, columns);
    row.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { bottom: LINE };
    });
  }
  columns.forEach((column, at) => {
    styleColumn(sheet.getColumn(at + 1), column);
    if (column.derived !== null) greyOut(sheet.getColumn(at + 1), column.derived);
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } };
  sheet.pageSetup.printTitlesRow = "1:1";
  columns.forEach(({ words }, at) => {
    const chosen = words === null ? undefined : choices.get(words.join("\n"));
    if (chosen === undefined) return;
    const letter = sheet.getColumn(at + 1).letter;
    const from = columnLetter(chosen.column);
    const list = `'${lists.replaceAll("'", "''")}'!$${from}$2:$${from}$${String(chosen.words.length + 1)}`;
    validationsOf(sheet).add(`${letter}2:${letter}${String(rows.length + 1 + SPARE_ROWS)}`, {
      type: "list",
      allowBlank: true,
      showErrorMessage: false,
      formulae: [list],
    });
  });
}

/** The types of exceljs leave out that validations can be set for a whole range at once. */
function validationsOf(sheet: ExcelJS.Worksheet): {
  add(range: string, validation: ExcelJS.DataValidation): void;
} {
  return (sheet as unknown as { dataValidations: ReturnType<typeof validationsOf> }).dataValidations;
}

function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const before = Math.floor((column - 1) / 26);
  return `${before === 0 ? "" : columnLetter(before)}${String.fromCharCode(65 + rest)}`;
}

function styleHead(row: ExcelJS.Row): void {
  row.height = 30;
  row.eachCell((cell) => {
    cell.font = { ...FONT, bold: true, color: { argb: "FFFFFFFF" } };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: HEAD_FILL } };
    cell.alignment = { vertical: "middle", wrapText: true };
  });
}

function styleColumn(column: ExcelJS.Column, { kind }: TableColumn): void {
  column.eachCell({ includeEmpty: true }, (cell, row) => {
    if (row === 1) return;
    const isNumber = kind === "number";
    cell.alignment = {
      vertical: "top",
      wrapText: !isNumber,
      ...(kind === "date" ? { horizontal: "left" } : {}),
    };
    if (kind === "date") cell.numFmt = DATE_FORMAT;
  });
}

/** Shows that a column is to be read only, and says why on its heading. */
function greyOut(column: ExcelJS.Column, why: string): void {
  column.eachCell({ includeEmpty: true }, (cell, row) => {
    const argb = row === 1 ? DERIVED_HEAD_FILL : DERIVED_FILL;
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb } };
    if (row === 1) cell.note = why;
  });
}

/** Tall enough for the lines of the fullest cell: a spreadsheet that opens the file does not work that out itself. */
function heightOf(cells: readonly Cell[], columns: readonly TableColumn[]): number {
  const lines = cells.map((cell, at) => {
    if (typeof cell !== "string") return 1;
    const width = columns[at]?.width ?? 20;
    return cell.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  });
  return Math.min(MAX_ROW_HEIGHT, Math.max(1, ...lines) * LINE_HEIGHT + 3);
}

function addLists(book: ExcelJS.Workbook, name: string, choices: readonly Choices[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = choices.map(({ words }) => ({
    width: Math.min(44, Math.max(14, ...words.map((word) => word.length)) + 2),
  }));
  styleHead(sheet.addRow(choices.map(({ heading }) => cellValue(heading))));
  const longest = Math.max(...choices.map(({ words }) => words.length));
  for (let at = 0; at < longest; at++) sheet.addRow(choices.map(({ words }) => cellValue(words[at] ?? null)));
}

function cellValue(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === "number") return cell;
  if (typeof cell === "string") return cell === "" ? null : escaped(neutralText(cell));
  return cell.date >= FIRST_DATE ? new Date(`${cell.date}T00:00:00Z`) : cell.date;
}

/** What reads like one of Excel's own signs for a character is written so that it stays as it is. */
function escaped(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}
