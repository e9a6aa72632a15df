import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { dayOf } from "@planwand/shared/report/dates.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import type { Journals } from "../journal/journals.ts";
import type { Documents } from "../plans/documents.ts";

/** Reads what an export is of: a snapshot by its id, the plan as it stands for null. Null when there is no such snapshot. */
export type ReadSource = (planId: string, snapshot: string | null) => Promise<ReportSource | null>;

/** The plan as it stands, with every edit admitted before. */
export function createReadSource({
  documents,
  journals,
  clock,
}: {
  readonly documents: Pick<Documents, "readPlan">;
  readonly journals: Pick<Journals, "open">;
  readonly clock: Clock;
}): ReadSource {
  return async (planId, snapshot) => {
    if (snapshot !== null) return null;
    const [{ plan, contentHash }, opened] = await Promise.all([
      documents.readPlan(planId),
      journals.open(planId),
    ]);
    const journal = reduceJournal(EMPTY_JOURNAL, opened.after(0));
    const concept = { state: "concept", label: null, adoptedBy: null, adoptedOn: null } as const;
    return { plan, journal, version: { ...concept, contentHash, day: dayOf(clock()) }, changes: null };
  };
}
