import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { onEveryDay, today } from "../builders/clock.ts";
import { type CreatedPlan, createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import type { Locator, Page } from "playwright-core";
import { badgeSays } from "../builders/wall-page.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

async function openDecisions(
  plan: CreatedPlan,
  name: string,
  path = "",
  role: "editor" | "viewer" = "editor",
): Promise<Page> {
  const { page } = await joinWall(await people.person(), server.url, plan.keys[role], name);
  await page.goto(`${server.url}/plan/${plan.plan.id}/decisions${path}`);
  await page.getByRole("heading", { name: "Besluiten" }).waitFor();
  return page;
}

const rowOf = (page: Page, question: string) => page.locator("[data-decision]", { hasText: question });
const panelOf = (page: Page) => page.getByTestId("decision-panel");

async function takeDecision(page: Page): Promise<void> {
  await panelOf(page).getByRole("button", { name: "Besluit vastleggen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Vastleggen" }).click();
  await page.getByTestId("seal").waitFor();
}

test("domain A5b T5a: the register lists every decision point of the example, the first needed first, with who and when", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const page = await openDecisions(plan, "Anja");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  await expect.poll(() => page.locator("[data-decision]").count()).toBe(value.decisions.length);
  const open = page.locator("[data-section=toDecide] [data-decision]");
  await open.first().getByText("dagen te laat").waitFor();
  await rowOf(page, "Met welk examen start de pilot?").getByText("Besloten op").waitFor();
  await rowOf(page, "Met welk examen start de pilot?").getByText("Rekenen bij drie opleidingen.").waitFor();
});

test("domain T5b: a decision point is written together: question, options with pros and cons, one decider, advisers apart", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await openDecisions(plan, "Anja"), await openDecisions(plan, "Bram")];
  await anja.getByRole("button", { name: "Beslispunt toevoegen" }).click();
  const panel = panelOf(anja);
  await panel.getByLabel("Welke keuze is nodig?").fill("Welke locatie begint?");
  await rowOf(bram, "Welke locatie begint?").click();
  await panel.getByLabel("Mogelijkheid toevoegen").fill("Locatie Noord");
  await anja.keyboard.press("Enter");
  await panel.getByLabel("Wat pleit voor mogelijkheid 1").fill("Het team is er klaar voor");
  await panel.getByLabel("Wie beslist?").selectOption({ label: "Managementteam (MT)" });
  await panel.getByRole("button", { name: "Toevoegen bij Wie adviseert?" }).click();
  await anja.getByRole("checkbox", { name: "Examencommissie", exact: true }).check();
  await anja.keyboard.press("Escape");
  await expect
    .poll(() => panelOf(bram).getByLabel("Wat pleit voor mogelijkheid 1").inputValue())
    .toBe("Het team is er klaar voor");
  await badgeSays(anja, "saved");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const made = value.decisions.find(({ question }) => question === "Welke locatie begint?");
  const nameOf = (id: string | null | undefined) => value.parties.find((party) => party.id === id)?.name;
  expect(nameOf(made?.decider)).toBe("Managementteam (MT)");
  expect(made?.advisers.map(nameOf)).toEqual(["Examencommissie"]);
});

test("domain T5b: what is missing is named; a decision that is taken is sealed for everybody, and reopened with a reason", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await openDecisions(plan, "Anja"), await openDecisions(plan, "Bram")];
  const question = "Wie wordt eigenaar van de hele examenketen?";
  await rowOf(anja, question).click();
  await rowOf(bram, question).click();
  await panelOf(anja).getByRole("button", { name: "Besluit vastleggen" }).click();
  const dialog = anja.getByRole("dialog");
  await dialog.getByText("Het besluit", { exact: true }).waitFor();
  await dialog.getByText("De onderbouwing", { exact: true }).waitFor();
  await dialog.getByRole("button", { name: "Aanvullen" }).click();

  await panelOf(anja).getByRole("textbox", { name: "Besluit", exact: true }).click();
  await anja.keyboard.type("De manager onderwijslogistiek.");
  await panelOf(anja).getByRole("textbox", { name: "Onderbouwing" }).click();
  await anja.keyboard.type("Die heeft zicht op de hele keten.");
  await takeDecision(anja);
  const seal = bram.getByTestId("seal");
  await seal.getByText("De manager onderwijslogistiek.").waitFor();
  await seal.getByText("Besloten door Managementteam (MT)", { exact: false }).waitFor();
  expect(await panelOf(bram).getByRole("textbox", { name: "Besluit", exact: true }).count()).toBe(0);
  await rowOf(bram, question).getByText("Besloten op", { exact: false }).waitFor();

  await seal.getByRole("button", { name: "Heropenen" }).click();
  await seal.getByLabel("Waarom heropen je dit besluit?").fill("De manager vertrekt");
  await seal.getByRole("button", { name: "Heropenen" }).click();
  await seal.waitFor({ state: "detached" });
  await panelOf(anja).getByRole("button", { name: "Besluit vastleggen" }).waitFor();
  await takeDecision(anja);
  await anja.getByTestId("seal").getByText("1 eerder besluit").click();
  await anja.getByTestId("seal").getByText("heropend: De manager vertrekt", { exact: false }).waitFor();
});

