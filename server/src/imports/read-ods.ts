import { isBlank, type RawCell, readCell, readText } from "@planwand/shared/exchange/cell.ts";
import type { RawTable } from "@planwand/shared/exchange/guess-columns.ts";
import { letterOf } from "@planwand/shared/exchange/column-letter.ts";
import { isLocalDate } from "@planwand/shared/kernel/clock.ts";
import { MOST_NOTES, noteAt } from "./cell-note.ts";
import { FileRefused } from "./file-refusal.ts";
import { MAX_COLUMNS, MAX_ROWS, MAX_TABLES } from "./limits.ts";
import { countOf, readXml, type XmlAttribute } from "./read-xml.ts";
import type { ReadSheets } from "./read-xlsx.ts";
import { colourOf, fileRoom, type Room, TableBuilder } from "./table-builder.ts";

/** What stands in a cell or beside it and is none of its text: remarks, drawings, and what was there before a change. */
const ASIDE = new Set(["annotation", "shapes", "frame", "custom-shape", "tracked-changes", "note"]);

/** What somebody noted at a cell. */
const NOTE = "annotation";

/**
 * The sheets of an OpenDocument spreadsheet (OpenDocument 1.3 part 3, 9) that people see, as rows of plain cells. Of a formula only what
 * it came to last is read. @throws FileRefused
 */
export function readOds(content: Buffer): ReadSheets {
  const reader = new OdsReader();
  let aside = 0;
  let isNote = false;
  let isNoteText = false;
  readXml(content, {
    opened(tag, attribute) {
      if (ASIDE.has(tag)) aside++;
      if (tag === NOTE) isNote = true;
      // Who noted it, and when, stand before it.
      if (isNote && tag === "p") isNoteText = true;
      if (aside === 0) reader.opened(tag, attribute);
    },
    text(more) {
      if (aside === 0) reader.text(more);
      else if (isNoteText) reader.note(more);
    },
    closed(tag) {
      if (aside === 0) reader.closed(tag);
      if (ASIDE.has(tag)) aside--;
      if (tag === NOTE) isNote = false;
      if (isNoteText && tag === "p") {
        reader.note(" ");
        isNoteText = false;
      }
    },
  });
  return { tables: reader.tables, hidden: reader.hidden, comments: reader.comments };
}

interface Look {
  isHidden: boolean;
  colour: string | null;
  isStruck: boolean;
}

const NO_LOOK: Look = { isHidden: false, colour: null, isStruck: false };

/** A cell that is being read. */
interface OpenCell {
  readonly count: number;
  readonly rowSpan: number;
  readonly colour: string | null;
  /** What it is worth besides its text; undefined when it is its text. */
  readonly worth: RawCell | undefined;
  readonly isError: boolean;
  readonly formula: string | null;
  readonly isStruck: boolean;
  note: string;
  lines: string[];
}

interface Placed {
  readonly column: number;
  readonly count: number;
  readonly cell: RawCell;
  readonly rowSpan: number;
  readonly colour: string | null;
  readonly isStruck: boolean;
}

class OdsReader {
  readonly tables: RawTable[] = [];
  readonly hidden: string[] = [];
  readonly comments: string[] = [];
  readonly #room: Room = fileRoom();
  readonly #looks = new Map<string, Look>();
  #style = "";
  #sheet: { readonly name: string; readonly builder: TableBuilder; readonly isHidden: boolean } | null = null;
  /** Tables in a cell of a table. */
  #inner = 0;
  #row = 0;
  #repeats = 1;
  #isRowHidden = false;
  #column = 0;
  #columnsSeen = 0;
  #placed: Placed[] = [];
  #cell: OpenCell | null = null;
  #isText = false;

