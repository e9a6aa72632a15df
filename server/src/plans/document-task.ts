import type { ChangePage } from "@planwand/shared/diff/changes.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { CopyChoices } from "@planwand/shared/copying/choices.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import type { Language, Stamp } from "@planwand/shared/plan/schema.ts";
import type { PastEvent } from "@planwand/shared/templates/seed-journal.ts";
import type { TemplateName } from "@planwand/shared/templates/named-templates.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import type { Checkpoint, LogSlice, UpdateRow } from "../storage/port.ts";

interface OfPlan {
  readonly planId: string;
}

/** What a thread for documents can be asked, by form; all but `value`, `seed` and `copy` read the log of a plan, as far as it goes then. */
export interface DocumentTasks {
  /** The plan's value. */
  readonly plan: OfPlan;
  /** The value of a state that was kept. */
  readonly value: OfPlan & { readonly state: Uint8Array };
  /** The whole document as one update. */
  readonly state: OfPlan;
  /** The same, to be kept in place of the updates in it. */
  readonly checkpoint: OfPlan;
  /** The document as it was after its update of that number. */
  readonly moment: OfPlan & { readonly seq: number };
  /** What carrying out these edits would write. */
  readonly edit: OfPlan & { readonly edits: readonly PlanEdit[]; readonly stamp: Stamp };
  /** One update for all that was written before a moment, without what lay in the bin then and still does. */
  readonly past: OfPlan & { readonly before: number };
  /** What happened to the plan. `round` grows whenever its past became another: what was kept of it is of no use then. */
  readonly changes: OfPlan & { readonly round: number; readonly query: ChangesQuery };
  /** What happened to its activities, newest first. */
  readonly history: OfPlan & { readonly round: number };
  /** How far the plan was at the end of each day before `today`, by the clock of a zone. */
  readonly trend: OfPlan & { readonly zone: string; readonly today: LocalDate };
  /** How a plan from a template begins. */
  readonly seed: PlanSeedRequest;
  /** How a copy of a plan begins. */
  readonly copy: PlanCopyRequest & { readonly json: Uint8Array };
}

export interface DocumentAnswers {
  readonly plan: PlanValue & { readonly seq: number };
  readonly value: PlanValue;
  readonly state: HashedState & { readonly seq: number };
  readonly checkpoint: Omit<Checkpoint, "planId"> & { readonly title: string };
  /** Null when the plan never came so far. */
  readonly moment: (HashedState & { readonly at: number }) | null;
  readonly edit: readonly Uint8Array[];
  /** Null when nothing is so old. */
  readonly past: OldPast | null;
  readonly changes: ReadChanges;
  readonly history: readonly HistoryEntry[];
  readonly trend: readonly DayStand[];
  readonly seed: PlanSeed;
  /** Null for a plan of which there is more than a plan may begin with. */
  readonly copy: PlanCopy | null;
}

export type DocumentForm = keyof DocumentTasks;
export type DocumentTask = { readonly [Form in DocumentForm]: FormTask<Form> }[DocumentForm];
export type FormTask<Form extends DocumentForm> = { readonly form: Form } & DocumentTasks[Form];
export type DocumentAnswer = DocumentAnswers[DocumentForm];

/** What a thread asks for while it builds a document: the newest checkpoint, or what follows on a number. */
export type LogQuestion = { readonly checkpoint: true } | { readonly after: number };
export type LogReply = Checkpoint | null | LogSlice;

/** An update with its number in the log, who wrote it and when. */
export type LoggedUpdate = Pick<UpdateRow, "seq" | "actorId" | "at" | "bytes">;

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

/** A plan's value, written down, and the hash of all that the document holds. */
export interface PlanValue {
  /** JSON, UTF-8: a `Plan`. */
  readonly json: Uint8Array;
  readonly contentHash: string;
  readonly title: string;
  readonly language: Language;
  /** How many activities it has. */
  readonly activities: number;
}

/** The whole document as one update, the hash of all that it holds, and the SHA-256 of the update, hex. */
export interface HashedState {
  readonly state: Uint8Array;
  readonly contentHash: string;
  readonly sha256: string;
}

/** What can stand for the past of a plan. */
export interface OldPast {
  /** For the updates up to and with its number. */
  readonly base: UpdateRow;
  /** What must be written to take the same out of the bin of now. */
  readonly written: readonly Uint8Array[];
  /** The log holds no more than one update that is so old. */
  readonly isOneAlready: boolean;
}

export interface PlanSeedRequest {
  readonly template: TemplateName;
  readonly title: string;
  readonly language: Language;
  readonly today?: string | undefined;
  readonly at: number;
}

export interface PlanCopyRequest {
  readonly title: string;
  readonly choices: CopyChoices;
  readonly at: number;
}

/** The document with which a copy begins. */
export interface PlanCopy {
  readonly state: Uint8Array;
  readonly clientIds: readonly number[];
}

/** The document with which a plan begins, and what was said before. */
export interface PlanSeed {
  readonly state: Uint8Array;
  readonly clientIds: readonly number[];
  readonly past: readonly PastEvent[];
}
