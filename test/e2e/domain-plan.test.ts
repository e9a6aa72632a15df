import { waitingChain } from "@planwand/shared/views/dependencies.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { axeFaults } from "../builders/axe.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { addFilter, openFilter } from "../builders/filter.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn, showCards, type WallPage } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const comeIn = async (plan: CreatedPlan, name = "Anja"): Promise<WallPage> =>
  joinWall(await people.person(), server.url, plan.keys.editor, name);

const panelOf = (page: Page) => page.getByTestId("activity-panel");

async function show(wall: WallPage, plan: CreatedPlan, view: string): Promise<Page> {
  await wall.page.goto(`${server.url}/plan/${plan.plan.id}/${view}`);
  await wall.page.getByTestId("view").waitFor();
  return wall.page;
}

async function valueOf(plan: CreatedPlan, page: Page) {
  await badgeSays(page, "saved");
  return (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
}

test("domain W1a: the ambition stands above the wall, and is written together with measurable goals", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const strip = bram.page.getByRole("link", { name: /^Ambitie:/ });
  await strip.getByText("drie opleidingen", { exact: false }).waitFor();
  await strip.getByText("4 doelen").waitFor();
  const page = await show(anja, plan, "goals");
  await page.getByRole("textbox", { name: "Ambitie" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Samen: ");
  await strip.getByText("Samen: Aan het eind", { exact: false }).waitFor();
  await page.getByRole("button", { name: "Doel toevoegen" }).click();
  await page.getByLabel("Doel 5", { exact: true }).fill("Minder fouten");
  await page.getByLabel("Streefwaarde: Minder fouten").fill("hoogstens 1%");
  await strip.getByText("5 doelen").waitFor();
  const { goals } = await valueOf(plan, page);
  expect(goals.at(-1)).toMatchObject({ title: "Minder fouten", target: "hoogstens 1%" });
});

test("domain W1b: an activity is linked to a goal, and the goal lists what contributes to it", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const { goals, activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  const card = activities.find((one) => one.goals.length === 0 && one.phase !== null);
  const goal = goals[0];
  if (card === undefined || goal === undefined) throw new Error("the example has both");
  await wall.page.goto(`${server.url}/plan/${plan.plan.id}/activity/${card.id}`);
  await panelOf(wall.page).getByRole("button", { name: "OKE-doel kiezen" }).click();
  await wall.page.getByRole("checkbox", { name: goal.title }).check();
  await wall.page.keyboard.press("Escape");
  const page = await show(wall, plan, "goals");
  const item = page.locator(`[data-goal="${goal.id}"]`);
  await item.getByRole("button", { name: card.title }).click();
  await panelOf(page).waitFor();
});

test("domain T1b T1a: the impact of each domain is written together and stands in its header", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const header = bram.page.locator("[data-domain-header]", { hasText: "Processen" });
  await header.getByText("Wat verandert er?").waitFor();
  const page = await show(anja, plan, "goals");
  await page.getByRole("textbox", { name: "Processen" }).click();
  await page.keyboard.type("Overtypen verdwijnt.");
  await header.getByText("Overtypen verdwijnt.").waitFor();
});

test("domain T2a T2b: a phase has a goal and a period; what lies outside it is counted", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const page = await show(wall, plan, "goals");
  const item = page.locator("[data-phase-item]", { hasText: "Analyse" }).first();
  await item.getByLabel("Doel van Analyse").fill("Weten waar we staan.");
  await item.getByLabel("Einde van Analyse").fill("2026-10-01");
  await item.getByText(/activiteiten vallen buiten deze periode/).waitFor();
  const { phases } = await valueOf(plan, page);
  expect(phases[0]).toMatchObject({ goal: "Weten waar we staan.", end: "2026-10-01" });
});

test("domain H1b: a cell is left empty on purpose with a reason that everybody sees, and taken back", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const cell = anja.cell("Inrichting", "Beleid");
  await cell.hover();
  await cell.getByRole("button", { name: /^Hier is niets nodig/ }).click();
  await anja.page.keyboard.type("Beleid staat dan vast.");
  await anja.page.keyboard.press("Enter");
  const there = bram.cell("Inrichting", "Beleid").getByTestId("empty-reason");
  await there.getByText("Beleid staat dan vast.").waitFor();
  expect((await valueOf(plan, anja.page)).cells).toHaveLength(1);
  await there.getByRole("button", { name: /^Niet meer bewust leeg/ }).click();
  await cell.getByTestId("empty-reason").waitFor({ state: "detached" });
});

