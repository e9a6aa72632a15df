import { textOf } from "@planwand/shared/exchange/cell.ts";
import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { FileRefused } from "@planwand/server/imports/file-refusal.ts";
import { readFile, type ReadFile } from "@planwand/server/imports/read-file.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openSheet, openTable, wordFile, wordLine, wordTable } from "../../builders/packed-file.ts";
import { countingIds } from "../../builders/plan-doc.ts";

type Tables = Extract<ReadFile, { readonly tables: unknown }>;

function read(file: Buffer | string, name = "Proef"): Tables {
  const found = readFile(Buffer.from(file), name, "nl");
  if (!("tables" in found)) throw new Error("it holds no tables");
  return found;
}

function refusalOf(file: Buffer | string): string | null {
  try {
    readFile(Buffer.from(file), "Proef", "nl");
    return null;
  } catch (error) {
    if (error instanceof FileRefused) return error.code;
    throw error;
  }
}

/** What stands in the tables, as text. */
const textsOf = (file: Buffer | string): string[][][] =>
  read(file).tables.map(({ rows }) => rows.map((cells) => cells.map(textOf)));

function proposalOf(file: Buffer | string) {
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const { kind, tables } = read(file);
  return proposeImport(toPlan(doc), kind, tables, NO_CHOICES, countingIds("kind"));
}

const HEADINGS = ["Activiteit", "Klaar op", "Voortgang"];

test("[IMP6] an OpenDocument spreadsheet is read with its days, shares and repeated cells", () => {
  const day = '<table:table-cell office:value-type="date" office:date-value="2027-03-01T09:00:00"/>';
  const share = '<table:table-cell office:value-type="percentage" office:value="0.25"/>';
  const text =
    '<table:table-cell office:value-type="string"><office:annotation><text:p>Nee</text:p></office:annotation><text:p>Een<text:s text:c="2"/>twee</text:p><text:p>drie</text:p></table:table-cell>';
  const endless = '<table:table-cell table:number-columns-repeated="16000"/>';
  const nothing = `<table:table-row table:number-rows-repeated="1048000">${endless}</table:table-row>`;
  const table = openTable([HEADINGS, [text, day, share, endless]]).replace(
    "</table:table>",
    `${nothing}</table:table>`,
  );
  expect(textsOf(openSheet(table))).toEqual([[HEADINGS, ["Een  twee\ndrie", "2027-03-01", "25%"]]]);
  expect(proposalOf(openSheet(table)).kind).toBe("ods");
});

test("[IMP6] what stands in merged cells of an OpenDocument spreadsheet holds for each of their rows", () => {
  const phase =
    '<table:table-cell office:value-type="string" table:number-rows-spanned="3"><text:p>Analyse</text:p></table:table-cell>';
  const covered = "<table:covered-table-cell><text:p>verborgen</text:p></table:covered-table-cell>";
  const rows = [
    ["Fase", "Activiteit"],
    [phase, "Een"],
    [covered, "Twee"],
    [covered, "Drie"],
    ["", "Vier"],
  ];
  expect(textsOf(openSheet(openTable(rows)))[0]?.map(([first]) => first)).toEqual([
    "Fase",
    "Analyse",
    "Analyse",
    "Analyse",
    "",
  ]);
});

test("[IMP6] an OpenDocument spreadsheet in one file of XML is read, one with a password is not", () => {
  const xml = `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>${openTable([["Activiteit"], ["Een"]])}</office:spreadsheet></office:body></office:document>`;
  expect(textsOf(xml)).toEqual([[["Activiteit"], ["Een"]]]);
});

test.each([
  [
    "cells",
    '<table:table-cell office:value-type="string" table:number-columns-repeated="1000000000"><text:p>x</text:p></table:table-cell>',
    null,
  ],
  ["cells without end", '<table:table-cell table:number-columns-repeated="1e400"/>', null],
])("[IMP1] %s that come a billion times are read as far as a table goes", (_, cell) => {
  const [table = []] = textsOf(openSheet(openTable([["Activiteit"], [cell, "y"]])));
  expect(Math.max(...table.map((cells) => cells.length))).toBeLessThanOrEqual(100);
});

