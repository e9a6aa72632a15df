import ExcelJS from "exceljs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { bookOf, billionLaughs, HEADINGS, rowOf, sheetOf } from "../builders/hostile-books.ts";
import { wordFile, wordLine, wordTable } from "../builders/packed-file.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

// A refusal is an answer of the server that the browser mentions on its console.
const people = usePeople([/status of 422/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function openImport(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Importeren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Importeren" });
  await dialog.waitFor();
  return dialog;
}

async function openColumns(dialog: Locator): Promise<void> {
  const columns = dialog.locator("details").filter({ hasText: "Kolommen" });
  if ((await columns.getAttribute("open")) === null) await columns.locator("summary").click();
}

const asFile = (name: string, content: Buffer | string) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(content),
});

const TABLE = [
  "Fase;BOP-domein;Activiteit;Klaar op;Opmerkelijk",
  "Analyse;Juridisch;Contracten nalopen;1-3-2027;ja",
  "Ontwerp;Processen;Rooster tekenen;31-2-2027;nee",
].join("\n");

test("ux X2: a table is told row by row, put right, taken over as one step, and undone; a hostile file is refused in words", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const other = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  const dialog = await openImport(page);
  expect(await axeFaults(page, "import, empty")).toEqual([]);

  const bomb = bookOf({ sheet: billionLaughs(9, sheetOf(rowOf([...HEADINGS, "LOL"], 1))) });
  await dialog.locator("input[type=file]").setInputFiles(asFile("plan.xlsx", bomb));
  await dialog
    .getByRole("alert")
    .getByText("Dit bestand is niet veilig te openen.", { exact: false })
    .waitFor();

  await dialog.locator("input[type=file]").setInputFiles(asFile("taken.csv", TABLE));
  await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 1 met een vraag.").waitFor();
  await dialog.getByText("‘31-2-2027’ is geen datum.", { exact: false }).waitFor();
  await dialog.getByLabel("Domein ‘Juridisch’ (1×)").selectOption("Beleid");
  expect(await axeFaults(page, "import, rows")).toEqual([]);
  await dialog.getByRole("checkbox", { name: /Rooster tekenen/ }).uncheck();
  await dialog.getByRole("button", { name: "1 rij importeren" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByTestId("card").getByText("Contracten nalopen").waitFor();
  await other.page.getByTestId("card").getByText("Contracten nalopen").waitFor();
  await badgeSays(page, "saved");
  const { plan: after } = await planOf(server.url, plan.plan.id, plan.cookie);
  const [made] = after.activities;
  expect(after.activities).toHaveLength(1);
  expect(made?.end).toBe("2027-03-01");
  expect(after.domains.find(({ id }) => id === made?.domain)?.name).toBe("Beleid");
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await other.page.getByTestId("card").waitFor({ state: "detached" });
});

test("ux K4: on a phone the import window fits, and is worked by keys alone", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const owner = await people.person("phone");
  const { page } = owner;
  await joinWall(owner, server.url, plan.keys.editor, "Bram");
  const dialog = await openImport(page);
  await dialog.locator("input[type=file]").setInputFiles(asFile("taken.csv", TABLE));
  const finish = dialog.getByRole("button", { name: "2 rijen importeren" });
  await finish.waitFor();
  expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
  expect(await axeFaults(page, "import on a phone")).toEqual([]);
  await dialog.getByRole("checkbox", { name: /Rooster tekenen/ }).focus();
  await page.keyboard.press("Space");
  await dialog.getByRole("button", { name: "1 rij importeren" }).focus();
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  expect((await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities).toHaveLength(1);
});

test("[IMP10] what nobody saw in a workbook is told, and is left out at one press; a document and a file too large are told too", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const dialog = await openImport(page);
  const file = dialog.locator("input[type=file]");
  await file.setInputFiles(asFile("groot.csv", Buffer.alloc(6 * 1024 * 1024, "a")));
  await dialog.getByRole("alert").getByText("Dit bestand is groter dan 5 MB.", { exact: false }).waitFor();

  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Planning");
  sheet.addRows([["Activiteit", "Status"], ["Zichtbaar"], ["Gefilterd"], ["Ook gefilterd"]]);
  for (const row of [3, 4]) sheet.getRow(row).hidden = true;
  sheet.getCell("B2").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF00B050" } };
  book.addWorksheet("Salarissen").state = "hidden";
  await file.setInputFiles(asFile("planning.xlsx", Buffer.from(await book.xlsx.writeBuffer())));
  const behind = dialog.getByTestId("import-behind");
  await behind.getByText("1 verborgen blad niet gelezen: Salarissen.").waitFor();
  await behind.getByText("Status is leeg; er staan kleuren. Kleuren nemen we niet over.").waitFor();
  await behind.getByText("2 verborgen rijen komen mee", { exact: false }).waitFor();
  expect(await axeFaults(page, "import, hidden rows")).toEqual([]);
  await behind.getByRole("button", { name: "Verborgen rijen weglaten" }).click();
  await behind.getByText("2 verborgen rijen gaan niet mee.").waitFor();
  await dialog.getByRole("button", { name: "1 rij importeren" }).waitFor();

  await dialog.getByRole("button", { name: "Ander bestand" }).click();
  const table = wordTable([["Activiteit"], ["Procesplaat maken"]]);
  await file.setInputFiles(asFile("plan.docx", wordFile(wordLine("Vooraf gaat een alinea.") + table)));
  await behind.getByText("Tekst buiten de tabellen gaat niet mee.").waitFor();
  await dialog.getByRole("button", { name: "1 rij importeren" }).click();
  await page.getByTestId("card").getByText("Procesplaat maken").waitFor();
});

