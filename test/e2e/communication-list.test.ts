import { afterAll, beforeAll, expect, test } from "vitest";
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
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";

onDay(COMMUNICATION_DAY);
const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("domain T6a: the list says per phase when, how, for whom and by whom, and what should have been", async () => {
  const plan = await createPlan(server.url);
  const page = await openCommunication(await people.person(), server, plan);
  await page.getByRole("region", { name: "Analyse", exact: true }).getByText("5 momenten").waitFor();
  const row = page.getByRole("listitem").filter({ hasText: "Samen stap voor stap door afnemen" });
  for (const words of ["donderdag", "3 december 2026", "Afstemmen", "Ontwerpsessie op locatie"])
    await row.getByText(words, { exact: true }).waitFor();
  await row.getByText(/^Voor Examenbureau, .*Opleidingsteams pilot$/).waitFor();
  await row.getByText("Door Proces- en informatieadviseur").waitFor();
  await row.getByText("Had geweest moeten zijn").waitFor();
  expect(await page.getByText("Had geweest moeten zijn").count()).toBe(1);
  await row.getByRole("checkbox", { name: /^Gehad/ }).check();
  await row.getByText("Had geweest moeten zijn").waitFor({ state: "detached" });
  const isDone = async () =>
    (await momentsOf(server, plan)).find(({ date }) => date === "2026-12-03")?.done ?? null;
  await expect.poll(isDone).toBe(true);
});

test("domain T6a: per month instead, kept in the address and over a reload", async () => {
  const page = await openCommunication(await people.person(), server, await createPlan(server.url));
  await page.getByRole("button", { name: "Per maand" }).click();
  await page.getByRole("heading", { name: "juli 2027" }).waitFor();
  expect(new URL(page.url()).searchParams.get("by")).toBe("month");
  await page.reload();
  await page.getByRole("heading", { name: "september 2026" }).waitFor();
  await page.getByRole("button", { name: "Kalender" }).click();
  await page.getByRole("grid").waitFor();
  expect(new URL(page.url()).searchParams.get("as")).toBe("calendar");
  await page.goBack();
  await page.getByRole("heading", { name: "september 2026" }).waitFor();
});

test("domain T6a: a moment is added and written with the keyboard alone, and another sees it live", async () => {
  const plan = await createPlan(server.url);
  const page = await openCommunication(await people.person(), server, plan);
  const other = await openCommunication(await people.person(), server, plan, { name: "Bram" });
  const { keyboard } = page;
  await page.getByRole("button", { name: "Bericht of overleg toevoegen", exact: true }).focus();
  await keyboard.press("Enter");
  await chooseByKeys(page, "Terug");

  const panel = panelOf(page);
  const message = panel.getByRole("textbox", { name: "Kern van de boodschap" });
  await expect.poll(() => message.evaluate((field) => field === document.activeElement)).toBe(true);
  await keyboard.type("Dit deden we met jullie vragen.");
  const row = other.getByRole("listitem").filter({ hasText: "Dit deden we met jullie vragen." });
  await row.getByText("Terugkoppelen").waitFor();
  await other
    .getByRole("region", { name: "Ontwerp", exact: true })
    .getByText("Dit deden we met jullie vragen.")
    .waitFor();

  const add = panel.getByRole("button", { name: /^Toevoegen bij Voor wie/ });
  await add.focus();
  await keyboard.press("Enter");
  await page.getByRole("searchbox", { name: "Zoeken" }).focus();
  await keyboard.type("studentenraad");
  await page.getByRole("checkbox", { name: "Studentenraad" }).focus();
  await keyboard.press("Space");
  await keyboard.press("Escape");
  // Focus comes back to where the choice began before one goes on.
  await expect.poll(() => add.evaluate((button) => button === document.activeElement)).toBe(true);
  await panel.getByRole("textbox", { name: "Hoe?" }).focus();
  await keyboard.type("Vergadering");
  await panel.getByLabel("Wanneer?").fill("2027-02-01");
  await panel.getByLabel("Door wie?").focus();
  await keyboard.type("Onderwijsdirecteur");
  await row.getByText("Voor Studentenraad").waitFor();
  await row.getByText("Vergadering", { exact: true }).waitFor();
  await row.getByText("1 februari 2027").waitFor();
  await row.getByText("Door Onderwijsdirecteur").waitFor();

  await keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toBe("Dit deden we met jullie vragen.");
});

