import type { RichRun } from "../plan/schema.ts";

/** The thing of the plan that a piece of a report is the one entry of; elsewhere it goes by its number. */
export interface Subject {
  readonly kind:
    | "goal"
    | "phase"
    | "domain"
    | "party"
    | "activity"
    | "decision"
    | "communication"
    | "parking"
    | "blackout"
    | "cell"
    | "waiver";
  readonly id: string;
}

/** A stretch of text; `struck` is what is no longer so. */
export interface Run extends RichRun {
  readonly struck?: true;
}

/** A block of rich text of the plan, or of what is said about it. */
export type ContentBlock =
  | { readonly type: "paragraph"; readonly runs: readonly Run[] }
  | { readonly type: "bulletList" | "orderedList"; readonly items: readonly Content[] };

/** Text in one place of a table or list of facts: paragraphs and lists, no tables. */
export type Content = readonly ContentBlock[];

export interface Column {
  readonly title: string;
  /** How wide it is beside the others. */
  readonly weight: number;
}

/** A row of cells, one for each column; or, when it is a band, one heading over all columns. */
export type Row =
  | { readonly kind: "cells"; readonly cells: readonly Content[]; readonly subject: Subject | null }
  | { readonly kind: "band"; readonly text: string };

export interface Fact {
  readonly term: string;
  readonly value: Content;
}

/** A piece of a report. What it looks like is for each format to say. */
export type Block =
  /** Level 1 is the title of a section. */
  | {
      readonly type: "heading";
      readonly level: 2 | 3;
      readonly text: string;
      readonly subject: Subject | null;
    }
  | {
      readonly type: "text";
      readonly content: Content;
      readonly tone: "plain" | "lead" | "note";
      readonly subject: Subject | null;
    }
  | {
      readonly type: "table";
      /** What the table holds, for whoever cannot see it. */
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
    };

/** A chapter: under a heading of its own, on pages of its own when these lie on their side. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly orientation: "portrait" | "landscape";
  readonly blocks: readonly Block[];
}
