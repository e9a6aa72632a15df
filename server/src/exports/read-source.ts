import { type Clock, dayOf } from "@planwand/shared/kernel/clock.ts";
import { EMPTY_JOURNAL, type Version } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { ReportSince, ReportSource } from "@planwand/shared/report/report.ts";
import { comparedWith, versionAt, versionNow, versionOf } from "@planwand/shared/report/version.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";
import type { Snapshots } from "../plans/snapshots.ts";
import { readMinutes } from "./read-minutes.ts";

/**
 * Reads what an export is of: a moment by the id of its snapshot or the number of an update, the plan as it stands for null. Null when
 * there is no such moment.
 */
export type ReadSource = (
  planId: string,
  moment: string | null,
  /** For minutes: the workshop, or null for the last one. */
  minutesOf?: string | null,
) => Promise<ReportSource | null>;

export function createReadSource({
  documents,
  journals,
  snapshots,
  clock,
}: {
  readonly documents: Pick<Documents, "readPlan" | "readState">;
  readonly journals: Pick<Journals, "open">;
  readonly snapshots: Pick<Snapshots, "read" | "moment">;
  readonly clock: Clock;
}): ReadSource {
  /** What the version held; null without a version. */
  async function sinceOf(planId: string, adopted: Version | null): Promise<ReportSince | null> {
    const kept = adopted === null ? null : await snapshots.read(planId, adopted.snapshot);
    if (adopted === null || kept === null) return null;
    const { version, partyName: adoptedBy, adoptedOn } = adopted;
    return { version, adoptedBy, adoptedOn, plan: kept.plan, journal: kept.journal };
  }

  async function sourceNow(planId: string): Promise<ReportSource> {
    const [{ plan, contentHash }, opened] = await Promise.all([
      documents.readPlan(planId),
      journals.open(planId),
    ]);
    const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0));
    const since = await sinceOf(planId, comparedWith(journal.versions, { seq: journal.seq, snapshot: null }));
    return { plan, journal, version: versionNow(contentHash, dayOf(clock())), since };
  }

  /** A moment that nobody took a snapshot of. */
  async function sourceAt(planId: string, name: string): Promise<ReportSource | null> {
    const moment = await snapshots.moment(planId, name);
    if (moment === null) return null;
    const { plan, contentHash } = await documents.readState(moment.state);
    const opened = await journals.open(planId);
    const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0).slice(0, moment.journalSeq));
    const since = await sinceOf(planId, comparedWith(journal.versions, { seq: journal.seq, snapshot: null }));
    return { plan, journal, version: versionAt(contentHash, moment.at, plan.language), since };
  }

  return async (planId, moment, minutesOf) => {
    if (minutesOf !== undefined)
      return readMinutes({ documents, journals, snapshots, clock }, planId, minutesOf);
    if (moment === null) return sourceNow(planId);
    const kept = await snapshots.read(planId, moment);
    if (kept === null) return sourceAt(planId, moment);
    const { plan, journal, snapshot, contentHash } = kept;
    const { versions } = (await journals.open(planId)).journal;
    const since = await sinceOf(planId, comparedWith(versions, { seq: snapshot.seq, snapshot }));
    return { plan, journal, version: versionOf(snapshot, contentHash, plan.language), since };
  };
}