test("domain T6a: a link opens its moment, the bin takes it away and Undo brings it back", async () => {
  const plan = await createPlan(server.url);
  const moment = (await momentsOf(server, plan)).find(({ date }) => date === "2027-01-21");
  const page = await openCommunication(await people.person(), server, plan, { path: `/${moment?.id ?? ""}` });
  const panel = panelOf(page);
  const message = panel.getByRole("textbox", { name: "Kern van de boodschap" });
  await expect.poll(() => message.inputValue()).toBe(moment?.message);
  await panel.getByRole("button", { name: "Naar prullenbak" }).click();
  await panel.waitFor({ state: "detached" });
  const count = async () => (await momentsOf(server, plan)).length;
  await expect.poll(count).toBe(18);
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(count).toBe(19);
  await page.goto(`${server.url}/plan/${plan.plan.id}/communication/moment-that-never-was`);
  await panelOf(page).getByText("Dit moment bestaat niet meer.").waitFor();
  await page.getByRole("button", { name: "Terug naar het overzicht" }).click();
  await panelOf(page).waitFor({ state: "detached" });
});

test("domain T6a: a moment leads to its activity and to the other moments of it", async () => {
  const plan = await createPlan(server.url);
  const moment = (await momentsOf(server, plan)).find(({ date }) => date === "2027-04-22");
  const page = await openCommunication(await people.person(), server, plan, { path: `/${moment?.id ?? ""}` });
  const others = panelOf(page).getByRole("list", { name: "Momenten bij deze activiteit" });
  await expect.poll(() => others.getByRole("listitem").count()).toBe(3);
  await others.getByRole("button", { name: /Wat ging goed/ }).click();
  await expect
    .poll(() => panelOf(page).getByRole("textbox", { name: "Kern van de boodschap" }).inputValue())
    .toMatch(/^Wat ging goed/);
  await panelOf(page)
    .getByRole("button", { name: "Bericht of overleg toevoegen bij deze activiteit" })
    .click();
  await page.getByRole("menuitem", { name: "Informeren toevoegen" }).click();
  const added = async () =>
    (await momentsOf(server, plan)).filter(
      ({ activity, phase }) => activity === moment?.activity && phase === moment?.phase,
    ).length;
  await expect.poll(added).toBe(4);
  await panelOf(page).getByRole("button", { name: "Activiteit openen" }).click();
  await page.getByTestId("activity-panel").waitFor();
});

test("domain T6a: who may only read sees everything and changes nothing", async () => {
  const plan = await createPlan(server.url);
  const page = await openCommunication(await people.person(), server, plan, { role: "viewer" });
  await page.getByText("Dit zijn de uitkomsten van de nulmeting").click();
  await panelOf(page).getByText("Je kunt dit plan lezen, maar niet wijzigen.").waitFor();
  expect(await panelOf(page).locator("textarea, input:enabled, select:enabled").count()).toBe(0);
  expect(await panelOf(page).getByRole("button", { name: "Naar prullenbak" }).count()).toBe(0);
  expect(await page.getByRole("button", { name: /^Bericht of overleg toevoegen/ }).count()).toBe(0);
  const ticks = page.getByTestId("view").getByRole("checkbox");
  expect(await ticks.count()).toBe(0);
});

test("domain T6a: on a phone the list and the panel fit", async () => {
  const page = await openCommunication(await people.person("phone"), server, await createPlan(server.url));
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Bericht of overleg toevoegen", exact: true }).tap();
  await page.getByRole("menuitem", { name: "Informeren toevoegen" }).tap();
  await panelOf(page).waitFor();
  const box = () => panelOf(page).boundingBox();
  await expect.poll(box).toMatchObject({ x: 0, y: 0, width: 390 });
  expect(await overflowOf(page)).toBeLessThanOrEqual(0);
  await panelOf(page).getByRole("button", { name: "Sluiten" }).tap();
  await panelOf(page).waitFor({ state: "detached" });
});
