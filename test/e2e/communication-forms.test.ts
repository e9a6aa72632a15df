import { addEntry } from "@planwand/shared/plan/ranked.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { onDay } from "../builders/clock.ts";
import {
  COMMUNICATION_DAY,
  chooseByKeys,
  momentsOf,
  openCommunication,
  overflowOf,
  panelOf,
} from "../builders/communication.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { some } from "../builders/run-length.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { WireClient } from "../builders/wire-client.ts";

onDay(COMMUNICATION_DAY);
const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const CALENDAR = { path: "?as=calendar" } as const;
const COVERAGE = { path: "?as=coverage" } as const;

/** The example with a holiday in it. */
async function planWithHoliday(): Promise<CreatedPlan> {
  const plan = await createPlan(server.url);
  const writer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const holiday = { name: "Kerstvakantie", start: "2026-12-21", end: "2027-01-01" };
  addEntry(writer.doc, "blackouts", "holiday-0001", holiday, STAMP);
  await writer.saved();
  await writer.close();
  return plan;
}

const focusedDay = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.getAttribute("data-stop") ?? null);
const focusedName = (page: Page) => () =>
  page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? null);

test("domain T6a: the calendar begins on Monday and shows today, moments, decisions and closed periods", async () => {
  const page = await openCommunication(await people.person(), server, await planWithHoliday(), CALENDAR);
  const grid = page.getByRole("grid", { name: "Kalender van december 2026" });
  await grid.waitFor();
  expect(await grid.getByRole("columnheader").first().innerText()).toBe("ma");
  expect(await grid.locator("[aria-current=date]").getAttribute("data-date")).toBe("2026-12-07");
  const day = (date: string) => grid.locator(`[data-date="${date}"]`);
  await day("2026-12-07").getByText("vandaag").waitFor();
  await day("2026-12-03").getByText("Had geweest moeten zijn").waitFor();
  await day("2026-12-03")
    .getByRole("button", { name: "donderdag 3 december 2026: 1 moment", exact: true })
    .waitFor();
  await day("2026-12-18").getByText("Besluit nodig").waitFor();
  await day("2026-12-25").getByText("Kerstvakantie").waitFor();
  await page.getByRole("button", { name: "Volgende maand: januari 2027" }).click();
  await page.getByRole("grid", { name: "Kalender van januari 2027" }).waitFor();
  expect(new URL(page.url()).searchParams.get("month")).toBe("2027-01");
  await page.getByRole("button", { name: "Vandaag" }).click();
  await grid.waitFor();
  await day("2026-12-18")
    .getByRole("button", { name: /^Besluit nodig/ })
    .click();
  await page.waitForURL(/\/decisions\//);
});

test("domain T6a: the arrow keys walk over the days, Enter adds a moment there and Tab comes to moments", async () => {
  const plan = await planWithHoliday();
  const page = await openCommunication(await people.person(), server, plan, CALENDAR);
  const { keyboard } = page;
  await page.locator('[data-stop="2026-12-07"]').focus();
  await keyboard.press("ArrowUp");
  await expect.poll(focusedDay(page)).toBe("2026-11-30");
  await page.getByRole("grid", { name: "Kalender van november 2026" }).waitFor();
  await keyboard.press("ArrowRight");
  await expect.poll(focusedDay(page)).toBe("2026-12-01");
  await keyboard.press("PageDown");
  await expect.poll(focusedDay(page)).toBe("2027-01-01");
  await keyboard.press("PageUp");
  await expect.poll(focusedDay(page)).toBe("2026-12-01");
  await keyboard.press("End");
  await expect.poll(focusedDay(page)).toBe("2026-12-06");
  await keyboard.press("Home");
  await page.getByRole("grid", { name: "Kalender van november 2026" }).waitFor();
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await expect.poll(focusedDay(page)).toBe("2026-12-03");
  await keyboard.press("Tab");
  const focusedText = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await expect.poll(focusedText).toContain("Samen stap voor stap");
  await page.locator('[data-stop="2026-12-03"]').focus();
  for (const _ of [1, 2, 3]) await keyboard.press("ArrowDown");
  await expect.poll(focusedDay(page)).toBe("2026-12-24");
  await keyboard.press("Enter");
  await panelOf(page).waitFor();
  await keyboard.type("Fijne dagen");
  await panelOf(page).getByText("Deze dag valt in een gesloten periode: Kerstvakantie.").waitFor();
  await page.locator('[data-date="2026-12-24"]').getByText("Fijne dagen").waitFor();
  const saved = async () =>
    (await momentsOf(server, plan)).some(
      ({ date, message }) => date === "2026-12-24" && message === "Fijne dagen",
    );
  await expect.poll(saved).toBe(true);
});

test("domain T6b: the grid says in words who hears what, and marks who works and hears nothing", async () => {
  const plan = await createPlan(server.url);
  const page = await openCommunication(await people.person(), server, plan, COVERAGE);
  const other = await openCommunication(await people.person(), server, plan, { ...COVERAGE, name: "Bram" });
  const cell = (on: Page, party: string, phase: string) =>
    on.getByRole("button", { name: new RegExp(`^${party}, fase ${phase}: `) });
  const says = (on: Page, party: string, phase: string) => () => cell(on, party, phase).innerText();
  await expect.poll(says(page, "Examencommissie", "Analyse")).toBe("3 momenten");
  await expect.poll(says(page, "Vaststellingscommissie", "Analyse")).toBe("Hoort niets");
  await expect.poll(says(page, "Examencommissie", "Ontwerp")).toBe("Werkt mee, hoort niets");
  await expect.poll(says(page, "Hoofd examenorganisatie", "Analyse")).toBe("Vertelt 1 keer");
  const head = page.getByRole("columnheader").filter({ hasText: "Ontwerp" });
  await head.getByText("9 werken mee en horen niets").waitFor();
  // What comes next in the phase, for the line under its name.
  expect(await head.getByTestId("phase-moments").innerText()).toContain("15 dec Afstemmen");

  await cell(page, "Examencommissie", "Ontwerp").focus();
  await page.keyboard.press("Enter");
  await chooseByKeys(page, "Afstemmen");
  await panelOf(page)
    .getByRole("button", { name: /^Examencommissie weghalen/ })
    .waitFor();
  await expect.poll(says(other, "Examencommissie", "Ontwerp")).toBe("1 moment");
  await other
    .getByRole("columnheader")
    .filter({ hasText: "Ontwerp" })
    .getByText("8 werken mee en horen niets")
    .waitFor();
  await cell(other, "Examencommissie", "Ontwerp").click();
  await other.getByRole("menuitem", { name: /^Zonder datum · Afstemmen/ }).click();
  await panelOf(other).waitFor();
});

test("domain T6b: the grid is one tab stop with arrow keys, and can show only who hears nothing", async () => {
  const page = await openCommunication(await people.person(), server, await createPlan(server.url), COVERAGE);
  await page.locator('[data-at="0-0"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect.poll(focusedName(page)).toBe("Hoofd examenorganisatie, fase Ontwerp: Vertelt 1 keer");
  await page.keyboard.press("End");
  await expect.poll(focusedName(page)).toBe("Hoofd examenorganisatie, fase Borging: 1 moment");
  expect(await page.locator('[data-at][tabindex="0"]').count()).toBe(1);
  await page.getByRole("checkbox", { name: "Alleen wie meewerkt en niets hoort" }).check();
  await page.getByRole("rowheader", { name: "Examenleverancier" }).waitFor({ state: "detached" });
  await page.getByRole("rowheader", { name: "Examencommissie" }).waitFor();
});

test("domain T6b: on a phone the grid is a list of parties, and the calendar of T6a a list of days", async () => {
  const plan = await planWithHoliday();
  const page = await openCommunication(await people.person("phone"), server, plan, CALENDAR);
  const days = page.getByRole("list", { name: "Kalender van december 2026" });
  await days.getByRole("heading", { name: "donderdag 3 december 2026" }).waitFor();
  expect(await page.getByRole("grid").count()).toBe(0);
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Wie hoort wat" }).tap();
  await page.getByRole("combobox", { name: "Fase" }).selectOption("Ontwerp");
  await page.getByText("9 werken mee en horen niets").waitFor();
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Examencommissie Werkt mee, hoort niets" }).tap();
  await page.getByRole("menuitem", { name: /^Afstemmen toevoegen voor/ }).tap();
  await panelOf(page).getByRole("textbox", { name: "Kern van de boodschap" }).fill("Wat je vaststelt");
  await panelOf(page).getByRole("button", { name: "Sluiten" }).tap();
  await page.getByRole("button", { name: "Examencommissie 1 moment" }).waitFor();
});

test("domain T6a: every form, T6b among them, is free of faults that axe finds, in light and dark, in both languages", async () => {
  const plan = await planWithHoliday();
  const [first] = await momentsOf(server, plan);
  const faults: string[] = [];
  const settings = [
    ["desktop", "light", "nl"],
    ["phone", "dark", "en"],
  ] as const;
  for (const [device, colorScheme, language] of some(settings, 0.5)) {
    const person = await people.person(device);
    const page = await openCommunication(person, server, plan, CALENDAR);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.evaluate((chosen) => localStorage.setItem("planwand:language", chosen), language);
    for (const path of ["", "?as=calendar", "?as=coverage", `/${first?.id ?? ""}`]) {
      await page.goto(`${server.url}/plan/${plan.plan.id}/communication${path}`);
      await page.getByTestId(path.startsWith("/") ? "moment-panel" : "view").waitFor();
      await page.getByRole("heading", { level: 2 }).waitFor();
      faults.push(...(await axeFaults(page, `${device} ${path}`)));
    }
  }
  expect(faults).toEqual([]);
});
