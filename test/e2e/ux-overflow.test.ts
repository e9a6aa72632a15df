import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { onEveryDay, today } from "../builders/clock.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn, showCards, type WallPage } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const comeIn = async (
  plan: CreatedPlan,
  role: "editor" | "viewer" = "editor",
  device: "desktop" | "phone" = "desktop",
): Promise<WallPage> => joinWall(await people.person(device), server.url, plan.keys[role], "Anja");

const otherOn = (plan: CreatedPlan): Promise<WireClient> =>
  WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });

const fold = async (wall: WallPage, name: string): Promise<void> => {
  await wall.page.getByRole("button", { name: `${name} inklappen` }).focus();
  await wall.page.keyboard.press("Enter");
  await wall.page.getByRole("button", { name: `${name} uitklappen` }).waitFor();
};

/** The widths of the columns, left to right. */
const columnWidths = (wall: WallPage): Promise<number[]> =>
  wall.page
    .locator("[data-phase-header]")
    .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width));

test("[B22] ux M3: a cell shows four cards and how many more, and opens out in place", async () => {
  const plan = await createPlan(server.url);
  const other = await otherOn(plan);
  growPlan(other.doc, 240);
  await other.saved();
  const wall = await comeIn(plan);
  const cell = wall.cell("Ontwerp", "Processen");
  const more = cell.getByRole("button", { name: /^\+\d+ meer$/ });
  expect(await cell.getByTestId("card").count()).toBe(4);
  const hidden = Number.parseInt((await more.innerText()).slice(1), 10);

  const card = cell.getByTestId("card").nth(1);
  await card.locator("[data-stop]").focus();
  const [widths, top] = [await columnWidths(wall), (await card.boundingBox())?.y ?? 0];
  await more.click();
  expect(await cell.getByTestId("card").count()).toBe(4 + hidden);
  expect(await columnWidths(wall)).toEqual(widths);
  const shift = Math.abs(((await card.boundingBox())?.y ?? 0) - top);
  expect(shift).toBeLessThanOrEqual(2);

  await cell.getByRole("button", { name: "Minder tonen" }).click();
  expect(await cell.getByTestId("card").count()).toBe(4);
  await more.press("Enter");
  const focused = await wall.page.evaluate(() => document.activeElement?.closest("li")?.dataset["cardId"]);
  expect(focused).toBe((await wall.idsIn("Ontwerp", "Processen"))[4]);
  await showCards(wall, "Compact");
  expect(await cell.getByTestId("card").count()).toBe(4 + hidden);
  await other.close();
});

test("[B22] ux M3: what is dropped or added in a full cell is seen there", async () => {
  const plan = await createPlan(server.url);
  const other = await otherOn(plan);
  growPlan(other.doc, 160);
  await other.saved();
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const [, , , last = ""] = await wall.idsIn("Ontwerp", "Processen");
  const box = await wall.card(last).boundingBox();
  if (box === null) throw new Error("the fourth card is there");
  await dragMouse(wall.page, await pointIn(wall.card(id), 20, 12), {
    x: box.x + 60,
    y: box.y + box.height + 4,
  });
  await wall.page.mouse.up();
  const after = await wall.idsIn("Ontwerp", "Processen");
  expect(after.length).toBeGreaterThan(5);
  expect(after.indexOf(id)).toBe(after.indexOf(last) + 1);

  const full = wall.cell("Inrichting", "Processen");
  await full.getByRole("button", { name: /^Activiteit toevoegen/ }).click();
  await wall.page.keyboard.type("Nog eentje");
  await wall.page.keyboard.press("Enter");
  await full.getByTestId("card").getByText("Nog eentje").waitFor();
  await other.close();
});

