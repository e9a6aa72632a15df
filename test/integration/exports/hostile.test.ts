import { DOMParser } from "@xmldom/xmldom";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { planFile } from "@planwand/shared/exchange/plan-file.ts";
import { FORMATS } from "../../builders/formats.ts";
import { pdfInfo } from "../../builders/pdf.ts";
import { crowdedPlan, hostilePlan, hostileStrings } from "../../builders/hostile-plan.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { cases, SEED } from "../../builders/run-length.ts";

const STRINGS = 10_000;
/** What a spreadsheet takes for a formula, in a cell of text. */
const FORMULA = /^[=+@\t\r]|^-(?!\d)/u;

/** @throws Error when this is no well-formed XML */
function parseXml(xml: string): void {
  const complain = (level: string, message: string): void => {
    // Half a character was replaced by that one, as it should be.
    if (/replacement character/iu.test(message)) return;
    throw new Error(`${level}: ${message.slice(0, 200)}`);
  };
  new DOMParser({ onError: complain }).parseFromString(xml, "text/xml");
}

/** What each format is read with: each complains of a file that is broken. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => void | Promise<void>>> = {
  docx(bytes) {
    const files = unzipSync(bytes);
    for (const [path, content] of Object.entries(files))
      if (/\.(xml|rels)$/.test(path)) parseXml(strFromU8(content));
    expect(strFromU8(files["word/document.xml"] ?? new Uint8Array())).not.toContain("<script");
  },
  pdf: (bytes) => expect(pdfInfo(bytes)).toMatch(/^Tagged:\s+yes$/mu),
  "poster.pdf": (bytes) => expect(pdfInfo(bytes)).toMatch(/^Pages:\s+\d+$/mu),
  svg(bytes) {
    const text = new TextDecoder().decode(bytes);
    parseXml(text);
    expect(text).not.toMatch(/<(script|foreignObject|image)\b|\son[a-z]+=/iu);
  },
  png: (bytes) =>
    expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG"),
  ics(bytes) {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    for (const event of events) expect(String(event.getFirstPropertyValue("uid"))).toMatch(/@planwand$/u);
  },
  md(bytes) {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    expect(text).not.toMatch(/(?<!\\)<(?!br>)[a-z!/]/iu);
    expect(text).not.toMatch(/\]\(javascript/iu);
  },
  async xlsx(bytes) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(bytes).buffer);
    const faults: string[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell(({ type, value, address }) => {
          const isText = typeof value === "string" && FORMULA.test(value);
          if (type === ExcelJS.ValueType.Formula || isText) faults.push(`${sheet.name} ${address}`);
        }),
      ),
    );
    expect(faults).toEqual([]);
  },
  csv(bytes) {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const rows: string[][] = parse(text, { bom: true, delimiter: ";" });
    expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
  },
  json: (bytes) => expect(planFile.safeParse(JSON.parse(new TextDecoder().decode(bytes))).success).toBe(true),
};

/** So many times the example in one document: the pages of Word are laid out for the first, which is small, only. */
const TIMES = [1, 7];

test("[EXP3] ten thousand hostile strings in every field: no broken file, nothing but text, no formula", async () => {
  const next = hostileStrings(SEED);
  const wanted = cases(STRINGS, 0.05);
  for (let done = 0, round = 0; done < wanted; round++) {
    const crowd = crowdedPlan(reportSource().plan, TIMES[round] ?? TIMES.at(-1) ?? 1);
    const hostile = hostilePlan(crowd, next);
    done += hostile.strings;
    const source = reportSource(hostile.plan);
    for (const format of FORMATS)
      await READERS[format.id]?.(await format.make({ source, options: optionsOf() }));
  }
  // A format without a reader would be one that nobody looks at.
  expect(Object.keys(READERS).toSorted()).toEqual(FORMATS.map(({ id }) => id).toSorted());
});

test("[EXP3] a plan of whose title nothing can be printed has a poster with a name all the same", async () => {
  const { plan } = reportSource();
  const source = reportSource({ ...plan, title: "\u202e\ufeff" });
  const poster = FORMATS.filter(({ id }) => id.startsWith("poster"));
  expect(poster.length).toBeGreaterThan(0);
  for (const format of poster)
    await READERS[format.id]?.(await format.make({ source, options: optionsOf() }));
});