test("domain T5b: a text that somebody changed around the seal shows as changed since", async () => {
  const plan = await createPlan(server.url);
  const page = await openDecisions(plan, "Anja");
  await rowOf(page, "Met welk examen start de pilot?").click();
  const box = page.getByTestId("seal");
  await box.waitFor();
  expect(await box.getByText("Sinds het besluit gewijzigd").count()).toBe(0);
  const { WireClient } = await import("../builders/wire-client.ts");
  const client = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const id = value.decisions.find(({ question }) => question.startsWith("Met welk examen"))?.id ?? "";
  const { setText } = await import("@planwand/shared/plan/edit-field.ts");
  expect(setText(client.doc, "decisions", id, "question", "Met welk examen begint de pilot?").ok).toBe(true);
  await box.getByText("Sinds het besluit gewijzigd in het plan: de vraag", { exact: false }).waitFor();
  await rowOf(page, "Met welk examen start de pilot?").waitFor();
  await client.close();
});

test("domain T5c: the agenda of a body for a day, kept in the address; the warning about the examination board", async () => {
  const plan = await createPlan(server.url);
  const page = await openDecisions(plan, "Anja");
  await page.getByRole("button", { name: "Agenda per orgaan" }).click();
  const agenda = page.getByTestId("agenda");
  await agenda.getByLabel("Orgaan").selectOption({ label: "Managementteam (MT)" });
  await agenda.getByLabel("Vergadering op", { exact: true }).fill("2026-12-08");
  await agenda.getByRole("heading", { name: /Agenda voor Managementteam \(MT\) van 8 dec/ }).waitFor();
  const toDecide = agenda.getByRole("region", { name: "Te beslissen" });
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const mt = value.parties.find(({ name }) => name === "Managementteam (MT)")?.id;
  const open = value.decisions.filter(({ decider, status }) => decider === mt && status !== "decided");
  await expect.poll(() => toDecide.locator("[data-decision]").count()).toBe(open.length);
  await agenda.getByLabel("Volgende vergadering op").fill("2026-12-15");
  await agenda.getByLabel("Volgende vergadering op").press("Enter");
  const cannotWait = (row: Locator) => row.getByText("Kan niet wachten tot de volgende vergadering").count();
  const rows = toDecide.locator("[data-decision]");
  await expect.poll(() => cannotWait(toDecide)).toBeGreaterThan(0);
  await page.reload();
  await rows.first().waitFor();
  const marks = await Promise.all((await rows.all()).map(cannotWait));
  expect(marks).toEqual(marks.toSorted().toReversed());
  expect(marks.reduce((sum, one) => sum + one, 0)).toBe(
    open.filter(({ neededBy }) => neededBy !== null && neededBy < "2026-12-15").length,
  );
  await rowOf(page, "Komt er extra tijd voor functioneel beheer op examendagen?").click();
  await panelOf(page).getByText("Dit raakt beoordelen of vaststellen van examens").click();
  await panelOf(page).getByText("Laat de examencommissie beslissen of adviseren", { exact: false }).waitFor();
  await toDecide.getByText("Examencommissie nog niet betrokken").waitFor();
});

test("domain T5c: the agenda on paper says of which plan it is, what can be chosen, who advises, and keeps off the edge of the sheet", async () => {
  const plan = await createPlan(server.url, { title: "Koppelen in 2027" });
  const page = await openDecisions(plan, "Anja", "?as=agenda");
  const agenda = page.getByTestId("agenda");
  await agenda.getByLabel("Orgaan").selectOption({ label: "Managementteam (MT)" });
  const item = agenda.getByRole("listitem").filter({ has: rowOf(page, "Wie wordt eigenaar") });
  await item.waitFor();
  expect(await item.getByText("Mogelijkheden").count()).toBe(0);
  await page.emulateMedia({ media: "print" });
  const aboutToPrint = async (): Promise<number> => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    return page.locator("[data-print-head]:visible", { hasText: "Koppelen in 2027" }).count();
  };
  await expect.poll(aboutToPrint).toBe(1);
  for (const seen of ["Mogelijkheden", "Hoofd examenorganisatie", "Adviseert", "Examencommissie", "Besluit"])
    expect(await item.getByText(seen).first().isVisible(), seen).toBe(true);
  const edge = (locator: Locator) => locator.evaluate((node) => node.getBoundingClientRect().right);
  expect(await edge(item)).toBeLessThan(await edge(page.getByTestId("view")));
  expect(await page.getByTestId("sync-badge").isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator("[data-print-head]").waitFor({ state: "detached" });
});

test("domain T5a: a choice is raised on the activity, counts on its card and on its phase, and goes when it is taken", async () => {
  const plan = await createPlan(server.url);
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const [id = ""] = await wall.idsIn("Borging", "Processen");
  const phase = wall.page.locator("[data-phase-header]", { hasText: "Borging" });
  await phase.getByText("1 open beslispunt").waitFor({ state: "attached" });
  await wall.card(id).click();
  const panel = wall.page.getByTestId("activity-panel");
  await panel.getByLabel("Beslispunt toevoegen").fill("Wie meet er?");
  await wall.page.keyboard.press("Enter");
  await wall.card(id).getByText("1 open beslispunt").waitFor({ state: "attached" });
  await phase.getByText("2 open beslispunten").waitFor({ state: "attached" });
  await wall
    .cell("Borging", "Processen")
    .getByText("1 open beslispunt")
    .first()
    .waitFor({ state: "attached" });
  await panel.locator("[data-decision]", { hasText: "Wie meet er?" }).click();
  await panelOf(wall.page).waitFor();
});

test("domain T5b: a reader sees everything and changes nothing; on a phone nothing is wider than the screen", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person("phone"), server.url, plan.keys.viewer, "Vera");
  await page.goto(`${server.url}/plan/${plan.plan.id}/decisions`);
  await rowOf(page, "Wie wordt eigenaar").click();
  const panel = panelOf(page);
  await panel.getByText("Wie wordt eigenaar").waitFor();
  expect(await panel.getByRole("button", { name: "Besluit vastleggen" }).count()).toBe(0);
  expect(await panel.locator("textarea").count()).toBe(0);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
