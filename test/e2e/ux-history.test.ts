import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("ux U4: the history tells in sentences by day who did what; an entry shows its card and outlives it", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const [first = "", second = ""] = await wall.idsIn("Analyse", "Processen");
  const titleOf = (id: string) => wall.card(id).locator("[data-stop] > span").first().innerText();
  const [moved, binned] = [await titleOf(first), await titleOf(second)];
  await dragMouse(
    page,
    await pointIn(wall.card(first), 40, 20),
    await pointIn(wall.cell("Ontwerp", "Processen"), 70, 60),
  );
  await page.mouse.up();
  await wall.untilIn(first, "Ontwerp", "Processen");
  await wall.card(second).locator("[data-card-menu]").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Naar prullenbak" }).click();
  await wall.card(second).waitFor({ state: "detached" });
  await badgeSays(page, "saved");

  await page.goto(`${server.url}/plan/${plan.plan.id}/history`);
  const today = new Intl.DateTimeFormat("nl-NL", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Amsterdam",
  }).format(Date.now());
  const day = page.getByRole("region", { name: today });
  const entries = day.getByRole("listitem");
  await expect.poll(() => entries.count()).toBe(2);
  expect(await entries.nth(0).innerText()).toContain(`Anja legde ‘${binned}’ in de prullenbak`);
  expect(await entries.nth(1).innerText()).toContain(
    `Anja verplaatste ‘${moved}’ van Analyse · Processen naar Ontwerp · Processen`,
  );
  await entries.nth(1).getByRole("button").click();
  await wall.untilIn(first, "Ontwerp", "Processen");
  await expect.poll(() => wall.card(first).getAttribute("data-open")).not.toBeNull();
  await page.goBack();
  await entries.nth(0).getByRole("button").click();
  await page.getByText("Deze activiteit staat in de prullenbak. Je ziet haar zoals ze was.").waitFor();
});

test("ux U4: a plan without changes says so, and without the server that it cannot be fetched", async () => {
  const own = await startServer();
  const plan = await createPlan(own.url, { template: "format" });
  const { page, mistakes } = await people.person();
  const { cookie } = await join(own.url, plan.keys.viewer, "Vera");
  const [name = "", value = ""] = cookie.split("=");
  await page.context().addCookies([{ name, value, url: own.url }]);
  await page.goto(`${own.url}/plan/${plan.plan.id}/history`);
  await page.getByText("Er is nog niets gewijzigd sinds dit plan is gemaakt.").waitFor();
  await own.stop();
  await page.getByRole("button", { name: "Vernieuwen" }).click();
  await page.getByText("De geschiedenis is nu niet op te halen.", { exact: false }).waitFor();
  expect(mistakes.splice(0).every((text) => text.includes("ERR_CONNECTION_REFUSED"))).toBe(true);
});
