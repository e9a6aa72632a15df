import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { fingerOn, joinWall, pointIn, type WallPage } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function wallFor(role: "editor" | "viewer" | "participant", device?: "desktop" | "phone") {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(device), server.url, plan.keys[role], "Anja");
  return { plan, wall };
}

const focused = (wall: WallPage): Promise<string> =>
  wall.page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["stop"] ?? "");

test("[B10] ux K3: lifting, moving, putting down and cancelling are told with card, phase, domain and position", async () => {
  const { wall } = await wallFor("editor");
  const [id] = await wall.idsIn("Analyse", "Processen");
  const { keyboard } = wall.page;
  await wall
    .card(id ?? "")
    .getByRole("button")
    .first()
    .focus();
  const said = async (key: string): Promise<string> => {
    await keyboard.press(key);
    return wall.spoken();
  };
  const place = (phase: string, domain: string) =>
    new RegExp(`[Ff]ase ${phase}, domein ${domain}, positie 1 van \\d`);
  expect(await said("Space")).toMatch(/^Opgepakt: Huidig examenproces in kaart brengen\. Fase Analyse/);
  expect(await said("ArrowRight")).toMatch(/^Verplaatst naar/);
  expect(await said("ArrowRight")).toMatch(place("Inrichting", "Processen"));
  expect(await said("Escape")).toMatch(
    /^Geannuleerd, terug naar fase Analyse, domein Processen, positie 1 van \d/,
  );
  await said("Space");
  await said("ArrowRight");
  expect(await said("Enter")).toMatch(/^Neergezet: .* Fase Ontwerp, domein Processen, positie 1 van \d/);
  await expect.poll(() => focused(wall)).toBe(`card:${id}`);
});

test("[B9] ux K2: after putting down, focus is on the card and it is not hidden below a header", async () => {
  const { wall } = await wallFor("editor");
  const [id = ""] = await wall.idsIn("Analyse", "ICT en systemen");
  const { keyboard } = wall.page;
  await wall.card(id).getByRole("button").first().focus();
  await keyboard.press("Space");
  for (let step = 0; step < 40; step++) {
    await keyboard.press("ArrowUp");
    if ((await wall.spoken()).includes("domein Processen, positie 1 ")) break;
  }
  await keyboard.press("Space");
  await wall.untilIn(id, "Analyse", "Processen");
  await expect.poll(() => focused(wall)).toBe(`card:${id}`);
  const header = await wall.page.locator("[data-phase-header]").first().boundingBox();
  const card = await wall.card(id).boundingBox();
  expect(card?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0) - 1);
});

test("[B12] ux K1: the matrix is one tab stop, and arrows, Home and End go through it", async () => {
  const { wall } = await wallFor("editor");
  expect(await wall.page.locator("[data-testid=matrix] [tabindex='0']").count()).toBe(1);
  const [first, second] = await wall.idsIn("Analyse", "Processen");
  const [right] = await wall.idsIn("Ontwerp", "Processen");
  const { keyboard } = wall.page;
  const go = async (key: string): Promise<string> => {
    await keyboard.press(key);
    return focused(wall);
  };
  await wall
    .card(first ?? "")
    .getByRole("button")
    .first()
    .focus();
  expect(await go("ArrowDown")).toBe(`card:${second}`);
  expect(await go("ArrowUp")).toBe(`card:${first}`);
  expect(await go("ArrowRight")).toBe(`card:${right}`);
  expect(await go("Home")).toBe(`card:${first}`);
  await go("End");
  const cellWithFocus = () =>
    wall.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-cell]")?.ariaLabel ?? "");
  expect(await cellWithFocus()).toMatch(/^Fase Borging, domein Processen/);
  expect(await go("Control+Home")).toBe(`card:${first}`);
  expect(await wall.page.locator("[data-testid=matrix] [tabindex='0']").count()).toBe(1);
});

test("[B12] ux K1: a reader walks through the cells of an empty wall too", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const wall = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  const cellWithFocus = (): Promise<string> =>
    wall.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await wall.page.locator("[data-testid=matrix] [tabindex='0']").focus();
  await wall.page.keyboard.press("Control+Home");
  const first = await cellWithFocus();
  expect(first).toMatch(/^Fase .*, 0 activiteiten$/);
  await wall.page.keyboard.press("ArrowRight");
  const second = await cellWithFocus();
  expect(second).toMatch(/^Fase .*, 0 activiteiten$/);
  expect(second).not.toBe(first);
});

