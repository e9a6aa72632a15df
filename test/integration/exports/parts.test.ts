import { expect, test } from "vitest";
import { makePdf } from "@planwand/server/exports/pdf/make-pdf.ts";
import { reportParts } from "@planwand/shared/report/page-parts.ts";
import { composeReport } from "@planwand/shared/report/compose.ts";
import type { ReportOptions } from "@planwand/shared/report/options.ts";
import { hostilePlan, hostileStrings } from "../../builders/hostile-plan.ts";
import { pdfInfo, pdfOutline, pdfStructure, pdfText } from "../../builders/pdf.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { SEED } from "../../builders/run-length.ts";

const source = reportSource();
const ONE = { whole: 1_000_000, part: 1_000_000 };
const SMALL = { whole: 0, part: 90 };

/** The words of a document in order, without what only says on which page they stand and what a table repeats on each. */
function words(pdf: Uint8Array): string {
  const lines = pdfText(pdf).split("\n");
  const feet = /Pagina \d+ van \d+$|^\f?(BOP-domein|Activiteit|Betrokkene|Wanneer|Besluit|Domein|Fase) /u;
  return lines
    .filter((line) => !feet.test(line) && !/\. \. \./u.test(line))
    .join(" ")
    .replace(/\s+/gu, " ");
}

function countsOf(pdf: Uint8Array): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [, tag = ""] of pdfStructure(pdf).matchAll(/^\s*([A-Z][A-Za-z0-9]*)\b/gmu))
    counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

async function both(options: ReportOptions, of = source) {
  const input = { source: of, options };
  return { whole: await makePdf(input, ONE), parts: await makePdf(input, SMALL) };
}

test("[EXP12] a report in parts says the same, under the same headings, with tags, bookmarks, contents and page numbers", async () => {
  const { whole, parts } = await both(optionsOf());
  expect(reportParts(composeReport(source, optionsOf()).sections, SMALL.part).length).toBeGreaterThan(10);
  const titles = (pdf: Uint8Array): string[] => pdfOutline(pdf).map(({ title }) => title);
  expect(titles(parts)).toEqual(titles(whole));
  const [one, other] = [countsOf(whole), countsOf(parts)];
  for (const tag of ["H1", "H2", "TOCI", "Link", "LI"]) expect([tag, other[tag]]).toEqual([tag, one[tag]]);
  expect(other["Table"]).toBeGreaterThan(one["Table"] ?? 0);
  expect(other["Document"]).toBe(1);

  const pages = Number(/^Pages:\s+(\d+)$/mu.exec(pdfInfo(parts))?.[1]);
  const text = pdfText(parts);
  const feet = Array.from(text.matchAll(/Pagina (\d+) van (\d+)/gu), ([, at, of]) => [
    Number(at),
    Number(of),
  ]);
  expect(feet).toEqual(Array.from({ length: pages - 1 }, (_, at) => [at + 2, pages]));
  const told = Array.from(text.matchAll(/ (?:\. )+\W*(\d+)$/gmu), ([, page]) => Number(page));
  expect(told).toEqual(pdfOutline(parts).map(({ page }) => page));
  const byPage = text.split("\f");
  for (const { title, page } of pdfOutline(parts))
    expect(byPage[page - 1]?.replace(/\s+/gu, " ")).toContain(title);
});

test("[EXP12] nothing of a report in parts is lost or said twice, but for the heads of tables", async () => {
  const { whole, parts } = await both(optionsOf());
  const sorted = (text: string): string[] => text.split(" ").toSorted();
  const [one, other] = [sorted(words(whole)), sorted(words(parts))];
  const lost = new Map<string, number>();
  for (const word of one) lost.set(word, (lost.get(word) ?? 0) + 1);
  for (const word of other) lost.set(word, (lost.get(word) ?? 0) - 1);
  // A word that is broken at another place is two other pieces.
  const differing = [...lost].filter(
    ([word, count]) => count !== 0 && !word.includes("-") && !word.includes("\u00ad"),
  );
  expect(differing.length).toBeLessThan(one.length / 50);
});

test("[EXP12] for the archive, of one section, and of hostile texts too; the same state gives the same bytes", async () => {
  const archive = await makePdf({ source, options: optionsOf({ archive: "true" }) }, SMALL);
  expect(Buffer.from(archive).toString("latin1")).toMatch(/pdfaid:part>2</u);
  const one = await makePdf(
    { source, options: optionsOf({ document: "decisions" }) },
    { whole: 0, part: 20 },
  );
  expect(pdfInfo(one)).toMatch(/^Tagged:\s+yes$/mu);
  const hostile = reportSource(hostilePlan(source.plan, hostileStrings(SEED)).plan);
  const made = await both(optionsOf(), hostile);
  expect(pdfOutline(made.parts).map(({ title }) => title)).toEqual(
    pdfOutline(made.whole).map(({ title }) => title),
  );
  const again = await makePdf({ source: hostile, options: optionsOf() }, SMALL);
  expect(Buffer.from(again).equals(Buffer.from(made.parts))).toBe(true);
});
