import type { Journal } from "@planwand/shared/journal/journal.ts";
import type { ReportSince, ReportSource, ReportVersion } from "@planwand/shared/report/report.ts";
import type { PlanValue } from "../plans/document-task.ts";
import { planIn } from "../plans/plan-value.ts";

/** What an export is of, with its plans still written down: only who makes the file reads them. */
export interface ExportSource extends Omit<ReportSource, "plan" | "since"> {
  /** JSON, UTF-8: a `Plan`. */
  readonly plan: Uint8Array;
  readonly since: (Omit<ReportSince, "plan"> & { readonly plan: Uint8Array }) | null;
  /** Names all of this: sources with the same one are the same. */
  readonly key: string;
  /** How many activities the plan has. */
  readonly activities: number;
}

/** What a source is put together from. */
export interface SourceParts {
  readonly planId: string;
  readonly plan: PlanValue;
  readonly journal: Journal;
  readonly version: ReportVersion;
  readonly since: ExportSource["since"];
  /** The last event that there is now: what was erased by it is in no journal, of whatever moment. */
  readonly lastSeq: number;
}

/** Puts a source together, under a name for all that is in it. */
export function exportSource({ planId, plan, journal, version, since, lastSeq }: SourceParts): ExportSource {
  const told = [planId, plan.contentHash, journal.seq, lastSeq, version, since?.version, since?.journal.seq];
  const { json, activities } = plan;
  return { plan: json, journal, version, since, key: JSON.stringify(told), activities };
}

/** The same with its plans read. */
export function reportSourceOf({ plan, journal, version, since }: ExportSource): ReportSource {
  return {
    plan: planIn({ json: plan }),
    journal,
    version,
    since: since === null ? null : { ...since, plan: planIn({ json: since.plan }) },
  };
}
