import { composeReport } from "@planwand/shared/report/compose.ts";
import { pagesOf, wholeRows } from "@planwand/shared/report/pages.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { ExportFormat } from "./format.ts";
import { FONT_FAMILIES } from "./fonts.ts";
import { printableValue } from "./printable.ts";
import { typeset } from "./typst.ts";

/** The report as a PDF that a screen reader can read (PDF/UA-1), or one for the archive (PDF/A-2a). */
export const pdf: ExportFormat = {
  id: "pdf",
  mediaType: "application/pdf",
  extension: ".pdf",
  holds: "document",
  make({ source, options }) {
    const report = printableValue(composeReport(source, options));
    const { contents, page, of } = wordsOf(report.language);
    const [year = 0, month = 1, day = 1] = report.version.day.split("-").map(Number);
    const data = {
      report,
      groups: pagesOf(report.sections).map(({ landscape, sections }) => ({
        landscape,
        sections: sections.map(({ title, blocks }) => ({
          title,
          blocks: blocks.map((block) =>
            block.type === "table" ? { ...block, whole: wholeRows(block) } : block,
          ),
        })),
      })),
      words: { contents, page, of },
      fonts: FONT_FAMILIES,
      year,
      month,
      day,
    };
    const created = Date.parse(`${report.version.day}T00:00:00Z`);
    return typeset("report.typ", "report.json", data).pdf(options.archive ? "a-2a" : "ua-1", created);
  },
};
