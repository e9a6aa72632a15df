import { archiveEntry } from "@planwand/shared/plan/archive.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { now } from "../builders/clock.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

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

async function firstIn(wall: WallPage, phase: string, domain: string): Promise<string> {
  const [id] = await wall.idsIn(phase, domain);
  if (id === undefined) throw new Error(`no card in ${phase}, ${domain}`);
  return id;
}

async function moveByMenu(wall: WallPage, id: string, phase: string): Promise<void> {
  await fromMenu(wall, id, "Verplaatsen naar …");
  await wall.page.getByLabel("Fase", { exact: true }).selectOption({ label: phase });
  await wall.page.getByRole("button", { name: "Verplaatsen", exact: true }).click();
}

async function fromMenu(wall: WallPage, id: string, item: string): Promise<void> {
  await wall.card(id).hover();
  await wall.card(id).locator("[data-card-menu]").click();
  await wall.page.getByRole("menuitem", { name: item }).click();
}

const toast = (wall: WallPage, text: string) => wall.page.getByTestId("toast").getByText(text);

test("ux U1: moving, adding, archiving and a field are undone and redone, by key and by button, and only one's own", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan)];
  const own = await firstIn(anja, "Analyse", "Processen");
  const others = await firstIn(bram, "Ontwerp", "Processen");
  await moveByMenu(anja, own, "Borging");
  await moveByMenu(bram, others, "Borging");
  await anja.untilIn(others, "Borging", "Processen");
  await anja.page.keyboard.press("Control+z");
  await bram.untilIn(own, "Analyse", "Processen");
  await anja.page.getByRole("button", { name: "Opnieuw" }).click();
  await bram.untilIn(own, "Borging", "Processen");
  await anja.page.getByRole("button", { name: "Ongedaan maken" }).first().click();
  await bram.untilIn(own, "Analyse", "Processen");
  await bram.untilIn(others, "Borging", "Processen");
  await anja.page.keyboard.press("Control+z");
  await toast(anja, "Er is niets om ongedaan te maken.").waitFor();

  await fromMenu(anja, own, "Naar prullenbak");
  await bram.card(own).waitFor({ state: "detached" });
  await anja.page.keyboard.press("Control+z");
  await bram.untilIn(own, "Analyse", "Processen");
  await anja.page.keyboard.press("Control+Shift+z");
  await bram.card(own).waitFor({ state: "detached" });
  await anja.page.keyboard.press("Control+z");
  await bram.untilIn(own, "Analyse", "Processen");

  await anja
    .cell("Borging", "Beleid")
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .click();
  await anja.page.keyboard.type("Nieuw bedacht");
  await anja.page.keyboard.press("Enter");
  await anja.page.keyboard.press("Escape");
  const added = bram.cell("Borging", "Beleid").getByText("Nieuw bedacht");
  await added.waitFor();
  await anja.page.keyboard.press("Control+z");
  await added.waitFor({ state: "detached" });

  await anja.card(own).click();
  const status = anja.page.getByTestId("activity-panel").getByLabel("Status");
  const before = await status.inputValue();
  await status.selectOption("dropped");
  await bram.card(own).getByText("Vervallen").waitFor();
  await anja.page.keyboard.press("Control+z");
  await bram.card(own).getByText("Vervallen").waitFor({ state: "detached" });
  expect(await status.inputValue()).toBe(before);
});

