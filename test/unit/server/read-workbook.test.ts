import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import { countRows } from "@planwand/shared/exchange/proposal.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { FileRefused } from "@planwand/server/imports/file-refusal.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { openSheet, openTable, packed } from "../../builders/packed-file.ts";
import { countingIds, STAMP } from "../../builders/plan-doc.ts";

interface Book {
  readonly rows: string;
  readonly columns?: string;
  readonly hidden?: readonly string[];
  readonly styles?: string;
  readonly is1904?: boolean;
}

function workbook({ rows, columns = "", hidden = [], styles = "", is1904 = false }: Book): Buffer {
  const sheets = hidden.map((name) => `<sheet name="${name}" state="hidden" r:id="r9"/>`).join("");
  return packed({
    "xl/workbook.xml": `<workbook><workbookPr date1904="${is1904 ? 1 : 0}"/><sheets><sheet name="Blad" r:id="r1"/>${sheets}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
    "xl/styles.xml": `<styleSheet>${styles}</styleSheet>`,
    "xl/worksheets/a.xml": `<worksheet><cols>${columns}</cols><sheetData>${rows}</sheetData></worksheet>`,
  });
}

const cell = (text: string): string =>
  text.startsWith("<") ? text : text === "" ? "<c/>" : `<c t="str"><v>${text}</v></c>`;
const row = (cells: readonly string[], more = ""): string => `<row ${more}>${cells.map(cell).join("")}</row>`;

/** What is proposed of a file for an empty plan, and the plan that it makes. */
function proposed(file: Buffer) {
  const read = readFile(file, "Proef", "nl");
  if (!("tables" in read)) throw new Error("it holds no tables");
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const proposal = proposeImport(toPlan(doc), read.kind, read.tables, NO_CHOICES, countingIds("book"));
  applyEdits(doc, proposal.edits, STAMP);
  return { proposal, plan: toPlan(doc), notes: [...read.notes, ...proposal.notes] };
}

test("[IMP9][EX19] each error in a workbook is a problem of its row, by its column", () => {
  const error = (name: string): string => `<c t="e"><f>X</f><v>${name}</v></c>`;
  const rows = [
    row(["Activiteit", "Klaar op", "Wie"]),
    row(["Een", error("#REF!"), error("#N/A")]),
    row([error("#DIV/0!"), "", error("#NAME?")]),
  ].join("");
  const { proposal } = proposed(workbook({ rows }));
  expect(proposal.rows.map(({ action, problems }) => [action, problems])).toEqual([
    [
      "add",
      [
        { code: "error-value", column: "roles.executor", text: "#N/A" },
        { code: "error-value", column: "end", text: "#REF!" },
      ],
    ],
    [
      "refused",
      [
        { code: "error-value", column: "title", text: "#DIV/0!" },
        { code: "error-value", column: "roles.executor", text: "#NAME?" },
      ],
    ],
  ]);
});

test.each([
  ["CSV", Buffer.from("Activiteit;Klaar op\nEen;#N/B\n"), "#N/B"],
  [
    "an OpenDocument spreadsheet",
    openSheet(
      openTable([
        ["Activiteit", "Klaar op"],
        [
          "Een",
          '<table:table-cell office:value-type="float" office:value="0" calcext:value-type="error"><text:p>Err:502</text:p></table:table-cell>',
        ],
      ]),
    ),
    "Err:502",
  ],
])("[IMP9] an error in %s is a problem of its row", (_, file, text) => {
  const { proposal } = proposed(file);
  expect(proposal.rows[0]?.problems).toEqual([{ code: "error-value", column: "end", text }]);
});

test("[IMP10][EX20] hidden rows come along and say so; hidden columns and sheets are told by name", () => {
  const rows = [
    row(["Activiteit", "Status", "Id"]),
    row(["Een", "Bezig", "x"]),
    row(["Twee", "Bezig", "x"], 'hidden="1"'),
    row(["Drie", "Bezig", "x"], 'ht="0" customHeight="1"'),
  ].join("");
  const columns = '<col min="2" max="3" hidden="1"/>';
  const { proposal, plan, notes } = proposed(workbook({ rows, columns, hidden: ["Oud", "Salaris"] }));
  expect(
    proposal.rows.map(({ problems, isSkipped }) => [problems.map(({ code }) => code), isSkipped]),
  ).toEqual([
    [[], false],
    [["hidden-row"], false],
    [["hidden-row"], false],
  ]);
  expect(countRows(proposal).troubled).toBe(0);
  expect(plan.activities).toHaveLength(3);
  expect(notes).toEqual([
    { kind: "hidden-sheets", names: ["Oud", "Salaris"] },
    { kind: "hidden-columns", names: ["Status"] },
  ]);
});

test("[IMP10] so they are in an OpenDocument spreadsheet", () => {
  const styles =
    '<style:style style:name="uit" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const table = openTable([
    ["Activiteit", "Status"],
    ["Een", "Bezig"],
    ["Twee", "Bezig"],
  ])
    .replace('table:name="Blad">', '$&<table:table-column/><table:table-column table:visibility="collapse"/>')
    .replace(
      /<table:table-row>(?=(?:(?!<table:table-row>).)*$)/u,
      '<table:table-row table:visibility="filter">',
    );
  const hidden = openTable([["Activiteit"], ["Oud"]], "Archief").replace(
    'table:name="Archief"',
    '$& table:style-name="uit"',
  );
  const { proposal, notes } = proposed(openSheet(table + hidden, styles));
  expect(proposal.rows.map(({ title, problems }) => [title, problems.length])).toEqual([
    ["Een", 0],
    ["Twee", 1],
  ]);
  expect(notes).toEqual([
    { kind: "hidden-sheets", names: ["Archief"] },
    { kind: "hidden-columns", names: ["Status"] },
  ]);
});

const FILLS =
  '<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor theme="5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFFFF"/></patternFill></fill></fills>' +
  '<cellXfs><xf fillId="0"/><xf fillId="1"/><xf fillId="2"/><xf fillId="3"/></cellXfs>';

test.each([
  ["is told when it is empty and has colours", ['<c s="1"/>', '<c s="2"/>'], ["Stand"]],
  ["is told when one cell is coloured", ["", '<c s="2"/>'], ["Stand"]],
  ["is not when it is white", ['<c s="3"/>', '<c s="3"/>'], []],
  ["is not when something stands in it", ['<c s="1"/>', "Bezig"], []],
])("[EX21] a column %s", (_, [first = "", second = ""], names) => {
  const rows = row(["Activiteit", "Stand"]) + row(["Een", first]) + row(["Twee", second]);
  const { notes } = proposed(workbook({ rows, styles: FILLS }));
  expect(notes.flatMap((note) => note.names)).toEqual(names);
});

test("[EX21] a colour that a whole row has says nothing of one column", () => {
  const banded = '<c t="str" s="1"><v>Een</v></c>';
  const rows = row(["Activiteit", "Opmerking"]) + row([banded, '<c s="1"/>']);
  expect(proposed(workbook({ rows, styles: FILLS })).notes).toEqual([]);
});

test("[EX22] a day that is a mere number in a workbook of 1904 is the day that it counts to", () => {
  const rows = row(["Activiteit", "Klaar op"]) + row(["Een", "<c><v>44985</v></c>"]);
  expect(proposed(workbook({ rows, is1904: true })).plan.activities[0]?.end).toBe("2027-03-01");
  expect(proposed(workbook({ rows })).plan.activities[0]?.end).toBe("2023-02-28");
});

test("[IMP11] rows below the last that is said count to no limit, in a workbook and in CSV", () => {
  const far = '<row r="6001"><c r="C6001" t="inlineStr"><is><t xml:space="preserve"> </t></is></c></row>';
  const rows = row(["Activiteit"]) + row(["Een"]) + far;
  expect(proposed(workbook({ rows })).plan.activities).toHaveLength(1);
  const said = far.replace("> <", ">Twee<");
  expect(() => proposed(workbook({ rows: row(["Activiteit"]) + said }))).toThrow(FileRefused);
  const csv = `Activiteit;Fase\nEen;Analyse\n${";\n".repeat(9_000)}`;
  expect(proposed(Buffer.from(csv)).plan.activities).toHaveLength(1);
  expect(() => proposed(Buffer.from(`${csv}Twee;Analyse\n`))).toThrow(FileRefused);
});

const TEXT = "Activiteit;Wie\nCo\u00f6rdinatie ge\u00efnformeerd caf\u00e9;Rene\u00e9ns\n";
const MAC: Readonly<Record<string, number>> = { ö: 0x9a, ï: 0x95, é: 0x8e };
const DOS: Readonly<Record<string, number>> = { ö: 0x94, ï: 0x8b, é: 0x82 };
const encoded = (text: string, codes: Readonly<Record<string, number>>): Buffer =>
  Buffer.from(Array.from(text, (letter) => codes[letter] ?? letter.charCodeAt(0)));

test.each([
  ["a Mac of old", encoded(TEXT, MAC)],
  ["DOS", encoded(TEXT, DOS)],
  ["Windows", Buffer.from(TEXT, "latin1")],
])("[IMP12] the letters of a CSV of %s are as they were written", (_, file) => {
  expect(proposed(file).plan.activities[0]?.title).toBe("Coördinatie geïnformeerd café");
});

test("[IMP12] the signs of Windows between letters are no letters of another code page", () => {
  const signs = Buffer.from("Activiteit\nfoto\x92s, a\x96b en wacht\x85nu: ma\x80\n", "latin1");
  expect(proposed(signs).plan.activities[0]?.title).toBe("foto’s, a–b en wacht…nu: ma€");
});
