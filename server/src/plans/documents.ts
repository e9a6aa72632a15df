import { createHash } from "node:crypto";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import type { PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import type { Stamp } from "@planwand/shared/plan/schema.ts";
import { type Checkpoint, type Storage, StorageUnavailable, type UpdateRow } from "../storage/port.ts";
import type { ChangesQuery, HashedState, PlanValue, ReadChanges } from "./document-task.ts";
import { DocumentThread } from "./document-thread.ts";
import { dayIn, KeptTrends } from "./kept-trends.ts";

/** A plan's value as it stood when `seq` was its last update. */
export interface StandingPlan extends PlanValue {
  readonly seq: number;
}

/** A plan's state as one update, as it stood when `seq` was its last. */
export interface StandingState extends HashedState {
  readonly seq: number;
  /** Of `state`, hex. */
  readonly sha256: string;
}

/** A state of the past, with when its last update came (milliseconds since 1970). */
export interface PastState extends StandingState {
  readonly at: number;
}

/** What can stand for the past of a plan. */
export interface OldPast {
  /** For the updates up to and with its number. */
  readonly base: UpdateRow;
  readonly written: readonly Uint8Array[];
  /** The log holds no more than one update that is so old. */
  readonly isOneAlready: boolean;
}

/** The server's door to plan documents; they are built in another thread and kept nowhere. */
export interface Documents {
  /** The plan with every edit admitted before this call. */
  readPlan(planId: string): Promise<StandingPlan>;
  /** What happened to the plan's activities, with every edit admitted before this call, oldest first. */
  readHistory(planId: string): Promise<readonly HistoryEntry[]>;
  /** A part of what happened to the plan, of entries of all kinds, with every edit admitted before this call, newest first. */
  readChanges(planId: string, query: ChangesQuery): Promise<ReadChanges>;
  /**
   * How far the plan was at the end of each day before `today`, by the clock of `zone` (an IANA name). Those days do not change
   * any more, so they are worked out once a day.
   */
  readTrend(planId: string, zone: string, today: LocalDate): Promise<readonly DayStand[]>;
  /** The plan's state with every edit admitted before this call, to be kept as a snapshot. */
  takeState(planId: string): Promise<StandingState>;
  /** The plan as it stood after its update of that number; null when it never came so far. */
  stateAt(planId: string, seq: number): Promise<PastState | null>;
  /** Reads a kept state. */
  readState(state: Uint8Array): Promise<PlanValue>;
  /**
   * One update that can stand for all that was written before a moment (milliseconds since 1970), without what lay in the bin then and
   * still does, and what must be written to take that out of the bin of now. Null when the log holds nothing so old.
   */
  past(planId: string, before: number): Promise<OldPast | null>;
  /** The plan as it stands on disk, as a checkpoint that is not stored yet. */
  collect(planId: string): Promise<Checkpoint>;
  /** Keeps nothing of a plan in memory. */
  forget(planId: string): void;
  /** What carrying these edits out on the plan as it stands would write, in order; nothing is written yet. */
  edit(planId: string, edits: readonly PlanEdit[], stamp: Stamp): Promise<readonly Uint8Array[]>;
  /** Makes and stores a checkpoint of all that is on disk. The log keeps its rows: they are the plan's history. */
  compact(planId: string): Promise<Checkpoint>;
  close(): Promise<void>;
}

/** `flush` resolves when every admitted update of a plan is on disk. */
export function createDocuments(
  { log, plans }: Pick<Storage, "log" | "plans">,
  flush: (planId: string) => Promise<void>,
): Documents {
  const thread = new DocumentThread();
  const trends = new KeptTrends();
  /** What the thread was given of each plan's log, and which round of its past that is. */
  const given = new Map<string, { readonly round: number; readonly seq: number }>();

  async function changes(planId: string, query: ChangesQuery, after: number): Promise<ReadChanges | null> {
    const rows = await log.read(planId, after);
    const round = given.get(planId)?.round ?? 0;
    const answer = await thread.perform({ form: "changes", planId, round, after, updates: rows, query });
    if (!("changes" in answer)) return null;
    given.set(planId, { round, seq: rows.at(-1)?.seq ?? after });
    return answer;
  }

  async function stored(planId: string) {
    const checkpoint = await log.checkpoint(planId);
    const rows = await log.read(planId, checkpoint?.seq ?? 0);
    const updates = rows.map((row) => row.bytes);
    if (checkpoint !== null) updates.unshift(checkpoint.state);
    if (updates.length === 0) throw new Error("a plan has a seed");
    return { updates, seq: rows.at(-1)?.seq ?? checkpoint?.seq ?? 0 };
  }

  async function hashed(updates: readonly Uint8Array[]): Promise<HashedState & { sha256: string }> {
    const answer = await thread.perform({ form: "state", updates });
    if (!("state" in answer) || !("contentHash" in answer))
      throw new Error("the worker answers what it was asked");
    const { state, contentHash } = answer;
    return { state, contentHash, sha256: hashOf(state) };
  }

  async function collect(planId: string): Promise<Checkpoint & { readonly title: string }> {
    const { updates, seq } = await stored(planId);
    const answer = await thread.perform({ form: "checkpoint", updates });
    if (!("title" in answer)) throw new Error("the worker answers what it was asked");
    const { state, title } = answer;
    return { planId, seq, state, sha256: hashOf(state), title };
  }

  /** Lists name a plan as its document does; a disk that takes no writes is no reason not to read. */
  async function keepTitle(planId: string, title: string): Promise<void> {
    const plan = await plans.get(planId);
    if (plan === null || title.trim() === "" || plan.title === title) return;
    try {
      await plans.setTitle(planId, title);
    } catch (error) {
      if (!(error instanceof StorageUnavailable)) throw error;
    }
  }

  return {
    async readPlan(planId) {
      await flush(planId);
      const { updates, seq } = await stored(planId);
      const answer = await thread.perform({ form: "plan", updates });
      if (!("plan" in answer)) throw new Error("the worker answers what it was asked");
      await keepTitle(planId, answer.plan.title);
      return { ...answer, seq };
    },
    async readHistory(planId) {
      await flush(planId);
      const rows = await log.read(planId, 0);
      const updates = rows.map((row) => row.bytes);
      const marks = rows.map(({ actorId, at }) => ({ actorId, at }));
      const answer = await thread.perform({ form: "history", updates, marks });
      if (!("history" in answer)) throw new Error("the worker answers what it was asked");
      return answer.history;
    },
    async readChanges(planId, query) {
      await flush(planId);
      // A thread that was replaced, or that kept too many others meanwhile, is given all of it again.
      const read =
        (await changes(planId, query, given.get(planId)?.seq ?? 0)) ?? (await changes(planId, query, 0));
      if (read === null) throw new Error("the worker answers what it was asked");
      return read;
    },
    readTrend(planId, zone, today) {
      return trends.read(planId, zone, today, async () => {
        const dayOf = dayIn(zone);
        const rows = (await log.read(planId, 0)).map(({ at, bytes }) => ({ bytes, day: dayOf(at) }));
        const past = rows.filter(({ day }) => day < today);
        const [updates, days] = [past.map(({ bytes }) => bytes), past.map(({ day }) => day)];
        const answer = await thread.perform({ form: "trend", updates, days });
        if (!("stands" in answer)) throw new Error("the worker answers what it was asked");
        return answer.stands;
      });
    },
    async takeState(planId) {
      await flush(planId);
      const { updates, seq } = await stored(planId);
      return { ...(await hashed(updates)), seq };
    },
    async stateAt(planId, seq) {
      await flush(planId);
      const rows = (await log.read(planId, 0)).filter((row) => row.seq <= seq);
      const last = rows.at(-1);
      if (last?.seq !== seq) return null;
      return { ...(await hashed(rows.map((row) => row.bytes))), seq, at: last.at };
    },
    async readState(state) {
      const answer = await thread.perform({ form: "plan", updates: [state] });
      if (!("plan" in answer)) throw new Error("the worker answers what it was asked");
      return answer;
    },
    async past(planId, before) {
      await flush(planId);
      const rows = await log.read(planId, 0);
      const young = rows.findIndex(({ at }) => at >= before);
      const old = young === -1 ? rows.length : young;
      const last = rows[old - 1];
      if (last === undefined) return null;
      const updates = rows.map((row) => row.bytes);
      const answer = await thread.perform({ form: "past", updates, old });
      if (!("past" in answer)) throw new Error("the worker answers what it was asked");
      const base = { ...last, actorId: SERVER_ACTOR, bytes: answer.past };
      return { base, written: answer.written, isOneAlready: old === 1 };
    },
    collect,
    forget(planId) {
      trends.forget(planId);
      given.set(planId, { round: (given.get(planId)?.round ?? 0) + 1, seq: 0 });
      thread.perform({ form: "forget", planId }).catch(() => undefined);
    },
    async edit(planId, edits, stamp) {
      await flush(planId);
      const { updates } = await stored(planId);
      const answer = await thread.perform({ form: "edit", updates, edits, stamp });
      if (!("written" in answer)) throw new Error("the worker answers what it was asked");
      return answer.written;
    },
    async compact(planId) {
      const { title, ...checkpoint } = await collect(planId);
      await log.saveCheckpoint(checkpoint);
      await keepTitle(planId, title);
      return checkpoint;
    },
    close: () => thread.close(),
  };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
