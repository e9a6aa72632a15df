import fc from "fast-check";
import { expect, test } from "vitest";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { Report, ReportSource } from "@planwand/shared/report/report.ts";
import { randomPlanAndJournal } from "../builders/random-journal.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { optionsOf, reportSource } from "../builders/report-source.ts";
import { entriesIn, headsIn, reportText, subjectsIn } from "../builders/report-text.ts";
import { cases } from "../builders/run-length.ts";

/** The source of a report that is compared with a version of another plan. */
const comparedTo = (source: ReportSource, plan: Plan): ReportSource => ({
  ...source,
  since: { version: "1.0", adoptedBy: "MT", adoptedOn: "2026-11-01", plan, journal: EMPTY_JOURNAL },
});

/** How often each number of an activity, decision or moment begins a cell: where the thing itself is told. */
function numbersIn(report: Report): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const head of headsIn(report)) {
    const number = /^[ABC]\d+(?= )/u.exec(head)?.[0];
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return counts;
}

test("[RPT1] on random plans every activity, decision and moment stands in the report once, and so does all else", () => {
  fc.assert(
    fc.property(randomPlanAndJournal(), randomPlan(), ({ plan, journal }, before) => {
      const report = composeReport(comparedTo(reportSource(plan, journal), before), optionsOf());
      expect(
        subjectsIn(report)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(entriesIn(plan).toSorted());
      const numbers = numbersIn(report);
      const expected = [
        ...plan.activities.map((_, at) => `A${at + 1}`),
        ...plan.decisions.map((_, at) => `B${at + 1}`),
      ];
      for (const number of expected) expect(numbers.get(number), number).toBe(1);
      expect(report.sections.map(({ id }) => id)).toContain("changes");
    }),
    { numRuns: cases(1_000, 0.05) },
  );
});

test("[RPT4] on random plans a report of every phase and of what has none is the whole, each entry once", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const ids = plan.phases.flatMap(({ id }) => {
        const report = composeReport(reportSource(plan), optionsOf({ phase: id }));
        return subjectsIn(report).flatMap((subject) => (subject.kind === "activity" ? subject.id : []));
      });
      const phases = new Set(plan.phases.map(({ id }) => id));
      const placed = plan.activities.filter(({ phase }) => phase !== null && phases.has(phase));
      expect(ids.toSorted()).toEqual(placed.map(({ id }) => id).toSorted());
    }),
    { numRuns: cases(500, 0.05) },
  );
});

test("[RPT11] of two random plans every entry that came, went or reads differently is named in the chapter of changes", () => {
  fc.assert(
    fc.property(randomPlan(), randomPlan(), (before, plan) => {
      const report = composeReport(comparedTo(reportSource(plan), before), optionsOf());
      const chapter = reportText({
        ...report,
        sections: report.sections.filter(({ id }) => id === "changes"),
      });
      const then = new Set(before.activities.map(({ id }) => id));
      const now = new Set(plan.activities.map(({ id }) => id));
      for (const { id, title } of plan.activities) if (!then.has(id)) expect(chapter).toContain(title.trim());
      for (const { id, title } of before.activities)
        if (!now.has(id)) expect(chapter).toContain(title.trim());
    }),
    { numRuns: cases(500, 0.05) },
  );
});
