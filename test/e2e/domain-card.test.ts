import { shortDays } from "@planwand/client/i18n/short-days.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, showCards, type WallPage } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const comeIn = async (plan: CreatedPlan, device: "desktop" | "phone" = "desktop"): Promise<WallPage> =>
  joinWall(await people.person(device), server.url, plan.keys.editor, "Anja");

const panelOf = (wall: WallPage) => wall.page.getByTestId("activity-panel");

const cardsOf = async (plan: CreatedPlan) =>
  (await planOf(server.url, plan.plan.id, plan.cookie)).plan.activities;

test("domain H2 T3a T3b T3c: the panel has its blocks in the order of the format, each with its prompt", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Ontwerp", "Processen");
  await wall.card(id).click();
  await panelOf(wall).locator("[data-field=criterion]").waitFor();
  const fields = await panelOf(wall)
    .locator("[data-field]")
    .evaluateAll((found) => found.map((one) => one.getAttribute("data-field")));
  const wanted = ["title", "what", "why", "result", "criterion", "roles", "steps", "decisions", "moments"];
  expect(fields.filter((name) => wanted.includes(name ?? ""))).toEqual(wanted);
  for (const label of [
    "Wat gebeurt er?",
    "Waarom is dit nodig voor OKE?",
    "Resultaat of product",
    "Klaar als …",
  ])
    await panelOf(wall)
      .getByRole("button", { name: `Uitleg bij ${label}` })
      .waitFor();
});

test("domain W2a: executor, dates and result of an activity are read on the wall in large cards, and all in its panel", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await showCards(wall, "Ruim");
  const [id = ""] = await wall.idsIn("Ontwerp", "Processen");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const activity = value.activities.find((one) => one.id === id);
  const doing = value.parties
    .filter(({ id: party }) => activity?.roles.executor.includes(party))
    .map(({ name }) => name)
    .join(", ");
  const card = wall.card(id);
  await card.getByText(`Levert op: ${activity?.result ?? ""}`).waitFor();
  await card.getByText(`Door ${doing}`, { exact: true }).waitFor();
  await card.getByText(activity?.what ?? "", { exact: true }).waitFor();
  await card.getByText(/\d+ \w+ 20\d\d – \d+ \w+ 20\d\d/).waitFor();
  await card.click();
  const panel = panelOf(wall);
  await panel.getByText(activity?.result ?? "", { exact: true }).waitFor();
  expect(await panel.getByLabel("Begin").inputValue()).toBe(shortDays("nl", activity?.start ?? null));
  expect(await panel.getByLabel("Klaar op").inputValue()).toBe(shortDays("nl", activity?.end ?? null));
  expect(await panel.locator("[data-slot=executor] li").count()).toBe(activity?.roles.executor.length);
});

test("domain W3a: each phase and domain tells how many activities it holds, and all of them together", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const counts = await wall.page
    .locator("[data-phase-header] [title$=activiteit], [data-phase-header] [title$=activiteiten]")
    .evaluateAll((found) => found.map((one) => Number.parseInt(one.getAttribute("title") ?? "", 10)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe((await cardsOf(plan)).length);
});

test("domain W4a: priority and order within a cell are changed with the keyboard, for everybody", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [first = "", second = ""] = await wall.idsIn("Ontwerp", "Processen");
  await wall.card(first).locator("[data-stop]").focus();
  for (const key of ["Space", "ArrowDown", "Space"]) await wall.page.keyboard.press(key);
  await expect
    .poll(async () => (await wall.idsIn("Ontwerp", "Processen")).slice(0, 2))
    .toEqual([second, first]);
  await wall.card(second).click();
  await panelOf(wall).getByLabel("Prioriteit").selectOption("high");
  await badgeSays(wall.page, "saved");
  const moved = (await cardsOf(plan)).find(({ id }) => id === second);
  expect(moved).toMatchObject({ priority: "high", order: 1 });
});

test("domain A4: steps are added and ticked, and counted on the card", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id = ""] = await wall.idsIn("Borging", "Beleid");
  await wall.card(id).click();
  const panel = panelOf(wall);
  const steps = (await cardsOf(plan)).find((card) => card.id === id)?.steps ?? [];
  const done = steps.filter((step) => step.done).length + 1;
  await panel.getByLabel("Stap toevoegen").fill("Cijfers ophalen");
  await wall.page.keyboard.press("Enter");
  await panel.getByLabel("Klaar: Cijfers ophalen").check();
  await wall
    .card(id)
    .getByText(`${String(done)} van ${String(steps.length + 1)} stappen`)
    .waitFor({ state: "attached" });
});

