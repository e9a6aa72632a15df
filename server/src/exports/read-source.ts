import { type Clock, dayOf } from "@planwand/shared/kernel/clock.ts";
import { EMPTY_JOURNAL, type Version } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { comparedWith, versionAt, versionNow, versionOf } from "@planwand/shared/report/version.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";
import type { Snapshots } from "../plans/snapshots.ts";
import { type ExportSource, exportSource } from "./export-source.ts";
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
) => Promise<ExportSource | null>;

export interface ReadSourceParts {
  readonly documents: Pick<Documents, "readPlan" | "readState">;
  readonly journals: Pick<Journals, "open">;
  readonly snapshots: Pick<Snapshots, "read" | "moment">;
  readonly clock: Clock;
}

export function createReadSource(parts: ReadSourceParts): ReadSource {
  const { documents, journals, snapshots, clock } = parts;

  /** What the version held; null without a version. */
  async function sinceOf(planId: string, adopted: Version | null): Promise<ExportSource["since"]> {
    const kept = adopted === null ? null : await snapshots.read(planId, adopted.snapshot);
    if (adopted === null || kept === null) return null;
    const { version, partyName: adoptedBy, adoptedOn } = adopted;
    return { version, adoptedBy, adoptedOn, plan: kept.plan.json, journal: kept.journal };
  }

  async function sourceNow(planId: string): Promise<ExportSource> {
    const [plan, opened] = await Promise.all([documents.readPlan(planId), journals.open(planId)]);
    const { journal } = opened;
    const since = await sinceOf(planId, comparedWith(journal.versions, { seq: journal.seq, snapshot: null }));
    const hashes = { contentHash: plan.contentHash, journalHead: opened.headAt(journal.seq) };
    const version = versionNow(hashes, dayOf(clock()));
    return exportSource({ planId, plan, journal, version, since, lastSeq: opened.seq });
  }

  /** A moment that nobody took a snapshot of. */
  async function sourceAt(planId: string, name: string): Promise<ExportSource | null> {
    const moment = await snapshots.moment(planId, name);
    if (moment === null) return null;
    const plan = await documents.readState(planId, moment);
    const opened = await journals.open(planId);
    const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0).slice(0, moment.journalSeq));
    const since = await sinceOf(planId, comparedWith(journal.versions, { seq: journal.seq, snapshot: null }));
    const hashes = { contentHash: plan.contentHash, journalHead: opened.headAt(journal.seq) };
    const version = versionAt(hashes, moment.at, plan.language);
    return exportSource({ planId, plan, journal, version, since, lastSeq: opened.seq });
  }

  return async (planId, moment, minutesOf) => {
    if (minutesOf !== undefined) return readMinutes(parts, planId, minutesOf);
    if (moment === null) return sourceNow(planId);
    const kept = await snapshots.read(planId, moment);
    if (kept === null) return sourceAt(planId, moment);
    const { plan, journal, snapshot } = kept;
    const opened = await journals.open(planId);
    const since = await sinceOf(
      planId,
      comparedWith(opened.journal.versions, { seq: snapshot.seq, snapshot }),
    );
    const hashes = { contentHash: plan.contentHash, journalHead: opened.headAt(journal.seq) };
    const version = versionOf(snapshot, hashes, plan.language);
    return exportSource({ planId, plan, journal, version, since, lastSeq: opened.seq });
  };
}