  opened(tag: string, attribute: XmlAttribute): void {
    const said = (prefix: string, name: string): string | undefined =>
      attribute(`${prefix}:${name}`) ?? attribute(name);
    if (tag === "style") this.#style = said("style", "name") ?? "";
    else if (tag === "table-properties" && said("table", "display") === "false")
      this.#lookOf().isHidden = true;
    else if (tag === "text-properties" && this.#sheet === null)
      this.#lookOf().isStruck = !["none", undefined].includes(said("style", "text-line-through-style"));
    else if (tag === "table-cell-properties")
      this.#lookOf().colour = colourOf(said("fo", "background-color"));
    else if (tag === "table") this.#openTable(said("table", "name"), said("table", "style-name"));
    else if (this.#sheet !== null && this.#inner === 0) this.#openWithin(this.#sheet.builder, tag, said);
  }

  #openWithin(
    builder: TableBuilder,
    tag: string,
    said: (prefix: string, name: string) => string | undefined,
  ): void {
    const isHidden = !["visible", undefined].includes(said("table", "visibility"));
    if (tag === "table-column") {
      const count = countOf(said("table", "number-columns-repeated"));
      if (isHidden) builder.hideColumns(this.#columnsSeen, count);
      this.#columnsSeen += count;
    } else if (tag === "table-row") {
      this.#repeats = countOf(said("table", "number-rows-repeated"));
      this.#isRowHidden = isHidden;
      this.#column = 0;
      this.#placed = [];
    } else if (tag === "table-cell") this.#openCell(said);
    // What merged cells hide is not seen by anybody.
    else if (tag === "covered-table-cell") this.#column += countOf(said("table", "number-columns-repeated"));
    else if (this.#cell !== null && (tag === "p" || tag === "h")) {
      this.#cell.lines.push("");
      this.#isText = true;
    } else if (tag === "s") this.text(" ".repeat(Math.min(countOf(said("text", "c")), 100)));
    else if (tag === "tab") this.text(" ");
    else if (tag === "line-break") this.text("\n");
  }

  text(more: string): void {
    const { lines } = this.#cell ?? {};
    if (this.#isText && lines !== undefined) lines.push((lines.pop() ?? "") + more);
  }

  /** What is noted at the cell that is being read. */
  note(more: string): void {
    if (this.#cell !== null) this.#cell.note += more;
  }

  closed(tag: string): void {
    if (tag === "table") this.#closeTable();
    else if (this.#inner > 0 || this.#sheet === null) return;
    else if (tag === "p" || tag === "h") this.#isText = false;
    else if (tag === "table-cell") this.#closeCell();
    else if (tag === "table-row") this.#closeRow(this.#sheet.builder);
  }

  #lookOf(): Look {
    const look = this.#looks.get(this.#style) ?? { ...NO_LOOK };
    this.#looks.set(this.#style, look);
    return look;
  }

  #openTable(name = "", style = ""): void {
    if (this.#sheet !== null) this.#inner++;
    if (this.#sheet !== null) return;
    if (this.tables.length + this.hidden.length >= MAX_TABLES)
      throw new FileRefused("file-too-many-rows", "too many sheets");
    const isHidden = this.#looks.get(style)?.isHidden ?? false;
    this.#sheet = { name, builder: new TableBuilder(this.#room), isHidden };
    this.#row = 0;
    this.#columnsSeen = 0;
  }

  #closeTable(): void {
    if (this.#inner > 0) {
      this.#inner--;
      return;
    }
    if (this.#sheet?.isHidden === true) this.hidden.push(this.#sheet.name);
    else if (this.#sheet !== null) this.tables.push(this.#sheet.builder.table(this.#sheet.name));
    this.#sheet = null;
  }

  #openCell(said: (prefix: string, name: string) => string | undefined): void {
    const type = said("office", "value-type");
    const look = this.#looks.get(said("table", "style-name") ?? "") ?? NO_LOOK;
    this.#cell = {
      count: countOf(said("table", "number-columns-repeated")),
      rowSpan: countOf(said("table", "number-rows-spanned")),
      colour: look.colour,
      isStruck: look.isStruck,
      note: "",
      worth: type === undefined ? undefined : worthOf(type, (name) => said("office", name)),
      isError: said("calcext", "value-type") === "error",
      formula: type === undefined ? (said("table", "formula") ?? null) : null,
      lines: [],
    };
  }

  #closeCell(): void {
    if (this.#cell === null) return;
    const { count, rowSpan, colour, worth, isError, formula, isStruck, note, lines } = this.#cell;
    const text = lines.join("\n");
    const plain = text === "" ? null : readCell(text);
    const cell: RawCell = isError
      ? { error: text }
      : (worth ?? plain ?? (formula === null ? null : { formula }));
    if (this.#column < MAX_COLUMNS)
      this.#placed.push({
        column: this.#column,
        count,
        cell,
        rowSpan,
        colour,
        isStruck: isStruck && text !== "",
      });
    if (this.#sheet?.isHidden === false && this.comments.length < MOST_NOTES)
      this.comments.push(...noteAt(`${letterOf(this.#column)}${String(this.#row + 1)}`, note));
    this.#column += count;
    this.#cell = null;
  }

  /** Repeats the row; one in which nothing stands may come a million times, to the end of the sheet. */
  #closeRow(builder: TableBuilder): void {
    const isSaid = this.#placed.some(({ cell }) => !isBlank(cell));
    const rows = isSaid ? Math.min(this.#repeats, MAX_ROWS + 1) : 1;
    for (let down = 0; down < rows; down++) {
      const row = this.#row + down;
      if (this.#isRowHidden) builder.hideRow(row);
      for (const { column, count, cell, rowSpan, colour, isStruck } of this.#placed) {
        if (rowSpan > 1) builder.merge(column, row, row + rowSpan);
        for (let at = column; at < Math.min(column + count, MAX_COLUMNS); at++) {
          builder.put(row, at, cell);
          if (colour !== null) builder.tint(row, at, colour);
          if (isStruck) builder.strike(row, at);
        }
      }
    }
    this.#row += this.#repeats;
  }
}

function worthOf(type: string, said: (name: string) => string | undefined): RawCell | undefined {
  const text = said("string-value");
  if (text !== undefined) return readText(text);
  const number = Number(said("value"));
  const date = (said("date-value") ?? "").slice(0, 10);
  switch (type) {
    case "float":
    case "currency":
      return Number.isFinite(number) ? number : undefined;
    case "percentage":
      return Number.isFinite(number) ? `${Math.round(number * 10_000) / 100}%` : undefined;
    case "date":
      return isLocalDate(date) ? { date } : undefined;
    case "boolean":
      return said("boolean-value") === "true" ? "1" : "0";
    default:
      return undefined;
  }
}
