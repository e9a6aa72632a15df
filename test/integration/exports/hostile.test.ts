import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { FORMATS } from "@planwand/server/exports/registry.ts";
import { pdfInfo } from "../../builders/pdf.ts";
import { hostilePlan, hostileStrings } from "../../builders/hostile-plan.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { cases, SEED } from "../../builders/run-length.ts";

const STRINGS = 10_000;

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
const READERS: Readonly<Record<string, (bytes: Uint8Array) => void>> = {
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
};

test("[EXP3] ten thousand hostile strings in every field: no broken file, nothing but text", async () => {
  const next = hostileStrings(SEED);
  const wanted = cases(STRINGS, 0.05);
  for (let done = 0; done < wanted;) {
    const hostile = hostilePlan(reportSource().plan, next);
    done += hostile.strings;
    const source = reportSource(hostile.plan);
    for (const format of FORMATS) {
      // What others add has readers of its own.
      const read = READERS[format.id];
      if (read !== undefined) read(await format.make({ source, options: optionsOf() }));
    }
  }
});
