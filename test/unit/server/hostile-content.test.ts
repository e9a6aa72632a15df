import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { makeJson } from "@planwand/server/exports/plan-data.ts";
import { planWorkbook } from "@planwand/server/exports/plan-workbook.ts";
import { readFile } from "@planwand/server/imports/read-file.ts";
import { proposeImport } from "@planwand/shared/exchange/propose-import.ts";
import { proposePlan } from "@planwand/shared/exchange/propose-plan.ts";
import { NO_CHOICES } from "@planwand/shared/exchange/proposal.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { countingIds } from "../../builders/plan-doc.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";

const { plan } = reportSource();
const [first, ...rest] = plan.activities;
if (first === undefined) throw new Error("the example has activities");

async function fileOf(activity: object): Promise<Buffer> {
  const changed = { ...plan, activities: [{ ...first, ...activity }, ...rest] } as Plan;
  return Buffer.from(await makeJson({ source: reportSource(changed), options: optionsOf() }));
}

test("[IMP1] a text that is lists in lists without end is refused before anything walks down it", async () => {
  const marked = (await fileOf({ what: "DIEP" })).toString();
  const depth = 5_000;
  const inside = '{"type":"paragraph","runs":[{"text":"diep"}]}';
  const blocks = `${'{"type":"bulletList","items":[['.repeat(depth)}${inside}${"]]}".repeat(depth)}`;
  const deep = marked.replace(/"rich": \{[^}]*\}|"rich": \{\}/u, `"rich":{"what":[${blocks}]}`);
  expect(() => readFile(Buffer.from(deep), "plan.json", "nl")).toThrow("too deep");
});

test("[IMP1] a table called like what every object has is a table like any other", () => {
  for (const name of ["toString", "constructor", "__proto__", "hasOwnProperty"]) {
    const table = { name, rows: [["Activiteit"], ["Van buiten"]] };
    const { rows } = proposeImport(plan, "excel", [table], NO_CHOICES, countingIds());
    expect(rows.map(({ title, action }) => [title, action])).toEqual([["Van buiten", "add"]]);
  }
});

test("[IMP1] an entry with a value that fits in no update is refused as a row, and the others go on", async () => {
  const read = readFile(
    await fileOf({ waiting: { for: "w".repeat(70_000), since: null, party: null } }),
    "plan.json",
    "nl",
  );
  if (read.kind !== "plan") throw new Error("it is a plan");
  const file = { plan: { ...read.plan, title: "" }, leftOut: [] };
  const { rows, edits } = proposePlan({ ...plan, activities: [] }, "plan", file, NO_CHOICES, countingIds());
  const refused = rows.filter(({ action }) => action === "refused");
  expect(refused.map(({ id, problems }) => [id, problems.map(({ code }) => code)])).toEqual([
    [first.id, ["too-long"]],
  ]);
  expect(edits.length).toBe(rest.length);
});

test("[EXP3] a plan's name with what XML forbids breaks no workbook", async () => {
  const bytes = await planWorkbook([], { title: "\u0000\u0007Plan \ud800", lists: "Lijsten" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  expect(book.title).toContain("Plan");
});
