import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cellText, neutralText, plainText } from "@planwand/shared/exchange/cell.ts";
import { headingKey } from "@planwand/shared/exchange/headings.ts";
import { listTable } from "@planwand/shared/exchange/list-table.ts";
import { planFileSchema } from "@planwand/shared/exchange/plan-file.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { type ImportChoices, NO_CHOICES, type Proposal } from "@planwand/shared/exchange/proposal.ts";
import { readDay } from "@planwand/shared/exchange/read-date.ts";
import { readTrello, trelloTables } from "@planwand/shared/exchange/trello.ts";
import { applyEdits } from "@planwand/shared/plan/apply-edits.ts";
import { setText } from "@planwand/shared/plan/edit-field.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { textsOf } from "@planwand/shared/plan/restore.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { countingIds, examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { cases } from "../../builders/run-length.ts";

const ids = countingIds("imported");

function propose(
  doc: Y.Doc,
  rows: readonly (readonly string[])[],
  choices: Partial<ImportChoices> = {},
): Proposal {
  return proposeImport(toPlan(doc), "pasted", [{ name: "", rows }], { ...NO_CHOICES, ...choices }, ids);
}

function imported(
  doc: Y.Doc,
  rows: readonly (readonly string[])[],
  choices: Partial<ImportChoices> = {},
): Proposal {
  const proposal = propose(doc, rows, choices);
  applyEdits(doc, proposal.edits, STAMP);
  return proposal;
}

test("[EX7] whatever a text says, its cell begins no formula and breaks no XML, and comes back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", "''@"),
      (rest, start) => {
        const text = cellText(start + rest);
        const cell = neutralText(text);
        expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        expect(cell.isWellFormed()).toBe(true);
        expect(plainText(cell)).toBe(text);
      },
    ),
    { numRuns: cases(10_000) },
  );
});

test.each([
  ["1-3-2027"],
  ["01/03/2027"],
  ["1.3.27"],
  ["1 mrt 2027"],
  ["1 maart 2027"],
  ["ma 1 mrt. 2027"],
  ["2027-03-01"],
  ["2027-03-01T09:00:00.000Z"],
  ["March 1, 2027"],
  ["1st of March 2027"],
  ["46447"],
  [46_447],
  [46_447.5],
  ["46447,5"],
  ["01-03-2027 09:00"],
  ["1-3-2027 0:00:00"],
  ["2027/03/01"],
  ["2027.03.01"],
  ["20270301"],
  ["ma 01-03-2027"],
  ["1 maart 2027 om 09:00"],
  ["1 mrt '27"],
  ["01‑03‑2027"],
  ["1–3–2027"],
  ["1-3-2027."],
  ["2027-02-28T23:30:00Z"],
])("[EX8] %s is the first of March", (cell) => {
  expect(readDay(cell)).toBe("2027-03-01");
});

test.each([["31-2-2027"], ["morgen"], ["13-13-2027"], ["2027"], [12]])("[EX8] %s is no day", (cell) => {
  expect(readDay(cell)).toBeNull();
});

test("[EX8] what is not understood is a problem of its row, and the rest of the row is taken over", () => {
  const doc = examplePlanDoc();
  const { rows } = imported(doc, [
    ["Titel", "Status", "Deadline"],
    ["Proef", "zoiets", "gauw"],
    ["Test", "Mee bezig", "1 april 2027"],
  ]);
  expect(rows[0]?.problems.map(({ code, text }) => [code, text])).toEqual([
    ["no-date", "gauw"],
    ["unknown-word", "zoiets"],
  ]);
  const made = toPlan(doc).activities.find(({ title }) => title === "Test");
  expect(made).toMatchObject({ status: "active", end: "2027-04-01", phase: null });
});

test("[EX9] headings stand below other lines, in either language, and what was said about one goes first", () => {
  const doc = examplePlanDoc();
  const rows = [
    ["Plan name", "Examens"],
    ["Task Name", "Bucket Name", "Due date", "Labels"],
    ["Proef", "Analyse", "2027-03-01", "x"],
  ];
  const { tables } = propose(doc, rows);
  expect(tables[0]).toMatchObject({ headingRow: 1, sheet: "activities", rows: 1 });
  expect(tables[0]?.columns.map(({ key }) => key)).toEqual(["title", "phase", "end", null]);
  const said = propose(doc, rows, { columns: { [headingKey("activities", "Labels")]: "risk" } });
  expect(said.tables[0]?.columns[3]?.key).toBe("risk");
});

