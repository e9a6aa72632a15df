import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { onEveryDay, today } from "../builders/clock.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { WireClient } from "../builders/wire-client.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const comeIn = async (
  plan: CreatedPlan,
  name = "Anja",
  device: "desktop" | "phone" = "desktop",
): Promise<WallPage> => joinWall(await people.person(device), server.url, plan.keys.editor, name);

const open = (wall: WallPage, plan: CreatedPlan, rest: string): Promise<unknown> =>
  wall.page.goto(`${server.url}/plan/${plan.plan.id}/people${rest}`);

test("domain R8 A3: the matrix of roles follows the cards, and is changed from itself by keyboard alone", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const [id = ""] = await bram.idsIn("Ontwerp", "Processen");
  await bram.card(id).click();
  await open(anja, plan, "?as=matrix");
  const { page } = anja;
  const cell = page.getByRole("button", { name: "Nieuw examenproces ontwerpen, Leverancier SIS: geen rol" });
  await cell.waitFor();
  const first = page.locator("[data-role-cell][tabindex='0']");
  expect(await first.count()).toBe(1);
  await first.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  const at = () => page.evaluate(() => document.activeElement?.closest("td")?.cellIndex);
  expect(await at()).toBe(2);
  await cell.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Wordt geraadpleegd" }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page
    .getByRole("button", { name: "Nieuw examenproces ontwerpen, Leverancier SIS: Wordt geraadpleegd" })
    .waitFor();
  await bram.page
    .getByTestId("activity-panel")
    .locator("[data-slot=consulted]")
    .getByText("Leverancier SIS")
    .waitFor();
});

test("domain A3: a party in use goes only with another in its place, everywhere at once", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await open(wall, plan, "?as=parties");
  const { page } = wall;
  await page.getByRole("button", { name: "Naar prullenbak: Surveillantenpool" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/\d+ activiteiten/).waitFor();
  await dialog.getByLabel("Komt in de plaats").selectOption({ label: "Examenbureau" });
  await dialog.getByRole("button", { name: "Vervangen en naar prullenbak" }).click();
  await page
    .getByRole("button", { name: "Naar prullenbak: Surveillantenpool" })
    .waitFor({ state: "detached" });
  await badgeSays(page, "saved");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  expect(value.parties.map(({ name }) => name)).not.toContain("Surveillantenpool");
  expect(value.bin.map(({ title }) => title)).toContain("Surveillantenpool");
  await page.getByRole("button", { name: "Betrokkene toevoegen bij ICT" }).click();
  await page
    .getByRole("region", { name: "ICT" })
    .getByLabel("Naam van de betrokkene")
    .last()
    .fill("Netwerkteam");
  await expect
    .poll(async () => (await planOf(server.url, plan.plan.id, plan.cookie)).plan.parties.at(-1))
    .toMatchObject({ name: "Netwerkteam", circle: "ict" });
});

test("domain W2b: who does what, by party, with dates, results and status; narrowed, and the choice in the address", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await open(wall, plan, "");
  const { page } = wall;
  const board = page.getByRole("region", { name: "College van Bestuur" });
  await board.getByRole("row", { name: /DPIA en verwerkersovereenkomsten afronden Opdrachtgever/ }).waitFor();
  await page.getByLabel("Rol").selectOption({ label: "Uitvoerder" });
  await board.waitFor({ state: "detached" });
  expect(page.url()).toContain("role=executor");
  await page.getByLabel("Kring").selectOption({ label: "ICT" });
  await expect.poll(() => page.locator("section[data-party]").count()).toBeGreaterThan(0);
  const name = page.locator("section[data-party] tbody button").first();
  const title = await name.innerText();
  await name.click();
  await page.getByTestId("activity-panel").waitFor();
  expect(await page.getByLabel("Titel van de activiteit").inputValue()).toBe(title);
});

test("domain W6b: all that is expected of a party is on one page, by date, and each leads to where it belongs", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await open(wall, plan, "");
  const { page } = wall;
  await page
    .getByRole("region", { name: "Examencommissie" })
    .getByRole("heading")
    .getByRole("button")
    .click();
  await page.getByRole("heading", { name: "Wat wordt van Examencommissie verwacht?" }).waitFor();
  const list = page.getByTestId("expectations");
  for (const words of ["Beslist", "Adviseert", "Beslist mee", "Hoort dit"])
    await list.getByText(words, { exact: true }).first().waitFor();
  await list.getByRole("button", { name: /Welke uitzonderingen blijven voorlopig buiten OKE\?/ }).click();
  await page.getByTestId("decision-panel").waitFor();
});

