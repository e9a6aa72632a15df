import { BorderStyle, HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx";
import type { Block, Row } from "@planwand/shared/report/blocks.ts";
import type { RichWriter } from "./rich.ts";
import { runsOf } from "./rich.ts";
import { COLORS } from "./styles.ts";
import { xmlText } from "./xml-text.ts";

type TableBlock = Extract<Block, { readonly type: "table" }>;

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const STYLES = { plain: undefined, lead: "Lead", note: "Note" } as const;
const MARGINS = { top: 60, bottom: 40, left: 80, right: 80 };
const NONE = { style: BorderStyle.NIL } as const;

/** A block of the report on a page of this width between its margins (twentieths of a point). */
export function wordBlock(block: Block, widthTwips: number, writer: RichWriter): (Paragraph | Table)[] {
  switch (block.type) {
    case "heading":
      return [new Paragraph({ heading: HEADINGS[block.level], children: runsOf([{ text: block.text }]) })];
    case "text":
      return writer.paragraphs(block.content, STYLES[block.tone]);
    case "table":
      // A paragraph between a table and what follows: two tables that touch become one.
      return [wordTable(block, widthTwips, writer), new Paragraph({ children: [] })];
  }
}

function wordTable({ columns, rows }: TableBlock, widthTwips: number, writer: RichWriter): Table {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => Math.floor((widthTwips * weight) / total));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ title }, index) =>
      cell(
        [new Paragraph({ style: "Cell", children: [new TextRun({ text: xmlText(title), bold: true })] })],
        widths[index] ?? 0,
        COLORS.shade,
      ),
    ),
  });
  return new Table({
    rows: [head, ...rows.map((row) => wordRow(row, widths, widthTwips, writer))],
    columnWidths: widths,
    width: { size: widthTwips, type: WidthType.DXA },
    layout: "fixed",
    borders: {
      top: NONE,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
      bottom: { style: BorderStyle.SINGLE, size: 4, color: COLORS.line },
      insideHorizontal: { style: BorderStyle.SINGLE, size: 4, color: COLORS.line },
    },
  });
}

function wordRow(row: Row, widths: readonly number[], widthTwips: number, writer: RichWriter): TableRow {
  if (row.kind === "band") {
    const text = new TextRun({ text: xmlText(row.text), bold: true, color: COLORS.accent });
    const paragraph = new Paragraph({ style: "Cell", keepNext: true, children: [text] });
    const children = [cell([paragraph], widthTwips, COLORS.shade, widths.length)];
    return new TableRow({ cantSplit: true, children });
  }
  const children = row.cells.map((content, index) => {
    const paragraphs = writer.paragraphs(content, "Cell");
    // Word opens no cell without a paragraph.
    const filled = paragraphs.length === 0 ? [new Paragraph({ style: "Cell", children: [] })] : paragraphs;
    return cell(filled, widths[index] ?? 0);
  });
  // What is longer than a page is split all the same.
  return new TableRow({ cantSplit: true, children });
}

function cell(children: readonly Paragraph[], widthTwips: number, fill?: string, columnSpan = 1): TableCell {
  return new TableCell({
    children,
    columnSpan,
    margins: MARGINS,
    width: { size: widthTwips, type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { fill } }),
  });
}