test("[B21] ux M6: a folded phase or domain is a band of 40 px with its counts, here only and after a reload", async () => {
  const plan = await createPlan(server.url);
  const [anja, viewer] = [await comeIn(plan), await comeIn(plan, "viewer")];
  await fold(anja, "Ontwerp");
  await fold(anja, "Organisatie");
  const isFolded = async (wall: WallPage): Promise<boolean> => {
    const width = (await wall.cell("Ontwerp", "Processen").boundingBox())?.width ?? 0;
    const height = (await wall.cell("Analyse", "Organisatie").boundingBox())?.height ?? 0;
    return Math.abs(width - 40) <= 1 && Math.abs(height - 40) <= 1;
  };
  expect(await isFolded(anja)).toBe(true);
  expect(await anja.cell("Ontwerp", "Processen").innerText()).toBe("3");
  expect(await anja.cell("Analyse", "Organisatie").getByTestId("card").count()).toBe(0);
  expect(await isFolded(viewer)).toBe(false);
  await anja.page.reload();
  await anja.page.getByRole("button", { name: "Ontwerp uitklappen" }).waitFor();
  expect(await isFolded(anja)).toBe(true);

  await fold(viewer, "Borging");
  await viewer.page.getByRole("button", { name: "Borging uitklappen" }).click();
  await viewer.cell("Borging", "Processen").getByTestId("card").first().waitFor();
});

test("[B21] ux D7: a card can be dropped on a band, and one that waits above it opens it", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [first = "", second = ""] = await wall.idsIn("Analyse", "Processen");
  await fold(wall, "Ontwerp");
  const band = await pointIn(wall.cell("Ontwerp", "Processen"), 20, 30);
  const start = (id: string) => pointIn(wall.card(id), 20, 12);

  await dragMouse(wall.page, await start(first), { x: band.x - 60, y: band.y });
  // At one go: a card that waits here would open the band.
  await Promise.all([wall.page.mouse.move(band.x, band.y), wall.page.mouse.up()]);
  await wall.page.locator("[data-drag-picture]").waitFor({ state: "detached" });
  const folded = wall.page.getByRole("button", { name: "Ontwerp uitklappen" });
  expect(await wall.cell("Ontwerp", "Processen").innerText()).toBe("4");

  await dragMouse(wall.page, await start(second), band);
  await folded.waitFor({ state: "detached" });
  const away = await pointIn(wall.cell("Borging", "Organisatie"), 60, 80);
  await wall.page.mouse.move(away.x, away.y, { steps: 4 });
  await folded.waitFor();
  await wall.page.mouse.move(band.x, band.y, { steps: 4 });
  await folded.waitFor({ state: "detached" });
  await wall.page.mouse.move(band.x + 40, band.y, { steps: 2 });
  await wall.page.mouse.up();
  await wall.untilIn(second, "Ontwerp", "Processen");
  expect(await wall.idsIn("Ontwerp", "Processen")).toContain(first);
  expect(await folded.count()).toBe(0);
});

test("ux D7: an empty cell takes a card", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  expect(await wall.idsIn("Inrichting", "Beleid")).toEqual([]);
  await dragMouse(
    wall.page,
    await pointIn(wall.card(id), 20, 12),
    await pointIn(wall.cell("Inrichting", "Beleid"), 60, 60),
  );
  await wall.page.mouse.up();
  await wall.untilIn(id, "Inrichting", "Beleid");
});

test("ux M8: at 200 % of a beamer and of a laptop, phases are tabs, one at a time", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  for (const [width, height] of [
    [640, 360],
    [720, 450],
  ] as const) {
    await wall.page.setViewportSize({ width, height });
    const tabs = wall.page.getByRole("navigation", { name: "Fasen" });
    await tabs.getByRole("button", { name: /^Borging/ }).click();
    await expect.poll(() => tabs.locator("[aria-current=true]").innerText()).toContain("Borging");
    await wall.cell("Borging", "Processen").getByTestId("card").first().waitFor();
    const page = await wall.page.evaluate(() => ({
      across: document.documentElement.scrollWidth - innerWidth,
      down: document.documentElement.scrollHeight - innerHeight,
    }));
    expect(page).toEqual({ across: 0, down: 0 });
  }
});

