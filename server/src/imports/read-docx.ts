import { readCell } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { struckText } from "@planwand/shared/exchange/struck-cells.ts";
import { cut } from "@planwand/shared/kernel/grapheme.ts";
import type { Language } from "@planwand/shared/plan/schema.ts";
import { DocxStyles, newNumbering, type Numbering, readNumbering } from "./docx-styles.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_TABLES } from "./limits.ts";
import { countOf, readXml, type XmlAttribute } from "./read-xml.ts";
import { colourOf, fileRoom, type Room, TableBuilder } from "./table-builder.ts";
import { NAMELESS, TableNames, TextLines } from "./text-lines.ts";

/** The parts of a document of Word that are read. */
export const DOCX_PARTS = /^word\/(?:document\d*|styles|numbering)\.xml$/u;

/** What stands in the file and not on the page: what was there before a change, and what older programs are shown. */
const ASIDE = new Set(["moveFrom", "Fallback", "pPrChange", "rPrChange", "trPrChange", "tcPrChange"]);

/** The tables and the list of a text, and whether there is more in it. */
export interface ReadText {
  readonly tables: readonly RawTable[];
  readonly isTextAround: boolean;
}

/**
 * The tables of a document of Word (ECMA-376 part 1, WordprocessingML), and after them its list: every paragraph with a bullet or a
 * number, with what stands around it marked. @throws FileRefused for one with neither
 */
export function readDocx(document: Buffer, parts: ReadonlyMap<string, Buffer>, language: Language): ReadText {
  const styles = new DocxStyles(parts.get("word/styles.xml"), parts.get("word/numbering.xml"));
  const reader = new DocxReader(styles, NAMELESS[language].table);
  readXml(document, {
    opened: (tag, attribute) => reader.opened(tag, attribute),
    text: (more) => reader.text(more),
    closed: (tag) => reader.closed(tag),
  });
  const { tables, lines, names } = reader;
  const list = lines.list(names.of(NAMELESS[language].list), language);
  if (list === null && tables.length === 0) throw new FileRefused("file-document", "no table and no list");
  return list === null
    ? { tables, isTextAround: lines.hasProse }
    : { tables: [...tables, list], isTextAround: false };
}

interface Paragraph extends Numbering {
  text: string;
  /** Some of it is not struck through. */
  hasPlain: boolean;
  style: string;
}

interface OpenTable {
  readonly builder: TableBuilder;
  /** The lines of all its cells, for a table that turns out to be a frame around a text. */
  readonly lines: string[];
  row: number;
  column: number;
  isRowGone: boolean;
  /** In which row the merged cells of each column began, and where they have come to. */
  readonly merged: Map<number, { readonly from: number; readonly to: number }>;
}

interface OpenCell {
  span: number;
  merge: "first" | "next" | null;
  colour: string | null;
  readonly lines: string[];
  /** Some of it is not struck through. */
  hasPlain: boolean;
}

/** Which properties are being read: they are called alike for rows, cells and paragraphs. */
type Of = "row" | "cell" | "paragraph" | null;
const PROPERTIES: Readonly<Record<string, Of>> = { trPr: "row", tcPr: "cell", pPr: "paragraph" };

/** What strikes a run through, and how it is said not to. */
const STRIKES = new Set(["strike", "dstrike"]);
const OFF = new Set(["0", "false", "off"]);

/** What an element in a run stands for. */
const SIGNS: Readonly<Record<string, string>> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

class DocxReader {
  readonly tables: RawTable[] = [];
  readonly lines = new TextLines();
  readonly names = new TableNames();
  readonly #styles: DocxStyles;
  readonly #title: string;
  readonly #room: Room = fileRoom();
  /** A text frame lies in a paragraph, and has paragraphs of its own. */
  readonly #paragraphs: Paragraph[] = [];
  /** For each field that is open, whether it still shows what to fill in. */
  readonly #fields: boolean[] = [];
  #heading = "";
  #aside = 0;
  #depth = 0;
  #table: OpenTable | null = null;
  #cell: OpenCell | null = null;
  #of: Of = null;
  #isRun = false;
  #isStruck = false;
  #isText = false;

  constructor(styles: DocxStyles, title: string) {
    this.#styles = styles;
    this.#title = title;
  }

