import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
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
    version: { ...concept, contentHash: "5f".repeat(32), day: TODAY },
    since: null,
  };
}

/** Options as an address gives them. */
export function optionsOf(given: Readonly<Record<string, string>> = {}): ReportOptions {
  return reportOptions.parse(given);
}
