import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { openFilter, untilKeysWork } from "../builders/filter.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("ux C1: the palette finds everything and does everything by keyboard alone, and Escape gives focus back", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const palette = page.getByTestId("palette");
  const { keyboard } = page;
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await untilKeysWork(page);
  await wall.card(id).locator("[data-stop]").focus();
  await keyboard.press("Control+k");
  await palette.waitFor();
  await expect
    .poll(() => palette.getByRole("combobox").evaluate((field) => field === document.activeElement))
    .toBe(true);
  await keyboard.press("Escape");
  await palette.waitFor({ state: "detached" });
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["stop"]))
    .toBe(`card:${id}`);

  // A card, by fragments in any order and without regard to capitals.
  const title = (await wall.card(id).locator("[data-stop] > span").first().innerText()).trim();
  const words = title.split(" ").filter((word) => word.length > 3);
  await keyboard.press("Control+k");
  await keyboard.type(words.toReversed().join(" ").toUpperCase());
  await palette.locator("[data-palette=activity]").first().waitFor();
  await keyboard.press("Enter");
  await page.getByTestId("activity-panel").waitFor();
  expect(page.url()).toContain(`/activity/${id}`);
  await keyboard.press("Escape");
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });

  // A new activity in a cell.
  await keyboard.press("Control+k");
  await keyboard.type("nieuwe activiteit ontwerp ict");
  await palette.getByRole("option", { name: "Nieuwe activiteit in Ontwerp / ICT en systemen" }).waitFor();
  await keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.closest("[data-cell]") !== null);
  await keyboard.type("Uit het palet");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await wall.cell("Ontwerp", "ICT en systemen").getByText("Uit het palet").waitFor();

  // A party, then a decision, from a view beside the wall; an action; and what is not there.
  await keyboard.press("Control+k");
  await keyboard.type("examencommissie");
  await palette.locator("[data-palette=party]").first().click();
  await page.getByTestId("expectations").waitFor();
  await keyboard.press("Control+k");
  await keyboard.type("kaarten compact");
  await palette.locator("[data-palette=action]").first().waitFor();
  await keyboard.press("Enter");
  await page.locator("html[data-density=compact]").waitFor();
  await keyboard.press("Control+k");
  await palette.getByRole("option", { name: /^Besluiten/ }).waitFor();
  await keyboard.type("zzzz");
  await palette.getByText(/^Niets gevonden met ‘zzzz’/).waitFor();
  for (let letter = 0; letter < 4; letter++) await keyboard.press("Backspace");
  await keyboard.type("weergave besluiten");
  await keyboard.press("Control+a");
  await keyboard.type("welke keuzes");
  await palette.locator("[data-palette=view]").first().waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowUp");
  await keyboard.press("Enter");
  await page.locator("[data-decision]").first().waitFor();
});

test("ux C1: Enter means what is typed, also when the list has not come to it yet", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  await untilKeysWork(page);
  await page.keyboard.press("Control+k");
  const field = page.getByTestId("palette").getByRole("combobox");
  // Typed and entered before the page draws anything.
  await field.evaluate((input) => {
    const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    write?.call(input, "welke keuzes");
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
  });
  await page.locator("[data-decision]").first().waitFor();
});

test("ux C1: how the page looks and its language are found under their own names, in both languages", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  await untilKeysWork(page);
  const palette = page.getByTestId("palette");
  const choose = async (typed: string): Promise<void> => {
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").fill(typed);
    await expect.poll(() => palette.locator("[data-palette]").count()).toBeLessThan(10);
    await palette.locator("[data-palette=action]").first().click();
    await palette.waitFor({ state: "detached" });
  };
  for (const [typed, chosen] of [
    ["donker", "[data-theme=dark]"],
    ["licht", "[data-theme=light]"],
    ["English", "[lang=en]"],
    ["dark", "[data-theme=dark]"],
    ["Nederlands", "[lang=nl]"],
  ] as const) {
    await choose(typed);
    await page.locator(`html${chosen}`).waitFor();
  }
});

test("ux C1: on 2,000 cards the palette opens and finds, and on a phone it has a button", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 2_000);
  await other.saved();
  await other.close();
  const { page } = await joinWall(await people.person("phone"), server.url, plan.keys.viewer, "Vera");
  await page.getByRole("button", { name: "Zoeken", exact: true }).click();
  const palette = page.getByTestId("palette");
  await palette.getByRole("combobox").fill("nulmeting");
  const first = palette.locator("[data-palette=activity]").first();
  await first.waitFor();
  await palette
    .getByText(/^6 van \d+$/)
    .first()
    .waitFor();
  expect(await palette.locator("[data-palette=new]").count()).toBe(0);
  await first.click();
  await page.getByTestId("activity-panel").waitFor();
});

test("ux K9: shortcuts are listed in the help, can be switched off, and do nothing while one types", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const dialog = page.getByRole("dialog");
  await untilKeysWork(page);
  await page.keyboard.press("?");
  await dialog.getByRole("link", { name: "Sneltoetsen", exact: true }).click();
  for (const [action, keys] of [
    ["Zoeken en doen", "Ctrl + K"],
    ["Filter", "F"],
    ["Bekijk als kring", "L"],
    ["Hulp", "?"],
    ["Ongedaan maken", "Ctrl + Z"],
  ])
    await dialog
      .locator("div", { has: page.getByText(action ?? "", { exact: true }) })
      .last()
      .getByText(keys ?? "", { exact: true })
      .waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  // While typing in a field and in an editor of several lines.
  const bar = await openFilter(page);
  await bar.getByLabel("Zoek in titels").focus();
  await page.keyboard.type("fl?");
  expect(await bar.getByLabel("Zoek in titels").inputValue()).toBe("fl?");
  await bar.getByRole("button", { name: "Filter sluiten" }).click();
  await bar.waitFor({ state: "detached" });
  await page.getByTestId("card").first().locator("[data-stop]").click();
  const editor = page.getByTestId("activity-panel").locator("[contenteditable=true]").nth(1);
  await editor.click();
  await page.keyboard.type("fl?");
  await expect.poll(() => editor.innerText()).toContain("fl?");
  expect(await page.getByTestId("lens-bar").count()).toBe(0);
  expect(await dialog.count()).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });

  await page.keyboard.press("f");
  await bar.waitFor();
  await bar.getByRole("button", { name: "Filter sluiten" }).click();
  await bar.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: "Hulp", exact: true }).click();
  await dialog.getByRole("link", { name: "Sneltoetsen", exact: true }).click();
  await dialog.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("l");
  await page.keyboard.press("f");
  await page.keyboard.press("?");
  // What needs more than one key still works, and nothing came before it.
  await page.keyboard.press("Control+k");
  await page.getByTestId("palette").waitFor();
  expect(await page.getByTestId("lens-bar").count()).toBe(0);
  expect(await bar.count()).toBe(0);
});
