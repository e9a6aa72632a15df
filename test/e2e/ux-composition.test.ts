import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** What browsers tell of the key that ends a composition: most of them that it composes, one only that the input method has taken it. */
const TAKEN = [
  { isComposing: true, keyCode: 229 },
  { isComposing: false, keyCode: 229 },
];

async function press(field: Locator, key: string): Promise<void> {
  for (const taken of TAKEN) {
    await field.dispatchEvent("keydown", { key, ...taken });
  }
}

test("[U30] keys of an input method add, close and name nothing", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);

  const cell = page.getByTestId("cell").first();
  const cards = await cell.getByTestId("card").count();
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  const title = cell.getByRole("textbox");
  await title.fill("だんかい");
  await press(title, "Enter");
  await press(title, "Escape");
  expect(await title.inputValue()).toBe("だんかい");
  expect(await cell.getByTestId("card").count()).toBe(cards);
  await page.keyboard.press("Enter");
  await cell.getByText("だんかい").waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Meer acties voor fase Analyse" }).click();
  await page.getByRole("menuitem", { name: "Naam wijzigen" }).click();
  const name = page.getByRole("textbox", { name: "Naam van de fase" });
  await press(name, "Enter");
  await press(name, "Escape");
  expect(await name.isVisible()).toBe(true);
  await page.keyboard.press("Enter");
  await name.waitFor({ state: "detached" });

  const planTitle = page.getByRole("textbox", { name: "Titel van het plan" });
  await planTitle.focus();
  await press(planTitle, "Enter");
  expect(await planTitle.evaluate((field) => field === document.activeElement)).toBe(true);
});

test("[U31] Control+Z and Control+K are those keys on a keyboard without Latin letters too", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const cell = page.getByTestId("cell").first();
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await page.keyboard.type("Ongedaan te maken");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await cell.getByText("Ongedaan te maken").waitFor();
  const body = page.locator("body");
  for (const key of ["я", "ζ", "ئ"]) {
    await body.dispatchEvent("keydown", { key, code: "KeyZ", ctrlKey: true });
    await cell.getByText("Ongedaan te maken").waitFor({ state: "detached" });
    await body.dispatchEvent("keydown", { key, code: "KeyZ", ctrlKey: true, shiftKey: true });
    await cell.getByText("Ongedaan te maken").waitFor();
  }
  await body.dispatchEvent("keydown", { key: "л", code: "KeyK", ctrlKey: true });
  await page.getByTestId("palette").waitFor();
});
