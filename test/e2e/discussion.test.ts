import { encodeJson } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { freshId, giveCommand, journalOf } from "../builders/commands.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  planOf,
  type RunningServer,
  startServer,
} from "../builders/server.ts";
import { joinWall, type WallPage } from "../builders/wall.ts";
import { badgeSays } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

// A page says so on the console when its server is away.
const people = usePeople([/ERR_CONNECTION_REFUSED/], { keepPages: true });
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const comeIn = async (
  plan: CreatedPlan,
  name: string,
  role: "editor" | "participant" | "viewer",
): Promise<WallPage> => joinWall(await people.person(), server.url, plan.keys[role], name);

const discussionOf = (page: Page) => page.getByTestId("discussion").first();

async function say(page: Page, text: string): Promise<void> {
  const discussion = discussionOf(page);
  await discussion.getByLabel("Opmerking", { exact: true }).fill(text);
  await discussion.getByRole("button", { name: "Plaatsen" }).click();
  await discussion.getByText(text).waitFor();
}

test("domain W6a: a participant comments on a decision point; the editor sees it and its count, replies and settles it", async () => {
  const plan = await createPlan(server.url);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const decision = value.decisions.find(({ status }) => status === "open");
  const path = `/plan/${plan.plan.id}/decisions`;
  const [piet, eva] = [await comeIn(plan, "Piet", "participant"), await comeIn(plan, "Eva", "editor")];
  await eva.page.goto(`${server.url}${path}`);
  const row = eva.page.locator(`[data-decision="${decision?.id ?? ""}"]`);
  await row.waitFor();
  await piet.page.goto(`${server.url}${path}/${decision?.id ?? ""}`);
  const before = await row.getByText(/opmerking/).count();
  await say(piet.page, "Wie bewaakt dit straks?");
  await row.getByText(`${String(before + 1)} opmerking`, { exact: false }).waitFor();

  await row.click();
  const thread = discussionOf(eva.page)
    .getByText("Wie bewaakt dit straks?")
    .locator("xpath=ancestor::li[@data-comment]/ancestor::li[1]");
  await thread.getByRole("button", { name: "Reageren" }).click();
  const reply = eva.page.getByLabel("Reactie op Piet");
  await reply.fill("Dat vragen we het MT.");
  await reply.press("Escape");
  await reply.waitFor({ state: "detached" });
  await thread.getByRole("button", { name: "Reageren" }).click();
  expect(await reply.inputValue()).toBe("Dat vragen we het MT.");
  await eva.page.keyboard.press("Control+Enter");
  await discussionOf(piet.page).getByText("Dat vragen we het MT.").waitFor();
  await thread.getByRole("button", { name: "Afhandelen" }).click();
  await discussionOf(piet.page)
    .getByRole("button", { name: /afgehandeld gesprek/ })
    .waitFor();
  await discussionOf(piet.page).getByText("Wie bewaakt dit straks?").waitFor({ state: "detached" });
});

test("domain W6a: what a participant may not do is refused by the server, over HTTP and on the wire", async () => {
  const plan = await createPlan(server.url);
  const planId = plan.plan.id;
  const participant = await join(server.url, plan.keys.participant, "Piet");
  const comment = freshId();
  const anchor = { kind: "plan", id: "plan" } as const;
  await giveCommand(
    { url: server.url, planId, cookie: plan.cookie },
    { type: "comment.add", comment, anchor, text: "Van Anja" },
  );
  const at = { url: server.url, planId, cookie: participant.cookie };
  expect(await giveCommand(at, { type: "comment.edit", comment, text: "Anders" })).toBe("not-yours");
  expect(await giveCommand(at, { type: "comment.withdraw", comment })).toBe("not-yours");
  const client = await WireClient.join(at);
  client.doc.getMap("meta").set("language", "en");
  await client.until(() => client.refusals.length > 0);
  expect(client.refusals.map(({ code }) => code)).toEqual(["read-only"]);
  expect((await planOf(server.url, planId, plan.cookie)).plan.language).toBe("nl");
  await client.close();

  // An event in another's name and words, as only the server sends them.
  const before = await journalOf(server.url, planId, plan.cookie);
  const witness = await WireClient.join({ url: server.url, planId, cookie: plan.cookie, journalAfter: 0 });
  const forger = await WireClient.join(at);
  forger.send(encodeJson(MESSAGE.journal, before));
  await forger.until(() => forger.refusals.length > 0);
  expect(forger.refusals.map(({ code }) => code)).toEqual(["unknown-message"]);
  const last = await giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text: "Van Piet" });
  await witness.until(() => witness.events.at(-1)?.seq === last);
  expect(witness.events.slice(0, before.length)).toEqual(before);
  // Piet is introduced, and what he said himself is his.
  expect(witness.events.slice(before.length).map(({ actor }) => actor)).toEqual([
    participant.actor.id,
    participant.actor.id,
  ]);
  expect(await journalOf(server.url, planId, plan.cookie)).toEqual(witness.events);
  await witness.close();
  await forger.close();
});