test("[B11] ux K4: a card is moved from its menu, with keys alone, and focus returns to it", async () => {
  const { wall } = await wallFor("editor");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).locator("[data-stop]").focus();
  const { keyboard } = wall.page;
  await keyboard.press("Shift+F10");
  await wall.page.getByRole("menuitem", { name: /^Verplaatsen/ }).waitFor();
  await wall.page.getByRole("menuitem", { name: /^Verplaatsen/ }).focus();
  await keyboard.press("Enter");
  await wall.page.getByLabel("Fase", { exact: true }).selectOption({ label: "Borging" });
  await wall.page.getByLabel("Domein", { exact: true }).selectOption({ label: "Beleid" });
  await wall.page.getByLabel("Positie").selectOption({ label: "Bovenaan" });
  await wall.page.getByRole("button", { name: "Verplaatsen", exact: true }).focus();
  await keyboard.press("Enter");
  await wall.untilIn(id, "Borging", "Beleid");
  expect((await wall.idsIn("Borging", "Beleid"))[0]).toBe(id);
  expect(await wall.spoken()).toMatch(/^Neergezet: .* Fase Borging, domein Beleid, positie 1 van 2/);
  await expect.poll(() => focused(wall)).toBe(`card:${id}`);
});

test("[B13] headers stay in line with their cells when the matrix is scrolled", async () => {
  const { wall } = await wallFor("editor");
  await wall.page.setViewportSize({ width: 900, height: 600 });
  const matrix = wall.page.getByTestId("matrix");
  await matrix.evaluate((element) => element.scrollTo({ left: 300, top: 400, behavior: "instant" }));
  const [phase, cell] = [wall.page.locator("[data-phase-header]").nth(2), wall.cell("Inrichting", "Beleid")];
  const domain = wall.page.locator("[data-domain-header]").nth(2);
  const [phaseBox, cellBox, domainBox] = await Promise.all(
    [phase, cell, domain].map((one) => one.boundingBox()),
  );
  expect(Math.abs((phaseBox?.x ?? 0) - (cellBox?.x ?? 9))).toBeLessThanOrEqual(1);
  expect(Math.abs((domainBox?.y ?? 0) - (cellBox?.y ?? 9))).toBeLessThanOrEqual(1);
  const isCornerOnTop = await matrix.evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    return document.elementFromPoint(left + 20, top + 20)?.role === "columnheader";
  });
  expect(isCornerOnTop).toBe(true);
});

test("[B14] ux T1: a swipe over a card scrolls and moves nothing", async () => {
  const { wall } = await wallFor("editor", "phone");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const before = await wall.layout();
  const matrix = wall.page.getByTestId("matrix");
  const finger = await fingerOn(wall.page);
  const from = await pointIn(wall.card(id), 60, 60);
  await finger.swipe(from, { x: from.x, y: from.y - 110 });
  await expect.poll(() => matrix.evaluate((element) => element.scrollTop)).toBeGreaterThan(40);
  expect(await wall.layout()).toEqual(before);
});

test("[B15] Enter adds and keeps the field open, an empty field adds nothing, Escape closes", async () => {
  const { plan, wall } = await wallFor("editor");
  const cell = wall.cell("Borging", "ICT en systemen");
  const { keyboard } = wall.page;
  await cell.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await keyboard.press("Enter");
  await keyboard.type("Eerste");
  await keyboard.press("Enter");
  await keyboard.type("Tweede");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  expect(await cell.getByTestId("card").allInnerTexts()).toEqual([
    expect.stringContaining("Eerste"),
    expect.stringContaining("Tweede"),
  ]);
  expect(await cell.getByRole("textbox").count()).toBe(0);
  await wall.page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  expect(value.activities.filter((activity) => ["Eerste", "Tweede"].includes(activity.title))).toHaveLength(
    2,
  );
});

test.each(["viewer", "participant"] as const)(
  "[B19] a %s reads everything and can write nothing in the plan",
  async (role) => {
    const { wall } = await wallFor(role);
    const [id = ""] = await wall.idsIn("Analyse", "Processen");
    expect(await wall.page.locator("[data-draggable], [data-card-menu]").count()).toBe(0);
    expect(await wall.page.getByRole("button", { name: /^Activiteit toevoegen/ }).count()).toBe(0);
    await wall.card(id).getByRole("button").click();
    const panel = wall.page.getByTestId("activity-panel");
    await panel.getByRole("heading", { name: "Huidig examenproces in kaart brengen" }).waitFor();
    expect(await panel.locator("[data-field=why]").innerText()).toMatch(/\w{4}/);
    // What a participant says and agrees to is not the plan.
    const fields = panel.locator("[data-field]:not([data-field=discussion], [data-field=agreement])");
    expect(
      await fields.locator("textarea, input:enabled, select:enabled, [contenteditable=true]").count(),
    ).toBe(0);
  },
);
