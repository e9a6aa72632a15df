import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { createPlan, planOf, postJson, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** The workbook of a plan, with what a person does to its activities. */
async function changedWorkbook(
  planId: string,
  cookie: string,
  change: (sheet: ExcelJS.Worksheet, at: (heading: string) => number) => void,
): Promise<Buffer> {
  const got = await fetch(`${server.url}/api/plans/${planId}/export/xlsx`, { headers: { cookie } });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await got.arrayBuffer());
  const sheet = book.getWorksheet("Activiteiten");
  if (sheet === undefined) throw new Error("activities have a sheet");
  const headings = sheet.getRow(1).values as readonly unknown[];
  change(sheet, (heading) => headings.indexOf(heading));
  return Buffer.from(await book.xlsx.writeBuffer());
}

test("[EX25] a workbook changes what was changed in it, and asks about what others changed too", async () => {
  const { plan: made, cookie, keys } = await createPlan(server.url, { template: "example" });
  const { page } = await joinWall(await people.person(), server.url, keys.editor, "Anja");
  const before = (await planOf(server.url, made.id, cookie)).plan;
  const [first, , third] = before.activities;
  if (first === undefined || third === undefined) throw new Error("the example has activities");
  const workbook = await changedWorkbook(made.id, cookie, (sheet, at) => {
    sheet.getRow(2).getCell(at("Resultaat of product")).value = "Uit Excel";
    sheet.getRow(2).getCell(at("Klaar op")).value = "1-3-2029";
    sheet.getRow(4).getCell(at("Activiteit")).value = "";
    sheet.spliceRows(6, 1);
  });
  const rows = [
    ["Id", "Activiteit", "Klaar op"],
    [first.id, "Van Bram", "2-2-2029"],
  ];
  const written = await postJson(`${server.url}/api/plans/${made.id}/import`, { source: { rows } }, cookie);
  expect(written.status).toBe(200);
  await page.getByTestId("card").getByText("Van Bram").waitFor();

  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Importeren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Importeren" });
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "plan.xlsx", mimeType: "application/octet-stream", buffer: workbook });
  await dialog.getByText("0 nieuw, 1 gewijzigd,", { exact: false }).waitFor();
  await dialog.getByText("Activiteiten: 1 rij staat niet meer in dit bestand.", { exact: false }).waitFor();
  await dialog.getByText("Activiteit is leeggemaakt.", { exact: false }).waitFor();
  const conflict = dialog.getByRole("group", { name: "Klaar op: bestand en plan zijn allebei gewijzigd" });
  expect(await conflict.getByRole("radio", { name: /^Nu in het plan: 2029-02-02/ }).isChecked()).toBe(true);
  expect(await axeFaults(page, "import, both changed")).toEqual([]);
  await conflict.getByRole("radio", { name: /^In het bestand: 1-3-2029/ }).check();
  await dialog.getByText("Klaar op: 2 feb 2029 → 1 mrt 2029").waitFor();
  await dialog.getByRole("button", { name: "1 rij importeren" }).click();
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  const after = (await planOf(server.url, made.id, cookie)).plan;
  expect(after.activities).toHaveLength(before.activities.length);
  expect(after.activities.find(({ id }) => id === first.id)).toMatchObject({
    title: "Van Bram",
    result: "Uit Excel",
    end: "2029-03-01",
  });
  expect(after.activities.find(({ id }) => id === third.id)).toEqual(third);
});
