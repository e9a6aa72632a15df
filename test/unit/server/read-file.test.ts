import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { createPlanDocument } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { countingIds, STAMP } from "../../builders/plan-doc.ts";

const ids = countingIds("imported");

/** What a plan of its own becomes of a file. */
function madeOf(file: Buffer | string): { readonly plan: Plan; readonly rows: Proposal["rows"] } {
  const read = readFile(Buffer.from(file), "Proef", "nl");
  if (!("tables" in read)) throw new Error("it holds no tables");
  const doc = new Y.Doc();
  createPlanDocument(doc, { title: "Leeg", language: "nl" });
  const { edits, rows } = proposeImport(toPlan(doc), read.kind, read.tables, NO_CHOICES, ids);
  applyEdits(doc, edits, STAMP);
  return { plan: toPlan(doc), rows };
}

/** The activities of a file, each with the names of its place and of who does it. */
function activitiesOf(file: Buffer | string): readonly Record<string, unknown>[] {
  const { plan } = madeOf(file);
  const nameIn = (entries: readonly { readonly id: string; readonly name: string }[], id: string | null) =>
    entries.find((entry) => entry.id === id)?.name ?? null;
  return plan.activities.map((activity) => ({
    ...activity,
    phase: nameIn(plan.phases, activity.phase),
    domain: nameIn(plan.domains, activity.domain),
    executor: activity.roles.executor.map((id) => nameIn(plan.parties, id)),
    steps: activity.steps.map(({ title }) => title),
  }));
}

interface Book {
  readonly rows: string;
  readonly merged?: string;
  readonly sheet?: string;
  readonly target?: string;
}

