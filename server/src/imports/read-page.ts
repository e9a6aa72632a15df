import { Parser } from "htmlparser2";
import { readCell, textOf } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { signOf } from "@planwand/shared/exchange/list-sign.ts";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import { struckText } from "@planwand/shared/exchange/struck-cells.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_COLUMNS, MAX_PAGE_DEPTH, MAX_TABLES } from "./limits.ts";
import type { ReadText } from "./read-docx.ts";
import { countOf } from "./read-xml.ts";
import { colourOf, fileRoom, type Room, TableBuilder } from "./table-builder.ts";
import { NAMELESS, TableNames, TextLines } from "./text-lines.ts";

/** What is no part of the text of a page: programs, and the ways to other pages. */
const ASIDE = new Set(
  "script style title template noscript svg math iframe object select textarea button nav footer aside dialog".split(
    " ",
  ),
);
const HEADING = /^h[1-6]$/u;
/** What begins a line of its own. */
const BLOCK =
  /^(?:h[1-6]|p|div|li|[uod]l|d[td]|tr|t[dh]|table|caption|section|article|main|header|blockquote|pre|br|hr|body)$/u;
/** Tables in tables are how old pages are laid out, yet not this deep. */
const MAX_TABLES_DEEP = 12;
const NAME_LENGTH = 120;

/**
 * The tables of a page in HTML, or the list in it when it has none. A table that only holds other tables is how the page is laid out.
 * @throws FileRefused for a page with neither
 */
export function readPage(html: string, language: Language): ReadText {
  const reader = new PageReader(NAMELESS[language].table);
  const parser = new Parser({
    onopentag: (tag, attributes) => reader.opened(tag, attributes),
    ontext: (text) => reader.text(text),
    onclosetag: (tag) => reader.closed(tag),
  });
  parser.end(html);
  reader.end();
  const { tables, lines, isTextAround } = reader;
  if (tables.length > 0) return { tables, isTextAround };
  const list = lines.list(NAMELESS[language].list, language);
  if (list === null) throw new FileRefused("file-web-page", "no table and no list");
  return { tables: [list], isTextAround: false };
}

type Attributes = Readonly<Record<string, string>>;

interface OpenTable {
  readonly builder: TableBuilder;
  name: string;
  row: number;
  column: number;
  /** Up to which row each column is taken by a cell that goes on. */
  readonly taken: number[];
  /** The tables in its cells. */
  readonly inner: RawTable[];
  /** Cells of the row, and rows of cells, that hold more than other tables. */
  ownCells: number;
  ownRows: number;
  cell: OpenCell | null;
}

interface OpenCell {
  readonly columns: number;
  readonly rows: number;
  readonly colour: string | null;
  text: string;
  hasInner: boolean;
  /** Some of it is not struck through. */
  hasPlain: boolean;
}

/** What is written on a line so far, and as what. */
interface Line {
  text: string;
  /** How far in an item stands; null for what is none. */
  item: number | null;
  isHeading: boolean;
  isCaption: boolean;
  /** Some of it is not struck through. */
  hasPlain: boolean;
}

const NEW_LINE: Line = { text: "", item: null, isHeading: false, isCaption: false, hasPlain: false };

/** What strikes a text through. */
const STRUCK = new Set(["s", "strike", "del"]);
const LINE_THROUGH = /text-decoration[^;:]*:[^;]*line-through/iu;

class PageReader {
  readonly tables: RawTable[] = [];
  readonly lines = new TextLines();
  isTextAround = false;
  readonly #room: Room = fileRoom();
  readonly #names = new TableNames();
  readonly #open: OpenTable[] = [];
  /** At which depth what is struck through began. */
  #struckAt = 0;
  /** Nothing was written since a link ended: another that follows names somebody else. */
  #isAfterLink = false;
  #count = 0;
  #name: string;
  #depth = 0;
  #aside = 0;
  /** At which depth the sign of an item that was typed by a program is passed over. */
  #signAt = 0;
  #lists = 0;
  #line: Line = { ...NEW_LINE };

  constructor(title: string) {
    this.#name = title;
  }