/** Headings that say little, a word that no list has, a day without a year, two names in one cell, and no phase or domain. */
const OWN_WORDS = [
  "Actieplan 2026-2027",
  "Dit doen we;Zo ver;Wanneer;Wie",
  "Contracten nalopen;groen;eind maart;Jan / Piet",
  "Rooster tekenen;oranje;1 oktober;MT",
].join("\n");

test("[EX30][EX36][EX37][EX38] in the preview everything is put right: headings, columns, words, the year, names and places", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const dialog = await openImport(page);
  await dialog.locator("input[type=file]").setInputFiles(asFile("actieplan.csv", OWN_WORDS));
  await dialog.getByTestId("import-summary").waitFor();
  await openColumns(dialog);
  await dialog.getByLabel("Rij met kopjes").selectOption({ index: 2 });
  await dialog.getByLabel(/^Dit doen we/u).selectOption("Activiteit");
  await dialog.getByLabel(/^Zo ver/u).selectOption("Status");
  await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 2 met een vraag.").waitFor();
  await dialog.getByLabel(/^Status ‘groen’/u).selectOption("Bezig");
  await dialog.getByLabel(/^Status ‘oranje’/u).selectOption("Geblokkeerd");
  await dialog.getByLabel(/^Schooljaar van dagen zonder jaar/u).selectOption("2026–2027");
  await dialog.getByLabel("Activiteiten zonder fase komen in").selectOption("Ontwerp");
  await dialog.getByLabel("Activiteiten zonder domein komen in").selectOption("Beleid");
  await dialog
    .getByLabel("Betrokkene ‘Jan / Piet’ (1×)")
    .locator("option:checked", { hasText: "Splitsen: Jan · Piet" })
    .waitFor({ state: "attached" });
  await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 0 met een vraag.").waitFor();
  const [first] = await dialog.getByTestId("import-row").all();
  await first?.getByText("31 mrt 2027", { exact: true }).waitFor();
  await first?.getByText("Jan, Piet", { exact: true }).waitFor();
  expect(await axeFaults(page, "import, put right")).toEqual([]);
  await dialog.getByRole("button", { name: "2 rijen importeren" }).click();
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  const { plan: after } = await planOf(server.url, plan.plan.id, plan.cookie);
  const made = after.activities.find(({ title }) => title === "Contracten nalopen");
  const nameOf = (id: string | undefined): string | undefined =>
    after.parties.find((one) => one.id === id)?.name;
  expect(made).toMatchObject({ status: "active", end: "2027-03-31" });
  expect(made?.roles.executor.map(nameOf).toSorted()).toEqual(["Jan", "Piet"]);
  const other = after.activities.find(({ title }) => title === "Rooster tekenen");
  expect(other).toMatchObject({
    status: "blocked",
    end: "2026-10-01",
    phase: made?.phase,
    domain: made?.domain,
  });
  expect(nameOf(other?.roles.executor[0])).toBe("Managementteam (MT)");
});

/** Headings below a title with words of their own, of which nothing is known beforehand, and days of which nothing tells the order. */
const shapedLike = (...rows: readonly string[]): string =>
  ["Actieplan toetsing", "Dit doen we;Zo ver;Gepland", ...rows].join("\n");

