import { type Cell, type RawCell, readText } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { zipRefusal } from "./file-kind.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLES } from "./limits.ts";
import { readXml } from "./read-xml.ts";
import { unzip } from "./unzip.ts";
import { readStyles, type CellStyle } from "./xlsx-styles.ts";

const WANTED =
  /^xl\/(workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/;
/** The part in which formats of other programs say what they are (OpenDocument 1.3 part 2, 3.3). */
const MIME_TYPE = "mimetype";
const SERIAL_ZERO = "1899-12-30";
const SERIAL_ZERO_1904 = "1904-01-01";

/**
 * The sheets of an Excel workbook (ECMA-376 part 1, SpreadsheetML) that people see, as rows of plain cells. Of a formula only what it
 * came to last is read. @throws FileRefused
 */
export function readXlsx(file: Buffer): RawTable[] {
  const names = new Set<string>();
  const parts = unzip(file, (name) => {
    names.add(name);
    return WANTED.test(name) || name === MIME_TYPE;
  });
  const workbook = parts.get("xl/workbook.xml");
  if (workbook === undefined) throw zipRefusal(names, parts.get(MIME_TYPE)?.toString("latin1", 0, 100) ?? "");
  const { sheets, is1904 } = readWorkbook(workbook);
  const targets = readTargets(parts.get("xl/_rels/workbook.xml.rels"));
  const strings = readStrings(parts.get("xl/sharedStrings.xml"));
  const styles = readStyles(parts.get("xl/styles.xml"));
  if (sheets.length > MAX_TABLES) throw new FileRefused("file-too-many-rows", "too many sheets");
  return sheets.flatMap(({ name, relation }) => {
    const part = parts.get(targets.get(relation) ?? "");
    if (part === undefined) return [];
    return [{ name, rows: readSheet(part, { strings, styles, is1904 }) }];
  });
}

function readWorkbook(part: Buffer): {
  readonly sheets: readonly { readonly name: string; readonly relation: string }[];
  readonly is1904: boolean;
} {
  const sheets: { name: string; relation: string }[] = [];
  let is1904 = false;
  readXml(part, {
    opened(tag, attribute) {
      if (tag === "workbookPr") is1904 = ["1", "true"].includes(attribute("date1904") ?? "");
      const isHidden = attribute("state") !== undefined && attribute("state") !== "visible";
      if (tag === "sheet" && !isHidden)
        sheets.push({ name: attribute("name") ?? "", relation: attribute("id") ?? "" });
    },
  });
  return { sheets, is1904 };
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

function readStrings(part: Buffer | undefined): readonly string[] {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  readXml(part, {
    opened(tag) {
      if (tag === "si") text = "";
      if (tag === "rPh") isPhonetic = true;
      if (tag === "t") isText = !isPhonetic;
    },
    text(more) {
      if (isText) text += more;
    },
    closed(tag) {
      if (tag === "t") isText = false;
      if (tag === "rPh") isPhonetic = false;
      if (tag === "si") strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Excel writes what XML cannot hold as `_x000D_`. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

interface Book {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly is1904: boolean;
}

function readSheet(part: Buffer, book: Book): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [];
  const merged: string[] = [];
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
      } else if (tag === "c") {
        column = columnOf(attribute("r")) ?? column + 1;
        type = attribute("t") ?? "n";
        style = Number(attribute("s") ?? 0);
        value = "";
        formula = "";
      } else if (tag === "v" || tag === "t") reads = "value";
      else if (tag === "f") reads = "formula";
      else if (tag === "rPh") reads = null;
      else if (tag === "mergeCell" && merged.length < MAX_MERGED) merged.push(attribute("ref") ?? "");
    },
    text(more) {
      if (reads === "value") value += more;
      if (reads === "formula") formula += more;
    },
    closed(tag) {
      if (tag === "v" || tag === "t" || tag === "f") reads = null;
      if (tag !== "c" || (value === "" && formula === "") || column > MAX_COLUMNS) return;
      if (!(row >= 1 && row <= MAX_ROWS)) throw new FileRefused("file-too-many-rows", "a row too far down");
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column - 1) cells.push(null);
      // A text that came to nothing says so by its type.
      const isUnknown = value === "" && type !== "str";
      cells[column - 1] = isUnknown ? { formula } : cellOf(type, value, style, book);
    },
  });
  for (const range of merged) fillDown(rows, range);
  return rows;
}

/** More merged ranges than a person makes. */
const MAX_MERGED = 5_000;
const RANGE = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/u;

/** What stands in a range of merged cells holds for each of its rows that has anything in it. */
function fillDown(rows: RawCell[][], range: string): void {
  const [, letters, from, to] = RANGE.exec(range) ?? [];
  const at = (columnOf(letters) ?? 0) - 1;
  const value = rows[Number(from) - 1]?.[at] ?? null;
  if (value === null) return;
  for (const cells of rows.slice(Number(from), Number(to))) {
    if (cells.length === 0) continue;
    while (cells.length < at) cells.push(null);
    cells[at] ??= value;
  }
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return null;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function cellOf(type: string, value: string, style: number, { strings, styles, is1904 }: Book): Cell {
  switch (type) {
    case "s":
      return readText(strings[Number(value)] ?? "");
    case "str":
    case "inlineStr":
      return readText(unescaped(value));
    case "b":
      return value === "1" ? "1" : "0";
    case "e":
      return null;
    case "d":
      return value;
    default:
      return numberCell(Number(value), styles[style] ?? "plain", is1904);
  }
}

function numberCell(number: number, style: CellStyle, is1904: boolean): Cell {
  if (!Number.isFinite(number)) return null;
  if (style === "percent") return `${Math.round(number * 10_000) / 100}%`;
  if (style !== "date" || number < (is1904 ? 0 : 61) || number > 2_958_465) return number;
  return { date: addDays(is1904 ? SERIAL_ZERO_1904 : SERIAL_ZERO, Math.floor(number)) };
}
