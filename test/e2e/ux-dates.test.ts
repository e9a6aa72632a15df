import { addEntry } from "@planwand/shared/plan/ranked.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { onDay } from "../builders/clock.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

/** Monday; the example plan runs from September 2026 to July 2027. */
onDay("2026-11-23");

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

interface Seat {
  readonly device?: "desktop" | "phone";
  readonly locale?: "nl-NL" | "en-US";
  readonly role?: "editor" | "viewer";
}

/** An activity that is open, at somebody's own browser. */
async function openPanel(plan: CreatedPlan, id: string, seat: Seat = {}): Promise<Page> {
  const person = await people.person(seat.device, seat.locale);
  const { page } = await joinWall(person, server.url, plan.keys[seat.role ?? "editor"], "Anja");
  await page.goto(`${server.url}/plan/${plan.plan.id}/activity/${id}`);
  await page.getByTestId("activity-panel").waitFor();
  return page;
}

const fieldOf = (page: Page, name: string): Locator =>
  page.getByTestId("activity-panel").locator(`[data-field="${name}"]`);
const boxOf = (page: Page, name: string): Locator => fieldOf(page, name).getByRole("textbox");
const openMonth = async (page: Page, name: string): Promise<Locator> => {
  await fieldOf(page, name).getByRole("button", { name: "Kalender" }).click();
  const picker = page.getByTestId("date-picker");
  await picker.waitFor();
  return picker;
};
const focusedDay = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["day"]);

