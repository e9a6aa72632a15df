import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { replaceText } from "@planwand/shared/plan/replace-text.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { onEveryDay, today } from "../builders/clock.ts";
import { freshId, giveCommand } from "../builders/commands.ts";
import { wholeDayInWords } from "../builders/day-words.ts";
import { createPlan, join, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { dragMouse, joinWall, pointIn } from "../builders/wall.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { Workshop } from "../builders/workshop.ts";
import { WireClient } from "../builders/wire-client.ts";

onEveryDay();
const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

test("ux U4: the history tells in sentences by day who did what; an entry shows its card and outlives it; filters and the slider find the rest", async () => {
  const plan = await createPlan(server.url);
  const planId = plan.plan.id;
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
  const bram = await join(server.url, plan.keys.facilitator, "Bram");
  const client = await WireClient.join({ url: server.url, planId, cookie: bram.cookie });
  const goal = [...client.doc.getMap<Y.Map<unknown>>("goals").values()][0]?.get("title");
  if (!(goal instanceof Y.Text)) throw new Error("the example has goals");
  const goalWas = goal.toJSON();
  replaceText(goal, `${goalWas} en meer`);
  await client.saved();
  await client.close();
  const taking = { type: "snapshot.take", snapshot: freshId(), name: "Na de studiedag" } as const;
  await giveCommand({ url: server.url, planId, cookie: bram.cookie }, taking);

  const view = `${server.url}/plan/${planId}/history`;
  await page.goto(view);
  await page.getByRole("heading", { name: wholeDayInWords(today()), exact: true }).waitFor();
  const entries = page.getByTestId("history-entry");
  const texts = async (): Promise<string[]> => (await entries.allInnerTexts()).slice(0, 4);
  await expect
    .poll(texts)
    .toEqual([
      expect.stringContaining("Bram maakte momentopname ‘Na de studiedag’"),
      expect.stringMatching(/Bram wijzigde doel ‘.* en meer’/),
      expect.stringContaining(`Anja legde activiteit ‘${binned}’ in de prullenbak`),
      expect.stringContaining(`Anja verplaatste ‘${moved}’ van Analyse naar Ontwerp`),
    ]);
  expect(await entries.nth(1).locator("ins").innerText()).toBe(" en meer");
  expect(await axeFaults(page, "history")).toEqual([]);

  await page.getByLabel("Van wie").selectOption({ label: "Anja" });
  await expect.poll(() => entries.count()).toBe(2);
  await page.getByLabel("Waarover").selectOption({ label: "Doelen" });
  await page.getByText("Met deze keuze is er niets te zien.").waitFor();
  await page.getByRole("button", { name: "Alles laten zien" }).click();

  const slider = page.getByRole("slider", { name: "Terug in de tijd" });
  await slider.focus();
  await page.keyboard.press("Home");
  await page.getByRole("link", { name: "Open het plan van toen" }).click();
  await page.getByTestId("past-banner").waitFor();
  await wall.untilIn(first, "Analyse", "Processen");
  await wall.untilIn(second, "Analyse", "Processen");

  await page.goto(view);
  await entries.nth(3).getByRole("button").click();
  await wall.untilIn(first, "Ontwerp", "Processen");
  await expect.poll(() => wall.card(first).getAttribute("data-open")).not.toBeNull();
  await page.goBack();
  await entries
    .nth(2)
    .getByRole("button", { name: /legde activiteit/ })
    .click();
  await page
    .getByText("Deze activiteit staat in de prullenbak. Je ziet de activiteit zoals die was.")
    .waitFor();
});

test("ux U4 S6: what happened in a work session stands together in the history, with its minutes", async () => {
  const room = await Workshop.open(server);
  const { lead, planId, session } = room;
  const [first = "", second = ""] = lead.client.doc.getMap("activities").keys();
  const write = async (id: string): Promise<void> => {
    setRegister(lead.client.doc, "activities", id, "priority", "low");
    await lead.client.saved();
  };
  await write(first);
  expect(await lead.give({ type: "session.close", session })).toBeTypeOf("number");
  const { page } = await people.person();
  await openWall(page, server, room.plan);
  await page.goto(`${server.url}/plan/${planId}/history`);
  const head = page.getByTestId("history-session");
  await head.getByRole("heading", { name: "Werksessie ‘Samen’" }).waitFor();
  const entries = page.getByTestId("history-entry");
  const inSession = page.locator("[data-testid=history-entry][data-in-session]");
  await expect.poll(() => inSession.count()).toBe(3);
  expect(await entries.first().innerText()).toContain("sloot werksessie ‘Samen’ af");
  expect(await inSession.last().innerText()).toContain("begon werksessie ‘Samen’");
  const minutes = (await head.getByRole("link").getAttribute("href")) ?? "";
  expect((await page.request.get(`${server.url}${minutes}`)).status()).toBe(200);
  expect(await axeFaults(page, "history of a session")).toEqual([]);

  // What comes later is not of the session.
  await write(second);
  await page.getByRole("button", { name: "Vernieuwen" }).click();
  await expect.poll(() => entries.first().getAttribute("data-in-session")).toBeNull();
  expect(await inSession.count()).toBe(3);
});

test("[P75] what was changed of a card is put back from its own history, field by field, and that is undone", async () => {
  const plan = await createPlan(server.url);
  const planId = plan.plan.id;
  const wall = await joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  const client = await WireClient.join({ url: server.url, planId, cookie: plan.cookie });
  const card = client.doc.getMap<Y.Map<unknown>>("activities").get(id);
  const title = card?.get("title");
  if (card === undefined || !(title instanceof Y.Text)) throw new Error("the card is there");
  const was = title.toJSON();
  replaceText(title, "Heel iets anders");
  card.set("status", "dropped");
  await client.saved();
  const titleNow = async (): Promise<string | undefined> =>
    (await planOf(server.url, planId, plan.cookie)).plan.activities.find((one) => one.id === id)?.title;
  await page.goto(`${server.url}/plan/${planId}/activity/${id}`);
  await page.getByText("Geschiedenis van deze activiteit").click();
  const back = page.getByRole("button", { name: /^Titel terugzetten/ });
  await back.click();
  await expect.poll(titleNow).toBe(was);
  expect(card.get("status")).toBe("dropped");
  await page.getByTestId("toast").getByRole("button", { name: "Ongedaan maken" }).click();
  await expect.poll(titleNow).toBe("Heel iets anders");
  expect(await axeFaults(page, "history of a card")).toEqual([]);
  await client.close();
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
