import { PNG } from "pngjs";
import { expect, test } from "vitest";
import { makePng, makePosterPdf, makeSvg, PICTURE_WIDTHS } from "@planwand/server/exports/poster/formats.ts";
import { PAPERS } from "@planwand/shared/report/documents.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { pdfInfo, pdfText } from "../../builders/pdf.ts";

/** Long and short side in points (ISO 216). */
const SIDES = {
  a3: [1190.55, 841.89],
  a2: [1683.78, 1190.55],
  a1: [2383.94, 1683.78],
  a0: [3370.39, 2383.94],
};

test.each(PAPERS)("[EXP7] ux X3: the wall is one sheet of %s on its side, with a foot", async (paper) => {
  const source = reportSource();
  const bytes = await makePosterPdf({ source, options: optionsOf({ paper }) });
  const info = pdfInfo(bytes);
  expect(info).toMatch(/^Pages:\s+1$/mu);
  expect(info).toMatch(/^Tagged:\s+yes$/mu);
  const [width = 0, height = 0] = (/^Page size:\s+([\d.]+) x ([\d.]+)/mu.exec(info) ?? [])
    .slice(1)
    .map(Number);
  expect([width, height].map(Math.round)).toEqual(SIDES[paper].map(Math.round));
  const text = pdfText(bytes);
  const live = source.plan.activities.filter(({ status }) => status !== "dropped");
  for (let at = 1; at <= live.length; at++) expect(text).toMatch(new RegExp(`\\bA\\d+ · `, "u"));
  expect(text).toContain("Testplan · Concept · 23 november 2026");
});

test("[EXP7] ux X3: a version that was adopted says so at the foot", async () => {
  const source = reportSource();
  const version = { ...source.version, state: "adopted", label: "1.0" } as const;
  const bytes = await makePosterPdf({ source: { ...source, version }, options: optionsOf() });
  expect(pdfText(bytes)).toContain("Testplan · Vastgesteld 1.0 · 23 november 2026");
});

test("[EXP7] the picture has the size that it says, and something on it", async () => {
  const bytes = await makePng({ source: reportSource(), options: optionsOf({ paper: "a3" }) });
  const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
  expect([width, height]).toEqual([PICTURE_WIDTHS.a3, Math.round(PICTURE_WIDTHS.a3 / Math.SQRT2)]);
  const colors = new Set<number>();
  for (let at = 0; at < data.length; at += 4 * 97) colors.add(data.readUInt32BE(at));
  expect(colors.size).toBeGreaterThan(50);
});

test("[EXP7] the drawing names itself, and runs nothing", async () => {
  const { plan } = reportSource();
  const hostile = '</title><script>alert("1")</script>';
  const bytes = await makeSvg({ source: reportSource({ ...plan, title: hostile }), options: optionsOf() });
  const text = new TextDecoder().decode(bytes);
  expect(text).toMatch(/^<svg role="img"[^>]*viewBox="0 0 1190\.5\d+ 841\.8\d+"/u);
  expect(text).not.toMatch(/<script|\son\w+=|javascript:/iu);
});
