import {
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from "docx";
import { estimatePageNumbers } from "docx/layout";
import { composeReport } from "@planwand/shared/report/compose.ts";
import { labelled } from "@planwand/shared/report/content.ts";
import { pagesOf, type PageGroup } from "@planwand/shared/report/pages.ts";
import type { Report } from "@planwand/shared/report/report.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { MakeFile } from "../format.ts";
import { wordBlock } from "./blocks.ts";
import { RichWriter, runsOf } from "./rich.ts";
import { stableZip } from "./stable-zip.ts";
import { COLORS, looks } from "./styles.ts";
import { xmlText } from "./xml-text.ts";

/** A4 and its margins, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { portrait: 1_190, landscape: 850 };

/** Laying the pages out to know their numbers takes three seconds for a hundred rows; longer documents get them from Word. */
const MAX_LAID_OUT_ROWS = 150;

/** The report as a Word document: the form in which a plan is handed in. */
export const makeDocx: MakeFile = async ({ source, options }) => {
  const report = composeReport(source, options);
  return stableZip(await Packer.toBuffer(documentOf(report)), report.version.day, captionsOf(report));
};

function documentOf(report: Report): Document {
  const writer = new RichWriter();
  const words = wordsOf(report.language);
  const footer = (widthTwips: number) => ({ default: footerOf(report, widthTwips) });
  const portraitTwips = PAGE.width - 2 * MARGIN.portrait;
  const front: ISectionOptions = {
    properties: { page: { size: PAGE, margin: marginOf("portrait") }, titlePage: true },
    footers: { ...footer(portraitTwips), first: new Footer({ children: [new Paragraph({ children: [] })] }) },
    children: [
      ...cover(report, writer),
      ...(report.sections.length > 1
        ? [
            new Paragraph({
              pageBreakBefore: true,
              spacing: { after: 180 },
              children: [new TextRun({ text: words.contents, bold: true, size: 34, color: COLORS.accent })],
            }),
            new TableOfContents(words.contents, {
              hyperlink: true,
              headingStyleRange: "1-2",
              beginDirty: false,
            }),
          ]
        : []),
    ],
  };
  return new Document({
    title: xmlText(`${report.title} – ${report.subtitle}`),
    subject: xmlText(report.subtitle),
    creator: "Planwand",
    lastModifiedBy: "Planwand",
    description: xmlText(report.footer),
    ...(countRows(report) > MAX_LAID_OUT_ROWS ? {} : { pageNumbers: estimatePageNumbers }),
    ...looks(report.language),
    sections: [front, ...pagesOf(report.sections).map((group) => sectionOf(group, footer, writer))],
  });
}

/** What each table holds, in their order: told to whoever cannot see it. */
function captionsOf({ sections }: Report): string[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.type === "table" ? xmlText(block.caption) : []));
}

function countRows({ sections }: Report): number {
  return sections
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + (block.type === "table" ? block.rows.length : 0), 0);
}

function cover(report: Report, writer: RichWriter): Paragraph[] {
  return [
    new Paragraph({ style: "Subtitle", children: runsOf([{ text: report.subtitle }]) }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf([{ text: report.title }]) }),
    new Paragraph({ spacing: { before: 3600 }, children: [] }),
    ...report.facts.flatMap(({ term, value }) => writer.paragraphs(labelled(term, value))),
  ];
}

function sectionOf(
  { landscape, sections }: PageGroup,
  footer: (widthTwips: number) => { readonly default: Footer },
  writer: RichWriter,
): ISectionOptions {
  const side = landscape ? "landscape" : "portrait";
  const widthTwips = (landscape ? PAGE.height : PAGE.width) - 2 * MARGIN[side];
  const orientation = landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
  return {
    properties: { page: { size: { ...PAGE, orientation }, margin: marginOf(side) } },
    footers: footer(widthTwips),
    children: sections.flatMap(({ title, blocks }) => [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf([{ text: title }]) }),
      ...blocks.flatMap((block) => wordBlock(block, widthTwips, writer)),
    ]),
  };
}

function marginOf(side: keyof typeof MARGIN) {
  const size = MARGIN[side];
  return { top: size, bottom: size, left: size, right: size, footer: 500 };
}

function footerOf(report: Report, widthTwips: number): Footer {
  const { page, of } = wordsOf(report.language);
  return new Footer({
    children: [
      new Paragraph({
        style: "Footer",
        tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
        children: [
          new TextRun({ text: xmlText(report.footer) }),
          new TextRun({
            children: ["\t", `${page} `, PageNumber.CURRENT, ` ${of} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
