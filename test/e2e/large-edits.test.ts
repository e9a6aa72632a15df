import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, join, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { addActivity, badgeSays, openWall } from "../builders/wall-page.ts";

// A browser writes its own line for a request that fails: here the network is taken away on purpose.
const people = usePeople([/WebSocket connection|Failed to load resource|ERR_/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

const what = (page: Page) =>
  page.getByTestId("activity-panel").locator("[data-field=what] [contenteditable=true]");

async function openText(page: Page, title: string): Promise<void> {
  await page.getByTestId("card").getByText(title, { exact: true }).first().click();
  await what(page).click();
}

const line = "Dit is een regel uit een gewoon Word-document over de examenorganisatie van de school. ".repeat(
  5,
);

test("[C19] five texts of 60 KB and one of 90 KB in short lines, written without a network, are saved when it is back", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const { page, context } = await people.person();
  await openWall(page, server, plan);
  const cards = Array.from({ length: 6 }, (_, at) => `Kaart ${String(at)}.`);
  for (const title of cards) await addActivity(page, title);
  await openText(page, cards[0] ?? "");
  await page.keyboard.press("Escape");
  await badgeSays(page, "saved");
  await context.setOffline(true);
  for (const [at, title] of cards.entries()) {
    await openText(page, title);
    await paste(page, at === 5 ? "Een korte regel van 20\n".repeat(4_400) : `${line}\n`.repeat(140));
    await page.keyboard.press("Escape");
  }
  await badgeSays(page, "offline");
  await context.setOffline(false);
  await badgeSays(page, "saved");
  const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  for (const { what: text } of activities) expect(text.length).toBeGreaterThan(59_000);
  await addActivity(page, "Daarna");
  await badgeSays(page, "saved");
  expect((await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities).toHaveLength(7);
});

test("[C19] a table of 300 rows whose network goes after the button arrives when it is back", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const { page, context } = await people.person();
  await openWall(page, server, plan);
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("button", { name: /^Importeren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Importeren" });
  const rows = Array.from(
    { length: 300 },
    (_, at) => `Analyse;Beleid;Activiteit ${String(at)};${line.repeat(2)}`,
  );
  const table = ["Fase;BOP-domein;Activiteit;Wat gebeurt er?", ...rows].join("\n");
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "groot.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  const button = dialog.getByRole("button", { name: /rijen importeren$/ });
  await button.waitFor();
  await page.route("**/import**", async (route) => {
    const response = await route.fetch();
    await context.setOffline(true);
    await route.fulfill({ response });
  });
  await button.click();
  await dialog.waitFor({ state: "detached" });
  await badgeSays(page, "offline");
  await context.setOffline(false);
  await badgeSays(page, "saved");
  const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  expect(activities).toHaveLength(300);
});

test("[C20] a paste of 1.2 MB is saved, its undoing too, without loading the page anew, and emptying another", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const { page } = await people.person();
  await openWall(page, server, plan);
  await addActivity(page, "Kaart een.");
  await openText(page, "Kaart een.");
  const textOnServer = async () =>
    (await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities[0]?.what ?? "";
  for (const [key, count] of [
    ["Control+z", 1],
    ["Control+a Delete", 2],
  ] as const) {
    await paste(page, `${line.repeat(2)}\n`.repeat(1_400));
    await badgeSays(page, "saved");
    expect((await textOnServer()).length).toBeGreaterThan(1_200_000);
    await what(page).focus();
    for (const one of key.split(" ")) await page.keyboard.press(one);
    await expect.poll(async () => (await what(page).innerText()).trim()).toBe("");
    await badgeSays(page, "saved");
    await expect.poll(textOnServer, { message: `emptied ${String(count)}` }).toBe("");
  }
  await page.reload();
  await badgeSays(page, "saved");
});

test("[KN1] a title is cut between characters, typed and pasted, one and many, and reads the same everywhere", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const [{ page }, { page: other }] = [await people.person(), await people.person()];
  await openWall(page, server, plan);
  await openWall(other, server, plan, bram.cookie);
  const add = page
    .getByTestId("cell")
    .first()
    .getByRole("button", { name: /^Activiteit toevoegen/ });
  await add.click();
  await page.keyboard.insertText(`${"x".repeat(119)}😀 einde`);
  await page.keyboard.press("Enter");
  await paste(page, `${"y".repeat(119)}😀 een\n${"z".repeat(116)}👨‍👩‍👧 twee\n`);
  await page.getByRole("button", { name: "Toevoegen", exact: true }).click();
  await page.getByText("z".repeat(116)).waitFor();
  await badgeSays(page, "saved");
  const expected = ["x".repeat(119), "y".repeat(119), "z".repeat(116)];
  const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  expect(activities.map(({ title }) => title)).toEqual(expected);
  const drawn = (one: Page) =>
    one
      .getByTestId("card")
      .evaluateAll((cards) => cards.map((card) => card.querySelector("button > span")?.textContent));
  await expect.poll(() => drawn(other)).toEqual(expected);
  expect(await drawn(page)).toEqual(expected);

  // In the middle of a full title nothing more fits, and the caret stays.
  await page.keyboard.press("Escape");
  await add.click();
  await page.keyboard.insertText(`${"a".repeat(115)}EINDE`);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("BEGIN");
  const field = await page.evaluate(() => {
    const { value, selectionStart } = document.activeElement as HTMLTextAreaElement;
    return { value, selectionStart };
  });
  expect(field).toEqual({ value: `${"a".repeat(115)}EINDE`, selectionStart: 0 });
});
