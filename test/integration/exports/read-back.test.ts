import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { makePdf } from "@planwand/server/exports/pdf/make-pdf.ts";
import { makeDocx } from "@planwand/server/exports/word/docx.ts";
import { makeCalendar } from "@planwand/server/exports/calendar.ts";
import ICAL from "ical.js";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { asPdf, pdfInfo, pdfStructure, pdfText } from "../../builders/pdf.ts";

const source = reportSource();
const { plan } = source;

/** Only letters and digits: lines are broken and words hyphenated in another place by every program. */
function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]+/gu, "");
}

function times(text: string, wanted: string): number {
  return text.split(wanted).length - 1;
}

/** Every activity, decision and moment stands under its number once, and every party has its row. */
function expectAllOnce(text: string): void {
  const found = letters(text);
  const once: [string, string][] = [
    ...plan.activities.map(({ title }, at): [string, string] => [`A${at + 1}`, title]),
    ...plan.decisions.map(({ question }, at): [string, string] => [`B${at + 1}`, question]),
    ...plan.communications.map(({ message }, at): [string, string] => [`C${at + 1}`, message]),
  ];
  const counts = once.map(([number, words]) => [number, times(found, letters(`${number} ${words}`))]);
  expect(counts.filter(([, count]) => count !== 1)).toEqual([]);
  for (const { name } of plan.parties) expect(times(found, letters(name)), name).toBeGreaterThan(0);
}

test("[EXP8] ux X1: LibreOffice opens the Word document, and everything is in it once", async () => {
  const bytes = await makeDocx({ source, options: optionsOf() });
  expectAllOnce(pdfText(await asPdf(bytes, ".docx")));
});

test("[EXP8] ux X1 domain HR1: real headings, repeated heads, language, page numbers, names of tables", async () => {
  const files = unzipSync(await makeDocx({ source, options: optionsOf() }));
  const xml = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const body = xml("word/document.xml");
  for (const level of [1, 2]) expect(body).toContain(`<w:pStyle w:val="Heading${level}"/>`);
  const tables = times(body, "<w:tbl>");
  expect(tables).toBeGreaterThan(10);
  expect(times(body, "<w:tblHeader/>")).toBe(tables);
  expect(times(body, "<w:tblCaption ")).toBe(tables);
  expect(xml("word/styles.xml")).toContain('w:val="nl-NL"');
  const footers = Object.keys(files).filter((path) => /footer\d+\.xml$/.test(path));
  expect(footers.map(xml).some((text) => text.includes("PAGE") && text.includes("NUMPAGES"))).toBe(true);
  expect(body).toContain("TOC \\h");
});

test("[EXP8] the PDF is tagged, has a title and a language, headings, tables with heads, and everything once", async () => {
  const bytes = await makePdf({ source, options: optionsOf() });
  const info = pdfInfo(bytes);
  expect(info).toMatch(/^Tagged:\s+yes$/mu);
  expect(info).toMatch(/^Title:\s+Testplan – Activiteitenplan$/mu);
  const raw = Buffer.from(bytes).toString("latin1");
  expect(raw).toMatch(/\/Lang\s*\(nl/u);
  expect(raw).toContain("pdfuaid");
  const structure = pdfStructure(bytes);
  for (const element of ["H1", "H2", "Table", "TH", "TD", "TOC"]) {
    expect(structure, element).toMatch(new RegExp(`^\\s*${element}\\b`, "mu"));
  }
  expectAllOnce(pdfText(bytes));
});

test("[EXP8] for the archive it is PDF/A-2a", async () => {
  const bytes = await makePdf({ source, options: optionsOf({ archive: "true", document: "decisions" }) });
  const raw = Buffer.from(bytes).toString("latin1");
  expect(raw).toMatch(/pdfaid:part>2</u);
  expect(raw).toMatch(/pdfaid:conformance>A</u);
});

test("[EXP9] domain T6a: another parser reads every day of the calendar, whole days, on its own date", async () => {
  const text = new TextDecoder().decode(await makeCalendar({ source, options: optionsOf() }));
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  const read = new Map(
    events.map((one) => {
      const event = new ICAL.Event(one);
      return [
        event.uid,
        { day: event.startDate.toString(), isDate: event.startDate.isDate, summary: event.summary },
      ];
    }),
  );
  for (const { id, date, message } of plan.communications) {
    expect(read.get(`${id}@planwand`)).toMatchObject({ day: date, isDate: true });
    expect(read.get(`${id}@planwand`)?.summary).toContain(message);
  }
  const open = plan.decisions.filter(({ status, neededBy }) => status !== "decided" && neededBy !== null);
  for (const { id, neededBy } of open) expect(read.get(`${id}@planwand`)?.day).toBe(neededBy);
  const ends = plan.activities.filter(({ end, status }) => end !== null && status !== "dropped");
  for (const { id, end } of ends) expect(read.get(`${id}@planwand`)?.day).toBe(end);
  expect(read.size).toBe(plan.communications.length + open.length + ends.length);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
