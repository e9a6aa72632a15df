import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { type Clock, dayOf } from "@planwand/shared/kernel/clock.ts";
import { versionNow } from "@planwand/shared/report/version.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";
import type { Snapshots } from "../plans/snapshots.ts";
import { type ExportSource, exportSource } from "./export-source.ts";

export interface MinutesParts {
  readonly documents: Pick<Documents, "readPlan">;
  readonly journals: Pick<Journals, "open">;
  readonly snapshots: Pick<Snapshots, "read">;
  readonly clock: Clock;
}

/**
 * What the minutes of a workshop are made of: the plan of its closing snapshot and the journal up to its end, compared with its opening
 * snapshot; for one that goes on, the plan as it stands. Snapshots that were kept long enough are gone: then nothing is compared, and
 * things are called as they are now. Null when there is no such workshop.
 */
export async function readMinutes(
  { documents, journals, snapshots, clock }: MinutesParts,
  planId: string,
  sessionId: string | null,
): Promise<ExportSource | null> {
  const opened = await journals.open(planId);
  const { sessions } = opened.journal;
  const session = sessionId === null ? [...sessions.values()].at(-1) : sessions.get(sessionId);
  if (session === undefined) return null;
  const opening = await snapshots.read(planId, session.openingSnapshot);
  const kept =
    session.closingSnapshot === null ? null : await snapshots.read(planId, session.closingSnapshot);
  const plan = kept?.plan ?? (await documents.readPlan(planId));
  const events = opened.after(0);
  const journal = reduceJournal(EMPTY_JOURNAL, events.slice(0, session.closedSeq ?? events.length));
  const before = reduceJournal(EMPTY_JOURNAL, events.slice(0, session.openedSeq));
  const isComparable = opening !== null && (kept !== null || session.closingSnapshot === null);
  const since = isComparable
    ? {
        version: session.goal,
        adoptedBy: "",
        adoptedOn: dayOf(session.openedAt),
        plan: opening.plan.json,
        journal: before,
      }
    : null;
  const hashes = { contentHash: plan.contentHash, journalHead: opened.headAt(journal.seq) };
  const version = versionNow(hashes, dayOf(session.closedAt ?? clock()));
  return exportSource({ planId, plan, journal, version, since, lastSeq: opened.seq });
}