test("[B24] domain H1b: an empty cell asks within its button, over nothing else, and not at all once it is empty on purpose", async () => {
  const wall = await comeIn(await createPlan(server.url));
  await showCards(wall, "Normaal");
  const cell = wall.cell("Borging", "ICT en systemen");
  const button = cell.getByRole("button", { name: /^Activiteit toevoegen/ });
  const prompt = cell.getByText("Wat is er voor ICT en systemen nodig in de fase Borging?");
  await button.hover();
  const boxOf = async (locator: Locator) => {
    const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { left: x, top: y, right: x + width, bottom: y + height };
  };
  const [frame, words] = [await boxOf(button), await boxOf(prompt)];
  const mark = await boxOf(cell.getByRole("button", { name: /^Hier is niets nodig/ }));
  expect(words.top).toBeGreaterThan(frame.top);
  expect(words.bottom).toBeLessThan(frame.bottom);
  expect(mark.top).toBeGreaterThanOrEqual(frame.bottom);
  await cell.getByRole("button", { name: /^Hier is niets nodig/ }).click();
  await wall.page.keyboard.type("Dat regelt de leverancier.");
  await wall.page.keyboard.press("Enter");
  await cell.getByTestId("empty-reason").waitFor();
  await button.hover();
  expect(await prompt.count()).toBe(0);
});

test("domain A1 W3b: koppelvlakken are tagged, and the filter by flow, goal and party is in the address", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Analyse", "ICT en systemen");
  await wall.card(id).click();
  await panelOf(wall.page).getByLabel("3 Toetsdeelnemersresultaat").check();
  await wall.page.keyboard.press("Escape");
  const bar = await openFilter(wall.page);
  await addFilter(wall.page, "Koppelvlak", "3 Toetsdeelnemersresultaat");
  await bar.getByText("1 van 39 activiteiten").waitFor();
  const address = wall.page.url();
  expect(address).toContain("flow=3");
  const other = await comeIn(plan, "Bram");
  await other.page.goto(address);
  await other.page.getByTestId("filter-bar").getByText("1 van 39 activiteiten").waitFor();
  await expect.poll(() => other.card(id).getAttribute("data-filtered-out")).toBeNull();
  await bar.getByRole("button", { name: "Wis filters" }).click();
  await addFilter(wall.page, "Betrokkene", "Examencommissie");
  await bar.getByText(/^\d+ van 39 activiteiten$/).waitFor();
  const many = await bar.getByText(/^\d+ van 39 activiteiten$/).innerText();
  await wall.page.getByRole("button", { name: "Filter toevoegen" }).click();
  await wall.page.getByRole("button", { name: "OKE-doel", exact: true }).click();
  await wall.page.getByRole("dialog", { name: "Filter toevoegen" }).getByRole("checkbox").first().check();
  await expect.poll(() => bar.getByText(/^\d+ van 39 activiteiten$/).innerText()).not.toBe(many);
});

test("domain W6c: a party agrees; it no longer holds, visibly, when a date changes, and holds again after agreeing anew", async () => {
  const plan = await createPlan(server.url);
  const [anja, piet] = [
    await comeIn(plan),
    await joinWall(await people.person(), server.url, plan.keys.participant, "Piet"),
  ];
  const [id = ""] = await anja.idsIn("Ontwerp", "Processen");
  for (const wall of [anja, piet]) await wall.card(id).click();
  const marks = (wall: WallPage) => panelOf(wall.page).getByTestId("agreements");
  await marks(piet).getByLabel("Namens wie?").selectOption({ label: "Examencommissie" });
  await marks(piet).getByRole("button", { name: "Gezien en akkoord" }).click();
  await marks(anja).getByText("is akkoord (vastgelegd door Piet)").waitFor();
  await panelOf(anja.page).getByLabel("Klaar op").fill("2027-03-01");
  await marks(piet).getByText("was akkoord, maar daarna is gewijzigd: klaar op").waitFor();
  await badgeSays(anja.page, "saved");
  await marks(piet).getByRole("button", { name: "Opnieuw akkoord" }).click();
  await marks(anja).getByText("is akkoord (vastgelegd door Piet)").waitFor();
});

