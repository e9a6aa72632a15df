import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { COPIED_TABLES } from "../builders/copied-tables.ts";
import {
  type Clipboard,
  MAIL,
  paste,
  pasteFromClipboard,
  RICH_PASTES,
  WORD_LIST,
  WORD_TABLE,
} from "../builders/pasted.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const MAIL_ITEMS = [
  { title: "Procesplaat maken (Anja, voor 1 okt)", steps: [] },
  { title: "Koppelvlakken kiezen – ICT", steps: ["eerst flow 3", "daarna flow 5"] },
  { title: "Reglement naar de EC", steps: [] },
];

/** As a browser copies a list of a page: without any sign. */
const BARE_MAIL: Clipboard = { ...MAIL, text: MAIL.text.replace(/^[•o]\t/gmu, "") };

test("ux Q1: a list from a message becomes its items with their steps, without signs, greeting and signature", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const cell = wall.cell("Analyse", "Processen");
  const add = cell.getByRole("button", { name: /^Activiteit toevoegen/ });
  const made = async (): Promise<{ title: string; steps: string[] }[]> => {
    await badgeSays(wall.page, "saved");
    const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
    return activities.map(({ title, steps }) => ({ title, steps: steps.map((step) => step.title) }));
  };
  const takeBack = async (): Promise<void> => {
    await wall.page.keyboard.press("Escape");
    await wall.page.getByRole("button", { name: "Ongedaan maken" }).click();
    await cell.getByTestId("card").first().waitFor({ state: "detached" });
  };

  for (const clipboard of [MAIL, { text: MAIL.text }, BARE_MAIL]) {
    await add.click();
    await paste(wall.page, clipboard);
    await cell.getByText("3 activiteiten toevoegen?").waitFor();
    await cell.getByText("Ook de 5 regels om de lijst heen", { exact: false }).waitFor();
    await wall.page.keyboard.press("Enter");
    await cell.getByTestId("card").nth(2).waitFor();
    expect(await made()).toEqual(MAIL_ITEMS);
    await takeBack();
  }

  await add.click();
  await paste(wall.page, MAIL);
  await cell.getByRole("checkbox").check();
  await cell.getByText("8 activiteiten toevoegen?").waitFor();
  await cell.getByRole("button", { name: "Annuleren" }).click();
  await paste(wall.page, WORD_TABLE);
  await cell.getByText("2 activiteiten toevoegen?").waitFor();
  await cell.getByText("2 kolommen gaan zo niet mee: Waarom, Wie.").waitFor();
  await cell.getByRole("button", { name: "Zo toevoegen" }).click();
  await cell.getByTestId("card").nth(1).waitFor();
  expect((await made()).map(({ title }) => title)).toEqual(["Procesplaat maken", "Koppelvlakken kiezen"]);
  await takeBack();

  await add.click();
  await paste(wall.page, { text: "•\tProcesplaat maken" });
  expect(await cell.getByRole("textbox").inputValue()).toBe("Procesplaat maken");
  await wall.page.keyboard.press("Enter");
  await cell.getByTestId("card").getByText("Procesplaat maken").waitFor();
});