test("[IMP1] rows that come a billion times are too many when anything stands in them", () => {
  const rows = (content: string): Buffer =>
    openSheet(
      openTable([["Activiteit"]]).replace(
        "</table:table>",
        `<table:table-row table:number-rows-repeated="1000000000">${content}</table:table-row></table:table>`,
      ),
    );
  expect(
    refusalOf(rows('<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>')),
  ).toBe("file-too-many-rows");
  expect(refusalOf(rows("<table:table-cell/>"))).toBeNull();
});

test("[IMP7] the tables of a document are read, each called after the heading above it, with merged cells filled", () => {
  const merged = (text: string, value: string): string =>
    `<w:tc><w:tcPr><w:vMerge ${value}/></w:tcPr>${wordLine(text)}</w:tc>`;
  const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${wordLine("Een")}${wordLine("twee")}</w:tc>`;
  const heading = wordLine("Fase 1", '<w:pStyle w:val="Kop1"/>');
  const file = wordFile(
    `${wordLine("Vooraf")}${heading}${wordTable([
      ["Fase", "Activiteit", "", "Wie"],
      [merged("Analyse", 'w:val="restart"'), wide, "Examenbureau"],
      [merged("", ""), "Drie", "", "ICT"],
      ["", "Vier", "", "MT"],
    ])}${heading}${wordTable([["Activiteit"], ["Vijf"]])}`,
  );
  const { kind, tables, notes } = read(file);
  expect(kind).toBe("document");
  expect(tables.map(({ name }) => name)).toEqual(["Fase 1", "Fase 1 (2)"]);
  expect(textsOf(file)[0]).toEqual([
    ["Fase", "Activiteit", "", "Wie"],
    ["Analyse", "Een\ntwee", "", "Examenbureau"],
    ["Analyse", "Drie", "", "ICT"],
    ["", "Vier", "", "MT"],
  ]);
  expect(notes).toEqual([{ kind: "text-around", names: [] }]);
});

const NUMBERED = (level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`;
const LIST =
  '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>';

test("[IMP7] numbered paragraphs are a list with what stands under each, whatever stands around them", () => {
  const body = [
    wordLine("Verslag", '<w:pStyle w:val="Title"/>'),
    wordLine("We spraken af:"),
    wordLine("Procesplaat maken", NUMBERED(0)),
    wordLine("interviews", NUMBERED(1)),
    wordLine("tekenen", NUMBERED(1)),
    wordLine("Koppelvlakken kiezen", NUMBERED(0)),
    wordLine("Tot volgende week."),
  ].join("");
  const [table] = read(wordFile(body, { numbering: LIST })).tables;
  expect(table?.rows).toEqual([
    ["Activiteit", "Stappen"],
    ["Verslag", ""],
    ["We spraken af:", ""],
    ["Procesplaat maken", "interviews\ntekenen"],
    ["Koppelvlakken kiezen", ""],
    ["Tot volgende week.", ""],
  ]);
  expect([...(table?.beside ?? [])]).toEqual([1, 2, 5]);
});

test("[IMP7] items are known by their style too, but numbered headings are none", () => {
  const style = (id: string, more: string): string =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:pPr>${more}</w:pPr></w:style>`;
  const styles =
    style("Lijst1", `<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="360"/>`) +
    style("Lijst2", `<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="720"/>`) +
    style("Hoofdstuk", `<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>`);
  const line = (id: string, text: string): string => wordLine(text, `<w:pStyle w:val="${id}"/>`);
  const body =
    line("Hoofdstuk", "Acties") + line("Lijst1", "Een") + line("Lijst2", "stap") + line("Lijst1", "Twee");
  const [table] = read(wordFile(body, { numbering: LIST, styles })).tables;
  expect(table?.rows.slice(1)).toEqual([
    ["Acties", ""],
    ["Een", "stap"],
    ["Twee", ""],
  ]);
  expect([...(table?.beside ?? [])]).toEqual([1]);
});

test("[IMP7] a document with a table and a list brings both; what was deleted or moved away is not in it", () => {
  const gone = `<w:p><w:moveFrom><w:r><w:t>weg</w:t></w:r></w:moveFrom><w:del><w:r><w:delText>weg</w:delText></w:r></w:del></w:p>`;
  const body =
    wordTable([
      ["Activiteit", "Wie"],
      ["Een", "ICT"],
    ]) +
    gone +
    wordLine("Twee", NUMBERED(0));
  expect(textsOf(wordFile(body, { numbering: LIST }))).toEqual([
    [
      ["Activiteit", "Wie"],
      ["Een", "ICT"],
    ],
    [
      ["Activiteit", "Stappen"],
      ["Twee", ""],
    ],
  ]);
});

test("[IMP7] a table without a heading is none of a kind that its file is called after", () => {
  const file = wordFile(wordTable([["Activiteit"], ["Een"]]));
  const [table] = read(file, "plan.docx").tables;
  expect(table?.name).toBe("Tabel");
});

test("[IMP7] a document with neither a table nor a list is refused", () => {
  expect(refusalOf(wordFile(wordLine("Beste allen, hierbij het verslag.")))).toBe("file-document");
});

test("[IMP8] the table of a saved page is read, with cells that go on in each of their rows", () => {
  const page = `\ufeff<!DOCTYPE html>
<!-- saved from url=(0014)about:internet -->
<html><head><title>Planning</title><style>td{color:red}</style></head><body><nav><ul><li>Start</li></ul></nav>
<h2>Acties</h2><table><tr><th>Fase<th>Activiteit<th>Wie</tr>
<tr><td rowspan=2>Analyse<td colspan=1>Een<br>twee &amp; drie<td>ICT
<tr><td>Vier<td><p>MT</p><script>kwaad()</script>
<tr><td colspan=2>Vijf<td>HR</table></body></html>`;
  expect(textsOf(page)).toEqual([
    [
      ["Fase", "Activiteit", "Wie"],
      ["Analyse", "Een\ntwee & drie", "ICT"],
      ["Analyse", "Vier", "MT"],
      ["Vijf", "", "HR"],
    ],
  ]);
  expect(read(page).tables[0]?.name).toBe("Acties");
  expect(read(page).kind).toBe("page");
});

test("[IMP8] the list of a saved page is read when it has no table, without its ways to other pages", () => {
  const page = `<html><body><nav><ul><li>Start<li>Contact</ul></nav><table><tr><td>
<p>Beste allen,</p><ul><li>Een<ul><li>stap</li></ul></li><li><p>Twee</p><p>en meer</p></li></ul><p>Groet</p></td></tr></table>`;
  const [table] = read(page).tables;
  expect(table?.rows).toEqual([
    ["Activiteit", "Stappen"],
    ["Beste allen,", ""],
    ["Een", "stap"],
    ["Twee en meer", ""],
    ["Groet", ""],
  ]);
  expect([...(table?.beside ?? [])]).toEqual([1, 4]);
});

test("[IMP8] lists that Word saved in a page as paragraphs have their levels", () => {
  const item = (level: number, sign: string, text: string): string =>
    `<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp; </span></span><![endif]>${text}</p>`;
  const page = `<html><body>${item(1, "·", "Een")}${item(2, "o", "stap")}${item(1, "·", "Twee")}</body></html>`;
  expect(read(page).tables[0]?.rows.slice(1)).toEqual([
    ["Een", "stap"],
    ["Twee", ""],
  ]);
});

test("[IMP8] a table that only lays out a page is none, the tables in it are", () => {
  const inner = "<table><tr><td>Activiteit<td>Wie<tr><td>Een<td>ICT</table>";
  expect(textsOf(`<body><table><tr><td>Menu<td>${inner}</table>`)).toEqual([
    [
      ["Activiteit", "Wie"],
      ["Een", "ICT"],
    ],
  ]);
});

test("[IMP8] a page with neither a table nor a list is refused", () => {
  expect(refusalOf("<html><body><p>Welkom</p></body></html>")).toBe("file-web-page");
});

test.each([
  ["elements", `<div>${"<b>".repeat(100_000)}`],
  ["tables", "<table><tr><td>".repeat(10_000)],
])("[IMP1] a page of %s in each other without end is refused", (_, page) => {
  expect(refusalOf(page)).toBe("file-unsafe");
});
