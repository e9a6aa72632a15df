import type { Plan } from "@planwand/shared/plan/schema.ts";

/** What the worker is asked: build a document from these updates, in order, and give it back in one form. */
export interface DocumentTask {
  readonly form: "plan" | "checkpoint";
  readonly updates: readonly Uint8Array[];
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

export type DocumentAnswer = PlanValue | CollectedState;

export interface TaskMessage extends DocumentTask {
  readonly id: number;
}

export type AnswerMessage =
  | { readonly id: number; readonly answer: DocumentAnswer }
  | { readonly id: number; readonly failure: string };
