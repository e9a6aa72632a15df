import type { Paper } from "@planwand/shared/report/documents.ts";
import { wallOf } from "@planwand/shared/report/wall.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { ExportInput } from "../format.ts";
import { FONT_FAMILIES } from "../fonts.ts";
import { printableValue } from "../printable.ts";
import { releasePages, type TypesetPages, typeset } from "../typst.ts";

/** How much larger everything is than on A3. */
const SCALES: Readonly<Record<Paper, number>> = { a3: 1, a2: Math.SQRT2, a1: 2, a0: 2 * Math.SQRT2 };
/** Sizes of type on A3, in points, until the wall fits on one sheet. */
const SIZES = [9, 8, 7.2, 6.4, 5.6, 5];
/** When even the smallest does not fit: how many cards of a cell are shown. */
const LIMITS = [40, 20, 10, 5, 3, 1];
const NO_LIMIT = 1_000_000;

/** The wall as one sheet of that paper, in the largest type in which it fits. */
export async function posterPages({ source, options }: ExportInput): Promise<TypesetPages> {
  const printed = printableValue(wallOf(source, options));
  const words = wordsOf(printed.language);
  // Of a title may be nothing that can be printed, and PDF/UA asks for one.
  const wall = { ...printed, title: printed.title.trim() || words.untitledPlan };
  const scale = SCALES[options.paper];
  const [year = 0, month = 1, day = 1] = source.version.day.split("-").map(Number);
  const common = {
    wall,
    paper: options.paper,
    scale,
    fonts: FONT_FAMILIES,
    empty: words.wall.empty,
    unplaced: words.sections.unplaced,
    year,
    month,
    day,
  };
  const tries = [
    ...SIZES.map((size) => ({ unit: size * scale, limit: NO_LIMIT })),
    ...LIMITS.map((limit) => ({ unit: 5 * scale, limit })),
  ];
  let pages: TypesetPages | null = null;
  for (const one of tries) {
    pages = typeset("poster", { ...common, ...one });
    if (pages.pages === 1) return pages;
    await releasePages();
  }
  if (pages === null) throw new Error("there is a smallest size");
  return pages;
}
