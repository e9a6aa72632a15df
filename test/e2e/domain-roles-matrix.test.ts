import { setRole } from "@planwand/shared/plan/relations.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { addEntry } from "@planwand/shared/plan/ranked.ts";
import { ROLE_SLOTS } from "@planwand/shared/plan/schema.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { growPlan, STAMP } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function openMatrix(
  plan: CreatedPlan,
  {
    query = "",
    device = "desktop",
    role = "editor",
  }: { query?: string; device?: "desktop" | "phone"; role?: "editor" | "viewer" } = {},
): Promise<WallPage["page"]> {
  const { page } = await joinWall(await people.person(device), server.url, plan.keys[role], "Anja");
  await page.goto(`${server.url}/plan/${plan.plan.id}/people?as=matrix${query}`);
  await page.locator("[data-role-cell]").first().waitFor();
  return page;
}

const cellOf = (page: WallPage["page"], title: string, party: string) =>
  page.locator("[data-role-cell]").filter({ hasText: `${title}, ${party}:` });

test("domain R8: the arrow keys reach every cell and every name, never below the heads, and Escape comes back to the cell", async () => {
  const page = await openMatrix(await createPlan(server.url));
  const stops = page.locator("[data-stop][tabindex='0']");
  expect(await stops.count()).toBe(1);
  await stops.focus();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  const press = async (key: string): Promise<void> => page.keyboard.press(key);
  await press("ArrowUp");
  await expect.poll(() => focused()).toBe("Examencommissie");
  await press("ArrowDown");
  await press("ArrowLeft");
  await expect.poll(() => focused()).toBe("Huidig examenproces in kaart brengen");
  await press("Control+End");
  await expect
    .poll(() => focused())
    .toContain("Verantwoording richting OKE-doelen, Inkoop en contractmanagement:");
  for (let rows = 0; rows < 12; rows++) await press("ArrowUp");
  for (let columns = 0; columns < 20; columns++) await press("ArrowLeft");
  const isCovered = () =>
    page.evaluate(() => {
      const { left, top, width, height } =
        document.activeElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0);
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return document.activeElement?.contains(there) !== true;
    });
  await expect.poll(isCovered).toBe(false);
  await press("Control+Home");
  await expect.poll(() => focused()).toContain("Huidig examenproces in kaart brengen, Examencommissie:");
  await press("PageDown");
  await press("PageUp");
  await expect.poll(isCovered).toBe(false);
  expect(await stops.count()).toBe(1);
  await press("Enter");
  const menu = page.getByRole("dialog");
  await menu.getByRole("checkbox", { name: "Opdrachtgever" }).waitFor();
  await menu.getByText("Nu: Hoofd examenorganisatie").waitFor();
  await press("Escape");
  await menu.waitFor({ state: "detached" });
  await expect.poll(() => focused()).toContain("Huidig examenproces in kaart brengen, Examencommissie:");
});

test("domain R8: the matrix is narrowed by circle, phase, party and role, and the address says to what", async () => {
  const plan = await createPlan(server.url);
  const page = await openMatrix(plan);
  const heads = (scope: "col" | "colgroup" | "row") => page.locator(`th[scope=${scope}]`).allInnerTexts();
  await page.getByLabel("Kring").selectOption({ label: "Bestuur" });
  await expect.poll(() => heads("colgroup")).toEqual(["Bestuur"]);
  await page.getByLabel("Fase").selectOption({ label: "Borging" });
  await page.getByLabel("Rol", { exact: true }).selectOption({ label: "Opdrachtgever" });
  await expect.poll(() => heads("col")).toEqual(["Activiteit", "Managementteam (MT)"]);
  expect(await heads("row")).toEqual([
    "Kring",
    "Ketenbeheer overdragen aan de lijn",
    "Verantwoording richting OKE-doelen",
  ]);
  const { search } = new URL(page.url());
  expect([...new URLSearchParams(search).keys()].toSorted()).toEqual(["as", "circle", "phase", "role"]);
  // The row stays while somebody works in it, though it no longer has what is looked for.
  await cellOf(page, "Ketenbeheer overdragen aan de lijn", "Managementteam (MT)").click();
  await page.getByRole("checkbox", { name: "Opdrachtgever" }).uncheck();
  await page.keyboard.press("Escape");
  await cellOf(page, "Ketenbeheer overdragen aan de lijn", "Managementteam (MT)")
    .filter({ hasText: "geen rol" })
    .waitFor();
  const other = await openMatrix(plan, { query: search.replace("?as=matrix", "") });
  await expect
    .poll(() => other.locator("tbody th[scope=row]").allInnerTexts())
    .toEqual(["Verantwoording richting OKE-doelen"]);
});

