import { readFile } from "@planwand/server/imports/read-file.ts";
import { NO_BASE } from "@planwand/shared/exchange/file-base.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { type ImportChoices, NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mergedBook, mergedDocument, mergedPage, mergedSheet } from "../builders/merged-file.ts";
import { countingIds, examplePlanDoc, STAMP } from "../builders/plan-doc.ts";
import { cases } from "../builders/run-length.ts";
import { csvFile } from "../builders/school-files.ts";
import { type SchoolActivity, type SchoolTable, schoolTable } from "../builders/school-table.ts";

/** A file of one of the kinds that tables come in, and its name. */
const FILES: readonly ((table: SchoolTable) => {
  readonly name: string;
  readonly file: Buffer | Promise<Buffer>;
})[] = [
  ...[";", ",", "\t", "|"].flatMap((separator) =>
    (["utf8", "utf16le", "latin1"] as const).map((encoding) => ({ rows }: SchoolTable) => ({
      name: "lijst.csv",
      file: csvFile(rows, separator, encoding),
    })),
  ),
  ({ rows, merged }) => ({ name: "lijst.xlsx", file: mergedBook(rows, merged) }),
  ({ rows, merged }) => ({ name: "lijst.ods", file: mergedSheet(rows, merged) }),
  ({ rows, merged }) => ({ name: "lijst.html", file: Buffer.from(mergedPage(rows, merged)) }),
  ({ rows, merged }) => ({ name: "lijst.docx", file: mergedDocument(rows, merged) }),
];

test("[EX30][EX31][EX33][EX47] a plan of a school comes in whole from a table of any layout in any kind of file, and nothing that is not in it", async () => {
  await fc.assert(
    fc.asyncProperty(
      schoolTable(),
      fc.oneof(fc.nat(11), fc.integer({ min: 12, max: FILES.length - 1 })),
      async (table, kind) => {
        const { activities, layout, dayOrder } = table;
        const { name, file } = FILES[kind]?.(table) ?? { name: "", file: Buffer.from("") };
        const doc = examplePlanDoc();
        const before = toPlan(doc);
        const known = new Set(before.activities.map(({ id }) => id));
        const read = readFile(await file, name, "nl");
        if (!("tables" in read)) throw new Error("it is a table");
        const propose = (choices: ImportChoices): Proposal =>
          proposeImport(before, read.kind, read.tables, choices, countingIds("imported"), NO_BASE);
        const asked = propose(NO_CHOICES);
        const proposal = asked.unclearDay === null ? asked : propose({ ...NO_CHOICES, dayOrder });
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
