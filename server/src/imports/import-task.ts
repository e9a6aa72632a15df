import type { ImportChoices, Proposal } from "@planwand/shared/exchange/proposal.ts";
import type { FiledEvent } from "@planwand/shared/exchange/file-journal.ts";
import type { Language, Stamp } from "@planwand/shared/plan/schema.ts";
import type { FileRefusalCode } from "./file-refusal.ts";

/** What is to be read: a file as it was sent, unpacked where it is read, or the rows of a table that was pasted. */
export type ImportSource =
  | { readonly name: string; readonly base64: string }
  | { readonly rows: readonly (readonly string[])[]; readonly beside: readonly number[] };

/** What the process is asked. */
export interface ImportTask {
  readonly source: ImportSource;
  readonly choices: ImportChoices;
  readonly language: Language;
  /** The plan to which it is added, written down (JSON, UTF-8); null for a plan of its own. */
  readonly plan: Uint8Array | null;
  /** Who the entries of a plan of its own are made by, and what it is called; null for the title in the file. */
  readonly stamp: Stamp;
  readonly title: string | null;
}

/** A plan of its own, put together from a file. */
export interface ImportedPlan {
  readonly title: string;
  readonly state: Uint8Array;
  readonly clientIds: readonly number[];
  readonly language: Language;
  /** What was said before, by the file, oldest first. */
  readonly events: readonly FiledEvent[];
  /** Of the file, hex. */
  readonly sha256: string;
}

export type ImportAnswer =
  | { readonly proposal: Proposal; readonly made: ImportedPlan | null }
  | { readonly refusal: FileRefusalCode };