test("domain W7b: in an adopted plan a drag to another phase and other dates ask why; a draft asks nothing", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const { page } = anja;
  const [id = ""] = await anja.idsIn("Ontwerp", "Processen");
  const toPhase = async (phase: string): Promise<void> => {
    await dragMouse(
      page,
      await pointIn(anja.card(id), 40, 20),
      await pointIn(anja.cell(phase, "Processen"), 70, 60),
    );
    await page.mouse.up();
    await anja.untilIn(id, phase, "Processen");
  };
  const why = page.getByTestId("why");
  await toPhase("Analyse");
  await anja.card(id).click();
  const panel = panelOf(page);
  await panel.getByLabel("Klaar op").fill("2027-03-01");
  await badgeSays(page, "saved");
  expect(await why.count()).toBe(0);
  await panel.getByLabel("Status").selectOption("dropped");
  await why.getByRole("button", { name: "Overslaan" }).click();
  await why.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");

  const { parties } = await valueOf(plan, page);
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  const snapshot = freshId();
  await giveCommand(at, { type: "snapshot.take", snapshot, name: "Voor het MT" });
  const adopt = { snapshot, step: "minor", party: parties[0]?.id ?? "", adoptedOn: "2026-11-24" } as const;
  expect(await giveCommand(at, { type: "version.adopt", ...adopt })).toEqual(expect.any(Number));
  // The page has heard of it before anything moves.
  const wall = `/plan/${plan.plan.id}`;
  await page.evaluate((path) => history.pushState(null, "", path), `${wall}/versions`);
  await page.getByText("Versie 1.0").waitFor();
  await page.evaluate((path) => history.pushState(null, "", path), wall);
  await anja.untilIn(id, "Analyse", "Processen");

  await toPhase("Ontwerp");
  await why.getByText("Fase: van Analyse naar Ontwerp", { exact: false }).waitFor();
  expect(await axeFaults(page, "why")).toEqual([]);
  await page.keyboard.press("Control+z");
  await anja.untilIn(id, "Analyse", "Processen");
  await why.waitFor({ state: "detached" });
  await toPhase("Inrichting");
  await why.getByRole("textbox").fill("Het ontwerp is er al");
  await why.getByRole("button", { name: "Reden bewaren" }).click();
  await why.waitFor({ state: "detached" });

  for (const wall of [anja, bram]) await wall.card(id).click();
  await panel.getByLabel("Klaar op").fill("2027-03-12");
  await why.getByRole("textbox").fill("De leverancier is later");
  expect(await panelOf(bram.page).getByTestId("why").count()).toBe(0);
  await page.keyboard.press("Enter");
  await panelOf(bram.page).getByText("2 keer gewijzigd met reden").click();
  await panelOf(bram.page)
    .getByText(/Klaar op: van 1 mrt 2027 naar 12 mrt 2027\. De leverancier is later \(Anja\)/)
    .waitFor();
  await badgeSays(page, "saved");
  const report = await fetch(`${server.url}/api/plans/${plan.plan.id}/export/md`, {
    headers: { cookie: plan.cookie },
  });
  const text = (await report.text()).split("## Wat er veranderde sinds versie 1.0")[1] ?? "";
  expect(text).toContain("Van Analyse · Processen naar Inrichting · Processen");
  for (const reason of ["Het ontwerp is er al", "De leverancier is later"])
    expect(text).toContain(`Reden: ${reason} (Anja)`);
});

test("domain W4b A2b: what waits for what is chosen, a circle is refused by name, and cards that hang together are marked", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  const after = activities.find(({ dependsOn }) => dependsOn.length === 1);
  const before = activities.find(({ id }) => id === after?.dependsOn[0]);
  if (after === undefined || before === undefined) throw new Error("the example has both");
  await wall.card(after.id).hover();
  await expect.poll(() => wall.card(before.id).getAttribute("data-relation")).toBe("before");
  await wall.card(before.id).hover();
  await expect.poll(() => wall.card(after.id).getAttribute("data-relation")).toBe("after");
  await wall.card(before.id).click();
  await panelOf(wall.page).getByRole("button", { name: "Activiteit kiezen waarop deze wacht" }).click();
  await wall.page.getByRole("checkbox", { name: after.title }).click();
  await wall.page
    .getByTestId("toast")
    .getByText(`${after.title} → ${before.title}`, { exact: false })
    .waitFor();
});