test("domain A3: a role may have the name of a person, which is not asked for and goes with undo", async () => {
  const plan = await createPlan(server.url);
  const page = await openMatrix(plan);
  await cellOf(page, "Huidig examenproces in kaart brengen", "Examenbureau").click();
  const menu = page.getByRole("dialog");
  expect(await menu.getByRole("textbox").count()).toBe(0);
  await menu.getByText("Naam van een persoon (hoeft niet)").click();
  await menu.getByLabel("Beslist mee").last().fill("Bea");
  await page.keyboard.press("Escape");
  const named = cellOf(page, "Huidig examenproces in kaart brengen", "Examenbureau").filter({
    hasText: "Beslist mee (Bea)",
  });
  await named.waitFor();
  await page.getByRole("button", { name: /^Ongedaan maken/ }).click();
  await named.waitFor({ state: "detached" });
});

test("domain R8: who only reads walks over the matrix and changes nothing", async () => {
  const page = await openMatrix(await createPlan(server.url), { role: "viewer" });
  await page.locator("[data-stop][tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.getByText("Je leest mee en kunt de rollen niet wijzigen.").waitFor();
});

test("domain T4: circles that are not involved in a phase are named there and above who does what", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const { phases, parties, activities } = toPlan(other.doc);
  const last = phases.find(({ name }) => name === "Borging");
  const board = parties.filter(({ circle }) => circle === "bestuur");
  for (const { id, phase } of activities)
    for (const party of board)
      for (const slot of ROLE_SLOTS) if (phase === last?.id) setRole(other.doc, id, slot, party.id, false);
  const page = await openMatrix(plan);
  await page.getByRole("rowheader", { name: "Borging Niet betrokken: Bestuur" }).waitFor();
  await page.getByRole("button", { name: "Per betrokkene", exact: true }).click();
  const missing = page.getByTestId("missing-circles");
  await missing.getByText("Niet betrokken bij Borging: Bestuur").waitFor();
  expect(await missing.getByRole("paragraph").count()).toBe(1);
  await other.close();
});

test("domain R8: on a phone one activity or one party at a time, changed by a tap, nothing wider than the screen", async () => {
  const plan = await createPlan(server.url);
  const page = await openMatrix(plan, { device: "phone" });
  const wide = () => page.getByTestId("view").evaluate((view) => view.scrollWidth - view.clientWidth);
  expect(await page.getByRole("table").count()).toBe(0);
  await page.getByRole("button", { name: "Volgende" }).click();
  await page.getByRole("button", { name: "Leverancier SIS: geen rol" }).click();
  await page.getByRole("checkbox", { name: "Wordt geïnformeerd" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Leverancier SIS: Wordt geïnformeerd" }).waitFor();
  expect(await wide()).toBe(0);
  const title = await page.getByLabel("Welke activiteit").locator("option:checked").innerText();
  await page.getByRole("button", { name: "Per betrokkene" }).last().click();
  await page.getByLabel("Welke betrokkene").selectOption({ label: "Leverancier SIS" });
  await page.getByRole("button", { name: `${title}: Wordt geïnformeerd` }).waitFor();
  expect(page.url()).toContain("by=party");
  expect(await wide()).toBe(0);
});

test("domain R8: in a matrix of 150 activities by 30 parties a step draws nothing anew, and a change one row", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 150);
  addEntry(other.doc, "parties", "party-thirty", { name: "Dertigste", circle: "ict", kind: "team" }, STAMP);
  await other.saved();
  const page = await openMatrix(plan);
  await expect.poll(() => page.locator("[data-role-cell]").count()).toBe(150 * 30);
  await page.locator("[data-stop][tabindex='0']").focus();
  await page.evaluate(() => {
    window.__planwandProbe = {};
    const touched = new Set<Node>();
    new MutationObserver((changes) => {
      for (const { target } of changes) touched.add(target);
      document.body.dataset["touched"] = String(touched.size);
    }).observe(document.querySelector("table") ?? document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const drawn = () => page.evaluate(() => Object.keys(window.__planwandProbe ?? {}));
  const steps = 10;
  for (let step = 0; step < steps; step++)
    await page.keyboard.press(step % 2 === 0 ? "ArrowDown" : "ArrowRight");
  expect(await drawn()).toEqual([]);
  // One tab stop that moves: the button it leaves and the one it comes to.
  expect(await page.locator("body").getAttribute("data-touched")).toBe(String(steps + 1));
  await page.keyboard.press("Enter");
  await page.getByRole("checkbox", { name: "Uitvoerder" }).click();
  await page.getByRole("checkbox", { name: "Uitvoerder", checked: true }).waitFor();
  await expect.poll(async () => (await drawn()).length).toBe(1);
  await badgeSays(page, "saved");
  expect(await drawn()).toHaveLength(1);
  await other.close();
});
