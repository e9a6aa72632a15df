import type { ReportOptions } from "@planwand/shared/report/options.ts";
import type { FormatId } from "./format.ts";
import type { ExportSource } from "./export-source.ts";

/** What a process is asked: write this down in that format. */
export interface ExportTask {
  readonly format: FormatId;
  readonly source: ExportSource;
  readonly options: ReportOptions;
}

/** A file that was made, and what it is called. */
export interface ExportedFile {
  readonly bytes: Uint8Array;
  readonly name: string;
}
