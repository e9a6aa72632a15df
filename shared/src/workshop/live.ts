import type { Scope } from "./agenda.ts";

/** How much is hidden, and nothing about what. */
export interface HiddenCounts {
  readonly step: string;
  /** Ideas, by `scopeKey`. */
  readonly ideas: { readonly [scope: string]: number };
  /** People who wrote an idea. */
  readonly authors: number;
  /** Dots given in a blind round, and by how many people. */
  readonly dots: number;
  readonly voters: number;
}

/** What somebody submitted themselves and is still hidden from everybody else. */
export interface OwnHidden {
  readonly ideas: readonly {
    readonly id: string;
    readonly step: string;
    readonly scope: Scope;
    readonly text: string;
    readonly person: string;
  }[];
  readonly votes: readonly {
    readonly step: string;
    readonly item: string;
    readonly dots: number;
    readonly person: string;
  }[];
}

/**
 * Message 104: what belongs to a running workshop and is no event. Sent after hello and whenever it changed, to each in the words
 * that are theirs: `own` is only ever sent to its owner, and `code` only to who may take part.
 */
export interface WorkshopLive {
  /** The running session; null when there is none. */
  readonly session: string | null;
  /** Six characters with which people join. */
  readonly code: string | null;
  readonly counts: readonly HiddenCounts[];
  readonly own: OwnHidden;
}

export const NO_WORKSHOP: WorkshopLive = {
  session: null,
  code: null,
  counts: [],
  own: { ideas: [], votes: [] },
};