  opened(tag: string, attributes: Attributes): void {
    if (++this.#depth > MAX_PAGE_DEPTH) throw new FileRefused("file-unsafe", "too deep");
    if (ASIDE.has(tag)) this.#aside++;
    if (this.#aside > 0) return;
    const style = attributes["style"] ?? "";
    if (this.#signAt === 0 && /mso-list:\s*ignore/iu.test(style)) this.#signAt = this.#depth;
    if (this.#struckAt === 0 && (STRUCK.has(tag) || LINE_THROUGH.test(style))) this.#struckAt = this.#depth;
    if (BLOCK.test(tag)) this.#endLine();
    const box = boxOf(tag, attributes);
    if (box !== "") this.#write(`${box} `);
    if (tag === "a" && this.#isAfterLink && this.#line.text.endsWith(" ")) this.#write(", ");
    if (tag === "a") this.#isAfterLink = false;
    if (tag === "ul" || tag === "ol") this.#lists++;
    else if (tag === "li") this.#line.item = Math.max(0, this.#lists - 1) * 2;
    else if (tag === "p") this.#line.item ??= officeIndent(attributes["class"] ?? "", style);
    else if (HEADING.test(tag)) this.#line.isHeading = true;
    else if (tag === "caption") this.#line.isCaption = true;
    else if (tag === "table") this.#openTable();
    else this.#openInTable(tag, attributes, style);
  }

  text(text: string): void {
    if (this.#aside > 0 || this.#signAt > 0) return;
    if (text.trim() !== "") this.#isAfterLink = false;
    this.#write(text.replace(/\s+/gu, " "));
  }

  #write(text: string): void {
    const isPlain = this.#struckAt === 0 && text.trim() !== "";
    this.#line.text += text;
    this.#line.hasPlain ||= isPlain;
    const cell = this.#open.at(-1)?.cell ?? null;
    if (cell === null) return;
    cell.text += text;
    cell.hasPlain ||= isPlain;
  }

  closed(tag: string): void {
    if (this.#depth === this.#signAt) this.#signAt = 0;
    if (this.#depth === this.#struckAt) this.#struckAt = 0;
    this.#depth--;
    if (ASIDE.has(tag)) this.#aside--;
    else if (this.#aside > 0) return;
    if (tag === "a") this.#isAfterLink = true;
    if (BLOCK.test(tag)) this.#endLine();
    if (tag === "ul" || tag === "ol") this.#endList();
    else if (tag === "td" || tag === "th") this.#closeCell();
    else if (tag === "table") this.#closeTable();
  }

  end(): void {
    this.#endLine();
  }

  #endLine(): void {
    const { text, item, isHeading, isCaption, hasPlain } = this.#line;
    const table = this.#open.at(-1);
    const said = text.trim();
    if (table?.cell != null && !table.cell.text.endsWith("\n")) table.cell.text += "\n";
    if (/^[☐☑]$/u.test(said)) {
      this.#line = { ...NEW_LINE, text: `${said} `, item };
      return;
    }
    // The sign of an item may stand before a paragraph that is its text.
    this.#line = { ...NEW_LINE, item: said === "" ? item : null };
    this.#isAfterLink = false;
    if (said === "") return;
    if (isCaption && table !== undefined) table.name = cut(said, NAME_LENGTH);
    if (isHeading && table === undefined) this.#name = cut(said, NAME_LENGTH);
    if (item !== null) this.lines.item(hasPlain ? said : struckText(said), item);
    else if (isHeading) this.lines.heading(said);
    else if (this.#lists > 0) this.lines.below(said, this.#lists * 2);
    else this.lines.paragraph(said);
    this.isTextAround ||= table === undefined && !isHeading;
  }

  #endList(): void {
    this.#line.item = null;
    if (this.#lists > 0) this.#lists--;
    if (this.#lists === 0) this.lines.end();
  }

  #openTable(): void {
    if (this.#open.length >= MAX_TABLES_DEEP) throw new FileRefused("file-unsafe", "too many tables deep");
    const outer = this.#open.at(-1)?.cell ?? null;
    if (outer !== null) outer.hasInner = true;
    const builder = new TableBuilder(this.#room);
    const place = { row: -1, column: 0, taken: [], inner: [], ownCells: 0, ownRows: 0, cell: null };
    this.#open.push({ builder, name: this.#name, ...place });
  }

  #openInTable(tag: string, attributes: Attributes, style: string): void {
    const table = this.#open.at(-1);
    if (table === undefined) return;
    const isHidden = "hidden" in attributes || /display:\s*none/iu.test(style);
    if (tag === "tr") {
      table.row++;
      table.column = 0;
      table.ownCells = 0;
      if (isHidden) table.builder.hideRow(table.row);
    } else if (tag === "td" || tag === "th") {
      table.row = Math.max(0, table.row);
      while ((table.taken[table.column] ?? 0) > table.row) table.column++;
      table.cell = {
        columns: Math.min(countOf(attributes["colspan"]), MAX_COLUMNS),
        rows: countOf(attributes["rowspan"]),
        colour: colourOf(attributes["bgcolor"] ?? BACKGROUND.exec(style)?.[1]),
        text: "",
        hasInner: false,
        hasPlain: false,
      };
    }
  }

  #closeCell(): void {
    const table = this.#open.at(-1);
    if (table?.cell == null) return;
    const { builder, row, column, cell } = table;
    const text = cellText(cell.text);
    if (text !== "") builder.put(row, column, readCell(text));
    if (text !== "" && !cell.hasPlain) builder.strike(row, column);
    if (text !== "" && !cell.hasInner && ++table.ownCells === 2) table.ownRows++;
    if (cell.colour !== null) builder.tint(row, column, cell.colour);
    builder.merge(column, row, row + cell.rows);
    const end = Math.min(column + cell.columns, MAX_COLUMNS);
    for (let at = column; at < end; at++) table.taken[at] = row + cell.rows;
    table.column += cell.columns;
    table.cell = null;
  }

  #closeTable(): void {
    const table = this.#open.pop();
    if (table === undefined) return;
    const made = table.builder.table(table.name);
    const isData = made.rows.filter((cells) => cells.length > 0).length > 1;
    const isFrame = table.inner.length > 0 && table.ownRows < 2;
    const found = isFrame ? table.inner : isData ? [made] : [];
    const outer = this.#open.at(-1);
    if (outer === undefined) this.#take(found);
    else {
      outer.inner.push(...found);
      // In a table that holds more, it is a text of its cell.
      const text = made.rows.map((cells) => cells.map((cell) => textOf(cell)).join(" ")).join("\n");
      if (outer.cell !== null) outer.cell.text += `${text}\n`;
    }
  }

  #take(tables: readonly RawTable[]): void {
    this.#count += tables.length;
    if (this.#count > MAX_TABLES) throw new FileRefused("file-too-many-rows", "too many tables");
    for (const table of tables) this.tables.push({ ...table, name: this.#names.of(table.name) });
  }
}

const BACKGROUND = /background(?:-color)?:\s*(#[0-9a-f]{6})/iu;
const LEVEL = /mso-list:[^;]{0,40}level(\d)/iu;
const MARGIN = /margin-left:([\d.]{1,8})(pt|cm|in)/iu;
const POINTS: Readonly<Record<string, number>> = { pt: 1, cm: 28.35, in: 72 };
/** So many points are a space. */
const SPACE = 9;

/** How far in an item of a list stands that Word wrote as a paragraph; null for any other paragraph. */
function officeIndent(className: string, style: string): number | null {
  const level = LEVEL.exec(style)?.[1];
  if (level !== undefined) return (Number(level) - 1) * 2;
  if (!className.startsWith("MsoListParagraph")) return null;
  const [, size = "36", unit = "pt"] = MARGIN.exec(style) ?? [];
  return Math.round(Math.min(Number(size) * (POINTS[unit.toLowerCase()] ?? 1), 500) / SPACE);
}

/** A box as pages draw it, by what it is or what it is called; empty for anything else. */
function boxOf(tag: string, attributes: Attributes): string {
  const name = attributes["class"] ?? "";
  if (tag === "input" && attributes["type"] === "checkbox") return "checked" in attributes ? "☑" : "☐";
  if (/(?:^|\s)checkbox-on(?:\s|$)/u.test(name)) return "☑";
  return /(?:^|\s)checkbox-off(?:\s|$)/u.test(name) ? "☐" : "";
}

const MARKS = /^[✓✔✗✘☐☑☒]$/u;

/** Word saves the bullets of a cell as text; a dash or a number may be text itself. */
function withoutBullet(line: string): string {
  if (/^[\p{L}\p{N}\p{Pd}*+(]/u.test(line)) return line;
  const rest = line.slice(signOf(line)?.length ?? 0);
  // A mark that stands alone says something of its own.
  return rest === "" && MARKS.test(line) ? line : rest;
}

function cellText(text: string): string {
  return text
    .split("\n")
    .map((line) => withoutBullet(line.replace(/ +/gu, " ").trim()))
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}
