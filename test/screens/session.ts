import { mkdirSync } from "node:fs";
import { join as joinPath } from "node:path";
import { addActivity } from "@planwand/shared/plan/activity.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import { type Browser, type BrowserContextOptions, devices, type Page } from "playwright-core";
import * as Y from "yjs";
import { now } from "../builders/clock.ts";
import { freshId } from "../builders/commands.ts";
import { idOf } from "../builders/journal.ts";
import { createPlan, planOf, type RunningServer } from "../builders/server.ts";
import { useSession } from "../builders/wall-page.ts";
import { takeSheet } from "./sheet.ts";
import { type RoomMember, stepId, Workshop } from "../builders/workshop.ts";

const FACES: Readonly<Record<"lead" | "room" | "phone", BrowserContextOptions>> = {
  lead: { viewport: { width: 1440, height: 900 } },
  room: { viewport: { width: 1280, height: 720 } },
  phone: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 1 },
};

const frame = (number: number, title: string, question = "", minutes = 10) => ({
  id: idOf("step", number),
  title,
  question,
  minutes,
  extras: [] as const,
});

/** The session of the pictures: a step of each kind, in plain words. */
function stepsFor(cells: readonly { readonly phase: string; readonly domain: string }[]): readonly Step[] {
  const scopes = cells.map((cell) => ({ kind: "cell", ...cell }) as const);
  const [scope = { kind: "plan" } as const] = scopes;
  return [
    { ...frame(1, "Welkom", "Wat willen we vandaag bereiken?", 5), kind: "info" },
    { ...frame(2, "Ideeën bedenken", "Wat moet er gebeuren?"), kind: "ideas", scopes, anonymous: false },
    { ...frame(3, "Samen bekijken", "Wat hoort bij elkaar?"), kind: "reveal", of: stepId(2) },
    {
      ...frame(4, "Stemmen", "Wat doen we het eerst?"),
      kind: "vote",
      of: stepId(2),
      scope,
      budget: 3,
      perItem: 2,
      blind: true,
      perCircle: true,
    },
    {
      ...frame(5, "Concreet maken", "Wat gebeurt er, en wat levert het op?", 20),
      kind: "write",
      scope,
      open: true,
    },
    { ...frame(6, "Beslissen", "Wat adviseer je?"), kind: "decide" },
    { ...frame(7, "Wie doet wat"), kind: "roles" },
    { ...frame(8, "Afsluiten", "Hoe ga je weg, in één woord?", 5), kind: "checkout", form: "word" },
  ];
}

const IDEAS = [
  "Afspraken met de leverancier op papier",
  "Proefexamen met één opleiding",
  "Handleiding voor surveillanten",
  "Rooster eerder vastleggen",
  "Afspraken met leverancier vastleggen",
] as const;
const WORDS = ["Hoopvol", "Duidelijk", "Zin in"] as const;
const PEOPLE = [
  ["Bram Jansen", "ict"],
  ["Chadia El Amrani", "onderwijs"],
  ["Daan Visser", "examenorganisatie"],
] as const;

/** How the pictures of a face stand on one. */
const SHEETS = {
  lead: { columns: 2, width: 720 },
  room: { columns: 2, width: 640 },
  phone: { columns: 4, width: 280 },
} as const;

/**
 * Takes each step of a session on the three faces, as `folder/session/NUMBER-KIND-FACE.jpg`, and those of each face together as
 * `session-FACE.jpg`: that of the phone in `readmeFolder`, the others in `folder`.
 */
