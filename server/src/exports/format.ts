import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";

/** What every exporter gets: one state of one plan, and what was asked of it. */
export interface ExportInput {
  readonly source: ReportSource;
  readonly options: ReportOptions;
}

/** One way to write a plan down. Makes no request to any other machine, and escapes every string for what it writes. */
export interface ExportFormat {
  /** As it stands in the address, e.g. `poster.pdf`. */
  readonly id: string;
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
  /** Whether it holds the document that was asked for, or always the same: the wall, the calendar, the whole plan. */
  readonly holds: "document" | "wall" | "calendar" | "data";
  /** @throws when it cannot be made */
  make(input: ExportInput): Promise<Uint8Array> | Uint8Array;
}

/** Text as the bytes of a file. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
