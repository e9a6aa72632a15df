import { CIRCLES } from "@planwand/shared/access/role.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { freshId } from "../builders/commands.ts";
import { idOf } from "../builders/journal.ts";
import { some } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { useSession } from "../builders/wall-page.ts";
import { type RoomMember, stepId, Workshop } from "../builders/workshop.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const WALL = { kind: "plan" } as const;
const frame = (number: number, title: string, question: string) => ({
  id: idOf("step", number),
  title,
  question,
  minutes: 5,
  extras: [],
});
const STEPS: readonly Step[] = [
  {
    ...frame(1, "Ideeën", "Wat moet er gebeuren om straks zonder papier te toetsen?"),
    kind: "ideas",
    scopes: [WALL],
    anonymous: false,
  },
  { ...frame(2, "Bekijken", "Wat hoort bij elkaar?"), kind: "reveal", of: stepId(1) },
  {
    ...frame(3, "Stemmen", "Wat doen we het eerst?"),
    kind: "vote",
    of: stepId(1),
    scope: WALL,
    budget: 9,
    perItem: 1,
    blind: true,
    perCircle: true,
  },
  { ...frame(4, "Beslissen", "Wat adviseer je?"), kind: "decide" },
  { ...frame(5, "Wie doet wat", "Wie neemt wat op zich?"), kind: "roles" },
  { ...frame(6, "Afsluiten", "Hoe ga je weg, in één woord?"), kind: "checkout", form: "word" },
];
const IDEAS = 60;
/** As long as an idea may be. */
const LONG = "Een draaiboek voor de dag zelf, waarin staat wie wat doet als het netwerk uitvalt. "
  .repeat(4)
  .slice(0, 280);
const BEAMER = { width: 1280, height: 720 };
const SIZES = some([BEAMER, { width: 1920, height: 1080 }, { width: 3840, height: 2160 }], 1 / 3);

/** What of the stage is to be seen and lies beyond it, or is smaller than 2.2 hundredths of it. */
function faultsOf(stage: Page): Promise<readonly string[]> {
  return stage.locator("main").evaluate((main) => {
    const edge = main.getBoundingClientRect();
    const least = 2.2 * Math.min(innerWidth / 100, (1.78 * innerHeight) / 100) - 0.5;
    return [...main.querySelectorAll("*")].flatMap((element) => {
      if (!(element instanceof HTMLElement) || !element.checkVisibility({ visibilityProperty: true }))
        return [];
      if (element.closest(".visually-hidden") !== null) return [];
      const box = element.getBoundingClientRect();
      const isOut =
        box.bottom > edge.bottom + 1 ||
        box.right > edge.right + 1 ||
        box.left < edge.left - 1 ||
        box.top < edge.top - 1;
      const says = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== "",
      );
      const isSmall = says && Number.parseFloat(getComputedStyle(element).fontSize) < least;
      const name = `${element.tagName} ${element.className} ${element.textContent?.slice(0, 30) ?? ""}`;
      return [...(isOut ? [`beyond: ${name}`] : []), ...(isSmall ? [`small: ${name}`] : [])];
    });
  });
}

test("stage A1 A2 C1: whatever a room has said, the stage shows it whole and large, or in pages that turn", async () => {
  const created = await createPlan(server.url);
  const { plan } = await planOf(server.url, created.plan.id, created.cookie);
  const room = await Workshop.open(server, STEPS, { plan: created });
  const { session } = room;
  const members: RoomMember[] = [];
  for (const [at, circle] of CIRCLES.entries())
    members.push(await room.join(`Deelnemer ${String(at + 1)}`, circle));
  const { page: stage, context } = await people.person();
  await useSession(context, server, room.plan.cookie);
  await stage.emulateMedia({ reducedMotion: "reduce" });
  await stage.goto(`${server.url}/plan/${room.planId}/beamer`);
  const everySize = async (what: string): Promise<void> => {
    for (const size of SIZES) {
      await stage.setViewportSize(size);
      await expect.poll(() => faultsOf(stage), { message: `${what} ${String(size.width)}` }).toEqual([]);
    }
    await stage.setViewportSize(BEAMER);
    expect(await axeFaults(stage, what)).toEqual([]);
  };
  const goTo = async (number: number, kind: Step["kind"]): Promise<void> => {
    await room.goTo(number);
    await stage.locator(`[data-step-kind=${kind}]`).waitFor();
  };

  await stage.locator("[data-step-kind=ideas]").waitFor();
  const ideas = Array.from({ length: IDEAS }, (_, at) => ({
    id: freshId(),
    text: at === 7 ? LONG : `Idee ${String(at + 1)} over de toetsdag`,
  }));
  for (const [at, { id, text }] of ideas.entries())
    await members[at % members.length]?.give({
      type: "idea.submit",
      session,
      step: stepId(1),
      idea: id,
      scope: WALL,
      text,
    });
  await stage.getByText(`${String(IDEAS)} ideeën verstuurd`).waitFor();
  await goTo(2, "reveal");
  await room.lead.give({ type: "ideas.reveal", session, step: stepId(1), which: { kind: "all" } });
  const list = stage.getByTestId("beamer-ideas");
  await list
    .locator("li")
    .nth(IDEAS - 1)
    .waitFor({ state: "attached" });
  await everySize("reveal");
  // Every idea is on one of the pages, and the keys turn them.
  const seen = new Set<string>();
  const pages = Number(await stage.locator("[data-pages]").getAttribute("data-pages"));
  expect(pages).toBeGreaterThan(1);
  for (let page = 0; page < pages; page++) {
    for (const text of await list.locator("li:not([data-away])").allInnerTexts()) seen.add(text.slice(0, 7));
    await expect.poll(() => faultsOf(stage)).toEqual([]);
    const before = await stage.getByText(` van ${String(IDEAS)}`).innerText();
    await stage.keyboard.press("ArrowRight");
    await expect.poll(() => stage.getByText(` van ${String(IDEAS)}`).innerText()).not.toBe(before);
  }
  expect(seen.size).toBe(IDEAS);

  await goTo(3, "vote");
  await everySize("vote");
  for (const [at, member] of members.entries())
    for (const { id } of ideas.slice(at, at + 9))
      await member.give({ type: "vote.cast", session, step: stepId(3), item: id, dots: 1 });
  await room.lead.give({ type: "votes.reveal", session, step: stepId(3) });
  await stage.getByTestId("standings").waitFor();
  await everySize("standings");

  await goTo(4, "decide");
  const decision =
    plan.decisions.find(({ status, options }) => status === "open" && options.length > 1)?.id ?? "";
  await room.lead.give({ type: "focus.set", session, focus: { kind: "decision", id: decision } });
  for (const member of members)
    await member.give({
      type: "advice.give",
      session,
      decision,
      stance: "condition",
      text: "Als het rooster in mei klaar is en de leverancier heeft getekend",
    });
  await stage
    .getByTestId("circle-advice")
    .locator("li")
    .nth(CIRCLES.length - 1)
    .waitFor({ state: "attached" });
  await everySize("decide");

  await goTo(5, "roles");
  await everySize("roles");

  await goTo(6, "checkout");
  for (const member of members)
    await member.give({ type: "checkout.give", session, step: stepId(6), word: "Hoopvol" });
  await stage
    .getByTestId("checkout-summary")
    .locator("li")
    .nth(CIRCLES.length - 1)
    .waitFor({ state: "attached" });
  await everySize("checkout");
  await Promise.all(room.everybody.map(({ client }) => client.close()));
});