export async function takeSession(
  browser: Browser,
  server: RunningServer,
  folder: string,
  readmeFolder: string,
): Promise<void> {
  mkdirSync(joinPath(folder, "session"), { recursive: true });
  const taken: Record<keyof typeof FACES, string[]> = { lead: [], room: [], phone: [] };
  const created = await createPlan(server.url, {
    title: "Invoering OKE",
    name: "Anja de Vries",
    circle: "examenorganisatie",
  });
  const { plan } = await planOf(server.url, created.plan.id, created.cookie);
  const [first, second] = [plan.activities[0], plan.activities.at(-1)];
  const cells = [first, second].map((card) => ({ phase: card?.phase ?? "", domain: card?.domain ?? "" }));
  const goal = "Van ambitie naar een plan dat we samen dragen";
  const room = await Workshop.open(server, stepsFor(cells), { plan: created, goal });
  const people: RoomMember[] = [];
  for (const [name, circle] of PEOPLE) people.push(await room.join(name, circle));
  const [bram] = people;
  if (bram === undefined) throw new Error("somebody takes part");

  const pages: Page[] = [];
  const openFace = async (face: keyof typeof FACES, cookie: string, path: string): Promise<Page> => {
    const context = await browser.newContext({ ...FACES[face], locale: "nl-NL", reducedMotion: "reduce" });
    await useSession(context, server, cookie);
    const page = await context.newPage();
    await page.goto(`${server.url}/plan/${room.planId}${path}`);
    pages.push(page);
    return page;
  };
  const lead = await openFace("lead", room.plan.cookie, "");
  const beamer = await openFace("room", room.plan.cookie, "/beamer");
  const phone = await openFace("phone", bram.cookie, "/workshop");
  await lead.getByTestId("lead-panel").waitFor();
  const take = async (name: string): Promise<void> => {
    for (const [page, face] of [
      [lead, "lead"],
      [beamer, "room"],
      [phone, "phone"],
    ] as const) {
      // A message of a moment ago is of the step before.
      await page.waitForFunction(() => document.querySelector("[data-testid=toast]") === null);
      const path = joinPath(folder, "session", `${name}-${face}.jpg`);
      taken[face].push(path);
      await page.screenshot({ path, type: "jpeg", quality: 60 });
    }
  };
  const goTo = async (number: number, kind: Step["kind"]): Promise<void> => {
    await room.goTo(number);
    await phone.locator(`[data-testid=participant][data-step-kind=${kind}]`).waitFor();
  };
  const { session } = room;
  await phone.getByTestId("participant").waitFor();
  await beamer.getByTestId("joining-large").waitFor();
  await take("1-welcome");

  await goTo(2, "ideas");
  const ideas: string[] = [];
  for (const [at, text] of IDEAS.entries()) {
    const idea = freshId();
    ideas.push(idea);
    const cell = cells[at % cells.length] ?? { phase: "", domain: "" };
    const wish = {
      type: "idea.submit",
      session,
      step: stepId(2),
      idea,
      scope: { kind: "cell", ...cell },
      text,
    };
    await people[at % people.length]?.give(wish as Parameters<RoomMember["give"]>[0]);
  }
  await phone.getByTestId("own-idea").first().waitFor();
  await beamer.getByText(`${String(IDEAS.length)} ideeën verstuurd`).waitFor();
  await take("2-ideas");

  await goTo(3, "reveal");
  await room.lead.give({ type: "ideas.reveal", session, step: stepId(2), which: { kind: "all" } });
  await room.lead.give({ type: "idea.merge", session, idea: ideas[4] ?? "", into: ideas[0] ?? "" });
  await beamer.getByText(IDEAS[1]).waitFor();
  await take("3-reveal");

  await goTo(4, "vote");
  for (const [at, person] of people.entries())
    for (const item of [ideas[0], ideas[1 + (at % 2)]])
      await person.give({ type: "vote.cast", session, step: stepId(4), item: item ?? "", dots: 1 });
  await phone.getByTestId("dots-left").waitFor();
  await take("4-vote");
  await room.lead.give({ type: "votes.reveal", session, step: stepId(4) });
  await beamer.getByTestId("standings").waitFor();
  await take("4-vote-shown");

  await goTo(5, "write");
  const card = freshId();
  await writeCard(room, card, cells[0] ?? { phase: "", domain: "" });
  await room.lead.give({ type: "focus.set", session, focus: { kind: "activity", id: card } });
  await beamer.getByTestId("look-card").getByText("Eén opleiding oefent").waitFor();
  await take("5-write");

  await goTo(6, "decide");
  const decision = plan.decisions.find(({ status }) => status === "open")?.id ?? "";
  await room.lead.give({ type: "focus.set", session, focus: { kind: "decision", id: decision } });
  for (const [at, person] of people.entries())
    await person.give({
      type: "advice.give",
      session,
      decision,
      stance: at === 1 ? "condition" : "for",
      text: at === 1 ? "Als het rooster in mei klaar is" : "",
    });
  await beamer.getByTestId("circle-advice").waitFor();
  await take("6-decide");
  await sealDecision(room, decision);
  await beamer.getByText("De manager onderwijslogistiek", { exact: false }).first().waitFor();
  await take("6-decide-sealed");

  await goTo(7, "roles");
  await bram.give({
    type: "role.claim",
    session,
    activity: card,
    slot: "executor",
    party: plan.parties[0]?.id ?? "",
  });
  await phone.getByTestId("claim").first().waitFor();
  await take("7-roles");

  await goTo(8, "checkout");
  for (const [at, person] of people.entries())
    await person.give({ type: "checkout.give", session, step: stepId(8), word: WORDS[at] ?? "" });
  await beamer.getByTestId("checkout-summary").getByText(WORDS[0]).waitFor();
  await take("8-checkout");

  await room.lead.give({ type: "session.close", session });
  await phone.getByTestId("session-closed").waitFor();
  await take("9-closed");
  for (const page of pages) await page.context().close();
  for (const face of ["lead", "room", "phone"] as const) {
    const path = joinPath(face === "phone" ? readmeFolder : folder, `session-${face}.jpg`);
    await takeSheet(browser, taken[face], { ...SHEETS[face], path });
  }
  await Promise.all(room.everybody.map(({ client }) => client.close()));
}

/** The idea that got the most dots, as a card in which something is written already. */
async function writeCard(
  { lead }: Workshop,
  id: string,
  place: { readonly phase: string; readonly domain: string },
): Promise<void> {
  const { doc } = lead.client;
  addActivity(
    doc,
    id,
    place,
    { title: IDEAS[1], what: "Eén opleiding oefent een hele dag." },
    { by: lead.actor, at: now() },
  );
  setRegister(doc, "activities", id, "status", "planned");
  await lead.client.saved();
}

/** What was decided and why, written down and sealed. */
async function sealDecision({ lead }: Workshop, decision: string): Promise<void> {
  const entry = entryOf(lead.client.doc, "decisions", decision);
  for (const [field, words] of [
    ["outcome", "De manager onderwijslogistiek bepaalt de planning."],
    ["rationale", "Die heeft zicht op de hele keten."],
  ] as const) {
    const text = entry?.get(field);
    if (text instanceof Y.Text) text.insert(0, words);
    else if (text instanceof Y.XmlFragment) {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      text.insert(0, [paragraph]);
    }
  }
  setRegister(lead.client.doc, "decisions", decision, "status", "decided");
  await lead.client.saved();
  const done = await lead.give({ type: "decision.take", decision, decidedOn: "2026-11-26" });
  if (typeof done !== "number") throw new Error(`not decided: ${done}`);
}