test("ux Q1: a table of any program is looked at whole, with the cell that it was pasted in as its place, and comes in whole", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page, cell: cellOf } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const cell = cellOf("Ontwerp", "Beleid");
  for (const [program, clipboard] of Object.entries(COPIED_TABLES)) {
    await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
    await pasteFromClipboard(page, clipboard);
    await cell.getByText("2 kolommen gaan zo niet mee: Wie, Wanneer.").waitFor();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Importeren" });
    await dialog.getByText("2 nieuw, 0 gewijzigd, 0 gelijk, 0 met een vraag.").waitFor();
    expect(
      await dialog.getByLabel("Activiteiten zonder fase komen in").locator("option:checked").textContent(),
      program,
    ).toBe("Ontwerp");
    if (program === "Excel") expect(await axeFaults(page, "a pasted table")).toEqual([]);
    await dialog.getByRole("button", { name: "2 rijen importeren" }).click();
    await dialog.waitFor({ state: "detached" });
    await badgeSays(page, "saved");
    const { plan: after } = await planOf(server.url, plan.plan.id, plan.cookie);
    const named = (
      list: readonly { readonly id: string; readonly name: string }[],
      id: string | null | undefined,
    ) => list.find((one) => one.id === id)?.name;
    expect(
      after.activities.map((one) => [
        one.title,
        named(after.phases, one.phase),
        named(after.domains, one.domain),
        named(after.parties, one.roles.executor[0]),
        one.end,
        one.status,
      ]),
      program,
    ).toEqual([
      ["Procesplaat maken", "Ontwerp", "Beleid", "Examenbureau", "2027-03-01", "active"],
      ["Koppelvlak kiezen flow 3 en 5", "Ontwerp", "Beleid", "ICT", "2027-04-15", "planned"],
    ]);
    await page.getByRole("button", { name: "Ongedaan maken" }).first().click();
    await cell.getByTestId("card").first().waitFor({ state: "detached" });
  }
});

test("ux Q1: in the import window the lines around a list are shown unticked, and a table keeps its cells", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Importeren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Importeren" });
  await dialog.getByRole("textbox").focus();
  await paste(page, BARE_MAIL);
  // Of which year the first of October is, nobody said.
  await dialog.getByText("3 nieuw, 0 gewijzigd, 0 gelijk, 1 met een vraag.").waitFor();
  const rows = dialog.getByTestId("import-row");
  expect(await rows.getByRole("checkbox", { checked: true }).count()).toBe(3);
  await rows.filter({ hasText: "M. de Vries" }).getByRole("checkbox").check();
  await dialog.getByRole("button", { name: "4 rijen importeren" }).waitFor();
  await rows.filter({ hasText: "M. de Vries" }).getByRole("checkbox").uncheck();
  await dialog.getByRole("button", { name: "3 rijen importeren" }).click();
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  const { plan: after } = await planOf(server.url, plan.plan.id, plan.cookie);
  expect(
    after.activities.map(({ title, steps }) => ({ title, steps: steps.map((step) => step.title) })),
  ).toEqual([{ title: "Procesplaat maken", steps: [] }, ...MAIL_ITEMS.slice(1)]);

  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Importeren/ }).click();
  await dialog.getByRole("textbox").focus();
  await paste(page, {
    ...WORD_TABLE,
    html: WORD_TABLE.html?.replace("<b>Wat</b>", "<b>Activiteit</b>") ?? "",
  });
  await rows.filter({ hasText: "Koppelvlakken kiezen" }).waitFor();
  expect(await rows.count()).toBe(2);
  await dialog.getByText("Kolommen", { exact: true }).click();
  await dialog.getByLabel("Waarom (zoals: Zicht op nu)").waitFor();
  await dialog.getByLabel("Wie (zoals: Examenbureau ICT)").waitFor();
});

test("ux Q5: a list of Word keeps its levels and numbers in a text, and the cells of a table stay apart", async () => {
  const plan = await createPlan(server.url, { template: "example" });
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  await page.getByTestId("card").first().locator("[data-stop]").click();
  const field = page.getByTestId("activity-panel").locator("[data-field=what] [contenteditable=true]");
  const pasted = async (clipboard: Clipboard): Promise<string> => {
    await field.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await paste(page, clipboard);
    return field.evaluate((text) => text.innerHTML.replace(/<(\w+)[^>]*>/gu, "<$1>"));
  };
  expect(await pasted(WORD_LIST)).toBe(
    "<ol><li><p>Voorbereiden</p><ol><li><p>Rooster maken</p></li><li><p>Lokalen regelen</p></li></ol></li>" +
      "<li><p>Afnemen</p></li></ol><p>Tussenzin</p><p>3. Nakijken</p>",
  );
  for (const [name, [html, kept]] of Object.entries(RICH_PASTES))
    expect(await pasted({ text: "x", html }), name).toBe(kept);
});
