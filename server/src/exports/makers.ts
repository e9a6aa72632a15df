import type { FormatId, MakeFile } from "./format.ts";

/** What makes each format, loaded when it is first asked for: only who makes a file needs what it takes. */
const MAKERS: Readonly<Record<FormatId, () => Promise<MakeFile>>> = {
  md: async () => (await import("./markdown.ts")).makeMarkdown,
  docx: async () => (await import("./word/docx.ts")).makeDocx,
  pdf: async () => (await import("./pdf/make-pdf.ts")).makePdf,
  "poster.pdf": async () => (await import("./poster/formats.ts")).makePosterPdf,
  svg: async () => (await import("./poster/formats.ts")).makeSvg,
  png: async () => (await import("./poster/formats.ts")).makePng,
  ics: async () => (await import("./calendar.ts")).makeCalendar,
  xlsx: async () => (await import("./plan-data.ts")).makeXlsx,
  csv: async () => (await import("./plan-data.ts")).makeCsv,
  json: async () => (await import("./plan-data.ts")).makeJson,
};

export function makerOf(format: FormatId): Promise<MakeFile> {
  return MAKERS[format]();
}
