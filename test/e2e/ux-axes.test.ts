import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, showCards, type WallPage } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function comeIn(plan: CreatedPlan, role: "editor" | "viewer" = "editor"): Promise<WallPage> {
  return joinWall(await people.person(), server.url, plan.keys[role], role === "editor" ? "Anja" : "Vera");
}

const namesOn = (wall: WallPage, axis: "phase" | "domain"): Promise<string[]> =>
  wall.page
    .locator(`[data-${axis}-header]`)
    .evaluateAll((heads) => heads.map((head) => head.querySelector("[title]")?.getAttribute("title") ?? ""));

async function choose(wall: WallPage, button: string, item: string): Promise<void> {
  await wall.page.getByRole("button", { name: button, exact: true }).click();
  await wall.page.getByRole("menuitem", { name: item, exact: true }).click();
}

test("ux M9: phases and domains are added, named and put in order, live for everyone", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan)];

  await choose(anja, "Meer acties voor fase Ontwerp", "Fase toevoegen hierna");
  await anja.page.getByLabel("Naam van de fase").fill("Proefdraaien");
  await anja.page.keyboard.press("Enter");
  const phases = ["Analyse", "Ontwerp", "Proefdraaien", "Inrichting", "Uitvoering", "Borging"];
  await expect.poll(() => namesOn(bram, "phase")).toEqual(phases);
  await bram.cell("Proefdraaien", "Beleid").waitFor();

  await choose(anja, "Meer acties voor fase Proefdraaien", "Naar rechts");
  await choose(anja, "Meer acties voor fase Proefdraaien", "Naam wijzigen");
  await anja.page.getByLabel("Naam van de fase").fill("Pilot");
  await anja.page.keyboard.press("Escape");
  await expect
    .poll(() => namesOn(bram, "phase"))
    .toEqual(["Analyse", "Ontwerp", "Inrichting", "Pilot", "Uitvoering", "Borging"]);

  await choose(anja, "Fase of domein toevoegen", "Domein toevoegen");
  await anja.page.getByLabel("Naam van het domein").fill("Huisvesting");
  await anja.page.keyboard.press("Enter");
  await expect.poll(async () => (await namesOn(bram, "domain")).at(-1)).toBe("Huisvesting");
});

test("ux M9: cards of a phase that goes to the bin go where somebody says", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  await showCards(wall, "Compact");
  const moving = await wall.idsIn("Ontwerp", "Processen");
  await choose(wall, "Meer acties voor fase Ontwerp", "Naar prullenbak");
  await wall.page.getByRole("dialog").getByText("In Ontwerp staan 10 activiteiten").waitFor();
  await wall.page.getByLabel("Naar fase").selectOption({ label: "Inrichting" });
  await wall.page.getByRole("button", { name: "Verplaatsen en naar prullenbak" }).click();
  await wall.page.getByTestId("toast").getByText("10 activiteiten staan nu in Inrichting").waitFor();
  expect((await wall.idsIn("Inrichting", "Processen")).slice(-moving.length)).toEqual(moving);
  await expect.poll(() => wall.page.getByTestId("card").count()).toBe(39);

  await wall.page.keyboard.press("Control+z");
  await wall.untilIn(moving[0] ?? "", "Ontwerp", "Processen");
  await expect
    .poll(async () => (await planOf(server.url, plan.plan.id, plan.cookie)).plan.phases.length)
    .toBe(5);
});

test("ux M9: an empty phase goes at once and comes back from its message; one has to stay", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const wall = await comeIn(plan);
  const before = await namesOn(wall, "phase");
  const first = `Meer acties voor fase ${before[0]}`;
  await choose(wall, first, "Naar prullenbak");
  await expect.poll(() => namesOn(wall, "phase")).toEqual(before.slice(1));
  await wall.page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(() => namesOn(wall, "phase")).toEqual(before);
  for (const name of before.slice(1)) {
    await choose(wall, `Meer acties voor fase ${name}`, "Naar prullenbak");
    await expect.poll(() => namesOn(wall, "phase")).not.toContain(name);
  }
  await choose(wall, first, "Naar prullenbak");
  await wall.page.getByTestId("toast").getByText("Er moet een fase overblijven.").waitFor();
  expect(await namesOn(wall, "phase")).toEqual(before.slice(0, 1));
});

test("ux M9: the menus of phases and domains work by keyboard, and lead a viewer only to what is said", async () => {
  const plan = await createPlan(server.url, { template: "blank" });
  const wall = await comeIn(plan);
  const [before] = await namesOn(wall, "domain");
  await wall.page.locator("[data-cell] [data-stop]").first().focus();
  await wall.page.keyboard.press("ArrowLeft");
  await wall.page.keyboard.press("Enter");
  await wall.page.getByRole("menuitem", { name: "Naam wijzigen" }).waitFor();
  await wall.page.keyboard.press("ArrowDown");
  await wall.page.keyboard.press("Enter");
  await wall.page.getByLabel("Naam van het domein").fill("Werkwijze");
  await wall.page.keyboard.press("Enter");
  await expect.poll(async () => (await namesOn(wall, "domain"))[0]).toBe("Werkwijze");
  expect(before).not.toBe("Werkwijze");
  const focused = await wall.page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
  expect(focused).toBe("Meer acties voor domein Werkwijze");

  const viewer = await comeIn(plan, "viewer");
  await viewer.page
    .getByRole("button", { name: /Meer acties voor fase/ })
    .first()
    .focus();
  await viewer.page.keyboard.press("Enter");
  await viewer.page.getByRole("menuitem").first().waitFor();
  expect(await viewer.page.getByRole("menuitem").allInnerTexts()).toEqual(["Gesprek"]);
});