test("ux M5: a comment shows as a count on the card of everybody, at once", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan, "Anja", "editor"), await comeIn(plan, "Bram", "viewer")];
  const [id = ""] = await anja.idsIn("Borging", "Beleid");
  expect(await bram.card(id).locator("[data-fact=comments]").count()).toBe(0);
  await anja.card(id).click();
  await say(anja.page, "Hoort dit hier?");
  await bram.card(id).locator("[data-fact=comments]").getByText("1 opmerking").waitFor({ state: "attached" });
});

test("[C17] a comment that is written without a network is kept, over a reload too, and arrives once when it is back", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan, "Anja", "editor"), await comeIn(plan, "Bram", "viewer")];
  const [id = ""] = await anja.idsIn("Borging", "Beleid");
  await anja.page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await anja.card(id).click();
  await discussionOf(anja.page).waitFor();
  await server.kill();
  await badgeSays(anja.page, "offline");
  await say(anja.page, "In de trein bedacht");
  await discussionOf(anja.page).getByText("Nog niet verstuurd").waitFor();
  await anja.page.reload();
  await discussionOf(anja.page).getByText("In de trein bedacht").waitFor();
  await server.restart();
  await badgeSays(anja.page, "saved");
  await discussionOf(anja.page).getByText("Nog niet verstuurd").waitFor({ state: "detached" });
  await bram.card(id).locator("[data-fact=comments]").getByText("1 opmerking").waitFor({ state: "attached" });
  await bram.card(id).click();
  await discussionOf(bram.page).getByText("In de trein bedacht").waitFor();
  expect(await discussionOf(bram.page).getByText("In de trein bedacht").count()).toBe(1);
});

test("domain W6a: a draft survives a reload, and can call somebody in by name", async () => {
  const plan = await createPlan(server.url);
  const anja = await comeIn(plan, "Anja", "participant");
  await anja.page.goto(`${server.url}/plan/${plan.plan.id}/discussion`);
  const field = discussionOf(anja.page).getByLabel("Opmerking", { exact: true });
  await field.fill("Dit is nog niet af");
  await anja.page.reload();
  await expect.poll(() => field.inputValue()).toBe("Dit is nog niet af");
  await field.fill("");
  await field.pressSequentially("Graag @examencom");
  await anja.page.getByRole("option", { name: "Examencommissie", exact: true }).waitFor();
  await anja.page.keyboard.press("Enter");
  await expect.poll(() => field.inputValue()).toBe("Graag @Examencommissie ");
  await anja.page.keyboard.press("Control+Enter");
  await discussionOf(anja.page).locator("strong", { hasText: "@Examencommissie" }).waitFor();
});