test("ux M8: 320 px wide, phases are tabs, one at a time, and the page itself does not scroll", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "editor", "phone");
  await wall.page.setViewportSize({ width: 320, height: 568 });
  const tabs = wall.page.getByRole("navigation", { name: "Fasen" });
  await tabs.getByRole("button", { name: /^Analyse/ }).waitFor();
  const shownPhases = (): Promise<string[]> =>
    wall.page.locator("[data-phase-header]").evaluateAll((heads) =>
      heads
        .filter((head) => head.getBoundingClientRect().right > 1)
        .filter((head) => head.getBoundingClientRect().left < innerWidth - 1)
        .map((head) => head.firstElementChild?.textContent ?? ""),
    );
  expect(await shownPhases()).toEqual(["Analyse"]);
  await tabs.getByRole("button", { name: /^Inrichting/ }).click();
  await expect.poll(shownPhases).toEqual(["Inrichting"]);
  await expect.poll(() => tabs.locator("[aria-current=true]").innerText()).toContain("Inrichting");
  const page = await wall.page.evaluate(() => ({
    across: document.documentElement.scrollWidth - innerWidth,
    down: document.documentElement.scrollHeight - innerHeight,
  }));
  expect(page).toEqual({ across: 0, down: 0 });
});

test("ux M2: at 1024 px a domain is a sign and an abbreviation, with its whole name for a screen reader", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await wall.page.setViewportSize({ width: 1280, height: 720 });
  const isCut = await wall.page
    .locator("[data-phase-header] > span:first-child")
    .evaluateAll((names) =>
      names.map((name) => [name.scrollWidth > name.clientWidth, name.getAttribute("title")]),
    );
  for (const [cut, title] of isCut) expect(cut === false || title !== "").toBe(true);
  await wall.page.setViewportSize({ width: 1024, height: 768 });
  const head = wall.page.getByRole("rowheader", { name: /Organisatie/ });
  expect((await head.boundingBox())?.width).toBeLessThanOrEqual(72);
  expect(await head.getByText("Org.", { exact: true }).isVisible()).toBe(true);
  expect(await head.locator("svg").first().isVisible()).toBe(true);
});

test("[B20] several cards are picked and moved, given a status and put away together, each as one step", async () => {
  const plan = await createPlan(server.url);
  const [wall, bram] = [await comeIn(plan), await comeIn(plan)];
  // High enough for both cells, however many cards say that they are late.
  await wall.page.setViewportSize({ width: 1440, height: 1400 });
  const [a = "", b = "", c = ""] = await wall.idsIn("Analyse", "Processen");
  const bar = wall.page.getByTestId("picked-bar");
  await wall.card(a).click({ modifiers: ["Control"] });
  await wall.card(c).click();
  await bar.getByText("2 geselecteerd").waitFor();

  await dragMouse(
    wall.page,
    await pointIn(wall.card(c), 20, 12),
    await pointIn(wall.cell("Borging", "Beleid"), 60, 90),
  );
  expect(await wall.page.locator("[data-drag-picture]").innerText()).toContain("2");
  await wall.page.mouse.up();
  await bram.untilIn(a, "Borging", "Beleid");
  expect((await bram.idsIn("Borging", "Beleid")).slice(-2)).toEqual([a, c]);
  expect(await wall.spoken()).toContain("2 activiteiten neergezet. Fase Borging, domein Beleid");

  await bar.getByRole("button", { name: "Status" }).click();
  await wall.page.getByRole("menuitem", { name: "Geblokkeerd" }).click();
  for (const id of [a, c]) await bram.card(id).getByText("Geblokkeerd").waitFor();
  await bar.getByRole("button", { name: "Rol" }).click();
  await wall.page.getByLabel("Rol", { exact: true }).selectOption({ label: "Opdrachtgever" });
  await wall.page.getByLabel("Aan wie?").selectOption({ label: "Examencommissie" });
  await wall.page.getByRole("button", { name: "Toevoegen", exact: true }).click();
  await wall.page.getByTestId("toast").getByText("Examencommissie toegevoegd bij 2 activiteiten").waitFor();

  await bar.getByRole("button", { name: "Verplaatsen" }).click();
  await wall.page.getByLabel("Fase", { exact: true }).selectOption({ label: "Analyse" });
  await wall.page.getByLabel("Domein", { exact: true }).selectOption({ label: "Processen" });
  await wall.page.getByRole("button", { name: "Verplaatsen", exact: true }).last().click();
  await expect.poll(() => bram.idsIn("Analyse", "Processen")).toEqual([b, a, c]);

  await bar.getByRole("button", { name: "Naar prullenbak" }).click();
  await bar.waitFor({ state: "detached" });
  await expect.poll(() => bram.idsIn("Analyse", "Processen")).toEqual([b]);
  await wall.page.getByRole("button", { name: "Ongedaan maken", exact: true }).first().click();
  await expect.poll(() => bram.idsIn("Analyse", "Processen")).toEqual([b, a, c]);
});