  opened(tag: string, attribute: XmlAttribute): void {
    if (ASIDE.has(tag)) this.#aside++;
    if (this.#aside > 0) return;
    const of = PROPERTIES[tag];
    if (of !== undefined) this.#of = of;
    else if (this.#of !== null) this.#property(tag, attribute);
    else if (tag === "p") this.#paragraphs.push({ ...newNumbering(), text: "", hasPlain: false, style: "" });
    else if (tag === "r") [this.#isRun, this.#isStruck] = [true, false];
    else if (STRIKES.has(tag) && this.#isRun) this.#isStruck = !OFF.has(attribute("val") ?? "");
    else if (tag === "t") this.#isText = true;
    else if (this.#isRun) this.#write(SIGNS[tag] ?? "");
    else if (tag === "sdt") this.#fields.push(false);
    else if (tag === "showingPlcHdr" && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
    else if (tag === "tbl") this.#openTable();
    else if (this.#table !== null && this.#depth === 1) this.#openInTable(this.#table, tag);
  }

  text(more: string): void {
    if (this.#isText && this.#aside === 0) this.#write(more);
  }

  closed(tag: string): void {
    if (ASIDE.has(tag)) this.#aside--;
    else if (this.#aside > 0) return;
    else if (PROPERTIES[tag] !== undefined) this.#of = null;
    else if (this.#of !== null) return;
    else if (tag === "p") this.#closeParagraph();
    else if (tag === "r") [this.#isRun, this.#isStruck] = [false, false];
    else if (tag === "t") this.#isText = false;
    else if (tag === "sdt") this.#fields.pop();
    else if (tag === "tc" && this.#depth === 1) this.#closeCell();
    else if (tag === "tbl") this.#closeTable();
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#fields.includes(true)) return;
    paragraph.text += text;
    paragraph.hasPlain ||= !this.#isStruck && text.trim() !== "";
  }

  #property(tag: string, attribute: XmlAttribute): void {
    const value = attribute("val");
    const paragraph = this.#paragraphs.at(-1);
    if (this.#of === "paragraph" && paragraph !== undefined) {
      if (tag === "pStyle") paragraph.style = value ?? "";
      else readNumbering(paragraph, tag, attribute);
    } else if (this.#of === "row" && this.#table !== null && this.#depth === 1) {
      if (tag === "gridBefore") this.#table.column += countOf(value);
      if (tag === "hidden") this.#table.builder.hideRow(this.#table.row);
      if (tag === "del") this.#table.isRowGone = true;
    } else if (this.#of === "cell" && this.#cell !== null && this.#depth === 1) {
      if (tag === "gridSpan") this.#cell.span = countOf(value);
      if (tag === "vMerge") this.#cell.merge = value === "restart" ? "first" : "next";
      if (tag === "shd") this.#cell.colour = colourOf(attribute("fill"));
    }
  }

  #openTable(): void {
    this.#depth++;
    if (this.#depth > 1) return;
    if (this.tables.length >= MAX_TABLES) throw new FileRefused("file-too-many-rows", "too many tables");
    const builder = new TableBuilder(this.#room);
    const place = { row: -1, column: 0, isRowGone: false };
    this.#table = { builder, lines: [], merged: new Map(), ...place };
  }

  #openInTable(table: OpenTable, tag: string): void {
    if (tag === "tr") {
      table.row++;
      table.column = 0;
      table.isRowGone = false;
    } else if (tag === "tc") this.#cell = { span: 1, merge: null, colour: null, lines: [], hasPlain: false };
  }

  #closeCell(): void {
    const [table, cell] = [this.#table, this.#cell];
    if (table === null || cell === null) return;
    const { row, column, builder, merged } = table;
    const text = cell.lines.join("\n").trim();
    const { from } = merged.get(column) ?? { from: row };
    if (cell.merge !== "next") this.#endMerged(table, column);
    if (cell.merge !== null) merged.set(column, { from: cell.merge === "next" ? from : row, to: row + 1 });
    if (!table.isRowGone && cell.merge !== "next" && text !== "") {
      builder.put(row, column, readCell(text));
      if (!cell.hasPlain) builder.strike(row, column);
      table.lines.push(...cell.lines);
    }
    if (cell.colour !== null) builder.tint(row, column, cell.colour);
    table.column += cell.span;
    this.#cell = null;
  }

  #endMerged({ merged, builder }: OpenTable, column: number): void {
    const range = merged.get(column);
    if (range !== undefined) builder.merge(column, range.from, range.to);
    merged.delete(column);
  }

  #closeTable(): void {
    if (this.#depth > 0) this.#depth--;
    const table = this.#table;
    if (table === null || this.#depth > 0) return;
    this.#table = null;
    for (const column of table.merged.keys()) this.#endMerged(table, column);
    const made = table.builder.table(this.#heading === "" ? this.#title : this.#heading);
    // One row is a frame around a text.
    if (made.rows.filter((cells) => cells.length > 0).length < 2)
      for (const line of table.lines) this.lines.paragraph(line);
    else this.tables.push({ ...made, name: this.names.of(made.name) });
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (paragraph === undefined || paragraph.text.trim() === "") return;
    const { text, style, hasPlain } = paragraph;
    if (this.#cell !== null) {
      this.#cell.lines.push(lineOf(text));
      this.#cell.hasPlain ||= hasPlain;
    } else if (this.#styles.isHeading(style)) {
      this.#heading = cut(lineOf(text), TITLE_LENGTH);
      this.lines.heading(text);
    } else if (!this.#styles.isContents(style)) {
      const indent = this.#styles.indentOf(style, paragraph);
      if (indent === null) this.lines.paragraph(text);
      else this.lines.item(hasPlain ? text : struckText(text), indent);
    }
  }
}

const TITLE_LENGTH = 120;

/** What a paragraph of a cell says: its line breaks are kept, and all other space is a space. */
function lineOf(text: string): string {
  return text.replace(/[^\S\n]+/gu, " ").trim();
}
