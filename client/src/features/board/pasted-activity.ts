import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";

/** The longest title that a field on the wall takes. */
export const TITLE_MAX_LENGTH = 120;

/** What was pasted: the text, and its HTML when there is any. */
export interface PastedContent {
  readonly text: string;
  readonly html?: string;
}

/** A table that was pasted, and the cell of the wall that it was pasted in. */
export interface PastedInCell extends PastedContent {
  readonly phase: string;
  readonly domain: string;
}

/** One activity as it was pasted; what was not said, or not understood, is left out. */
export interface PastedActivity {
  readonly title: string;
  readonly status?: ActivityStatus;
  readonly start?: string;
  readonly end?: string;
  readonly result?: string;
  /** The titles of its steps: what stood under it in a list. */
  readonly steps?: readonly string[];
}