function workbook({ rows, merged = "", sheet = 'r:id="r1"', target = "worksheets/a.xml" }: Book): Buffer {
  const parts = {
    "xl/workbook.xml": `<workbook><sheets><sheet name="Blad" sheetId="1" ${sheet}/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="${target}"/></Relationships>`,
    "xl/worksheets/a.xml": `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`,
  };
  const bytes = Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

const row = (...cells: readonly string[]): string =>
  `<row>${cells.map((cell) => (cell === "" ? "<c/>" : cell.startsWith("<") ? cell : `<c t="str"><v>${cell}</v></c>`)).join("")}</row>`;

test.each([
  ["commas in texts", "Activiteit;Klaar op;Wat\nRooster;1-3-2027;Wie, wat, waar, wanneer, hoe, en meer\n"],
  ["semicolons in names", "Activiteit,Klaar op,Wie\nRooster,1-3-2027,A; B; C; D; E; F\n"],
  ["strokes", "Activiteit|Klaar op\nRooster|1-3-2027\n"],
  ["a line that says it", "sep=|\r\nActiviteit|Klaar op\r\nRooster|1-3-2027\r\n"],
])("[IMP4] the cells of a CSV are parted by what parts each line: %s", (_, file) => {
  expect(activitiesOf(file)).toMatchObject([{ title: "Rooster", end: "2027-03-01" }]);
});

const TEXT = "Activiteit;Wie\nCoördinatie één — €5;Geïnformeerd\n";

test.each([
  ["UTF-16 without a mark", Buffer.from(TEXT, "utf16le")],
  ["the same, the other way round", Buffer.from(TEXT, "utf16le").swap16()],
  ["one byte of another encoding", Buffer.concat([Buffer.from(TEXT), Buffer.from("Caf\xe9;A\n", "latin1")])],
])("[IMP4] the letters of a CSV are as they were written: %s", (_, file) => {
  expect(activitiesOf(file)[0]).toMatchObject({ title: "Coördinatie één — €5", executor: ["Geïnformeerd"] });
});

test("[IMP5] what stands in merged cells holds for each of their rows, but not below the table", () => {
  const rows = [
    row("Fase", "BOP-domein", "Activiteit"),
    row("Analyse", "Beleid", "Een"),
    row("", "", "Twee"),
    row("", "Processen", "Drie"),
  ].join("");
  const file = workbook({ rows, merged: '<mergeCell ref="A2:A9"/><mergeCell ref="B2:B3"/>' });
  expect(activitiesOf(file)).toMatchObject([
    { title: "Een", phase: "Analyse", domain: "Beleid" },
    { title: "Twee", phase: "Analyse", domain: "Beleid" },
    { title: "Drie", phase: "Analyse", domain: "Processen" },
  ]);
});

test("[IMP5] a formula of which the file does not say what it comes to is a problem of its row", () => {
  const rows = [
    row("Activiteit", "Klaar op"),
    row("Een", "<c><f>DATE(2027,3,1)</f></c>"),
    row("<c><f>A2</f></c>", ""),
    row('<c t="str"><f>A2</f><v>Drie</v></c>', '<c t="str"><f>A9</f><v></v></c>'),
  ].join("");
  const { rows: told } = madeOf(workbook({ rows }));
  expect(told.map(({ action, problems }) => [action, problems.map(({ code }) => code)])).toEqual([
    ["add", ["no-value"]],
    ["refused", ["no-value"]],
    ["add", []],
  ]);
});

test.each([
  ["a relation under another prefix", { sheet: 'd3p1:id="r1"' }],
  ["a path from where the workbook is", { target: "./worksheets/a.xml" }],
])("[IMP5] a workbook is read whatever program wrote it: %s", (_, book) => {
  expect(activitiesOf(workbook({ rows: row("Activiteit") + row("Een"), ...book }))).toHaveLength(1);
});

test("[EX8] days are read month first throughout a table in which one cannot be read otherwise", () => {
  const file = (due: string) => `Task Name;Start date;Due date\nEen;02/03/2027;03/04/2027\nTwee;;${due}\n`;
  expect(activitiesOf(file("03/25/2027"))).toMatchObject([
    { start: "2027-02-03", end: "2027-03-04" },
    { end: "2027-03-25" },
  ]);
  expect(activitiesOf(file("25/03/2027"))).toMatchObject([
    { start: "2027-03-02", end: "2027-04-03" },
    { end: "2027-03-25" },
  ]);
});

test.each([
  ["0,5", "Bezig", { progress: 50 }],
  ["0.25", "Bezig", { progress: 25 }],
  ["50,0 %", "Bezig", { progress: 50 }],
  ["1", "Bezig", { progress: 0 }],
  ["In progress", "", { status: "active" }],
  ["Voltooid", "", { status: "done" }],
])("[EX8] %s is how far an activity is", (told, status, read) => {
  expect(activitiesOf(`Activiteit;Voortgang;Status\nEen;"${told}";${status}\n`)).toMatchObject([read]);
});

test("[EX8] a thousand is no number of per cent", () => {
  const { rows } = madeOf("Activiteit;Voortgang\nEen;1.000\n");
  expect(rows[0]?.problems).toEqual([{ code: "no-number", column: "progress", text: "1.000" }]);
});

test("[EX14] a workbook of Planner tells who does something, and how far it is in words", () => {
  const file =
    'Taaknaam;Bucketnaam;Voortgang;Status;Toegewezen aan\nEen;Ontwerp;Wordt uitgevoerd;Geblokkeerd;Ali;\nTwee;Ontwerp;Niet gestart;;"Ali;Bo"\n';
  expect(activitiesOf(file)).toMatchObject([
    { status: "blocked", executor: ["Ali"] },
    { status: "planned", executor: ["Ali", "Bo"] },
  ]);
});

test("[EX18] an activity that says a phase and no domain lies in a general one, and the other way round", () => {
  expect(activitiesOf("Activiteit;Fase;BOP-domein\nEen;Ontwerp;\nTwee;;Beleid\nDrie;;\n")).toMatchObject([
    { title: "Een", phase: "Ontwerp", domain: "Algemeen" },
    { title: "Twee", phase: "Algemeen", domain: "Beleid" },
    { title: "Drie", phase: null, domain: null },
  ]);
});

const CARD = { id: "c1", name: "Kaart", idList: "l1" };
const boardOf = (parts: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ name: "Bord", lists: [{ id: "l1", name: "Ontwerp" }], cards: [CARD], ...parts });

