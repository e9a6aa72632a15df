import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

const people = usePeople([/ERR_INTERNET_DISCONNECTED|WebSocket connection/]);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("[U52] the question mark opens help at the page of what is behind it, and Escape gives the focus back", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const help = page.getByRole("dialog", { name: "Hulp" });
  const at = (name: string) => help.locator(`[data-help-page=${name}]`);
  await page.locator("html[data-keys]").waitFor();
  await page.locator("[data-testid=card] [data-stop]").first().focus();
  await page.keyboard.press("?");
  await at("board").waitFor();
  const search = help.getByRole("searchbox");
  await expect.poll(() => search.evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await help.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("[data-testid=card]") !== null))
    .toBe(true);

  await page.goto(`${server.url}/plan/${plan.plan.id}/decisions`);
  await page.getByTestId("view").waitFor();
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Hulp", exact: true }).click();
  await at("decisions").waitFor();
  // A link of a page leads to another page, and on from its title.
  await help.getByRole("link", { name: "Woordenlijst", exact: true }).click();
  await at("terms").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Woordenlijst");
  expect(page.url()).toContain("/decisions");
});

test("[U52] help is searched by words, their forms and with a typo, and says in which sentence they are", async () => {
  const { page } = await people.person();
  await page.goto(`${server.url}/help`);
  const search = page.getByRole("searchbox", { name: "Zoek in de hulp" });
  const results = page.getByRole("navigation", { name: "Inhoud" }).getByRole("link");
  for (const [typed, title] of [
    ["momentopnamen", "Versies"],
    ["examencomissie", "Woordenlijst"],
    ["koppelvlak", "Woordenlijst"],
  ] as const) {
    await search.fill(typed);
    await results.filter({ hasText: title }).first().waitFor();
  }
  await search.fill("parkeren");
  await results.first().waitFor();
  expect(await results.first().innerText()).toMatch(/^Parkeerplaats\n.*parkeren/su);
  await search.fill("zeppelin");
  await page.getByText("Niets gevonden. Probeer een ander woord.").waitFor();
});

test("[U52] the handbook has an address for whoever has no plan yet, in both languages, and on a phone one page at a time", async () => {
  const { page } = await people.person("phone");
  await page.goto(server.url);
  await page.getByRole("link", { name: "Hulp", exact: true }).click();
  await page.getByRole("link", { name: "Zo begin je", exact: true }).click();
  await page.getByRole("heading", { name: "Zo begin je" }).waitFor();
  expect(page.url()).toBe(`${server.url}/help/start`);
  expect(await page.getByRole("searchbox").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Inhoud" }).click();
  await page.getByRole("searchbox").waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe("nav");
  await page.goBack();
  await page.getByRole("heading", { name: "Zo begin je" }).waitFor();
  await page.getByRole("button", { name: "Meer" }).click();
  await page.getByRole("radio", { name: "English" }).check();
  await page.getByRole("heading", { name: "Getting started" }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("[U52] help that was once fetched is there without a network", async () => {
  const plan = await createPlan(server.url);
  const person = await people.person();
  const { page } = await joinWall(person, server.url, plan.keys.editor, "Anja");
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Hulp", exact: true }).click();
  await page.locator("[data-help-page=board]").waitFor();
  await page.keyboard.press("Escape");
  await person.context.setOffline(true);
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Hulp", exact: true }).click();
  await page.locator("[data-help-page=board]").waitFor();
});
