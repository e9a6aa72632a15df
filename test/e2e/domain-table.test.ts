import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function openView(
  plan: CreatedPlan,
  path: string,
  { device = "desktop", role = "editor" }: { device?: "desktop" | "phone"; role?: "editor" | "viewer" } = {},
): Promise<Page> {
  const { page } = await joinWall(await people.person(device), server.url, plan.keys[role], "Anja");
  await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
  await page.getByTestId("view").locator("[data-line], [data-product]").first().waitFor();
  await badgeSays(page, "saved");
  return page;
}

const valueOf = async (plan: CreatedPlan) => (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
const rowOf = (page: Page, id: string) => page.locator(`[role=row][data-line="${id}"]`);
const cellOf = (page: Page, id: string, column: string) =>
  rowOf(page, id).locator(`[data-column="${column}"]`);
const focusedColumn = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["column"] ?? "");
const rowsShown = (page: Page) =>
  page
    .locator("[role=row][data-line]")
    .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["line"] ?? ""));

test("domain W2b, W4a: by keyboard alone a value is found, written, sorted by, and undone", async () => {
  const plan = await createPlan(server.url);
  const page = await openView(plan, "table");
  const { activities } = await valueOf(plan);
  const [first] = activities;
  if (first === undefined) throw new Error("the example has activities");
  const grid = page.getByRole("grid");
  expect(await grid.getAttribute("aria-rowcount")).toBe(String(activities.length + 1));
  expect(await grid.locator("[tabindex='0']").count()).toBe(1);
  await grid.locator("[tabindex='0']").focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => focusedColumn(page)).toBe("title");
  await page.keyboard.press("F2");
  await page.keyboard.type("Examenproces op één plaat");
  await page.keyboard.press("Enter");
  await expect.poll(() => focusedColumn(page)).toBe("title");
  await cellOf(page, first.id, "title").getByText("Examenproces op één plaat").waitFor();
  for (let column = 0; column < 4; column++) await page.keyboard.press("ArrowRight");
  await expect.poll(() => focusedColumn(page)).toBe("priority");
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Laag" }).press("Enter");
  await cellOf(page, first.id, "priority").getByText("Laag").waitFor();
  await expect.poll(() => focusedColumn(page)).toBe("priority");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowUp");
  for (let column = 0; column < 5; column++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("priority");
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).searchParams.get("sort")).toBe("-priority");
  await expect.poll(() => rowsShown(page).then(([id]) => id)).not.toBe(undefined);
  await page.keyboard.press("Control+z");
  const priority = async () => (await valueOf(plan)).activities.find(({ id }) => id === first.id)?.priority;
  await expect.poll(priority).toBe(first.priority);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+Enter");
  await page.getByTestId("activity-panel").waitFor();
  expect(new URL(page.url()).pathname).toMatch(/\/table\/[\w-]+$/u);
  await page.keyboard.press("Escape");
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });
});

test("domain W2b: several are picked, given a status together and taken back in one step; another sees it live", async () => {
  const plan = await createPlan(server.url);
  const page = await openView(plan, "table?group=phase");
  const other = await openView(plan, "table", { device: "phone" });
  const { activities } = await valueOf(plan);
  const picked = activities.slice(0, 3);
  const [first, , third] = picked;
  if (first === undefined || third === undefined) throw new Error("the example has activities");
  await cellOf(page, first.id, "tick").click();
  await cellOf(page, third.id, "tick").click({ modifiers: ["Shift"] });
  const bar = page.getByTestId("picked-bar");
  await bar.getByText("3 geselecteerd").waitFor();
  await bar.getByRole("button", { name: "Status" }).click();
  await page.getByRole("menuitem", { name: "Geblokkeerd" }).click();
  const statuses = async () => {
    const { activities: now } = await valueOf(plan);
    return picked.map(({ id }) => now.find((one) => one.id === id)?.status);
  };
  await expect.poll(statuses).toEqual(["blocked", "blocked", "blocked"]);
  await other
    .getByRole("button", { name: `Status: Geblokkeerd. ${first.title}` })
    .waitFor({ state: "attached" });
  await page.keyboard.press("Control+z");
  await expect.poll(statuses).toEqual(picked.map(({ status }) => status));
  await bar.getByRole("button", { name: "Verplaatsen" }).click();
  await page.getByRole("dialog").getByLabel("Fase").selectOption({ label: "Borging" });
  await page.getByRole("dialog").getByRole("button", { name: "Verplaatsen" }).click();
  const { phases } = await valueOf(plan);
  const places = async () => {
    const { activities: now } = await valueOf(plan);
    return picked.map(
      ({ id }) => phases.find((one) => one.id === now.find((two) => two.id === id)?.phase)?.name,
    );
  };
  await expect.poll(places).toEqual(["Borging", "Borging", "Borging"]);
});

