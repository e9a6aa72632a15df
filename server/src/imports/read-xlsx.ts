import { type RawCell, readText } from "@planwand/shared/exchange/cell.ts";
import { BASE_SHEET, type FileBase, NO_BASE, readBase } from "@planwand/shared/exchange/file-base.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_TABLES } from "./limits.ts";
import { readComments } from "./xlsx-comments.ts";
import { readXml } from "./read-xml.ts";
import { fileRoom, type Room, TableBuilder } from "./table-builder.ts";
import { type CellStyle, readStyles } from "./xlsx-styles.ts";

/** The parts of a workbook of Excel that are read. */
export const XLSX_PARTS =
  /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels|comments\/?[^/]{0,40}\.xml)$/;
const SERIAL_ZERO = "1899-12-30";
const SERIAL_ZERO_1904 = "1904-01-01";

/** The sheets of a workbook that people see, the names of those that they do not, and what it was made from when it says so. */
export interface ReadSheets {
  readonly tables: readonly RawTable[];
  readonly hidden: readonly string[];
  /** What people noted at cells, each behind its place. */
  readonly comments?: readonly string[];
  readonly base?: FileBase;
}

/**
 * The sheets of an Excel workbook (ECMA-376 part 1, SpreadsheetML) that people see, as rows of plain cells. Of a formula only what it
 * came to last is read. @throws FileRefused
 */
export function readXlsx(workbook: Buffer, parts: ReadonlyMap<string, Buffer>): ReadSheets {
  const { sheets, is1904 } = readWorkbook(workbook);
  const targets = readTargets(parts.get("xl/_rels/workbook.xml.rels"));
  const strings = readStrings(parts.get("xl/sharedStrings.xml"));
  const styles = readStyles(parts.get("xl/styles.xml"));
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  if (seen.length > MAX_TABLES) throw new FileRefused("file-too-many-rows", "too many sheets");
  const room = fileRoom();
  const read = ({ name, relation }: NamedSheet, within: Room): RawTable[] => {
    const part = parts.get(targets.get(relation) ?? "");
    if (part === undefined) return [];
    return [{ ...readSheet(part, name, { strings, styles, is1904 }, within), isFrom1904: is1904 }];
  };
  const called = sheets.find(({ name }) => Object.values(BASE_SHEET).includes(name));
  const [told] = called === undefined ? [] : read(called, fileRoom());
  const base = told === undefined ? null : readBase(told.rows);
  const isTable = (sheet: NamedSheet): boolean => base === null || sheet !== called;
  return {
    tables: seen.filter(isTable).flatMap((sheet) => read(sheet, room)),
    comments: readComments(
      seen.filter(isTable).map(({ relation }) => targets.get(relation) ?? ""),
      parts,
    ),
    hidden: sheets.filter((sheet) => sheet.isHidden && isTable(sheet)).map(({ name }) => name),
    base: base ?? NO_BASE,
  };
}

interface NamedSheet {
  readonly name: string;
  readonly relation: string;
  readonly isHidden: boolean;
}

