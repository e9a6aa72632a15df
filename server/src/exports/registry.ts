import type { ExportFormat } from "./format.ts";
import { calendar } from "./calendar.ts";
import { markdown } from "./markdown.ts";
import { posterPdf, png, svg } from "./poster/formats.ts";
import { docx } from "./word/docx.ts";
import { pdf } from "./pdf.ts";
import { csv, json, xlsx } from "./plan-data.ts";

/** Every format that there is: one file each. */
export const FORMATS: readonly ExportFormat[] = [
  markdown,
  docx,
  pdf,
  posterPdf,
  svg,
  png,
  calendar,
  xlsx,
  csv,
  json,
];

/** The format of that name in an address; null when there is none. */
export function formatOf(id: string): ExportFormat | null {
  return FORMATS.find((format) => format.id === id) ?? null;
}