test("domain W2b: two thousand activities: few rows are drawn, the last is reached, and columns stay as chosen", async () => {
  const plan = await createPlan(server.url);
  const client = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(client.doc, 2_000);
  await client.saved();
  const page = await openView(plan, "table");
  const grid = page.getByRole("grid");
  await expect.poll(() => grid.getAttribute("aria-rowcount")).toBe("2001");
  await grid.locator("[tabindex='0']").focus();
  await page.keyboard.press("Control+End");
  await page.locator("[role=row][aria-rowindex='2001']:focus-within").waitFor();
  expect((await rowsShown(page)).length).toBeLessThan(80);
  await page.keyboard.press("Control+a");
  await page.getByTestId("picked-bar").getByText("2000 geselecteerd").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("picked-bar").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Kolommen" }).click();
  await page.getByRole("checkbox", { name: "Open besluiten" }).check();
  await page.keyboard.press("Escape");
  await page.goto(`${server.url}/plan/${plan.plan.id}/table`);
  await page.getByRole("columnheader", { name: "Open besluiten" }).waitFor({ state: "attached" });
  await client.close();
});

test("domain W2b: on a phone the same values are written on cards, and who may only read writes nothing", async () => {
  const plan = await createPlan(server.url);
  const page = await openView(plan, "table?columns=status,end,executor", { device: "phone" });
  const { activities } = await valueOf(plan);
  const [first] = activities;
  if (first === undefined) throw new Error("the example has activities");
  const card = page.locator(`article[data-line="${first.id}"]`);
  await card.getByRole("button", { name: /^Klaar op/u }).tap();
  await card.getByRole("textbox", { name: /^Klaar op/u }).fill("2027-03-12");
  await card.getByRole("textbox", { name: /^Klaar op/u }).press("Enter");
  const now = async () => (await valueOf(plan)).activities.find(({ id }) => id === first.id);
  await expect.poll(async () => (await now())?.end).toBe("2027-03-12");
  await card.getByRole("button", { name: /^Status/u }).tap();
  await page.getByRole("menuitem", { name: "Bezig" }).tap();
  await expect.poll(async () => (await now())?.status).toBe("active");
  const reader = await openView(plan, "table", { role: "viewer" });
  await cellOf(reader, first.id, "status").dblclick();
  expect(await reader.getByRole("menuitem").count()).toBe(0);
  await reader.getByText("Je leest mee en kunt niets wijzigen.", { exact: false }).waitFor();
});

test("domain A5a: every result with its criterion and status, and every decision, is in one list, which can be taken along as a table", async () => {
  const plan = await createPlan(server.url);
  const page = await openView(plan, "products");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { activities, decisions } = await valueOf(plan);
  const results = activities.filter(({ result }) => result !== "");
  const list = page.getByTestId("products");
  const counts = async () => {
    const words = await list.getByRole("heading").allInnerTexts();
    return words.map((text) => Number(/(\d+) resulta/u.exec(text)?.[1] ?? 0));
  };
  await expect.poll(async () => (await counts()).length).toBeGreaterThan(0);
  await list
    .locator("article", { hasText: "Procesplaat huidig examenproces" })
    .getByText("Afgerond")
    .waitFor();
  await page.getByRole("button", { name: "Kopieer als tabel" }).click();
  const copied = async () =>
    (await page.evaluate(() => navigator.clipboard.readText())).split("\n").length - 1;
  await expect.poll(copied).toBe(results.length + decisions.length);
  await page.getByRole("combobox", { name: "Soort", exact: true }).selectOption({ label: "Besluiten" });
  await page.getByRole("combobox", { name: "Status", exact: true }).selectOption({ label: "Besloten" });
  await page.getByRole("combobox", { name: "Groeperen", exact: true }).selectOption({ label: "Niet" });
  const decided = decisions.filter(({ status }) => status === "decided").length;
  await list
    .getByRole("heading", {
      name: new RegExp(`${String(decided)} resultaten, ${String(decided)} klaar`, "u"),
    })
    .waitFor();
  await list.locator("article").first().getByRole("button").first().click();
  await page.getByTestId("decision-panel").waitFor();
  await page.goBack();
  expect(new URL(page.url()).searchParams.get("state")).toBe("decided");
});
