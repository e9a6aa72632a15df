import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url);
});
afterAll(async () => {
  await server.stop();
});

test.each([
  ["participant", "Je reageert mee", "Je kunt dit plan lezen en erop reageren, maar niet wijzigen."],
  ["viewer", "Je leest mee", "Je kunt dit plan lezen, maar niet wijzigen."],
] as const)("[U28] a %s reads fields as text, and is told what they may do", async (role, short, long) => {
  const { page, ...wall } = await joinWall(await people.person(), server.url, plan.keys[role], "Vera");
  await page.getByText(short, { exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Delen", exact: true }).count()).toBe(0);
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).click();
  const panel = page.getByTestId("activity-panel");
  await panel.getByText(long).waitFor();
  await panel.locator("[data-field=status]").getByText("Afgerond").waitFor();
  await panel.locator("[data-field=start]").getByText("7 sep 2026", { exact: true }).waitFor();
  expect(await panel.locator("select:disabled, [data-field=start] input, input[type=range]").count()).toBe(0);
});