test("[EX10] found by id or title; twice is once; an empty cell empties only what was found by its id", () => {
  const doc = examplePlanDoc();
  const [first, second] = toPlan(doc).activities;
  if (first === undefined || second === undefined) throw new Error("the example has activities");
  const { rows } = imported(doc, [
    ["Activiteit", "Begin", "Id"],
    [first.title, "", ""],
    [second.title, "", second.id],
    ["Nieuw", "", ""],
    ["nieuw", "", ""],
  ]);
  expect(rows.map(({ action }) => action)).toEqual(["same", "change", "add", "refused"]);
  const after = new Map(toPlan(doc).activities.map((one) => [one.id, one]));
  expect(after.get(first.id)?.start).toBe(first.start);
  expect(after.get(second.id)?.start).toBeNull();
});

test("[EX11] an unknown name is new, another or nothing, as was said", () => {
  const rows = [
    ["Activiteit", "Fase", "BOP-domein", "Uitvoerder"],
    ["Proef", "Nazorg", "Processen", "Leverancier X"],
  ];
  const fresh = examplePlanDoc();
  expect(imported(fresh, rows).unknown.map(({ root, name }) => [root, name])).toEqual([
    ["phases", "Nazorg"],
    ["parties", "Leverancier X"],
  ]);
  expect(toPlan(fresh).parties.at(-1)).toMatchObject({ name: "Leverancier X", kind: "supplier" });
  const mapped = examplePlanDoc();
  const phase = toPlan(mapped).phases[0];
  imported(mapped, rows, {
    names: { "phases:nazorg": { id: phase?.id ?? "" }, "parties:leverancier x": "skip" },
  });
  const made = toPlan(mapped).activities.find(({ title }) => title === "Proef");
  expect(made?.phase).toBe(phase?.id);
  expect(made?.roles.executor).toEqual([]);
});

test("[EX12] one step takes an import back, texts included, but not what somebody wrote since", () => {
  const doc = examplePlanDoc();
  const before = toPlan(doc);
  const [first, second] = before.activities;
  if (first === undefined || second === undefined) throw new Error("the example has activities");
  const { edits } = propose(doc, [
    ["Activiteit", "Wat", "Id"],
    ["Anders", "Nieuwe tekst", first.id],
    ["Ook anders", "", second.id],
    ["Nieuw", "", ""],
  ]);
  const stack = new UndoStack<string>(doc);
  stack.run("import", () => applyEdits(doc, edits, STAMP), textsOf(doc));
  setText(doc, "activities", second.id, "title", "Door een ander");
  stack.undo(STAMP);
  const after = new Map(toPlan(doc).activities.map((one) => [one.id, one]));
  expect(after.get(first.id)).toEqual(first);
  expect(after.get(second.id)).toEqual({ ...second, title: "Door een ander" });
  expect(after.size).toBe(before.activities.length);
});