test("domain W4b A2b: what an activity waits for is dragged in and out; another domain and being too late are told", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const { activities } = (await planOf(server.url, plan.plan.id, plan.cookie)).plan;
  const [late = ""] = await wall.idsIn("Borging", "Processen");
  const title = activities.find((one) => one.id === late)?.title ?? "";
  // One that the late one does not wait for itself: that would be a circle.
  const waits = (one: string): readonly string[] =>
    activities.find((card) => card.id === one)?.dependsOn ?? [];
  const early = await wall.idsIn("Analyse", "ICT en systemen");
  const id = early.find((one) => waitingChain(waits, late, one).length === 0) ?? "";
  await wall.card(id).click();
  const panel = panelOf(wall.page);
  await panel.getByRole("button", { name: "Activiteit kiezen waarop deze wacht" }).click();
  await wall.page.getByRole("searchbox", { name: "Zoeken" }).fill(title);
  const zone = wall.page.getByTestId("waits-for-zone");
  const drag = async (from: Locator, to: Locator): Promise<void> => {
    await from.hover();
    const { x, y } = await pointIn(from, 12, 12);
    await wall.page.mouse.down();
    await wall.page.mouse.move(x + 6, y + 6);
    const target = await pointIn(to, 40, 12);
    await wall.page.mouse.move(target.x, target.y, { steps: 6 });
    await wall.page.mouse.up();
  };
  const grip = (within: Locator) => within.getByTitle(`Slepen: ${title}`);
  const option = wall.page.getByRole("group", { name: "Borging", exact: true });
  await drag(grip(option), zone);
  await zone.getByText(title).waitFor();
  await option.getByRole("checkbox", { name: title, checked: true }).waitFor();
  const chip = panel.locator("[data-field=dependsOn] li", { hasText: title });
  await chip.getByText("ander domein: Processen", { exact: false }).waitFor();
  await chip.getByText("is pas klaar als deze al begonnen is", { exact: false }).waitFor();
  await drag(grip(zone), option);
  await zone.getByText(title).waitFor({ state: "detached" });
  await drag(grip(option), zone);
  await wall.page.keyboard.press("Escape");
  await wall.page.keyboard.press("Escape");
  await wall.card(id).hover();
  await expect
    .poll(() => wall.card(late).getAttribute("data-relation-words"))
    .toBe("moet eerst klaar · ander domein");
});

test("domain W5a: a blocked activity says what it waits for, since when and for whom", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Ontwerp", "Processen");
  await wall.card(id).click();
  const panel = panelOf(wall.page);
  await panel.getByLabel("Status").selectOption("blocked");
  await panel.getByLabel("Waarop wachten we?").fill("De testomgeving");
  await panel.getByLabel("Op wie wachten we?").selectOption({ label: "Leverancier SIS" });
  await panel.getByLabel("Waarop wachten we?").blur();
  await expect
    .poll(async () => (await valueOf(plan, wall.page)).activities.find((card) => card.id === id)?.waiting)
    .toMatchObject({ for: "De testomgeving", since: expect.stringMatching(/^\d{4}-/) });
});

test("the parking lot keeps what has no place yet, and makes an activity of it", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const [anja, bram] = [await comeIn(plan), await comeIn(plan, "Bram")];
  const page = await show(anja, plan, "parking");
  await page.getByLabel("Iets parkeren").fill("Laptops voor surveillanten");
  await page.keyboard.press("Enter");
  await page.getByLabel("Geparkeerd 1", { exact: true }).waitFor();
  await page.getByLabel("Maak er een activiteit van in …").selectOption({ label: "Ontwerp · Organisatie" });
  await bram.cell("Ontwerp", "Organisatie").getByText("Laptops voor surveillanten").waitFor();
  await page.getByText("De parkeerplaats is leeg.").waitFor();
});

test("periods in which nothing should go live are kept, and put away with a way back", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const page = await show(wall, plan, "goals");
  const list = page.getByTestId("blackouts");
  await list.getByRole("button", { name: "Periode toevoegen" }).click();
  await list.getByLabel("Naam van de periode").fill("Meivakantie");
  await list.getByLabel("Van", { exact: true }).fill("2027-04-26");
  await list.getByLabel("Tot en met").fill("2027-05-07");
  await expect
    .poll(async () => (await valueOf(plan, page)).blackouts[0])
    .toMatchObject({ name: "Meivakantie", start: "2027-04-26", end: "2027-05-07" });
  await list.getByRole("button", { name: "Naar prullenbak: Meivakantie" }).click();
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await list.getByLabel("Naam van de periode").waitFor();
});
