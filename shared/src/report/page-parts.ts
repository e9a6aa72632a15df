import type { Block, Content, ContentBlock, Row, Section } from "./blocks.ts";
import { linesOf } from "./pages.ts";

/** A section as far as it stands in one part; its title is null where it goes on. */
export interface PartSection {
  readonly landscape: boolean;
  readonly title: string | null;
  readonly blocks: readonly Block[];
}

/** A heading of a report, in the order in which they come. */
export interface PartHeading {
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** A part of a report that is no larger than was asked, unless one row or paragraph alone is. */
export interface ReportPart {
  /** The numbers of the headings below which it goes on, e.g. 4 and 2 for 4.2; none when it begins with a section. */
  readonly after: readonly number[];
  /** How many sections have begun before it. */
  readonly sectionsBefore: number;
  readonly sections: readonly PartSection[];
  readonly headings: readonly PartHeading[];
}

type Table = Extract<Block, { readonly type: "table" }>;
type Text = Extract<Block, { readonly type: "text" }>;

/** Letters on a line of the widths of a page, upright and on its side, in the type of text and of tables. */
const UPRIGHT_LETTERS = 95;
const TABLE_LETTERS = 110;
const SIDE_LETTERS = 170;
const HEADING_LINES = 3;
const ROW_LINES = 1;

/** How many lines a report about takes. */
export function linesOfSections(sections: readonly Section[]): number {
  const linesIn = ({ orientation, blocks }: Section): number => {
    const sheet = { landscape: orientation === "landscape" };
    return blocks.reduce((sum, block) => sum + linesOfBlock(block, sheet), HEADING_LINES);
  };
  return sections.reduce((sum, section) => sum + linesIn(section), 0);
}

/**
 * Divides a report into parts of at most so many lines: between blocks, rows of a table and paragraphs, and never right behind a heading.
 * A table that goes on repeats its last band.
 */
export function reportParts(sections: readonly Section[], maxLines: number): readonly ReportPart[] {
  const parts = new Parts(maxLines);
  for (const section of sections) {
    parts.begin(section);
    for (const block of section.blocks) {
      if (block.type === "table") parts.addTable(block);
      else if (block.type === "text") parts.addText(block);
      else parts.add(block);
    }
  }
  return parts.all();
}

interface OpenPart extends ReportPart {
  readonly sections: (PartSection & { readonly blocks: Block[] })[];
  readonly headings: PartHeading[];
}

class Parts {
  readonly #maxLines: number;
  readonly #parts: OpenPart[] = [];
  /** The numbers of the headings below which we are. */
  #numbers: number[] = [];
  #lines = 0;
  #isBehindHeading = true;

  constructor(maxLines: number) {
    this.#maxLines = maxLines;
  }

  all(): readonly ReportPart[] {
    return this.#parts;
  }

  begin(section: Section): void {
    const sectionsBefore = this.#numbers[0] ?? 0;
    if (this.#parts.length === 0 || this.#lines + HEADING_LINES > this.#maxLines)
      this.#open([], sectionsBefore);
    this.#numbers = [sectionsBefore + 1];
    this.#part.sections.push({
      landscape: section.orientation === "landscape",
      title: section.title,
      blocks: [],
    });
    this.#part.headings.push({ level: 1, text: section.title });
    this.#lines += HEADING_LINES;
    this.#isBehindHeading = true;
  }

  add(block: Exclude<Block, Table | Text>): void {
    const lines = linesOfBlock(block, this.#section);
    this.#makeRoom(lines);
    this.#section.blocks.push(block);
    this.#lines += lines;
    this.#isBehindHeading = block.type === "heading";
    if (block.type !== "heading") return;
    this.#part.headings.push({ level: block.level, text: block.text });
    const above = this.#numbers.slice(0, block.level - 1);
    this.#numbers = [...above, (this.#numbers[block.level - 1] ?? 0) + 1];
  }

  /** Paragraph by paragraph, and of a list with bullets item by item. */
  addText(block: Text): void {
    let content: ContentBlock[] | null = null;
    for (const one of block.content) {
      let items: Content[] | null = null;
      for (const item of one.type === "bulletList" ? one.items : [[one]]) {
        const lines = linesOf(item, lettersOf(this.#section));
        if (this.#makeRoom(lines) || content === null) {
          content = [];
          items = null;
          this.#section.blocks.push({ ...block, content });
        }
        if (one.type !== "bulletList") content.push(one);
        else if (items === null) content.push({ ...one, items: (items = [item]) });
        else items.push(item);
        this.#lines += lines;
        this.#isBehindHeading = false;
      }
    }
  }

  addTable(table: Table): void {
    let rows: Row[] | null = null;
    let band: Row | null = null;
    for (const row of table.rows) {
      const lines = linesOfRow(row, table, this.#section);
      if (this.#makeRoom(lines) || rows === null) {
        rows = band === null || row.kind === "band" ? [] : [band];
        this.#section.blocks.push({ ...table, rows });
      }
      rows.push(row);
      this.#lines += lines;
      this.#isBehindHeading = row.kind === "band";
      if (row.kind === "band") band = row;
    }
    if (rows === null) this.#section.blocks.push(table);
    this.#isBehindHeading = false;
  }

  get #part(): OpenPart {
    const part = this.#parts.at(-1);
    if (part === undefined) throw new Error("a report begins with a section");
    return part;
  }

  get #section(): OpenPart["sections"][number] {
    const section = this.#part.sections.at(-1);
    if (section === undefined) throw new Error("a block stands in a section");
    return section;
  }

  /** Goes on in a new part when so many lines are too much for this one. */
  #makeRoom(lines: number): boolean {
    if (this.#isBehindHeading || this.#lines + lines <= this.#maxLines) return false;
    const { landscape } = this.#section;
    this.#open(this.#numbers, this.#numbers[0] ?? 0);
    this.#part.sections.push({ landscape, title: null, blocks: [] });
    return true;
  }

  #open(after: readonly number[], sectionsBefore: number): void {
    this.#parts.push({ after, sectionsBefore, sections: [], headings: [] });
    this.#lines = 0;
  }
}

interface Sheet {
  readonly landscape: boolean;
}

function lettersOf({ landscape }: Sheet): number {
  return landscape ? SIDE_LETTERS : UPRIGHT_LETTERS;
}

function linesOfBlock(block: Block, sheet: Sheet): number {
  switch (block.type) {
    case "heading":
      return HEADING_LINES;
    case "text":
      return linesOf(block.content, lettersOf(sheet));
    case "table":
      return block.rows.reduce((sum, row) => sum + linesOfRow(row, block, sheet), HEADING_LINES);
  }
}

function linesOfRow(row: Row, { columns }: Table, { landscape }: Sheet): number {
  if (row.kind === "band") return 1 + ROW_LINES;
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const width = landscape ? SIDE_LETTERS : TABLE_LETTERS;
  const lines = row.cells.map((content, at) => {
    const letters = Math.max(4, (width * (columns[at]?.weight ?? 1)) / total);
    return linesOf(content, letters);
  });
  return Math.max(1, ...lines) + ROW_LINES;
}