test("[B20] cards are picked with the keyboard too, carried together, and Escape leaves them", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [a = "", b = "", c = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(a).locator("[data-stop]").focus();
  for (const key of ["x", "ArrowDown", "x"]) await wall.page.keyboard.press(key);
  await wall.page.getByTestId("picked-bar").getByText("2 geselecteerd").waitFor();
  for (const key of ["Space", "ArrowRight", "Space"]) await wall.page.keyboard.press(key);
  await wall.untilIn(a, "Ontwerp", "Processen");
  const there = await wall.idsIn("Ontwerp", "Processen");
  expect(there.indexOf(b)).toBe(there.indexOf(a) + 1);
  expect(await wall.idsIn("Analyse", "Processen")).toEqual([c]);
  await wall.page.keyboard.press("Escape");
  await wall.page.getByTestId("picked-bar").waitFor({ state: "detached" });
});

test("ux M5: a card says title, status, sponsor, circles, open decisions, comments, steps and being late, in words", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const wall = await comeIn(plan);
  const card = wall.page.getByTestId("card").filter({ hasText: "Gapanalyse" });
  const said = (await card.locator("[data-stop]").innerText()).replaceAll("\u00AD", "");
  expect(said).toContain("Gapanalyse tegen de OKE-standaard");
  expect(said).toContain("Geblokkeerd");
  expect(said).toContain("Informatiemanager");
  expect(said).toMatch(/Kringen: .*Examenorganisatie/);
  expect(said).toMatch(/EX\s+ICT\s+IM\s+\+\d/);
  expect(said).toMatch(/\d+ van 4 stappen/);
  expect(said).toContain("2 opmerkingen");
  expect(said).toMatch(/dagen over tijd/);
  const decided = wall.page.getByTestId("card").filter({ hasText: "Nieuwe rollen en mandaten" });
  expect(await decided.locator("[data-stop]").innerText()).toContain("2 open beslispunten");
  const clamp = await wall.page
    .getByTestId("card")
    .locator("[data-stop] > span:first-of-type")
    .evaluateAll((titles) => titles.map((title) => getComputedStyle(title).webkitLineClamp));
  expect(new Set(clamp)).toEqual(new Set(["2"]));
});

test("ux M1: heads stay in line with their cells however far the wall is scrolled, the corner above both", async () => {
  const plan = await createPlan(server.url);
  const other = await otherOn(plan);
  growPlan(other.doc, 200);
  await other.saved();
  const wall = await comeIn(plan);
  await wall.page.setViewportSize({ width: 740, height: 600 });
  const places = await wall.page.getByTestId("matrix").evaluate((matrix) => {
    matrix.scrollLeft = 300;
    matrix.scrollTop = 400;
    const left = (element: Element) => element.getBoundingClientRect().left;
    const top = (element: Element) => element.getBoundingClientRect().top;
    const cells = [...matrix.querySelectorAll<HTMLElement>("[data-cell]")];
    const off = cells.flatMap((cell) => {
      const column = matrix.querySelector(`[data-phase-header="${cell.dataset["phase"]}"]`);
      const row = matrix.querySelector(`[data-domain-header="${cell.dataset["domain"]}"]`);
      if (column === null || row === null) throw new Error("every cell has its heads");
      return [Math.abs(left(column) - left(cell)), Math.abs(top(row) - top(cell))];
    });
    const { x, y } = matrix.getBoundingClientRect();
    const corner = document.elementFromPoint(x + 4, y + 4);
    return {
      scrolled: [matrix.scrollLeft, matrix.scrollTop],
      off: Math.max(...off),
      corner: corner?.closest("[role=columnheader]")?.hasAttribute("data-phase-header"),
    };
  });
  expect(places.scrolled).toEqual([300, 400]);
  expect(places.off).toBeLessThanOrEqual(1);
  expect(places.corner).toBe(false);
  await other.close();
});