test("[U25] ux U1: undo and redo say of what is what again, and show it by a press; the palette never begins with them", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const { page } = wall;
  const { keyboard } = page;
  const id = await firstIn(wall, "Analyse", "Processen");
  const panel = page.getByTestId("activity-panel");
  const palette = page.getByTestId("palette");
  await wall.card(id).click();
  const title = await panel.getByLabel("Titel van de activiteit").inputValue();
  await panel.getByLabel("Status").selectOption("idea");
  await panel.getByLabel("Status").selectOption("dropped");
  await keyboard.press("Control+k");
  await palette.getByRole("option", { name: /^Parkeerplaats/ }).waitFor();
  const actions = await palette.locator("[data-palette=action]").allInnerTexts();
  expect(actions.at(0)).toContain("Filter");
  expect(actions.slice(-2).join()).toMatch(/Ongedaan maken.*Opnieuw/su);
  await palette.getByRole("option", { name: /^Parkeerplaats/ }).click();
  await page.getByTestId("view").waitFor();

  // Far from the card: what was taken back is said, and shown.
  await keyboard.press("Control+z");
  await toast(wall, `Status van ‘${title}’ is weer Idee`).waitFor();
  await keyboard.press("Control+Shift+z");
  await toast(wall, `Status van ‘${title}’ is weer Vervallen`).waitFor();
  expect(await page.getByTestId("toast").count()).toBe(1);
  await page.getByTestId("toast").getByRole("button", { name: "Bekijk" }).click();
  await panel.waitFor();
  expect(page.url()).toContain(`/activity/${id}`);
  expect(await panel.getByLabel("Status").inputValue()).toBe("dropped");

  // What went by it is shown in the bin.
  await keyboard.press("Escape");
  await panel.waitFor({ state: "detached" });
  await wall
    .cell("Borging", "Beleid")
    .getByRole("button", { name: /^Activiteit toevoegen/ })
    .click();
  await keyboard.type("Nieuw bedacht");
  await keyboard.press("Enter");
  await keyboard.press("Escape");
  await wall.cell("Borging", "Beleid").getByText("Nieuw bedacht").waitFor();
  await keyboard.press("Control+z");
  await toast(wall, "Activiteit ‘Nieuw bedacht’ ligt nu in de prullenbak").waitFor();
  await page.getByTestId("toast").getByRole("button", { name: "Bekijk" }).click();
  await page.getByTestId("bin").getByText("Nieuw bedacht").waitFor();
});

test("ux U1: what another changed meanwhile is left, and who did it is told", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan)];
  const id = await firstIn(anja, "Analyse", "Processen");
  await moveByMenu(anja, id, "Borging");
  await bram.untilIn(id, "Borging", "Processen");
  await moveByMenu(bram, id, "Ontwerp");
  await anja.untilIn(id, "Ontwerp", "Processen");
  await anja.page.keyboard.press("Control+z");
  await toast(anja, "Niet teruggezet: Anja heeft dit intussen gewijzigd.").waitFor();
  await anja.untilIn(id, "Ontwerp", "Processen");
});

test("ux U1: inside a text its own undo comes first", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const id = await firstIn(wall, "Analyse", "Processen");
  await moveByMenu(wall, id, "Borging");
  await wall.card(id).click();
  const field = wall.page.getByTestId("activity-panel").locator("[contenteditable=true]").first();
  await field.click();
  await wall.page.keyboard.press("Control+End");
  await wall.page.keyboard.type(" Erbij");
  await field.getByText("Erbij").waitFor();
  await wall.page.keyboard.press("Control+z");
  await field.getByText("Erbij").waitFor({ state: "detached" });
  await wall.untilIn(id, "Borging", "Processen");
});

test("ux U2: archiving several cards is one message, which takes them all back", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const ids = await wall.idsIn("Analyse", "Processen");
  for (const id of ids) await fromMenu(wall, id, "Naar prullenbak");
  await toast(wall, `${ids.length} activiteiten verplaatst naar prullenbak`).waitFor();
  expect(await wall.page.getByTestId("toast").count()).toBe(1);
  await wall.page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).focus();
  await wall.page.keyboard.press("Enter");
  for (const id of ids) await wall.untilIn(id, "Analyse", "Processen");
});

test("ux U2: a message is there for eight seconds, and for as long as somebody is on it", async () => {
  const plan = await createPlan(server.url);
  const person = await people.newcomer();
  await person.page.clock.install({ time: now() });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  const [first = "", second = ""] = await wall.idsIn("Analyse", "Processen");
  const { page } = wall;
  await page.evaluate(() => {
    const { setTimeout } = window;
    const waits: number[] = [];
    window.setTimeout = ((run: () => void, delayMs?: number) => {
      waits.push(delayMs ?? 0);
      document.body.dataset["waits"] = waits.join(" ");
      return setTimeout(run, delayMs);
    }) as typeof window.setTimeout;
  });
  const message = page.getByTestId("toast");
  await fromMenu(wall, first, "Naar prullenbak");
  await message.waitFor();
  expect((await page.locator("body").getAttribute("data-waits"))?.split(" ")).toContain("8000");
  await page.mouse.move(5, 5);
  await page.clock.fastForward(60_000);
  await message.waitFor({ state: "detached" });

  await fromMenu(wall, second, "Naar prullenbak");
  await message.hover();
  await page.clock.fastForward(60_000);
  await message.getByRole("button", { name: "Ongedaan maken" }).focus();
  await page.mouse.move(5, 5);
  await page.clock.fastForward(60_000);
  await page.keyboard.press("Enter");
  await wall.untilIn(second, "Analyse", "Processen");
});

