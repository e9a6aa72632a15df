import type { ChangePage } from "@planwand/shared/diff/changes.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import type { PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import type { Plan, Stamp } from "@planwand/shared/plan/schema.ts";

/** What the worker is asked: build a document from these updates, in order, and give it back in one form. */
export type DocumentTask =
  | { readonly form: "plan" | "checkpoint" | "state"; readonly updates: readonly Uint8Array[] }
  | {
      /** One update for the `old` oldest of all updates, without what lay in the bin then and still does. */
      readonly form: "past";
      readonly updates: readonly Uint8Array[];
      readonly old: number;
    }
  | {
      /** Carries edits out on the document and gives back what that writes, update by update. */
      readonly form: "edit";
      readonly updates: readonly Uint8Array[];
      readonly edits: readonly PlanEdit[];
      readonly stamp: Stamp;
    }
  | {
      /** What each update changed about activities; needs all of them from the first one on. */
      readonly form: "history";
      readonly updates: readonly Uint8Array[];
      /** Who wrote each update, and when. */
      readonly marks: readonly UpdateMark[];
    }
  | {
      /** What happened to the plan, of which the thread keeps what it worked out; `updates` follow on `after`. */
      readonly form: "changes";
      readonly planId: string;
      /** Grows whenever the past of the plan became another; what was kept of it is of no use then. */
      readonly round: number;
      readonly after: number;
      readonly updates: readonly LoggedUpdate[];
      readonly query: ChangesQuery;
    }
  | { /** Keeps nothing of a plan. */ readonly form: "forget"; readonly planId: string }
  | {
      /** How far the plan was at the end of each day; needs all updates from the first one on. */
      readonly form: "trend";
      readonly updates: readonly Uint8Array[];
      /** The day on which each update was written. */
      readonly days: readonly LocalDate[];
    };

export interface UpdateMark {
  readonly actorId: string;
  readonly at: number;
}

/** An update with its number in the log, who wrote it and when. */
export interface LoggedUpdate extends UpdateMark {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** Which part of a history is asked for: `limit` changes before a place, of one entry or of all. */
export interface ChangesQuery {
  readonly before: number | null;
  readonly limit: number;
  readonly entry: string | null;
}

/** A part of what happened to a plan, newest first. */
export interface ReadChanges extends ChangePage {
  /** What the ids in it are called. */
  readonly names: Readonly<Record<string, string>>;
  /** Where the history begins; null for a plan without any update. */
  readonly first: { readonly seq: number; readonly at: number } | null;
}

/** What the thread keeps of a plan ends before the updates that it was given: it must have those in between. */
export interface BehindChanges {
  readonly through: number;
}

/** What happened to the activities of a plan, oldest first. */
export interface PlanHistory {
  readonly history: readonly HistoryEntry[];
}

/** How far a plan was, day by day, the first day first. */
export interface PlanTrend {
  readonly stands: readonly DayStand[];
}

/** The plan's value and the hash of all that the document holds. */
export interface PlanValue {
  readonly plan: Plan;
  readonly contentHash: string;
}

/** The whole document as one update, deleted content collected, and the plan's title in it. */
export interface CollectedState {
  readonly state: Uint8Array;
  readonly title: string;
}

/** The whole document as one update, and the hash of all that it holds. */
export interface HashedState {
  readonly state: Uint8Array;
  readonly contentHash: string;
}

/** The past of a plan as one update, and what taking the same out of the plan's bin writes. */
export interface CollectedPast extends WrittenUpdates {
  readonly past: Uint8Array;
}

/** What edits wrote. */
export interface WrittenUpdates {
  readonly written: readonly Uint8Array[];
}

export type DocumentAnswer =
  | PlanValue
  | CollectedState
  | HashedState
  | PlanHistory
  | PlanTrend
  | CollectedPast
  | ReadChanges
  | BehindChanges
  | WrittenUpdates;

export interface TaskMessage {
  readonly id: number;
  readonly task: DocumentTask;
}

export type AnswerMessage =
  | { readonly id: number; readonly answer: DocumentAnswer }
  | { readonly id: number; readonly failure: string };