test("[EX13] a circle of waiting is refused, and told at its row", () => {
  const doc = examplePlanDoc();
  const [first, second] = toPlan(doc).activities;
  if (first === undefined || second === undefined) throw new Error("the example has activities");
  const { rows } = imported(doc, [
    ["Activiteit", "Wacht op", "Id"],
    [first.title, second.title, first.id],
    [second.title, first.title, second.id],
  ]);
  expect(rows.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(["circle"]);
});

test("[EX14] a board of Trello: lists are phases, or statuses; checklists are steps; what was archived stays", () => {
  const card = {
    id: "c1",
    name: "Proef",
    desc: "Regel 1\nRegel 2",
    due: "2027-03-01T09:00:00.000Z",
    labels: [{ name: "Processen" }],
  };
  const board = (list: string) => ({
    name: "Bord",
    lists: [{ id: "l1", name: list }],
    cards: [
      { ...card, idList: "l1" },
      { ...card, id: "c2", name: "Oud", idList: "l1", closed: true },
    ],
    checklists: [{ idCard: "c1", checkItems: [{ name: "Stap", state: "complete" }] }],
  });
  const madeOf = (list: string) => {
    const doc = examplePlanDoc();
    const read = readTrello(JSON.parse(JSON.stringify(board(list))));
    if (read === null) throw new Error("it is a board");
    const { edits } = proposeImport(toPlan(doc), "trello", trelloTables(read), NO_CHOICES, ids);
    applyEdits(doc, edits, STAMP);
    const { activities, phases } = toPlan(doc);
    expect(activities.some(({ title }) => title === "Oud")).toBe(false);
    const made = activities.find(({ title }) => title === "Proef");
    return { ...made, phaseName: phases.find(({ id }) => id === made?.phase)?.name };
  };
  expect(madeOf("Ontwerp")).toMatchObject({
    phaseName: "Ontwerp",
    what: "Regel 1\nRegel 2",
    end: "2027-03-01",
    status: "idea",
  });
  expect(madeOf("Doing")).toMatchObject({ status: "active", phaseName: "Algemeen" });
  expect(madeOf("Ontwerp").steps).toMatchObject([{ title: "Stap", done: true }]);
});

test("[EX15] rows of sheets of one kind are told apart: leaving one out leaves out nothing else", () => {
  const doc = examplePlanDoc();
  const tables = ["Analyse", "Ontwerp", "Borging"].map((name) => ({
    name,
    rows: [
      ["Activiteit", "Status"],
      [`Eerste van ${name}`, "Gepland"],
      [`Tweede van ${name}`, "Bezig"],
    ],
  }));
  const proposeWithout = (skip: readonly string[]): Proposal =>
    proposeImport(toPlan(doc), "excel", tables, { ...NO_CHOICES, skip }, ids);
  const whole = proposeWithout([]).rows;
  expect(new Set(whole.map(({ key }) => key)).size).toBe(6);
  for (const { key } of whole) {
    const { rows, edits } = proposeWithout([key]);
    expect(rows.filter(({ isSkipped }) => isSkipped).map((row) => row.key)).toEqual([key]);
    expect(edits.filter((edit) => "root" in edit && edit.root === "activities")).toHaveLength(5);
  }
});

test("[EX16] signs before the rows of a pasted table are no titles, in a column of their own or in front", () => {
  const titlesOf = (rows: readonly (readonly string[])[]): string[] =>
    propose(examplePlanDoc(), rows).rows.map(({ title }) => title);
  expect(
    titlesOf([
      ["•", "Procesplaat tekenen", "Anja"],
      ["•", "Rollen kiezen", ""],
    ]),
  ).toEqual(["Procesplaat tekenen", "Rollen kiezen"]);
  expect(
    titlesOf([
      ["1. Procesplaat tekenen", "Anja"],
      ["2. Rollen kiezen", "Bram"],
    ]),
  ).toEqual(["Procesplaat tekenen", "Rollen kiezen"]);
  expect(
    titlesOf([
      ["Nr", "Activiteit"],
      ["1.", "Procesplaat tekenen"],
    ]),
  ).toEqual(["Procesplaat tekenen"]);
});

test("[EX16] lines beside a list are told and left out, unless they are taken along", () => {
  const table = listTable("Beste allen,\n\n• Procesplaat tekenen\n  - eerst dit\n• Rollen kiezen", "", "nl");
  if (table === null) throw new Error("it is a list");
  const proposed = (take: readonly string[]): Proposal =>
    proposeImport(toPlan(examplePlanDoc()), "pasted", [table], { ...NO_CHOICES, take }, ids);
  const { rows, edits } = proposed([]);
  expect(rows.map(({ title, isSkipped }) => [title, isSkipped])).toEqual([
    ["Beste allen,", true],
    ["Procesplaat tekenen", false],
    ["Rollen kiezen", false],
  ]);
  expect(rows[0]?.problems.map(({ code }) => code)).toEqual(["beside-list"]);
  expect(edits.map((edit) => ("values" in edit ? edit.values["title"] : null))).toEqual([
    "Procesplaat tekenen",
    "Rollen kiezen",
  ]);
  expect(edits[0]).toMatchObject({ values: { steps: [{ title: "eerst dit" }] } });
  expect(proposed([rows[0]?.key ?? ""]).edits).toHaveLength(3);
});

test("[EX1] the JSON Schema in the documents is that of the file", () => {
  const path = join(import.meta.dirname, "../../../docs/plan-file.schema.json");
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(JSON.stringify(planFileSchema())));
});
