import type { ExportInput } from "./format.ts";

/** What a thread is asked: write this down in that format. */
export interface ExportTask {
  readonly format: string;
  readonly input: ExportInput;
}

export type ExportAnswer = { readonly bytes: Uint8Array } | { readonly failure: string };
