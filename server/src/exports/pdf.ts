import { composeReport } from "@planwand/shared/report/compose.ts";
import type { Section } from "@planwand/shared/report/blocks.ts";
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
      groups: groupsOf(report.sections),
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

/** Sections that follow on each other on pages of the same form. */
function groupsOf(sections: readonly Section[]) {
  const groups: { readonly landscape: boolean; readonly sections: Section[] }[] = [];
  for (const section of sections) {
    const landscape = section.orientation === "landscape";
    const last = groups.at(-1);
    if (last?.landscape === landscape) last.sections.push(section);
    else groups.push({ landscape, sections: [section] });
  }
  return groups;
}
