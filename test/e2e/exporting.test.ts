import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

// The page says on the console that a file could not be fetched while there was no network.
const people = usePeople([/net::ERR_INTERNET_DISCONNECTED/, /Failed to load resource/]);
let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "example", title: "Eén keten" });
});
afterAll(() => server.stop());

async function openExport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Exporteren/ }).click();
  await page.getByRole("dialog", { name: "Exporteren" }).waitFor();
}

async function download(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Downloaden" }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test("domain A6 domain HR1: a reader makes each document, sees it first, and gets a file that sorts", async () => {
  const reader = await people.person();
  const { page } = reader;
  await joinWall(reader, server.url, plan.keys.viewer, "Vera");
  await openExport(page);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Ambitie en doelen" }).waitFor();
  await dialog.getByText("A1 Huidig examenproces in kaart brengen").waitFor();
  expect(await axeFaults(page, "export")).toEqual([]);

  await dialog.getByLabel("Wat wil je maken?").selectOption("Besluitenlijst");
  await dialog.getByLabel("Orgaan").selectOption("Managementteam (MT)");
  await dialog.getByText("Besluitenlijst van Managementteam (MT)").waitFor();
  const word = await download(page);
  expect(word.name).toMatch(/^een-keten_besluitenlijst_managementteam-mt_\d{4}-\d{2}-\d{2}_concept\.docx$/);
  expect(word.bytes.subarray(0, 2).toString()).toBe("PK");
  await dialog.getByText(`Gedownload: ${word.name}`).waitFor();

  await dialog.getByLabel("Wat wil je maken?").selectOption("Verantwoording per doel");
  await dialog.getByLabel("Als", { exact: true }).selectOption("PDF");
  await dialog.getByLabel("Taal van het document").selectOption("Engels");
  await dialog.getByText("Accountability by goal", { exact: true }).waitFor();
  const pdf = await download(page);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe("%PDF-");

  await dialog.getByLabel("Wat wil je maken?").selectOption("Poster van het bord");
  await dialog.getByRole("img", { name: "Poster van Eén keten" }).waitFor();
  expect(await axeFaults(page, "export")).toEqual([]);
  await dialog.getByLabel("Wat wil je maken?").selectOption("Kalender");
  expect((await download(page)).bytes.toString()).toContain("BEGIN:VEVENT");

  expect(await dialog.getByRole("button", { name: "Adres maken" }).count()).toBe(0);

  await reader.context.setOffline(true);
  await dialog.getByRole("button", { name: "Downloaden" }).click();
  await dialog.getByText("De server is niet bereikbaar.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
});

test("ux K4: on a phone, by keys alone", async () => {
  const owner = await people.person("phone");
  const { page } = owner;
  await joinWall(owner, server.url, plan.keys.facilitator, "Bram");
  await openExport(page);
  const dialog = page.getByRole("dialog");
  const button = dialog.getByRole("button", { name: "Downloaden" });
  await expect.poll(() => button.isVisible()).toBe(true);
  const box = await button.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  await dialog.getByLabel("Wat wil je maken?").selectOption("Productenlijst");
  await dialog.getByLabel("Als", { exact: true }).selectOption("Tekst (Markdown)");
  await page.keyboard.press("Tab");
  for (let stops = 0; stops < 8 && !(await button.evaluate((one) => one === document.activeElement)); stops++)
    await page.keyboard.press("Tab");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(file.suggestedFilename()).toMatch(/_producten_.*\.md$/);
  await dialog.getByLabel("Wat wil je maken?").selectOption("Kalender");
  await dialog.getByRole("button", { name: "Adres maken" }).click();
  const address = await dialog.getByTestId("feed-address").inputValue();
  expect(await (await fetch(address)).text()).toContain("BEGIN:VEVENT");
  await dialog.getByRole("button", { name: /^Adres van .* intrekken$/ }).click();
  await expect.poll(async () => (await fetch(address)).status).toBe(410);
  const beyond = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  expect(await axeFaults(page, "export")).toEqual([]);
});