test("ux U3: the bin gives back a card with all that it had, or without its phase as not placed", async () => {
  const plan = await createPlan(server.url);
  const [anja, viewer] = [await comeIn(plan), await comeIn(plan, "viewer")];
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const [first, second] = await anja.idsIn("Analyse", "Processen");
  if (first === undefined || second === undefined) throw new Error("the example has cards here");
  const title = await anja.card(first).locator("button").first().innerText();
  const secondTitle = await anja.card(second).locator("button").first().innerText();
  const [phase] = [await anja.cell("Analyse", "Processen").getAttribute("data-phase")];

  await anja.page.getByRole("button", { name: "Meer", exact: true }).click();
  await anja.page.getByRole("button", { name: "Prullenbak" }).click();
  await anja.page.getByText("De prullenbak is leeg.").waitFor();
  for (const id of [first, second]) archiveEntry(other.doc, "activities", id, STAMP);
  await expect.poll(() => anja.page.getByTestId("bin").getByRole("button").count()).toBe(2);
  await anja.page.getByRole("button", { name: `Terugzetten: ${title.split("\n")[0]}` }).click();
  await anja.untilIn(first, "Analyse", "Processen");
  expect(await anja.card(first).locator("button").first().innerText()).toBe(title);

  for (const id of await anja.idsIn("Analyse", "Processen"))
    moveActivity(other.doc, id, {
      phase: await idOf(anja, "Ontwerp"),
      domain: await domainOf(anja),
      index: 0,
    });
  archiveEntry(other.doc, "phases", phase ?? "", STAMP);
  await anja.page.getByTestId("bin").getByText("Fase ·").waitFor();
  await anja.page.getByRole("button", { name: `Terugzetten: ${secondTitle.split("\n")[0]}` }).click();
  await anja.page.getByTestId("unplaced").locator(`[data-card-id="${second}"]`).waitFor();

  await viewer.page.getByRole("button", { name: "Meer", exact: true }).click();
  await viewer.page.getByRole("button", { name: "Prullenbak" }).click();
  await viewer.page.getByTestId("bin").getByText("Analyse").waitFor();
  expect(await viewer.page.getByTestId("bin").getByRole("button").count()).toBe(0);
  await other.close();
});

const idOf = async (wall: WallPage, phase: string): Promise<string> =>
  (await wall.cell(phase, "Processen").getAttribute("data-phase")) ?? "";
const domainOf = async (wall: WallPage): Promise<string> =>
  (await wall.cell("Ontwerp", "Processen").getAttribute("data-domain")) ?? "";

test("ux X3: the wall on paper has every card, its heads and no buttons, on two sheets of A3", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan, "viewer");
  await wall.page.emulateMedia({ media: "print" });
  const sheet = wall.page.locator("[data-print-sheet]");
  const aboutToPrint = async (): Promise<number> => {
    await wall.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    return sheet.count();
  };
  await expect.poll(aboutToPrint).toBe(1);
  expect(await sheet.locator("li").count()).toBe(39);
  expect(await sheet.locator("thead th").allInnerTexts()).toEqual([
    "Domein / fase",
    "Analyse",
    "Ontwerp",
    "Inrichting",
    "Uitvoering",
    "Borging",
  ]);
  expect(await sheet.locator("tfoot").innerText()).toContain("concept");
  expect(await sheet.getByRole("button").count()).toBe(0);
  expect(await wall.page.getByTestId("matrix").isVisible()).toBe(false);
  const pdf = (await wall.page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0).toBeLessThanOrEqual(2);
  await wall.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await sheet.waitFor({ state: "detached" });
});
