import { deflateRawSync, gzipSync } from "node:zlib";
import { FileRefused } from "@planwand/server/imports/file-refusal.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import type { FormatId } from "@planwand/server/exports/format.ts";
import { makerOf } from "@planwand/server/exports/makers.ts";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { optionsOf, reportSource } from "../../builders/report-source.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";

/** Why the file is refused; what it was taken for when it is not. */
function fateOf(bytes: Uint8Array, name = "plan.csv"): string {
  try {
    return readFile(Buffer.from(bytes), name, "nl").kind;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");
const zipOf = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
const oleWith = (name: string): Buffer =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1500),
    Buffer.from(name, "utf16le"),
    Buffer.alloc(500),
  ]);
const openDocument = (kind: string): Uint8Array =>
  zipOf({ mimetype: `application/vnd.oasis.opendocument.${kind}`, "content.xml": "<x/>" });

/** A document whose text is all there is to see, as scanners and old programs write PDF. */
const PLAIN_PDF = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";

const TEXTS: readonly (readonly [string, string | Uint8Array, string])[] = [
  ["PDF of text alone", PLAIN_PDF, "file-pdf"],
  ["PDF behind a line of something else", `HTTP/1.1 200 OK\n${PLAIN_PDF}`, "file-pdf"],
  ["PostScript", "%!PS-Adobe-3.0\n/Times-Roman findfont\n", "file-pdf"],
  ["rich text", "{\\rtf1\\ansi{\\fonttbl\\f0 Arial;}\\f0 Procesplaat maken\\par}", "file-document"],
  [
    "a web page without a table or a list",
    "\ufeff\n<!DOCTYPE html><html><table><tr><td>Activiteit</td></tr></table></html>",
    "file-web-page",
  ],
  ["a frame of a web page", "<table><tr><td>Activiteit</td></tr></table>", "file-web-page"],
  ["XML", '<?xml version="1.0"?><Project><Task>Activiteit</Task></Project>', "file-unknown"],
  ["a message", "Subject: acties\r\nMIME-Version: 1.0\r\n\r\nBeste allen,\r\n", "file-mail"],
  ["a calendar", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "file-unknown"],
];

