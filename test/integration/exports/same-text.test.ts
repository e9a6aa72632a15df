import fc from "fast-check";
import { expect, test } from "vitest";
import { makeMarkdown } from "@planwand/server/exports/markdown.ts";
import { makePdf } from "@planwand/server/exports/pdf/make-pdf.ts";
import { makeDocx } from "@planwand/server/exports/word/docx.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { DOCUMENTS } from "@planwand/shared/report/documents.ts";
import type { ReportSource } from "@planwand/shared/report/report.ts";
import {
  firstDifference,
  lettersOfMarkdown,
  lettersOfPdf,
  lettersOfReport,
  lettersOfWord,
} from "../../builders/document-text.ts";
import { randomPlanAndJournal } from "../../builders/random-journal.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { cases, SEED } from "../../builders/run-length.ts";

/** Every document, of the whole plan or of a part of it. */
function documentsOf({ goals, parties, phases }: Plan, isWhole: boolean): Readonly<Record<string, string>>[] {
  const part = (name: string, [first]: readonly { readonly id: string }[]) =>
    first === undefined ? {} : { [name]: first.id };
  return DOCUMENTS.map((document) => ({
    document,
    ...(document === "agenda" ? part("party", parties) : {}),
    ...(document === "plan" && !isWhole ? part("phase", phases.toReversed()) : {}),
    ...(document === "accountability" && !isWhole ? part("goal", goals) : {}),
  }));
}

/** What each format of each document says otherwise than the document itself. */
async function differencesOf(source: ReportSource, isWhole = true): Promise<object[]> {
  const differences: object[] = [];
  for (const asked of documentsOf(source.plan, isWhole)) {
    const options = optionsOf(asked);
    const report = composeReport(source, options);
    const input = { source, options };
    const written = {
      md: [lettersOfMarkdown(await makeMarkdown(input)), lettersOfReport(report, "flowing")],
      docx: [lettersOfWord(await makeDocx(input)), lettersOfReport(report, "paged")],
      pdf: [lettersOfPdf(await makePdf(input)), lettersOfReport(report, "paged")],
    } as const;
    for (const [format, [found, said]] of Object.entries(written)) {
      const difference = firstDifference(found, said);
      if (difference !== null) differences.push({ ...asked, format, ...difference });
    }
  }
  return differences;
}

test("[EXP11] every value of every document of the example stands in its PDF, its Word document and its Markdown", async () => {
  expect(await differencesOf(reportSource(), cases(10) === 10)).toEqual([]);
});

test("[EXP11] every value of every document of random plans stands in every format, whatever its text", async () => {
  const plans = fc.sample(randomPlanAndJournal(), { numRuns: cases(40, 0.05), seed: SEED });
  for (const { plan, journal } of plans) expect(await differencesOf(reportSource(plan, journal))).toEqual([]);
});