async function planWithActivity(start: string | null, end: string | null) {
  const plan = await createPlan(server.url);
  const valueOf = async () => (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  const [first] = (await valueOf()).activities;
  const id = first?.id ?? "";
  const datesOf = async () => {
    const found = (await valueOf()).activities.find((one) => one.id === id);
    return [found?.start ?? null, found?.end ?? null];
  };
  const page = await openPanel(plan, id);
  for (const [name, day] of [
    ["start", start],
    ["end", end],
  ] as const) {
    await boxOf(page, name).fill(day ?? "");
    await boxOf(page, name).press("Enter");
  }
  await badgeSays(page, "saved");
  await expect.poll(datesOf).toEqual([start, end]);
  return { plan, id, page, datesOf };
}

async function closeOverChristmas(plan: CreatedPlan): Promise<void> {
  const writer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const holiday = { name: "Kerstvakantie", start: "2026-12-21", end: "2027-01-01" };
  addEntry(writer.doc, "blackouts", "holiday-0001", holiday, STAMP);
  await writer.saved();
  await writer.close();
}

test("[U60] days are Dutch in a browser that speaks English, and one person's day comes to the other", async () => {
  const { plan, id, page, datesOf } = await planWithActivity(null, null);
  const english = await openPanel(plan, id, { locale: "en-US" });
  await boxOf(page, "end").fill("1 mrt");
  await boxOf(page, "end").press("Enter");
  await expect.poll(() => boxOf(page, "end").inputValue()).toBe("1 mrt 2027");
  await expect.poll(() => boxOf(english, "end").inputValue()).toBe("1 mrt 2027");
  await expect.poll(datesOf).toEqual([null, "2027-03-01"]);
  await boxOf(english, "start").fill("1/12");
  await fieldOf(english, "start").getByText("dinsdag 1 december 2026, week 49").waitFor();
  await boxOf(english, "start").press("Tab");
  await expect.poll(() => boxOf(page, "start").inputValue()).toBe("1 dec 2026");
  const picker = await openMonth(english, "end");
  await picker.getByRole("heading", { name: "maart 2027" }).waitFor();
  const reader = await openPanel(plan, id, { locale: "en-US", role: "viewer" });
  await fieldOf(reader, "end").getByText("1 mrt 2027", { exact: true }).waitFor();
  expect(await reader.locator("input[type=date]").count()).toBe(0);
});

test("[U61] what is typed is understood below the field, told, and written when the field is left", async () => {
  const { plan, page, datesOf } = await planWithActivity("2026-09-07", "2026-10-01");
  await closeOverChristmas(plan);
  const box = boxOf(page, "end");
  const understood = async (text: string, says: string): Promise<void> => {
    await box.fill(text);
    await fieldOf(page, "end").getByText(says).waitFor();
  };
  await understood("ma 1 mrt", "maandag 1 maart 2027, week 9");
  await page.getByTestId("live-region").getByText("maandag 1 maart 2027, week 9").waitFor();
  await understood("week 12", "maandag 22 maart 2027, week 12");
  await understood("morgen", "dinsdag 24 november 2026, week 48");
  await understood("over 2 weken", "maandag 7 december 2026, week 50");
  await understood("24 dec", "Valt in: Kerstvakantie.");
  await understood("1", "De maand ontbreekt.");
  await understood("volgende week vrijdag", "vrijdag 4 december 2026, week 49");
  expect(await datesOf()).toEqual(["2026-09-07", "2026-10-01"]);
  await box.press("Tab");
  await expect.poll(() => box.inputValue()).toBe("4 dec 2026");
  await expect.poll(datesOf).toEqual(["2026-09-07", "2026-12-04"]);
  await box.fill("");
  await box.press("Enter");
  await expect.poll(datesOf).toEqual(["2026-09-07", null]);
});

test("[U61] what is not understood is said in a sentence, and the day stays", async () => {
  const { page, datesOf } = await planWithActivity("2026-09-07", "2026-10-01");
  const box = boxOf(page, "end");
  const wrong = fieldOf(page, "end").getByRole("alert");
  await box.fill("ergens in de lente");
  await box.press("Enter");
  await wrong.getByText("Dit is geen datum.", { exact: false }).waitFor();
  await wrong.getByText("De datum is nog 1 oktober 2026.", { exact: false }).waitFor();
  expect(await box.getAttribute("aria-invalid")).toBe("true");
  await box.fill("di 1 mrt");
  await box.press("Tab");
  await wrong.getByText("1 maart 2027 is een maandag.", { exact: false }).waitFor();
  await box.fill("31 feb");
  await box.press("Tab");
  await wrong.getByText("Die dag bestaat niet.", { exact: false }).waitFor();
  expect(await axeFaults(page, "a day that is not understood")).toEqual([]);
  await box.press("Escape");
  await wrong.waitFor({ state: "detached" });
  expect(await box.inputValue()).toBe("1 okt 2026");
  await page.getByTestId("activity-panel").waitFor();
  expect(await datesOf()).toEqual(["2026-09-07", "2026-10-01"]);
});

test("[U61] a form with a day that is not understood is not sent; what has been is looked for in the past", async () => {
  const plan = await createPlan(server.url);
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  await giveCommand(at, { type: "snapshot.take", snapshot: freshId(), name: "Na de studiedag" });
  const { page } = await people.person("desktop", "en-US");
  await openWall(page, server, plan);
  await page.goto(`${server.url}/plan/${plan.plan.id}/versions`);
  await page.getByRole("button", { name: "Na de studiedag vaststellen" }).click();
  const dialog = page.getByRole("dialog");
  const day = dialog.getByLabel("Vastgesteld op");
  expect(await day.inputValue()).toBe("23 nov 2026");
  await day.fill("laatst");
  await dialog.getByRole("button", { name: "Vaststellen", exact: true }).click();
  await dialog.getByRole("alert").getByText("Dit is geen datum.", { exact: false }).waitFor();
  await day.fill("24 nov");
  await dialog.getByText("maandag 24 november 2025", { exact: false }).waitFor();
  await day.fill("vr 20-11");
  await dialog.getByRole("button", { name: "Vaststellen", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByTestId("snapshot").getByText("20 november 2026", { exact: false }).first().waitFor();
});

test("[U61] in the cell of a table a day is typed, mended and picked, and the keys go on", async () => {
  const { plan, id, datesOf } = await planWithActivity("2026-09-07", "2026-12-16");
  const { page } = await joinWall(await people.person(), server.url, plan.keys.editor, "Bram");
  await page.goto(`${server.url}/plan/${plan.plan.id}/table`);
  // A cell of a page that is still on its way may be drawn anew between two clicks.
  await badgeSays(page, "saved");
  const cell = page.locator(`[role=row][data-line="${id}"] [data-column=end]`);
  const box = cell.getByRole("textbox");
  await cell.dblclick();
  await box.fill("zomaar");
  await box.press("Enter");
  await cell.getByRole("alert").waitFor();
  await box.fill("18 dec");
  await box.press("Enter");
  await box.waitFor({ state: "detached" });
  await cell.getByText("18 dec 2026").waitFor();
  await expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await box.fill("19 dec");
  await box.press("Escape");
  await box.waitFor({ state: "detached" });
  await cell.getByText("18 dec 2026").waitFor();
  await expect.poll(() => cell.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await cell.getByRole("button", { name: "Kalender" }).click();
  await page
    .getByTestId("date-picker")
    .getByRole("gridcell", { name: /^maandag 21 december 2026/u })
    .click();
  await cell.getByText("21 dec 2026").waitFor();
  await box.waitFor({ state: "detached" });
  await expect.poll(datesOf).toEqual(["2026-09-07", "2026-12-21"]);
});

test("[U62] by keyboard a day is picked in a month that begins its weeks on Monday", async () => {
  const { page, datesOf } = await planWithActivity("2026-09-07", "2026-12-16");
  await boxOf(page, "end").press("Alt+ArrowDown");
  const picker = page.getByTestId("date-picker");
  await picker.waitFor();
  await expect.poll(() => focusedDay(page)).toBe("2026-12-16");
  expect(await picker.getByRole("columnheader").first().getAttribute("aria-label")).toBe("Week");
  expect(await picker.getByRole("columnheader").nth(1).getAttribute("aria-label")).toBe("maandag");
  expect(await picker.getByRole("rowheader").allInnerTexts()).toEqual(["49", "50", "51", "52", "53"]);
  const goes = async (key: string, day: string): Promise<void> => {
    await page.keyboard.press(key);
    await expect.poll(() => focusedDay(page)).toBe(day);
  };
  await goes("ArrowRight", "2026-12-17");
  await goes("ArrowDown", "2026-12-24");
  await goes("ArrowLeft", "2026-12-23");
  await goes("ArrowUp", "2026-12-16");
  await goes("Home", "2026-12-14");
  await goes("End", "2026-12-20");
  await goes("PageDown", "2027-01-20");
  await goes("Shift+PageDown", "2028-01-20");
  await goes("Shift+PageUp", "2027-01-20");
  await goes("PageUp", "2026-12-20");
  await goes("ArrowDown", "2026-12-27");
  await goes("ArrowDown", "2027-01-03");
  await picker.getByRole("heading", { name: "januari 2027" }).waitFor();
  await page.keyboard.press("Escape");
  await picker.waitFor({ state: "detached" });
  await page.getByTestId("activity-panel").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Kalender");
  expect(await datesOf()).toEqual(["2026-09-07", "2026-12-16"]);
  await page.keyboard.press("Enter");
  await goes("ArrowRight", "2026-12-17");
  await page.keyboard.press("Enter");
  await expect.poll(() => boxOf(page, "end").inputValue()).toBe("17 dec 2026");
  await expect.poll(datesOf).toEqual(["2026-09-07", "2026-12-17"]);
});

test("[U62] closed periods, today and days before the start are marked with words; wiped with one press", async () => {
  const { plan, page, datesOf } = await planWithActivity("2026-11-10", "2026-12-16");
  await closeOverChristmas(plan);
  const picker = await openMonth(page, "end");
  await picker.getByText(/^Kerstvakantie \(21 dec 2026\s–\s1 jan 2027\)$/u).waitFor();
  await picker.getByRole("gridcell", { name: "donderdag 24 december 2026, Kerstvakantie" }).waitFor();
  expect(await axeFaults(page, "a month to pick a day in")).toEqual([]);
  await picker.getByRole("button", { name: "Een maand eerder" }).click();
  await picker.getByRole("gridcell", { name: "maandag 23 november 2026, vandaag" }).waitFor();
  const early = picker.getByRole("gridcell", { name: "maandag 9 november 2026, ligt voor het begin" });
  expect(await early.getAttribute("aria-disabled")).toBe("true");
  await early.click({ force: true });
  expect(await datesOf()).toEqual(["2026-11-10", "2026-12-16"]);
  await picker.getByRole("button", { name: "Wissen" }).click();
  await expect.poll(datesOf).toEqual(["2026-11-10", null]);
  await (await openMonth(page, "end")).getByRole("button", { name: "Vandaag" }).click();
  await expect.poll(datesOf).toEqual(["2026-11-10", "2026-11-23"]);
});

test("[U62] on a phone every day is wide enough for a finger, within the screen", async () => {
  const { plan, id, datesOf } = await planWithActivity("2026-09-07", "2026-12-16");
  const phone = await openPanel(plan, id, { device: "phone", locale: "en-US" });
  await boxOf(phone, "end").scrollIntoViewIfNeeded();
  const picker = await openMonth(phone, "end");
  const day = picker.getByRole("gridcell", { name: /^donderdag 17 december 2026/u });
  const box = await day.boundingBox();
  expect(Math.round(box?.width ?? 0)).toBeGreaterThanOrEqual(42);
  expect(Math.round(box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect(await isWithinWidth(phone, picker)).toBe(true);
  await day.tap();
  await expect.poll(datesOf).toEqual(["2026-09-07", "2026-12-17"]);
});

/** Whether all of it lies within the width of the screen. */
async function isWithinWidth(page: Page, what: Locator): Promise<boolean> {
  const box = await what.boundingBox();
  return box !== null && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0);
}
