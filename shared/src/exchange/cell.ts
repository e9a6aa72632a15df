import type { LocalDate } from "../kernel/clock.ts";
import { shortened } from "../kernel/grapheme.ts";

/** A calendar day in a cell. */
export interface DateCell {
  readonly date: LocalDate;
}

/** A formula of which the file does not say what it comes to. */
export interface FormulaCell {
  readonly formula: string;
}

/** An error of a spreadsheet, such as `#REF!`, in place of a value. */
export interface ErrorCell {
  readonly error: string;
}

/** What one cell of a table holds. */
export type Cell = string | number | DateCell | null;

/** What one cell of a file holds. */
export type RawCell = Cell | FormulaCell | ErrorCell;

/** Whether a cell holds something of which the file does not say what it comes to: a formula, or an error. */
export function lacksValue(cell: RawCell): cell is FormulaCell | ErrorCell {
  return typeof cell === "object" && cell !== null && !("date" in cell);
}

/** Whether nothing stands in a cell, or space alone. */
export function isBlank(cell: RawCell): boolean {
  return !lacksValue(cell) && textOf(cell).trim() === "";
}

/** Whether no cell of a row says anything in words. */
export function isEmptyRow(cells: readonly RawCell[]): boolean {
  return cells.every((cell) => textOf(cell).trim() === "");
}

/** The most characters that a cell of a spreadsheet takes. */
export const CELL_MAX_LENGTH = 32_767;
/** Room for the sign that keeps a text from being read as a formula. */
const TEXT_MAX_LENGTH = CELL_MAX_LENGTH - 1;

/** Characters that XML cannot hold: controls below U+0020 but for tab and line ends, and two that are none. */
const NOT_IN_XML = /(?![\u007f-\u009f])[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;
/** What spreadsheets take for the beginning of a formula, in either width, or what may hide one. */
const FORMULA_START = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const NEUTRALISED = /^'+[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** A text as a cell can hold it: one kind of line end, nothing that XML forbids, no part of a character, not too long. */
export function cellText(text: string): string {
  const clean = text.replace(/\r\n?/g, "\n").toWellFormed().replace(NOT_IN_XML, "");
  return shortened(clean, TEXT_MAX_LENGTH);
}

/** A text on one line without space around it, for a name among other names. */
export function oneLine(text: string): string {
  return cellText(text).replace(/\s+/gu, " ").trim();
}

/** The text with an apostrophe before it when a spreadsheet could take it for a formula. `plainText` takes it away again. */
export function neutralText(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `neutralText` put before it. */
export function plainText(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text;
}

/** What a cell of a file says: with one kind of line end, and without the apostrophe that `neutralText` put before it. */
export function readText(text: string): string {
  return plainText(text.replace(/\r\n?/g, "\n"));
}

/** The errors of spreadsheets, as programs write them in Dutch and English. */
const ERROR =
  /^(?:#(?:REF|VERW|DIV\/0|DEEL\/0|VALUE|WAARDE|NUM|GETAL|NULL|LEEG|SPILL|OVERLOOP|CALC|BEREKENEN)!|#(?:NAME|NAAM)\?|#N\/[AB]|Err:\d{3})$/u;

/** What a cell of text alone says: an error of a spreadsheet that was saved as text is an error still. */
export function readCell(text: string): string | ErrorCell {
  return ERROR.test(text) ? { error: text } : readText(text);
}

/** What a cell says, as one text; days as `YYYY-MM-DD`, what lacks a value as nothing. */
export function textOf(cell: RawCell): string {
  if (cell === null || lacksValue(cell)) return "";
  return typeof cell === "object" ? cell.date : String(cell);
}
