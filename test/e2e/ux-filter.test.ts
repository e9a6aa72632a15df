import { afterAll, beforeAll, expect, test } from "vitest";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { usePeople } from "../builders/browser.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

test("ux E3: a filter that finds nothing says which choices cause it, and is cleared with one press", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  await wall.page.getByRole("button", { name: "Filter", exact: true }).click();
  const bar = wall.page.getByTestId("filter-bar");
  await bar.getByRole("button", { name: "Geblokkeerd" }).click();
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  await bar.getByLabel("Zoek in titels").fill("zzz");
  await bar
    .getByText("Niets gevonden met “zzz” en Geblokkeerd. Haal een keuze weg of wis het filter.")
    .waitFor();
  expect(await wall.page.locator("[data-filtered-out]").count()).toBe(39);
  await bar.getByRole("button", { name: "Wis filter" }).click();
  expect(await wall.page.locator("[data-filtered-out]").count()).toBe(0);
});

test("a filter dims what it does not find, or hides it, follows the plan, and is nobody else's", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const bram = await joinWall(await people.person(), server.url, plan.keys.editor, "Bram");
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  await wall.page.getByRole("button", { name: "Filter", exact: true }).click();
  const bar = wall.page.getByTestId("filter-bar");
  const layout = await wall.layout();
  await bar.getByLabel("Zoek in titels").fill("KOPPELING");
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  const shown = wall.page.locator("[data-testid=card]:not([data-filtered-out])");
  for (const text of await shown.allInnerTexts()) expect(text.toLowerCase()).toContain("koppeling");
  expect(await wall.layout()).toEqual(layout);
  expect(await bram.page.locator("[data-filtered-out]").count()).toBe(0);
  const dimmed = wall.page.locator("[data-filtered-out]").first();
  await expect.poll(() => dimmed.evaluate((card) => getComputedStyle(card).opacity)).toBe("0.25");
  await bar.getByLabel("Verberg de rest").check();
  await dimmed.waitFor({ state: "hidden" });
  await bar.getByRole("button", { name: "Wis filter" }).click();

  await bar.getByRole("button", { name: "Geblokkeerd" }).click();
  const count = await shown.count();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  expect(await wall.card(id).isVisible()).toBe(false);
  setRegister(other.doc, "activities", id, "status", "blocked");
  await wall.card(id).waitFor();
  await bar.getByText(`${String(count + 1)} van 39 activiteiten`).waitFor();
  await bar.getByRole("button", { name: "Filter sluiten" }).click();
  await bar.waitFor({ state: "detached" });
  expect(await wall.page.locator("[data-filtered-out]").count()).toBe(0);
  await other.close();
});

test("[B3][B22] while one looks for something, a card dropped below the last of a full cell comes last", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 160);
  await other.saved();
  await other.close();
  const person = await people.person();
  await person.page.setViewportSize({ width: 1440, height: 1600 });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  await wall.page.getByRole("button", { name: "Filter", exact: true }).click();
  await wall.page.getByTestId("filter-bar").getByRole("button", { name: "Gepland" }).click();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await expect.poll(async () => (await wall.idsIn("Ontwerp", "Processen")).length).toBeGreaterThan(4);
  const last = wall.card((await wall.idsIn("Ontwerp", "Processen")).at(-1) ?? "");
  const height = (await last.boundingBox())?.height ?? 0;
  await dragMouse(wall.page, await pointIn(wall.card(id), 20, 12), await pointIn(last, 60, height + 4));
  await wall.page.mouse.up();
  await wall.untilIn(id, "Ontwerp", "Processen");
  expect((await wall.idsIn("Ontwerp", "Processen")).at(-1)).toBe(id);
});
