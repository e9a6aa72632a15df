import { expect, test, beforeAll, afterAll } from "vitest";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Proposal } from "@planwand/shared/exchange/proposal.ts";
import ExcelJS from "exceljs";
import {
  type CreatedPlan,
  createPlan,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";

const EXAMPLE = join(import.meta.dirname, "../../../shared/src/templates/example.json");
const FORMAT = join(import.meta.dirname, "../../../shared/src/templates/format.json");
const WHO = { name: "Anja", circle: "ict" } as const;

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const asFile = (bytes: Uint8Array | string, name = "plan") => ({
  name,
  base64: Buffer.from(bytes).toString("base64"),
});

async function importInto(plan: CreatedPlan, body: object, query = ""): Promise<Response> {
  return postJson(`${server.url}/api/plans/${plan.plan.id}/import${query}`, body, plan.cookie);
}

async function exported(plan: CreatedPlan, format: string): Promise<Buffer> {
  const response = await fetch(`${server.url}/api/plans/${plan.plan.id}/export/${format}`, {
    headers: { cookie: plan.cookie },
  });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

const valueOf = async (plan: CreatedPlan): Promise<Plan> =>
  (await planOf(server.url, plan.plan.id, plan.cookie)).plan;

test("domain HR1 H4: a plan of its own comes from the plan file, the example file and the format file", async () => {
  const source = await createPlan(server.url, { template: "example" });
  const made = await postJson(`${server.url}/api/plans/from-file`, {
    ...WHO,
    source: asFile(await exported(source, "json")),
  });
  expect(made.status).toBe(201);
  const [cookie = ""] = made.headers.getSetCookie();
  const { plan } = (await made.json()) as CreatedPlan;
  const back = await planOf(server.url, plan.id, cookie.split(";")[0] ?? "");
  expect(back.plan).toEqual(await valueOf(source));
  for (const [path, activities] of [
    [EXAMPLE, 40],
    [FORMAT, 0],
  ] as const) {
    const dry = await postJson(`${server.url}/api/plans/from-file?dry=1`, {
      ...WHO,
      source: asFile(readFileSync(path)),
    });
    expect(dry.status).toBe(200);
    const { rows } = (await dry.json()) as Proposal;
    expect(rows.filter(({ sheet }) => sheet === "activities").length > 0).toBe(activities > 0);
    expect(rows.filter(({ sheet }) => sheet === "phases").length).toBe(5);
  }
});

test("ux X2: a workbook changed by a person is told row by row, then written, and everybody has it", async () => {
  const plan = await createPlan(server.url, { template: "example" });
  const before = await valueOf(plan);
  const book = new ExcelJS.Workbook();
  const file = await exported(plan, "xlsx");
  await book.xlsx.load(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
  const sheet = book.getWorksheet("Activiteiten");
  if (sheet === undefined) throw new Error("there is a sheet of activities");
  const headings = (sheet.getRow(1).values as string[]).map(String);
  const cell = (row: number, heading: string) => sheet.getRow(row).getCell(headings.indexOf(heading));
  expect(cell(2, "Begin").value).toBeInstanceOf(Date);
  cell(2, "Activiteit").value = "Examenproces van nu tekenen";
  cell(2, "Klaar op").value = new Date("2026-10-09T00:00:00Z");
  const added = sheet.addRow([]);
  added.getCell(headings.indexOf("Fase")).value = "Analyse";
  added.getCell(headings.indexOf("BOP-domein")).value = "Juridisch";
  added.getCell(headings.indexOf("Activiteit")).value = "Contracten nalopen";
  const source = asFile(new Uint8Array(await book.xlsx.writeBuffer()), "plan.xlsx");
  const dry = (await (await importInto(plan, { source }, "?dry=1")).json()) as Proposal;
  expect(
    dry.rows
      .filter(({ action }) => action === "change")
      .map(({ changes }) => changes.map(({ column }) => column)),
  ).toEqual([["title", "end"]]);
  expect(dry.rows.filter(({ action }) => action === "add").map(({ title }) => title)).toEqual([
    "Contracten nalopen",
  ]);
  expect(dry.unknown.map(({ root, name, choice }) => [root, name, choice])).toEqual([
    ["domains", "Juridisch", "new"],
  ]);
  expect(await valueOf(plan)).toEqual(before);
  expect((await importInto(plan, { source })).status).toBe(200);
  const after = await valueOf(plan);
  expect(after.activities.find(({ id }) => id === before.activities[0]?.id)).toMatchObject({
    title: "Examenproces van nu tekenen",
    end: "2026-10-09",
  });
  const made = after.activities.find(({ title }) => title === "Contracten nalopen");
  expect(after.domains.find(({ id }) => id === made?.domain)?.name).toBe("Juridisch");
  expect(after.activities.length).toBe(before.activities.length + 1);
});

test("[EX9] a pasted table is understood; who only reads or takes part may not import", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const rows = [
    ["Taak", "Bucket", "Deadline", "Stand"],
    ["Proef draaien", "Uitvoering", "1 mrt 2027", "mee bezig"],
  ];
  const read = (await (await importInto(plan, { source: { rows } }, "?dry=1")).json()) as Proposal;
  expect(read.kind).toBe("pasted");
  expect(read.rows).toMatchObject([{ action: "add", title: "Proef draaien", problems: [] }]);
  for (const role of ["viewer", "participant"] as const) {
    const response = await fetch(`${server.url}/api/plans/${plan.plan.id}/import`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${plan.keys[role]}` },
      body: JSON.stringify({ source: { rows } }),
    });
    expect(response.status).toBe(403);
  }
});

test("[IMP3] a file over the limit hears so in the sentence about files, however much too large it is", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  for (const megabytes of [5.2, 5.6, 7]) {
    const file = asFile(Buffer.alloc(megabytes * 1024 * 1024, "a"));
    const response = await importInto(plan, { source: file }, "?dry=1");
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "file-too-large" });
  }
});

test("[IMP10] what a file hides is told over HTTP too, before anything is written", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Planning");
  sheet.addRows([["Activiteit"], ["Zichtbaar"], ["Verborgen"]]);
  sheet.getRow(3).hidden = true;
  book.addWorksheet("Oud").state = "hidden";
  const source = asFile(new Uint8Array(await book.xlsx.writeBuffer()), "planning.xlsx");
  const { rows, notes } = (await (await importInto(plan, { source }, "?dry=1")).json()) as Proposal;
  expect(rows.map(({ problems }) => problems.map(({ code }) => code))).toEqual([[], ["hidden-row"]]);
  expect(notes).toEqual([{ kind: "hidden-sheets", names: ["Oud"] }]);
});