test("domain A3: a party that goes to another circle keeps the focus, and one that is named nowhere comes back by undo", async () => {
  const plan = await createPlan(server.url);
  const [wall, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  for (const each of [wall, bram]) await open(each, plan, "?as=parties");
  const { page } = wall;
  await page.getByLabel("Kring van Inkoop en contractmanagement").selectOption({ label: "ICT" });
  await bram.page
    .getByRole("region", { name: "ICT" })
    .getByLabel("Kring van Inkoop en contractmanagement")
    .waitFor();
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest("section")?.getAttribute("aria-label"));
  await expect.poll(focused).toBe("ICT");
  await page.getByRole("button", { name: "Betrokkene toevoegen bij Bestuur" }).click();
  await page.keyboard.type("Raad van Toezicht");
  await bram.page.getByLabel("Soort van Raad van Toezicht").selectOption({ label: "Orgaan" });
  await expect
    .poll(() => page.getByLabel("Soort van Raad van Toezicht").locator("option:checked").innerText())
    .toBe("Orgaan");
  await page.getByRole("button", { name: "Naar prullenbak: Raad van Toezicht" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Deze betrokkene staat nergens in het plan.").waitFor();
  await dialog.getByRole("button", { name: "Naar prullenbak", exact: true }).click();
  await bram.page.getByLabel("Soort van Raad van Toezicht").waitFor({ state: "detached" });
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await bram.page.getByLabel("Soort van Raad van Toezicht").waitFor();
  await page.getByLabel("Zoek een betrokkene").fill("toezicht");
  await expect.poll(() => page.locator("li[data-party]").count()).toBe(1);
});

test("domain W2b: on paper there is the list and nothing around it, with what it was narrowed to", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await open(wall, plan, "?circle=ict");
  const { page } = wall;
  await page.getByRole("region", { name: "Integratiespecialist" }).waitFor();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await page.locator("[data-print-sheet]").count()).toBe(0);
  for (const seen of ["Wie doet wat", "Kring: ICT", "Integratiespecialist"])
    expect(await page.getByTestId("view").getByText(seen, { exact: true }).first().isVisible()).toBe(true);
  expect(await page.locator("select:visible, header button:visible").count()).toBe(0);
  expect(await page.getByTestId("sync-badge").isVisible()).toBe(false);
  const look = await page.getByRole("region", { name: "Integratiespecialist" }).evaluate((section) => ({
    color: getComputedStyle(section).color,
    page: getComputedStyle(document.body).backgroundColor,
  }));
  expect(look).toEqual({ color: "rgb(0, 0, 0)", page: "rgb(255, 255, 255)" });
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type \/Page\b/g);
  expect(pages?.length).toBeGreaterThan(1);
});

test("domain W2b: of much work the first is shown, more comes by asking, and paper has all of it", async () => {
  const plan = await createPlan(server.url);
  const [url, planId] = [server.url, plan.plan.id];
  const writer = await WireClient.join({ url, planId, cookie: plan.cookie });
  growPlan(writer.doc, 600);
  await writer.saved();
  await writer.close();
  const wall = await comeIn(plan);
  await open(wall, plan, "");
  const { page } = wall;
  const busy = page.locator("[data-party]", { has: page.getByText(/^Nog \d+ tonen$/) }).first();
  const party = page.locator(`[data-party="${(await busy.getAttribute("data-party")) ?? ""}"]`);
  const rows = party.locator("tbody tr");
  expect(await rows.count()).toBe(20);
  const counted = Number(/· (\d+) activiteiten/.exec(await party.locator("h3").innerText())?.[1]);
  expect(counted).toBeGreaterThan(20);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await rows.count()).toBe(counted);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: "screen" });
  await expect.poll(() => rows.count()).toBe(20);
  await party.getByRole("button", { name: /^Nog \d+ tonen$/ }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => rows.count()).toBe(Math.min(counted, 100));
  expect(await rows.nth(20).locator("button:focus").count()).toBe(1);

  // In the matrix a phase has its own.
  await open(wall, plan, "?as=matrix");
  const next = page.getByRole("button", { name: /^Nog \d+ tonen$/ });
  await next.first().waitFor();
  const before = await page.locator("[data-role-cell]").count();
  await next.first().click();
  await expect.poll(() => page.locator("[data-role-cell]").count()).toBeGreaterThan(before);
});

test("domain W6b: what is over stands below, a moment leads to itself, and another party is one choice away", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const wall = await comeIn(plan);
  await open(wall, plan, "");
  const { page } = wall;
  const heading = page.getByRole("region", { name: "Examencommissie" }).getByRole("heading");
  await heading.getByRole("button").click();
  const over = page.getByTestId("expectations-over");
  await over.getByText("Examenreglement en handboek examinering doorlichten").waitFor();
  const late = page.getByTestId("expectations").getByRole("button", { name: /Over tijd$/ });
  await late.filter({ hasText: "Wie wordt eigenaar van de hele examenketen?" }).waitFor();
  await page.getByLabel("Welke betrokkene").selectOption({ label: "Studentenraad" });
  await page.getByRole("heading", { name: "Wat wordt van Studentenraad verwacht?" }).waitFor();
  await page.locator("[data-kind=communication]").first().click();
  await page.waitForURL(/\/communication\//);
  await page.goBack();
  await page.locator("[data-kind=activity]").first().click();
  await page.getByTestId("activity-panel").waitFor();
});

test("domain T4: circles that take part nowhere are named", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await comeIn(plan);
  await open(wall, plan, "");
  await wall.page.getByText("Nog nergens betrokken: Examenorganisatie, ICT", { exact: false }).waitFor();
});

test.each(["", "?as=parties", "?as=matrix"])(
  "domain W2b: on a phone nothing but the matrix itself is wider than the screen (%s)",
  async (form) => {
    const plan = await createPlan(server.url);
    const wall = await comeIn(plan, "Anja", "phone");
    await open(wall, plan, form);
    await wall.page.getByTestId("view").getByText("Examencommissie").first().waitFor({ state: "attached" });
    const overflow = await wall.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const view = await wall.page.getByTestId("view").evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(view).toBeLessThanOrEqual(0);
  },
);
