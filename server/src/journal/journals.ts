import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Result } from "@planwand/shared/kernel/result.ts";
import type { Command } from "@planwand/shared/journal/commands.ts";
import type { CommandRefusal } from "@planwand/shared/journal/decide.ts";
import type { Principal } from "../access/principal.ts";
import type { Documents } from "../plans/documents.ts";
import type { Outcomes } from "../storage/outcomes.ts";
import type { AccessStore, EventLog, Trim, WorkshopStore } from "../storage/port.ts";
import { newSalt, sha256 } from "./hashing.ts";
import { gatherFacts } from "./plan-facts.ts";
import { PlanJournal, type PlanJournalPorts } from "./plan-journal.ts";

/** Journals in memory at once; the ones used longest ago are read again when they are needed. */
const MAX_OPEN = 200;

/** A journal as it stands, to be read. */
export type ReadableJournal = Pick<PlanJournal, "seq" | "after" | "headAt" | "journal" | "session" | "live">;

export interface Journals {
  /** The journal of a plan; what is appended from now on shows in it. */
  open(planId: string): Promise<ReadableJournal>;
  /** Does a command of somebody who is in the plan. @throws StorageUnavailable; the same command, sent again, tells whether it was done */
  run(who: Principal, command: Command): Promise<Result<number, CommandRefusal>>;
  /** Writes that what is older than `before` went, and lets it go with that. Tells which snapshots went. */
  trim(planId: string, before: number, past: Omit<Trim, "snapshots">): Promise<readonly string[]>;
  /** Writes that somebody is called otherwise, when the journal knows them. The number of its last event. @throws StorageUnavailable */
  introduce(planId: string, actor: Actor): Promise<number>;
  /** Gives the workshop with this code another one; false when it has another already. @throws StorageUnavailable */
  renewCode(planId: string, code: string): Promise<boolean>;
  /** Knows nothing of a plan any more, once what is under way in its journal is over. */
  forget(planId: string): Promise<void>;
}

export interface JournalsOptions {
  readonly log: EventLog;
  readonly workshops: WorkshopStore;
  readonly outcomes: Outcomes;
  readonly clock: Clock;
  readonly documents: Pick<Documents, "readPlan" | "takeState">;
  readonly access: Pick<AccessStore, "actor" | "members">;
  readonly codeLength: PlanJournalPorts["codeLength"];
  readonly publish: PlanJournalPorts["publish"];
  readonly publishLive: PlanJournalPorts["publishLive"];
  readonly writeRole: PlanJournalPorts["writeRole"];
}

/** The journals of all plans: each read once when it is needed, and written only through here. */
export function createJournals(options: JournalsOptions): Journals {
  const { log, workshops, outcomes, clock, documents, access, codeLength, publish, publishLive, writeRole } =
    options;
  const opened = new Map<string, Promise<PlanJournal>>();
  const ports: PlanJournalPorts = {
    log,
    workshops,
    outcomes,
    clock,
    sha256,
    newSalt,
    codeLength,
    publish,
    publishLive,
    writeRole,
    factsFor: (planId, command) => gatherFacts(planId, command, documents, access, clock()),
  };

  function open(planId: string): Promise<PlanJournal> {
    const known = opened.get(planId);
    const journal = known ?? PlanJournal.read(planId, ports);
    // Used last stands last.
    opened.delete(planId);
    opened.set(planId, journal);
    if (known === undefined) {
      journal.catch(() => opened.delete(planId));
      void closeOldest();
    }
    return journal;
  }

  async function closeOldest(): Promise<void> {
    for (const [planId, journal] of opened) {
      if (opened.size <= MAX_OPEN) return;
      const settled = await journal.catch(() => null);
      if (settled?.isBusy !== true && opened.get(planId) === journal) opened.delete(planId);
    }
  }

  return {
    open,
    async run(who, command) {
      return (await open(who.planId)).run(who, command);
    },
    async trim(planId, before, past) {
      return (await open(planId)).trim(before, past);
    },
    async introduce(planId, actor) {
      return (await open(planId)).introduce(actor);
    },
    async renewCode(planId, code) {
      return (await open(planId)).renewCode(code);
    },
    async forget(planId) {
      await (await opened.get(planId))?.settled();
      opened.delete(planId);
    },
  };
}