function readWorkbook(part: Buffer): { readonly sheets: readonly NamedSheet[]; readonly is1904: boolean } {
  const sheets: NamedSheet[] = [];
  let is1904 = false;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "workbookPr") is1904 = isTrue(attribute("date1904"));
      if (tag !== "sheet") return;
      const name = attribute("name") ?? "";
      const isHidden = attribute("state") !== undefined && attribute("state") !== "visible";
      sheets.push({ name, relation: attribute("id") ?? "", isHidden });
    },
  });
  return { sheets, is1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readTargets(part: Buffer | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (part === undefined) return targets;
  readXml(part, {
    opened(tag, attribute) {
      const target = attribute("Target") ?? "";
      if (tag === "Relationship") targets.set(attribute("Id") ?? "", partPath(target));
    },
  });
  return targets;
}

/** Where a target lies in the package: said from its root, or from where the workbook is. */
function partPath(target: string): string {
  return target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^(?:\.\/)+/u, "")}`;
}

/** A text that cells share. */
interface SharedText {
  readonly text: string;
  /** All of it is struck through. */
  readonly isStruck: boolean;
}

function readStrings(part: Buffer | undefined): readonly SharedText[] {
  const strings: SharedText[] = [];
  if (part === undefined) return strings;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  let isStruck = false;
  let hasPlain = false;
  let hasStruck = false;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "si") [text, hasPlain, hasStruck] = ["", false, false];
      if (tag === "r") isStruck = false;
      if (tag === "strike") isStruck = attribute("val") !== "0";
      if (tag === "rPh") isPhonetic = true;
      if (tag === "t") isText = !isPhonetic;
    },
    text(more) {
      if (isText) text += more;
      if (!isText || more.trim() === "") return;
      if (isStruck) hasStruck = true;
      else hasPlain = true;
    },
    closed(tag) {
      if (tag === "t") isText = false;
      if (tag === "rPh") isPhonetic = false;
      if (tag === "r") isStruck = false;
      if (tag === "si") strings.push({ text: unescaped(text), isStruck: hasStruck && !hasPlain });
    },
  });
  return strings;
}

/** Excel writes what XML cannot hold as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

interface Book {
  readonly strings: readonly SharedText[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

function readSheet(part: Buffer, name: string, book: Book, room: Room): RawTable {
  const sheet = new TableBuilder(room);
  let row = 0;
  let column = 0;
  let type = "";
  let style = 0;
  let value = "";
  let formula = "";
  let reads: "value" | "formula" | null = null;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "row") {
        row = Number(attribute("r") ?? row + 1);
        column = 0;
        if (isTrue(attribute("hidden")) || Number(attribute("ht") ?? 1) === 0) sheet.hideRow(row - 1);
        sheet.level(row - 1, Number(attribute("outlineLevel") ?? 0));
      } else if (tag === "c") {
        column = columnOf(attribute("r")) ?? column + 1;
        type = attribute("t") ?? "n";
        style = Number(attribute("s") ?? 0);
        value = "";
        formula = "";
        const colour = book.styles[style]?.colour ?? null;
        if (colour !== null) sheet.tint(row - 1, column - 1, colour);
      } else if (tag === "v" || tag === "t") reads = "value";
      else if (tag === "f") reads = "formula";
      else if (tag === "rPh") reads = null;
      else if (tag === "mergeCell") mergeIn(sheet, attribute("ref") ?? "");
      else if (tag === "col" && (isTrue(attribute("hidden")) || Number(attribute("width") ?? 1) === 0)) {
        const first = Number(attribute("min"));
        sheet.hideColumns(first - 1, Number(attribute("max")) - first + 1);
      }
    },
    text(more) {
      if (reads === "value") value += more;
      if (reads === "formula") formula += more;
    },
    closed(tag) {
      if (tag === "v" || tag === "t" || tag === "f") reads = null;
      if (tag !== "c" || (value === "" && formula === "")) return;
      // A text that came to nothing says so by its type.
      const isUnknown = value === "" && type !== "str";
      const cell = isUnknown ? { formula } : cellOf(type, value, style, book);
      sheet.put(row - 1, column - 1, cell);
      const look = book.styles[style];
      const isStruck =
        look?.isStruck === true || (type === "s" && book.strings[Number(value)]?.isStruck === true);
      if (typeof cell === "string" && isStruck) sheet.strike(row - 1, column - 1);
      if (typeof cell === "string") sheet.level(row - 1, look?.indent ?? 0);
    },
  });
  return sheet.table(name);
}

const RANGE = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/u;

function mergeIn(sheet: TableBuilder, range: string): void {
  const [, letters, from, to] = RANGE.exec(range) ?? [];
  sheet.merge((columnOf(letters) ?? 0) - 1, Number(from) - 1, Number(to));
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(type: string, value: string, style: number, { strings, styles, is1904 }: Book): RawCell {
  switch (type) {
    case "s":
      return readText(strings[Number(value)]?.text ?? "");
    case "str":
    case "inlineStr":
      return readText(unescaped(value));
    case "b":
      return value === "1" ? "1" : "0";
    case "e":
      return { error: value };
    case "d":
      return value;
    default:
      return numberCell(Number(value), styles[style]?.shows ?? "plain", is1904);
  }
}

function numberCell(number: number, style: CellStyle["shows"], is1904: boolean): RawCell {
  if (!Number.isFinite(number)) return null;
  if (style === "percent") return `${Math.round(number * 10_000) / 100}%`;
  if (style !== "date" || number < (is1904 ? 0 : 61) || number > 2_958_465) return number;
  return { date: addDays(is1904 ? SERIAL_ZERO_1904 : SERIAL_ZERO, Math.floor(number)) };
}
