import { composeReport } from "@planwand/shared/report/compose.ts";
import {
  linesOfSections,
  type PartHeading,
  type ReportPart,
  reportParts,
} from "@planwand/shared/report/page-parts.ts";
import { pagesOf, wholeRows } from "@planwand/shared/report/pages.ts";
import type { Report } from "@planwand/shared/report/report.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { Block } from "@planwand/shared/report/blocks.ts";
import type { ExportInput } from "../format.ts";
import { FONT_FAMILIES } from "../fonts.ts";
import { printableValue } from "../printable.ts";
import { type PdfStandard, releasePages, typeset, type TypesetPages } from "../typst.ts";
import { PdfJoin } from "./join-pdf.ts";

/** A report of more lines than `whole` is made in parts of at most `part`: pages take much memory while they are set. */
const SIZES = { whole: 2_500, part: 1_500 };
/** Feet that are set at once. */
const FEET = 400;

/** The report as a PDF that a screen reader can read (PDF/UA-1), or one for the archive (PDF/A-2a). */
export function makePdf(
  { source, options }: ExportInput,
  sizes: { readonly whole: number; readonly part: number } = SIZES,
): Promise<Uint8Array> | Uint8Array {
  const report = printableValue(composeReport(source, options));
  const standard: PdfStandard = options.archive ? "a-2a" : "ua-1";
  const isLarge = linesOfSections(report.sections) > sizes.whole;
  return isLarge ? inParts(report, standard, sizes.part) : inOne(report, standard);
}

function inOne(report: Report, standard: PdfStandard): Uint8Array {
  const groups = pagesOf(report.sections).map(({ landscape, sections }) => ({
    landscape,
    sections: sections.map(({ title, blocks }) => ({ title, blocks: blocks.map(drawn) })),
  }));
  return typeset("report", { ...commonData(report), groups }).pdf(standard, createdOn(report));
}

/**
 * Part by part; then the front, which tells where each heading is, and the feet, since only then it is known how many pages there are.
 */
async function inParts(report: Report, standard: PdfStandard, partLines: number): Promise<Uint8Array> {
  const created = createdOn(report);
  const common = commonData(report);
  const written = async (pages: TypesetPages): Promise<Buffer> => {
    const bytes = pages.pdf(standard, created);
    await releasePages();
    return bytes;
  };
  const join = new PdfJoin();
  const headings: PlacedHeading[] = [];
  for (const part of reportParts(report.sections, partLines)) {
    const bytes = await written(typeset("report-part", { ...common, ...partData(part) }));
    const skipped = { pages: Math.min(1, part.after.length), headings: part.after.length };
    const pages = join.addPart(bytes, skipped);
    if (pages.length !== part.headings.length) throw new Error("a heading is missing");
    part.headings.forEach((heading, at) => headings.push({ ...heading, page: pages[at] ?? 0 }));
  }
  const { pages: front, frontPages } = setFront(headings, join.pages, common);
  const frontBytes = await written(front);
  const total = frontPages + join.pages;
  for (let from = 0; from < join.pages; from += FEET) {
    const landscape = join.areLandscape(from, from + FEET);
    const feet = typeset("report-feet", { ...common, landscape, first: frontPages + from + 1, total });
    join.addFeet(await written(feet), from);
  }
  return join.end(frontBytes, frontPages);
}

interface PlacedHeading extends PartHeading {
  /** On which page of the parts, counted from 0. */
  readonly page: number;
}

/** Sets the front: how long its contents are decides on which page everything else is. */
function setFront(
  headings: readonly PlacedHeading[],
  partPages: number,
  common: object,
): { readonly pages: TypesetPages; readonly frontPages: number } {
  const byPage = [...Map.groupBy(headings, ({ page }) => page)];
  let frontPages = 2;
  for (;;) {
    const told = byPage.map(([page, on]) => ({ number: frontPages + page + 1, headings: on }));
    const pages = typeset("report-front", { ...common, pages: told, total: frontPages + partPages });
    const actual = pages.pages - byPage.length;
    if (actual === frontPages) return { pages, frontPages };
    frontPages = actual;
  }
}

function partData({ after, sectionsBefore, sections }: ReportPart): object {
  const groups: { readonly landscape: boolean; readonly sections: object[] }[] = [];
  for (const { landscape, title, blocks } of sections) {
    const section = { title, blocks: blocks.map(drawn) };
    const last = groups.at(-1);
    if (last?.landscape === landscape) last.sections.push(section);
    else groups.push({ landscape, sections: [section] });
  }
  return { after, sectionsBefore, groups };
}

function drawn(block: Block): object {
  return block.type === "table" ? { ...block, whole: wholeRows(block) } : block;
}

/** What every page needs to know. */
function commonData(report: Report): object {
  const { title, subtitle, facts, footer, language, sections } = report;
  const { contents, page, of } = wordsOf(language);
  const [year = 0, month = 1, day = 1] = report.version.day.split("-").map(Number);
  return {
    report: { title, subtitle, facts, footer, language, sections: sections.length },
    words: { contents, page, of },
    fonts: FONT_FAMILIES,
    year,
    month,
    day,
  };
}

function createdOn({ version }: Report): number {
  return Date.parse(`${version.day}T00:00:00Z`);
}
