import { randomBytes } from "node:crypto";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import {
  EMPTY_JOURNAL,
  type Journal,
  type Snapshot,
  type Version,
} from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom, isId } from "@planwand/shared/kernel/id.ts";
import type { Logger } from "pino";
import type { Journals } from "../journal/journals.ts";
import type { Storage } from "../storage/port.ts";
import type { PlanValue } from "./document-task.ts";
import type { Documents } from "./documents.ts";

/** A plan that changed gets a snapshot by itself this long after its last one. */
const DAY_MS = 24 * 3_600_000;
/** The moment that is not past. */
const NOW = "now";
const UPDATE_NUMBER = /^[1-9]\d{0,8}$/;

/** The state of a plan at one moment: one V1 update, and how far its log and journal had come. */
export interface Moment {
  readonly state: Uint8Array;
  /** Of `state`, hex. */
  readonly sha256: string;
  readonly planSeq: number;
  readonly journalSeq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** All that a report of a snapshot is made from: it reads the same whenever it is asked for. */
export interface PlanAtSnapshot {
  readonly plan: PlanValue;
  /** The journal up to the snapshot. */
  readonly journal: Journal;
  readonly snapshot: Snapshot;
  /** What it was adopted as; null for a snapshot that no body adopted. */
  readonly version: Version | null;
}

export interface Snapshots {
  /** The plan at a moment, named by a snapshot's id, by the number of an update or `now`; null when there is none. */
  moment(planId: string, name: string): Promise<Moment | null>;
  /** The plan and the journal as they stood at a snapshot; null when there is none. */
  read(planId: string, snapshotId: string): Promise<PlanAtSnapshot | null>;
  /** Takes a snapshot of every plan that changed and of which the last is a day old. Tells how many. */
  takeDue(): Promise<number>;
}

export interface SnapshotsOptions {
  readonly storage: Pick<Storage, "snapshots">;
  readonly clock: Clock;
  readonly documents: Pick<Documents, "stateAt" | "stateNow" | "readState">;
  readonly journals: Journals;
  /** Where the head of each journal leaves the machine. */
  readonly log: Pick<Logger, "info">;
}

/** Reads what was kept of plans, and keeps more of them by itself. */
export function createSnapshots(options: SnapshotsOptions): Snapshots {
  const { storage, clock, documents, journals, log } = options;

  /** The last event that had happened by then. */
  async function journalSeqAt(planId: string, at: number): Promise<number> {
    const events = (await journals.open(planId)).after(0);
    return events.findLast((event) => event.at <= at)?.seq ?? 0;
  }

  return {
    async moment(planId, name) {
      if (name === NOW) {
        const { state, sha256, seq: planSeq } = await documents.stateNow(planId);
        return { state, sha256, planSeq, at: clock(), journalSeq: (await journals.open(planId)).seq };
      }
      if (isId(name)) return storage.snapshots.get(planId, name);
      if (!UPDATE_NUMBER.test(name)) return null;
      const past = await documents.stateAt(planId, Number(name));
      if (past === null) return null;
      const { state, sha256, seq: planSeq, at } = past;
      return { state, sha256, planSeq, at, journalSeq: await journalSeqAt(planId, at) };
    },
    async read(planId, snapshotId) {
      const opened = await journals.open(planId);
      const snapshot = opened.journal.snapshots.get(snapshotId);
      const kept = snapshot === undefined ? null : await storage.snapshots.get(planId, snapshotId);
      if (snapshot === undefined || kept === null) return null;
      const plan = await documents.readState(planId, kept);
      const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0).slice(0, kept.journalSeq));
      return { plan, journal, snapshot, version: snapshot.adopted };
    },
    async takeDue() {
      const due = await storage.snapshots.changedSince(clock() - DAY_MS);
      let taken = 0;
      for (const planId of due) {
        // Who keeps nothing of the past wants no days kept either.
        if ((await journals.open(planId)).journal.retention?.days === 0) continue;
        taken++;
        const actor = { id: SERVER_ACTOR, name: "Planwand", circle: null, color: "#5b6472" };
        const who = { planId, actor, role: "owner", sessionId: null, keyIds: [] } as const;
        const [id, snapshot] = [idFrom(randomBytes), idFrom(randomBytes)];
        const wish = {
          type: "snapshot.take",
          id,
          snapshot,
          occasion: "daily",
          name: "",
          reason: "",
        } as const;
        await journals.run(who, wish);
        const opened = await journals.open(planId);
        log.info({ plan: planId, journal: opened.headAt(opened.seq) }, "daily snapshot");
      }
      return taken;
    },
  };
}
