import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import type { ExportSource } from "@planwand/server/exports/export-source.ts";
import { jsonOf } from "@planwand/server/plans/plan-value.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { type ReportOptions, reportOptions } from "@planwand/shared/report/options.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import { examplePlanDoc } from "./plan-doc.ts";

export const TODAY = "2026-11-23";

/** What a report is made of: the example as it stands on its own day unless told otherwise. */
export function reportSource(
  plan: Plan = toPlan(examplePlanDoc()),
  journal: Journal = EMPTY_JOURNAL,
): ReportSource {
  const concept = { state: "concept", label: null, adoptedBy: null, adoptedOn: null } as const;
  return {
    plan,
    journal,
    version: { ...concept, contentHash: "5f".repeat(32), journalHead: "", day: TODAY },
    since: null,
  };
}

/** The same as the server gives it to whoever makes files. */
export function exportSourceOf({ plan, journal, version, since }: ReportSource): ExportSource {
  const kept = since === null ? null : { ...since, plan: jsonOf(since.plan) };
  const key = JSON.stringify([plan.title, version.contentHash]);
  return { plan: jsonOf(plan), journal, version, since: kept, key, activities: plan.activities.length };
}

/** Options as an address gives them. */
export function optionsOf(given: Readonly<Record<string, string>> = {}): ReportOptions {
  return reportOptions.parse(given);
}
