import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import type { PlanEdit } from "@planwand/shared/plan/apply-edits.ts";
import type { Stamp } from "@planwand/shared/plan/schema.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import { type Checkpoint, type Storage, StorageUnavailable } from "../storage/port.ts";
import type {
  ChangesQuery,
  HashedState,
  OldPast,
  PlanCopy,
  PlanCopyRequest,
  PlanSeed,
  PlanSeedRequest,
  PlanValue,
  ReadChanges,
} from "./document-task.ts";
import { isZone } from "./day-in.ts";
import { DocumentThreads, type DocumentThreadsOptions } from "./document-threads.ts";
import { KeptTrends } from "./kept-trends.ts";
import { KeptValues } from "./kept-values.ts";
import { Rounds } from "./rounds.ts";

/** A plan's value as it stood when `seq` was its last update. */
export interface StandingPlan extends PlanValue {
  readonly seq: number;
}

/** A plan's state as one update, as it stood when `seq` was its last. */
export interface StandingState extends HashedState {
  readonly seq: number;
}

/** How a copy begins, and of which plan it is one. */
export interface CopiedPlan extends PlanCopy {
  readonly source: { readonly id: string; readonly title: string };
}

/** A state of the past, with when its last update came (milliseconds since 1970). */
export interface PastState extends StandingState {
  readonly at: number;
}

/**
 * The server's door to plan documents; they are built in other threads and kept nowhere. Whatever builds one rejects with PlanUnbuildable
 * for a plan that is set aside, and with TaskError.
 */
export interface Documents {
  /** The plan with every edit admitted before this call. */
  readPlan(planId: string): Promise<StandingPlan>;
  /** What happened to the plan's activities, with every edit admitted before this call, newest first. */
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
  /** The plan with every edit admitted before this call, as one update that stands for all of it. */
  stateNow(planId: string): Promise<Checkpoint>;
  /** Reads a kept state of a plan. */
  readState(planId: string, kept: Pick<HashedState, "state" | "sha256">): Promise<PlanValue>;
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
  /** How a plan from a template begins; `asker` takes turns with others. */
  seed(request: PlanSeedRequest, asker: string): Promise<PlanSeed>;
  /**
   * How a copy of a plan begins, with every edit admitted before this call, and what the plan is called; null for one that is too large.
   * `asker` takes turns with others.
   */
  copy(planId: string, request: PlanCopyRequest, asker: string): Promise<CopiedPlan | null>;
  /** Whether a plan is set aside, since its document cannot be built. */
  isAside(planId: string): boolean;
  /** How many plans are set aside. */
  readonly aside: number;
  close(): Promise<void>;
}

export interface DocumentsOptions extends Omit<DocumentThreadsOptions, "log"> {
  readonly storage: Pick<Storage, "log" | "plans">;
  /** Resolves when every admitted update of a plan is on disk. */
  readonly flush: (planId: string) => Promise<void>;
}

export function createDocuments({ storage, flush, ...options }: DocumentsOptions): Documents {
  const { log, plans } = storage;
  const threads = new DocumentThreads({ ...options, log });
  const trends = new KeptTrends();
  const values = new KeptValues<StandingPlan>();
  const pastValues = new KeptValues<PlanValue>();
  const rounds = new Rounds();
  /** Reads under way, by what they are of: who asks for the same meanwhile gets the same. */
  const underWay = new Map<string, Promise<unknown>>();

  /** Asks once for what several ask at the same time. */
  function together<T>(key: string, work: () => Promise<T>): Promise<T> {
    // Whatever stands under a key is what its work gives.
    const known = underWay.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const begun = work().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  }

  /** Names a state of a plan: its last update, in this round of its past. */
  async function standing(planId: string): Promise<string> {
    await flush(planId);
    return `${planId} ${String(rounds.of(planId))} ${String(await log.lastSeq(planId))}`;
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

  async function collect(planId: string): Promise<Checkpoint & { readonly title: string }> {
    return { planId, ...(await threads.perform(planId, "checkpoint", { planId })) };
  }

  async function build(planId: string): Promise<StandingPlan> {
    const round = rounds.of(planId);
    const value = await threads.perform(planId, "plan", { planId });
    // It may hold more than was asked for; never less.
    values.set(`${planId} ${String(round)} ${String(value.seq)}`, planId, value);
    await keepTitle(planId, value.title);
    return value;
  }

  async function readPlan(planId: string): Promise<StandingPlan> {
    const key = await standing(planId);
    return values.get(key) ?? together(`plan ${key}`, () => build(planId));
  }

  return {
    readPlan,
    async readHistory(planId) {
      const key = await standing(planId);
      const round = rounds.of(planId);
      return together(`history ${key}`, () => threads.perform(planId, "history", { planId, round }));
    },
    async readChanges(planId, query) {
      const key = await standing(planId);
      const round = rounds.of(planId);
      return together(`changes ${key} ${JSON.stringify(query)}`, () =>
        threads.perform(planId, "changes", { planId, round, query }),
      );
    },
    readTrend(planId, zone, today) {
      return trends.read(planId, zone, today, async () => {
        if (!isZone(zone)) throw new RangeError("no such time zone");
        return threads.perform(planId, "trend", { planId, zone, today });
      });
    },
    async takeState(planId) {
      const key = await standing(planId);
      return together(`state ${key}`, () => threads.perform(planId, "state", { planId }));
    },
    async stateAt(planId, seq) {
      await flush(planId);
      const past = await threads.perform(planId, "moment", { planId, seq });
      return past === null ? null : { ...past, seq };
    },
    async stateNow(planId) {
      await flush(planId);
      return collect(planId);
    },
    async readState(planId, { state, sha256 }) {
      const key = `${planId} ${sha256}`;
      const known = pastValues.get(key);
      if (known !== null) return known;
      return together(`value ${key}`, async () => {
        const value = await threads.perform(planId, "value", { planId, state });
        pastValues.set(key, planId, value);
        return value;
      });
    },
    async past(planId, before) {
      await flush(planId);
      return threads.perform(planId, "past", { planId, before });
    },
    collect,
    forget(planId) {
      trends.forget(planId);
      values.forget(planId);
      pastValues.forget(planId);
      rounds.begin(planId);
      threads.forget(planId);
    },
    async edit(planId, edits, stamp) {
      await flush(planId);
      return threads.perform(planId, "edit", { planId, edits, stamp });
    },
    async compact(planId) {
      const { title, ...checkpoint } = await collect(planId);
      await log.saveCheckpoint(checkpoint);
      await keepTitle(planId, title);
      return checkpoint;
    },
    seed: (request, asker) => threads.perform(asker, "seed", request),
    async copy(planId, request, asker) {
      const { json, title } = await readPlan(planId);
      const copy = await threads.perform(asker, "copy", { ...request, json });
      return copy === null ? null : { ...copy, source: { id: planId, title } };
    },
    isAside: (planId) => threads.isAside(planId),
    get aside() {
      return threads.aside;
    },
    close: () => threads.close(),
  };
}