const BINARIES: readonly (readonly [string, Uint8Array, string])[] = [
  ["GIF", latin1("GIF89a\x01\0\x01\0\x80\0\0"), "file-picture"],
  ["JPEG", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0"), "file-picture"],
  ["bitmap", latin1("BM\x46\0\0\0\0\0\0\0\x36\0\0\0"), "file-picture"],
  ["TIFF", latin1("II*\0\x08\0\0\0"), "file-picture"],
  ["WebP", latin1("RIFF\x24\0\0\0WEBPVP8 "), "file-picture"],
  ["gzip", gzipSync("Activiteit;Fase\nProcesplaat maken;Analyse\n"), "file-packed"],
  ["7-Zip", latin1("7z\xbc\xaf\x27\x1c\0\x04"), "file-packed"],
  ["a ZIP file of anything", zipOf({ "plan.csv": "Activiteit\nRollen" }), "file-packed"],
  ["PowerPoint", zipOf({ "ppt/presentation.xml": "<x/>" }), "file-document"],
  ["LibreOffice Writer", openDocument("text"), "file-document"],
  ["LibreOffice Calc without a sheet", openDocument("spreadsheet"), "file-empty"],
  ["Word without a table or a list", zipOf({ "word/document.xml": "<x/>" }), "file-document"],
  ["Numbers", zipOf({ "Index/Document.iwa": "x" }), "file-other-sheet"],
  ["binary Excel", zipOf({ "xl/workbook.bin": "x" }), "file-old-excel"],
  ["old Word", oleWith("WordDocument"), "file-document"],
  ["old PowerPoint", oleWith("PowerPoint Document"), "file-document"],
  ["old Excel", oleWith("Workbook"), "file-old-excel"],
  ["Excel behind a password", oleWith("EncryptedPackage"), "file-old-excel"],
  ["Outlook", oleWith("__substg1.0_0037001F"), "file-mail"],
  ["a program of Windows", latin1("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff"), "file-unknown"],
  ["a program of Linux", latin1("\x7fELF\x02\x01\x01\0"), "file-unknown"],
  ["a database", latin1("SQLite format 3\0\x10\0\x01\x01\0"), "file-unknown"],
  [
    "deflated bytes",
    deflateRawSync(Buffer.from("Activiteit;Fase\n".repeat(3).concat("Rollen;Analyse"))),
    "file-unknown",
  ],
];

test.each(TEXTS)(
  "[IMP2] %s is refused by what stands in it, whatever it is called",
  (_kind, content, code) => {
    expect(fateOf(typeof content === "string" ? Buffer.from(content) : content)).toBe(code);
  },
);

test.each(BINARIES)("[IMP2] %s is refused by its bytes, whatever it is called", (_kind, bytes, code) => {
  expect(fateOf(bytes)).toBe(code);
  expect(fateOf(bytes, "plan.xlsx")).toBe(code);
});

test("[IMP2] the documents and pictures that the product makes itself are refused, its tables are not", async () => {
  const input = { source: reportSource(), options: optionsOf({ document: "agenda", party: "geen" }) };
  const made = async (format: FormatId): Promise<Uint8Array> => {
    const make = await makerOf(format);
    return make(input);
  };
  expect(fateOf(await made("pdf"))).toBe("file-pdf");
  expect(fateOf(await made("docx"))).toBe("file-document");
  expect(fateOf(await made("png"))).toBe("file-picture");
  expect(fateOf(await made("svg"))).toBe("file-unknown");
  expect(fateOf(await made("ics"))).toBe("file-unknown");
  expect(fateOf(await made("xlsx"))).toBe("excel");
  expect(fateOf(await made("csv"))).toBe("csv");
  expect(fateOf(await made("json"))).toBe("plan");
});

test("[IMP2] bytes that are no text are refused in any encoding, and text is read in any encoding", () => {
  const marks = { none: [], utf16le: [0xff, 0xfe], utf16be: [0xfe, 0xff], utf8: [0xef, 0xbb, 0xbf] };
  const random = seeded(SEED);
  for (let round = 0; round < cases(500); round++) {
    const noise = Uint8Array.from({ length: 600 }, () => Math.floor(random() * 256));
    for (const mark of Object.values(marks))
      expect(fateOf(Buffer.from([...mark, ...noise])), String(round)).toMatch(/^file-/u);
  }
  const table = "Activiteit;Fase\r\nCoördinatie – één plan;Analyse\r\nBM en MZ;Ontwerp\r\n";
  const bigEndian = Buffer.from(`\ufeff${table}`, "utf16le").swap16();
  const encoded = [
    Buffer.from(table),
    Buffer.from(`\ufeff${table}`),
    Buffer.from(`\ufeff${table}`, "utf16le"),
    bigEndian,
  ];
  for (const bytes of encoded) expect(fateOf(bytes)).toBe("csv");
  expect(fateOf(latin1("Co\xf6rdinatie;\x80 5\nMZ;BM\n"))).toBe("csv");
  for (const start of ["BM", "MZ", "BZh", "RIFF-overleg", "GIF maken"])
    expect(fateOf(Buffer.from(`${start};Fase\nRollen;Analyse\n`)), start).toBe("csv");
});

test("[EX6][IMP2] a cell of several lines in quotes is one cell, though its lines look like those of a list", () => {
  const csv = 'Titel,Links\n"Rooster","een <https://voorbeeld.nl/>\n► <https://voorbeeld.nl/2>"\nExamen,\n';
  const read = readFile(Buffer.from(csv), "plan.csv", "nl");
  expect("tables" in read ? read.tables[0]?.rows : null).toEqual([
    ["Titel", "Links"],
    ["Rooster", "een <https://voorbeeld.nl/>\n► <https://voorbeeld.nl/2>"],
    ["Examen", ""],
  ]);
});