test("[EX14] the lists, cards and checklists of a board of Trello come in their order, lists without cards too", () => {
  const lists = [
    { id: "l2", name: "Nazorg", pos: 3 },
    { id: "l1", name: "Ontwerp", pos: 2 },
    { id: "l0", name: "Verkenning", pos: 1 },
  ];
  const cards = [
    { ...CARD, id: "b", name: "Tweede", pos: 20 },
    { ...CARD, id: "a", name: "Eerste", pos: 10 },
    { ...CARD, id: "z", name: "Vooraan", pos: 90, idList: "l0" },
  ];
  const checklists = [
    { idCard: "a", pos: 2, checkItems: [{ name: "C", state: "incomplete", pos: 1 }] },
    {
      idCard: "a",
      pos: 1,
      checkItems: [
        { name: "B", pos: 2 },
        { name: "A", pos: 1 },
      ],
    },
  ];
  const board = boardOf({ lists, cards, checklists });
  expect(activitiesOf(board)).toMatchObject([
    { title: "Vooraan", phase: "Verkenning" },
    { title: "Eerste", phase: "Ontwerp", steps: ["A", "B", "C"] },
    { title: "Tweede", phase: "Ontwerp" },
  ]);
  expect(madeOf(board).plan.phases.map(({ name }) => name)).toEqual(["Verkenning", "Ontwerp", "Nazorg"]);
});

test.each([
  ["checklists", { checklists: null }],
  ["labels", { cards: [{ ...CARD, labels: null }] }],
  ["a description", { cards: [{ ...CARD, desc: null, labels: [{ name: null }] }] }],
  ["items", { checklists: [{ idCard: "c1" }, { idCard: "c1", checkItems: [{ name: "A", pos: null }] }] }],
])("[EX14] a board of Trello without %s comes in all the same", (_, parts) => {
  expect(activitiesOf(boardOf(parts))).toMatchObject([{ title: "Kaart", phase: "Ontwerp" }]);
});

test("[EX14] members of a card of Trello do it, attachments are links; other labels and comments are told", () => {
  const card = {
    ...CARD,
    labels: [{ name: "Processen" }, { name: "Spoed" }],
    idMembers: ["m1"],
    attachments: [{ name: "Bijlage", url: "https://voorbeeld.nl/a.pdf" }],
  };
  const board = boardOf({
    cards: [card],
    members: [{ id: "m1", fullName: "Persoon Een" }],
    actions: [{ type: "commentCard", data: { text: "Let op", card: { id: "c1" } } }, { type: "updateCard" }],
  });
  expect(activitiesOf(board)).toMatchObject([
    {
      domain: "Processen",
      executor: ["Persoon Een"],
      links: [{ title: "Bijlage", url: "https://voorbeeld.nl/a.pdf" }],
    },
  ]);
  const read = readFile(Buffer.from(board), "Bord", "nl");
  const { tables } = proposeImport(
    madeOf(board).plan,
    "trello",
    "tables" in read ? read.tables : [],
    NO_CHOICES,
    ids,
  );
  const told = tables
    .flatMap(({ columns }) => columns)
    .filter(({ sample }) => sample === "Spoed" || sample === "Let op");
  expect(told.map(({ heading, key }) => [heading, key])).toEqual([
    ["Labels", null],
    ["Reacties", null],
  ]);
});

test("[EX14] a moment of Trello is the day on which it is in the Netherlands", () => {
  const due = (moment: string) => activitiesOf(boardOf({ cards: [{ ...CARD, due: moment }] }))[0]?.["end"];
  expect(due("2027-03-31T22:00:00.000Z")).toBe("2027-04-01");
  expect(due("2027-01-14T23:30:00.000Z")).toBe("2027-01-15");
  expect(due("2027-12-31T22:59:00.000Z")).toBe("2027-12-31");
});

test("[EX10] rows of one title that differ in anything else are different activities", () => {
  const file = "Activiteit;Fase;Klaar op\nOverleg;A;1-2-2027\nOverleg;A;1-3-2027\noverleg;a;1-3-2027\n";
  expect(
    madeOf(file)
      .rows.map(({ action }) => action)
      .filter((action) => action === "refused"),
  ).toHaveLength(1);
  expect(activitiesOf(file).map(({ end }) => end)).toEqual(["2027-02-01", "2027-03-01"]);
});
