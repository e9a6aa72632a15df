import { archiveEntry, restoreEntry } from "@planwand/shared/plan/archive.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { now, onEveryDay, today } from "../builders/clock.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { addFilter, chipOf, openFilter } from "../builders/filter.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";
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

test("ux C5: the link of a card and of a decision is copied; one in the bin is shown to read and comes back; one that is unknown says so", async () => {
  const plan = await createPlan(server.url);
  const person = await people.person();
  await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const base = `${server.url}/plan/${plan.plan.id}`;
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall.card(id).locator("[data-stop]").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Link kopiëren" }).click();
  await page.getByText("De link naar deze activiteit is gekopieerd.").waitFor();
  expect(await copied()).toBe(`${base}/activity/${id}`);

  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const decision = [...other.doc.getMap("decisions").keys()][0] ?? "";
  await page.goto(`${base}/decisions/${decision}?as=list`);
  await page.getByTestId("decision-panel").getByRole("button", { name: "Link kopiëren" }).click();
  await expect.poll(copied).toBe(`${base}/decisions/${decision}`);

  archiveEntry(other.doc, "activities", id, STAMP);
  archiveEntry(other.doc, "decisions", decision, STAMP);
  await other.saved();
  const { page: reader } = await joinWall(await people.person(), server.url, plan.keys.viewer, "Vera");
  await reader.goto(`${base}/activity/${id}`);
  await reader.getByTestId("binned").getByText("Deze activiteit staat in de prullenbak.").waitFor();
  expect(await reader.getByTestId("binned").getByRole("button").count()).toBe(0);
  await page.goto(`${base}/activity/${id}`);
  const binned = page.getByTestId("binned");
  await binned.waitFor();
  expect(await binned.locator("input, select, textarea, [contenteditable=true]").count()).toBe(0);
  await binned.getByRole("button", { name: "Terugzetten" }).click();
  await wall.untilIn(id, "Analyse", "Processen");
  await page.getByTestId("activity-panel").locator("[contenteditable=true]").first().waitFor();
  await page.goto(`${base}/decisions/${decision}`);
  await page.getByTestId("binned").getByRole("button", { name: "Terugzetten" }).click();
  await page.getByTestId("binned").waitFor({ state: "detached" });
  await page.getByTestId("decision-panel").getByTestId("discussion").waitFor();

  await page.goto(`${base}/activity/bestaat-echt-niet`);
  await page
    .getByTestId("activity-panel")
    .getByText(/^Deze activiteit bestaat niet/)
    .waitFor();
  await page.getByTestId("card").first().waitFor();
  await page.getByRole("button", { name: "Terug naar het bord" }).click();
  await page.getByTestId("activity-panel").waitFor({ state: "detached" });
  restoreEntry(other.doc, "decisions", decision);
  await other.close();
});

test("ux C4: a view is saved here or for everybody, opened, renamed and removed by who may", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [
    (await joinWall(await people.person(), server.url, plan.keys.editor, "Anja")).page,
    (await joinWall(await people.person(), server.url, plan.keys.participant, "Bram")).page,
  ];
  const bar = await openFilter(anja);
  await addFilter(anja, "Status", "Gepland");
  const save = async (name: string, isShared: boolean): Promise<void> => {
    await bar.getByRole("button", { name: "Weergaven", exact: true }).click();
    const views = anja.getByTestId("saved-views");
    await views.getByPlaceholder("Naam van de weergave").fill(name);
    if (isShared) await views.getByRole("checkbox").check();
    await views.getByRole("button", { name: "Bewaren" }).click();
    await views.getByText(name).waitFor();
    await anja.keyboard.press("Escape");
    await views.waitFor({ state: "detached" });
  };
  await save("Alleen van mij", false);
  await save("Wat gepland is", true);
  await badgeSays(anja, "saved");

  await bram.getByRole("button", { name: /^Weergave:/ }).click();
  const list = bram.getByTestId("saved-views");
  await list.getByText("Wat gepland is").waitFor();
  expect(await list.locator("[data-saved-view]").count()).toBe(1);
  expect(await list.getByRole("button", { name: /^Weghalen/ }).count()).toBe(0);
  await list.getByText("Wat gepland is").click();
  await chipOf(bram, "status").getByText("Gepland").waitFor();

  await bar.getByRole("button", { name: "Weergaven", exact: true }).click();
  const own = anja.getByTestId("saved-views");
  await own.getByRole("button", { name: "Hernoemen: Wat gepland is" }).click();
  await anja.keyboard.press("Control+a");
  await anja.keyboard.type("Dit kwartaal");
  await anja.keyboard.press("Enter");
  await own.getByText("Dit kwartaal").waitFor();
  await bram.keyboard.press("Control+k");
  await bram.keyboard.type("dit kwartaal");
  await bram.locator("[data-palette=saved]").waitFor();
  await own.getByRole("button", { name: "Weghalen: Dit kwartaal" }).click();
  await bram.locator("[data-palette=saved]").waitFor({ state: "detached" });
  await anja.reload();
  await anja.getByTestId("filter-bar").getByRole("button", { name: "Weergaven", exact: true }).click();
  await anja.getByTestId("saved-views").getByText("Alleen van mij").waitFor();
  expect(await anja.locator("[data-saved-view]").count()).toBe(1);
});

