import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { dayOf } from "@planwand/shared/report/dates.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import { wordsOf } from "@planwand/shared/report/words/words.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";
import type { PlanAtSnapshot, Snapshots } from "../plans/snapshots.ts";

/** Reads what an export is of: a snapshot by its id, the plan as it stands for null. Null when there is no such snapshot. */
export type ReadSource = (planId: string, snapshot: string | null) => Promise<ReportSource | null>;

export function createReadSource({
  documents,
  journals,
  snapshots,
  clock,
}: {
  readonly documents: Pick<Documents, "readPlan">;
  readonly journals: Pick<Journals, "open">;
  readonly snapshots: Pick<Snapshots, "read">;
  readonly clock: Clock;
}): ReadSource {
  return async (planId, snapshot) => {
    if (snapshot !== null) {
      const kept = await snapshots.read(planId, snapshot);
      return kept === null ? null : sourceAt(kept);
    }
    const [{ plan, contentHash }, opened] = await Promise.all([
      documents.readPlan(planId),
      journals.open(planId),
    ]);
    const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0));
    const concept = { state: "concept", label: null, adoptedBy: null, adoptedOn: null } as const;
    return { plan, journal, version: { ...concept, contentHash, day: dayOf(clock()) }, changes: null };
  };
}

/** A snapshot tells of its own day, whenever it is asked for. */
function sourceAt({ plan, journal, snapshot, version, contentHash }: PlanAtSnapshot): ReportSource {
  const day = dayOf(snapshot.at);
  return {
    plan,
    journal,
    version: {
      state: version === null ? "concept" : "adopted",
      label: version?.version ?? (snapshot.name.trim() || wordsOf(plan.language).cover.daily(day)),
      adoptedBy: version?.partyName ?? null,
      adoptedOn: version?.adoptedOn ?? null,
      contentHash,
      day,
    },
    changes: null,
  };
}
