import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";

/** What every exporter gets: one state of one plan, and what was asked of it. */
export interface ExportInput {
  readonly source: ReportSource;
  readonly options: ReportOptions;
}

/** What is known of a format without making anything. */
export interface ExportFormat {
  /** As it stands in the address, e.g. `poster.pdf`. */
  readonly id: FormatId;
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether it holds the document that was asked for, or always the same: the wall, the calendar, the whole plan. */
  readonly holds: "document" | "wall" | "calendar" | "data";
}

/** Every format that there is. The server knows only this of them; what makes them is in `makers.ts`. */
const FORMAT_FACTS = {
  md: { mediaType: "text/markdown; charset=utf-8", extension: ".md", holds: "document" },
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: ".docx",
    holds: "document",
  },
  pdf: { mediaType: "application/pdf", extension: ".pdf", holds: "document" },
  "poster.pdf": { mediaType: "application/pdf", extension: ".pdf", holds: "wall" },
  svg: { mediaType: "image/svg+xml", extension: ".svg", holds: "wall" },
  png: { mediaType: "image/png", extension: ".png", holds: "wall" },
  ics: { mediaType: "text/calendar; charset=utf-8", extension: ".ics", holds: "calendar" },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: ".xlsx",
    holds: "data",
  },
  csv: { mediaType: "text/csv; charset=utf-8", extension: ".csv", holds: "data" },
  json: { mediaType: "application/json; charset=utf-8", extension: ".json", holds: "data" },
} as const satisfies Readonly<Record<string, Omit<ExportFormat, "id">>>;

export type FormatId = keyof typeof FORMAT_FACTS;

export const FORMAT_IDS = Object.keys(FORMAT_FACTS) as FormatId[];

export function formatOf(id: FormatId): ExportFormat {
  return { id, ...FORMAT_FACTS[id] };
}

/** The format of that name in an address; null when there is none. */
export function formatNamed(name: string): ExportFormat | null {
  const id = FORMAT_IDS.find((known) => known === name);
  return id === undefined ? null : formatOf(id);
}

/** Writes a plan down. Makes no request to any other machine, and escapes every string for what it writes. @throws when it cannot */
export type MakeFile = (input: ExportInput) => Promise<Uint8Array> | Uint8Array;

/** Text as the bytes of a file. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