test("domain H1a: a card is made in its cell, and moving it by the menu changes phase and domain", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await comeIn(plan);
  await wall
    .cell("Analyse", "Processen")
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .click();
  await wall.page.keyboard.type("Nulmeting doen");
  await wall.page.keyboard.press("Enter");
  await wall.page.keyboard.press("Escape");
  await wall.cell("Analyse", "Processen").getByText("Nulmeting doen").waitFor();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).click();
  await panelOf(wall)
    .getByRole("button", { name: /^Verplaatsen naar/ })
    .click();
  const dialog = wall.page.getByRole("dialog");
  await dialog.getByLabel("Fase", { exact: true }).selectOption({ label: "Ontwerp" });
  await dialog.getByLabel("Domein", { exact: true }).selectOption({ label: "Beleid" });
  await dialog.getByRole("button", { name: "Verplaatsen", exact: true }).click();
  await wall.untilIn(id, "Ontwerp", "Beleid");
});

test("domain H3: on a phone an editor changes the status, and a reader's link shows it without changing anything", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "phone");
  const reader = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).tap();
  await panelOf(wall).getByLabel("Status").selectOption("active");
  await reader.card(id).getByText("Bezig").waitFor();
  await reader.card(id).click();
  expect(await panelOf(reader).getByLabel("Status").count()).toBe(0);
});

test("domain H4: a plan from the format has phases, domains and parties, and prompts instead of content", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await comeIn(plan);
  const names = await wall.page.locator("[data-phase-header]").evaluateAll((heads) => heads.length);
  expect(names).toBe(5);
  expect(await wall.page.getByTestId("card").count()).toBe(0);
  await wall.page.goto(`${server.url}/plan/${plan.plan.id}/goals`);
  await wall.page.getByRole("textbox", { name: "Ambitie" }).waitFor();
  await wall.page.goto(`${server.url}/plan/${plan.plan.id}/people?as=parties`);
  await wall.page.getByRole("region", { name: "Examenorganisatie" }).getByRole("listitem").first().waitFor();
});

test("domain H5: the example is read beside one's own plan, and an activity of it taken over, roles by name, dates left behind", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await comeIn(plan);
  await wall.page.goto(`${server.url}/plan/${plan.plan.id}/example`);
  await wall.page.getByLabel("Fase van het voorbeeld").selectOption({ label: "Ontwerp" });
  await wall.page
    .getByRole("button", { name: "Kopieer naar mijn plan: Nieuw examenproces ontwerpen" })
    .click();
  await wall.page.getByTestId("toast").getByText("in Ontwerp · Processen", { exact: false }).waitFor();
  await badgeSays(wall.page, "saved");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const [copied] = value.activities;
  expect(copied).toMatchObject({
    title: "Nieuw examenproces ontwerpen",
    start: null,
    end: null,
    status: "planned",
  });
  expect(copied?.what).not.toBe("");
  expect(copied?.roles.sponsor.map((id) => value.parties.find((party) => party.id === id)?.name)).toEqual([
    "Hoofd examenorganisatie",
  ]);
  expect(copied?.steps.every(({ done }) => !done)).toBe(true);
});

test("domain H6: the guide says how far each of the seven steps is, and leads there", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await wall.page.getByRole("button", { name: "Meer", exact: true }).click();
  await wall.page.getByRole("button", { name: "Stap voor stap" }).click();
  const guide = wall.page.getByTestId("guide");
  await expect.poll(() => guide.getByRole("listitem").count()).toBe(7);
  await guide.getByRole("listitem").first().getByText("Klaar", { exact: true }).waitFor();
  await guide.getByRole("button", { name: "Ga naar: Regel besluiten" }).click();
  await wall.page.getByRole("heading", { name: "Besluiten" }).waitFor();
});

test("domain T1a: an empty plan asks what changes in each domain before the first activity", async () => {
  const plan = await createPlan(server.url, { template: "format" });
  const wall = await comeIn(plan);
  const first = wall.page.getByTestId("first-step");
  await first
    .getByText("Wat verandert er per domein als systemen gegevens gaan uitwisselen?", { exact: false })
    .waitFor();
  await first.getByRole("link", { name: "Wat verandert er?" }).click();
  await wall.page.getByRole("textbox", { name: "Processen" }).waitFor();
});