test("[EX9][EX37][EX47] what was said of a file is known of the next that is like it, and which of day and month goes first is asked", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  let dialog = await openImport(page);
  const file = (): Locator => dialog.locator("input[type=file]");
  await file().setInputFiles(asFile("een.csv", shapedLike("Contracten nalopen;groen;03/04/2027")));
  await dialog.getByTestId("import-summary").waitFor();
  await openColumns(dialog);
  await dialog.getByLabel("Rij met kopjes").selectOption({ index: 2 });
  await dialog.getByLabel(/^Dit doen we/u).selectOption("Activiteit");
  await dialog.getByLabel(/^Zo ver/u).selectOption("Status");
  await dialog.getByLabel(/^Gepland/u).selectOption("Klaar op");
  await dialog.getByLabel(/^Status ‘groen’/u).selectOption("Bezig");
  const order = dialog.getByLabel("Dagen zoals 03/04/2027 in dit bestand zijn");
  await order.waitFor();
  expect(await order.locator("option").allTextContents()).toEqual(["3 april 2027", "4 maart 2027"]);
  await order.selectOption("4 maart 2027");
  const [row] = await dialog.getByTestId("import-row").all();
  await row?.getByText("4 mrt 2027", { exact: true }).waitFor();
  await row?.getByText("Bezig", { exact: true }).waitFor();
  expect(await axeFaults(page, "import, order of days")).toEqual([]);

  await page.reload();
  dialog = await openImport(page);
  await file().setInputFiles(asFile("twee.csv", shapedLike("Rooster tekenen;groen;25/04/2027")));
  await dialog.getByText("1 nieuw, 0 gewijzigd, 0 gelijk, 0 met een vraag.").waitFor();
  const [known] = await dialog.getByTestId("import-row").all();
  await known?.getByText("Rooster tekenen").waitFor();
  await known?.getByText("25 apr 2027", { exact: true }).waitFor();
  await known?.getByText("Bezig", { exact: true }).waitFor();
  expect(await dialog.getByLabel(/^Dagen zoals/u).count()).toBe(0);
  // It is told, and can be forgotten.
  await dialog.getByTestId("import-remembered").getByRole("button", { name: "Opnieuw kiezen" }).click();
  await dialog
    .getByLabel(/^Status ‘groen’|^Rij met kopjes/u)
    .first()
    .waitFor({ state: "attached" });
  await dialog.getByTestId("import-remembered").waitFor({ state: "detached" });
  await dialog.getByTestId("import-row").getByText("Bezig", { exact: true }).waitFor({ state: "detached" });
});

test("[EX55][EX61] which day words mean is said once for the file, and what is struck through comes along when it is ticked", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const lines = [
    "Activiteit;Deadline",
    "Toetsen;vóór de kerstvakantie",
    "Evalueren;vóór de kerstvakantie",
    "~~Bouwen~~;",
  ];
  const open = async (): Promise<Locator> => {
    const dialog = await openImport(page);
    await dialog.locator("input[type=file]").setInputFiles(asFile("acties.csv", lines.join("\n")));
    await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 2 met een vraag.").waitFor();
    return dialog;
  };
  let dialog = await open();
  let box = dialog.getByLabel("Klaar op ‘vóór de kerstvakantie’ (2×) betekent");
  await box.fill("31-2-2027");
  await page.keyboard.press("Tab");
  await dialog.getByRole("alert").getByText("Dit is geen datum.").waitFor();
  await box.fill("18-12-2026");
  await page.keyboard.press("Tab");
  await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 0 met een vraag.").waitFor();
  expect(await axeFaults(page, "import, days in words")).toEqual([]);
  // Next year the same words mean another day.
  await page.reload();
  dialog = await open();
  box = dialog.getByLabel("Klaar op ‘vóór de kerstvakantie’ (2×) betekent");
  const struck = dialog.getByTestId("import-row").filter({ hasText: "Bouwen" });
  await struck.getByText("Dit is doorgestreept in het bestand.", { exact: false }).waitFor();
  await struck.getByRole("checkbox").check();
  const finish = dialog.getByRole("button", { name: "3 rijen importeren" });
  const written: string[] = [];
  await page.route(/write=client$/u, async (route) => {
    written.push(route.request().url());
    // Somebody presses once more while it is carried out.
    if (written.length === 1) await finish.dispatchEvent("click");
    await route.continue();
  });
  // A press that leaves the box is not lost, and one that comes twice is one.
  await box.fill("18 dec 2026");
  await finish.dblclick();
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  const { plan: made } = await planOf(server.url, plan.plan.id, plan.cookie);
  expect(made.activities.map(({ title, end }) => [title, end])).toEqual([
    ["Toetsen", "2026-12-18"],
    ["Evalueren", "2026-12-18"],
    ["Bouwen", null],
  ]);
  expect(written).toHaveLength(1);
});