test("domain T5a: what waits for a party and what is new since the last visit, with a mark, and a digest to copy and mail", async () => {
  const plan = await createPlan(server.url, { today: today() });
  const person = await people.newcomer();
  await person.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // The clock of this device is ten minutes fast: what is new goes by the server's.
  await person.context.clock.install({ time: now() + 600_000 });
  const wall = await joinWall(person, server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const mark = page.getByTestId("attention-mark");
  await mark.waitFor();
  expect(await mark.getAttribute("data-new")).toBeNull();
  const [id = ""] = await wall.idsIn("Analyse", "Processen");

  // Somebody else works on while the page is open: what is said shows at once, what is changed when it is asked for.
  const { cookie } = await join(server.url, plan.keys.editor, "Bram");
  const bram = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
  const command = { url: server.url, planId: plan.plan.id, cookie };
  const me = await page.evaluate(() => {
    const plans = JSON.parse(localStorage.getItem("planwand:plans") ?? "[]") as { actor: { id: string } }[];
    return plans[0]?.actor.id ?? "";
  });
  await giveCommand(command, {
    type: "comment.add",
    comment: freshId(),
    anchor: { kind: "activity", id },
    text: "@Anja kijk je hier even naar?",
    mentions: [{ kind: "member", id: me }],
  });
  await page.locator("[data-testid=attention-mark][data-new]").waitFor();
  setRegister(bram.doc, "activities", id, "status", "blocked");
  setRegister(bram.doc, "activities", id, "priority", "high");
  await bram.saved();

  await mark.click();
  await page.locator("[data-needs=mention]").getByText("kijk je hier even naar?").waitFor();
  const news = page.getByTestId("news");
  await news.locator("[data-news=activity]").first().waitFor();
  expect(await news.locator("[data-news=activity]").count()).toBe(1);
  expect(await news.locator("[data-news=activity]").innerText()).toMatch(/naar Geblokkeerd.*door Bram/s);
  await news
    .locator("[data-news=comments]")
    .getByText(/^1 opmerking bij/)
    .waitFor();

  await page.getByLabel("Voor wie").selectOption({ label: "Examencommissie" });
  await page.locator("[data-needs=decide], [data-needs=advise]").first().waitFor();
  expect(new URL(page.url()).searchParams.get("as")).toMatch(/^party:/);
  const decision = page.locator("[data-needs=decide] button, [data-needs=advise] button").first();
  const question = (await decision.locator("span").first().innerText()).trim();
  await page.getByRole("button", { name: "Overzicht kopiëren" }).click();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("overzicht voor Examencommissie");
  expect(text).toContain(question);
  const mail = (await page.getByTestId("mail-digest").getAttribute("href")) ?? "";
  expect(mail.length).toBeLessThanOrEqual(1_900);
  expect(decodeURIComponent(mail)).toContain(`/plan/${plan.plan.id}/attention`);
  await decision.click();
  await page.getByTestId("decision-panel").waitFor();
  await page.goBack();

  await page.getByRole("button", { name: "Alles gezien" }).click();
  await page.getByText("Niets nieuws. Je bent helemaal bij.").waitFor();
  await page.locator("[data-testid=attention-mark]:not([data-new])").waitFor();
  await page.getByLabel("Sinds wanneer").selectOption("week");
  await news.locator("[data-news=activity]").first().waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await bram.close();
});