test("[U29] domain W6a: who answers keeps text and focus when another settles the conversation, is told so, and can still answer", async () => {
  const plan = await createPlan(server.url);
  const [piet, eva] = [await comeIn(plan, "Piet", "participant"), await comeIn(plan, "Eva", "editor")];
  for (const { page } of [piet, eva]) await page.goto(`${server.url}/plan/${plan.plan.id}/discussion`);
  await say(piet.page, "Wie doet dit?");
  const threadOf = (page: Page) =>
    discussionOf(page)
      .getByText("Wie doet dit?")
      .locator("xpath=ancestor::li[@data-comment]/ancestor::li[1]");
  await threadOf(piet.page).getByRole("button", { name: "Reageren" }).click();
  await piet.page.keyboard.type("Ik denk dat");
  await threadOf(eva.page).getByRole("button", { name: "Afhandelen" }).click();
  const told = "Eva heeft dit gesprek afgehandeld terwijl je schreef.";
  await threadOf(piet.page).getByText(told, { exact: false }).waitFor();
  await piet.page.getByTestId("live-region").getByText(told, { exact: false }).waitFor({ state: "attached" });
  await piet.page.keyboard.type(" ICT het doet.");
  const field = piet.page.getByLabel("Reactie op Piet");
  expect(await field.inputValue()).toBe("Ik denk dat ICT het doet.");

  // Also who comes back to it later.
  await piet.page.reload();
  await threadOf(piet.page).getByText(told, { exact: false }).waitFor();
  expect(await field.inputValue()).toBe("Ik denk dat ICT het doet.");
  await threadOf(piet.page).getByRole("button", { name: "Reageren" }).click();
  await discussionOf(eva.page)
    .getByRole("button", { name: /afgehandeld gesprek/ })
    .click();
  await threadOf(eva.page).getByText("Ik denk dat ICT het doet.").waitFor();
});

test("domain W6a: a comment is changed and withdrawn by its writer, and becomes a decision point by an editor", async () => {
  const plan = await createPlan(server.url);
  const [piet, eva] = [await comeIn(plan, "Piet", "participant"), await comeIn(plan, "Eva", "editor")];
  const path = `${server.url}/plan/${plan.plan.id}/discussion`;
  await piet.page.goto(path);
  await eva.page.goto(path);
  await say(piet.page, "Moeten we dit besluiten?");
  const menuOf = (page: Page) =>
    discussionOf(page).getByRole("button", { name: "Meer acties voor deze opmerking" });
  await menuOf(piet.page).click();
  await piet.page.getByRole("menuitem").first().waitFor();
  expect(await piet.page.getByRole("menuitem").allInnerTexts()).toEqual(["Wijzigen", "Intrekken"]);
  await piet.page.getByRole("menuitem", { name: "Wijzigen" }).click();
  await discussionOf(piet.page).getByLabel("Wijzigen").fill("Wie besluit dit?");
  await discussionOf(piet.page).getByRole("button", { name: "Opslaan" }).click();
  await discussionOf(eva.page).getByText("Wie besluit dit?").waitFor();
  await discussionOf(eva.page).getByText("gewijzigd").waitFor();

  await menuOf(eva.page).click();
  await eva.page.getByRole("menuitem").first().waitFor();
  expect(await eva.page.getByRole("menuitem").allInnerTexts()).not.toContain("Wijzigen");
  await eva.page.getByRole("menuitem", { name: "Maak er een beslispunt van" }).click();
  await discussionOf(piet.page).getByText("Is een beslispunt geworden").waitFor();
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  expect(value.decisions.map(({ question }) => question)).toContain("Wie besluit dit?");

  await menuOf(piet.page).click();
  await piet.page.getByRole("menuitem", { name: "Intrekken" }).click();
  await discussionOf(eva.page).getByText("Wie besluit dit?").waitFor({ state: "detached" });
});

test("domain W6a: what others said since the last visit is marked as new, in words", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan, "Anja", "editor"), await comeIn(plan, "Bram", "participant")];
  const path = `${server.url}/plan/${plan.plan.id}/discussion`;
  await anja.page.goto(path);
  await bram.page.goto(path);
  await say(bram.page, "Net bedacht");
  const comment = discussionOf(anja.page).locator("[data-comment]", { hasText: "Net bedacht" });
  await comment.getByText("nieuw", { exact: true }).waitFor();
  expect(await discussionOf(bram.page).getByText("nieuw", { exact: true }).count()).toBe(0);
});
