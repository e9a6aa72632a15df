import { readFile } from "@planwand/server/imports/read-file.ts";
import { NO_BASE } from "@planwand/shared/exchange/file-base.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { countingIds, examplePlanDoc, STAMP } from "../builders/plan-doc.ts";
import { cases } from "../builders/run-length.ts";
import { csvFile } from "../builders/school-files.ts";
import { type SchoolActivity, schoolTable } from "../builders/school-table.ts";

test("[EX30][EX31][EX33] a plan of a school comes in whole from a table of any layout, and nothing that is not in it", () => {
  fc.assert(
    fc.property(
      schoolTable(),
      fc.constantFrom(";", ",", "\t", "|"),
      fc.constantFrom("utf8" as const, "utf16le" as const, "latin1" as const),
      ({ activities, rows, layout }, separator, encoding) => {
        const doc = examplePlanDoc();
        const before = toPlan(doc);
        const known = new Set(before.activities.map(({ id }) => id));
        const read = readFile(csvFile(rows, separator, encoding), "lijst.csv", "nl");
        if (!("tables" in read)) throw new Error("it is a table");
        const proposal = proposeImport(
          before,
          read.kind,
          read.tables,
          NO_CHOICES,
          countingIds("imported"),
          NO_BASE,
        );
        applyEdits(doc, proposal.edits, STAMP);
        const plan = toPlan(doc);
        const nameIn = (
          list: readonly { readonly id: string; readonly name: string }[],
          id: string | null | undefined,
        ) => list.find((one) => one.id === id)?.name;
        const made = plan.activities
          .filter(({ id }) => !known.has(id))
          .map((one) => ({
            title: one.title,
            phase: nameIn(plan.phases, one.phase),
            domain: nameIn(plan.domains, one.domain),
            ...(layout === "board"
              ? {}
              : { executor: nameIn(plan.parties, one.roles.executor[0]), end: one.end, status: one.status }),
          }));
        const wanted = activities.map(({ title, phase, domain, executor, end, status }: SchoolActivity) => ({
          title,
          phase,
          domain,
          ...(layout === "board" ? {} : { executor, end, status }),
        }));
        const byTitle = (a: { readonly title: string }, b: { readonly title: string }): number =>
          a.title < b.title ? -1 : 1;
        expect(made.toSorted(byTitle)).toEqual(wanted.toSorted(byTitle));
        // What was added to the plan besides is what its names are.
        expect(plan.phases.length).toBe(before.phases.length);
        expect(plan.domains.length).toBe(before.domains.length);
      },
    ),
    { numRuns: cases(2_000) },
  );
});
