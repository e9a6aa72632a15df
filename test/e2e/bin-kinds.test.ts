import { createEntry } from "@planwand/shared/plan/create.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults } from "../builders/axe.ts";
import { usePeople } from "../builders/browser.ts";
import { STAMP } from "../builders/plan-doc.ts";
import { some } from "../builders/run-length.ts";
import { createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

const WAYS = ["mouse", "keyboard", "phone"] as const;
type Way = (typeof WAYS)[number];

/** Somebody who works in one way only. */
interface Hand {
  readonly page: Page;
  readonly way: Way;
  readonly base: string;
  press(target: Locator): Promise<void>;
}

function handOf(page: Page, way: Way, base: string): Hand {
  return {
    page,
    way,
    base,
    async press(target) {
      if (way === "phone") return target.tap();
      if (way === "mouse") return target.click();
      await target.focus();
      return page.keyboard.press("Enter");
    },
  };
}

/** Everything but the bin, whose stamps tell when. */
function readable(client: WireClient): string {
  const { bin: _bin, ...plan } = toPlan(client.doc);
  return JSON.stringify(plan);
}

/** Puts one thing of a kind away as people do, and gives the name under which it lies in the bin. */
type PutAway = (hand: Hand, plan: Plan) => Promise<string>;

/** Goes on within the page, as its own links do. */
async function go({ page, base }: Hand, path: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, "", to), `${base}${path}`);
}

async function onWall(hand: Hand): Promise<void> {
  const { page } = hand;
  await go(hand, "");
  await page.getByTestId("card").first().waitFor();
  await page.locator("[data-testid=matrix] [tabindex='0']").waitFor({ state: "attached" });
}

async function inView(hand: Hand, view: string): Promise<void> {
  await go(hand, `/${view}`);
  await hand.page.getByRole("heading", { level: 2 }).first().waitFor();
}

const inMenu = (page: Page): Locator => page.getByRole("menuitem", { name: "Naar prullenbak" });

const KINDS: Readonly<Record<string, PutAway>> = {
  async goals(hand, plan) {
    const name = plan.goals[1]?.title ?? "";
    await inView(hand, "goals");
    await hand.press(hand.page.getByRole("button", { name: `Naar prullenbak: ${name}` }));
    return name;
  },
  async activities(hand, plan) {
    const card = plan.activities.find(({ phase }) => phase === plan.phases[0]?.id);
    if (card === undefined) throw new Error("the first phase has cards");
    await onWall(hand);
    const shown = hand.page.locator(`[data-testid=card][data-card-id="${card.id}"]`);
    if (hand.way === "mouse") await shown.hover();
    if (hand.way === "keyboard") {
      await shown.locator("[data-stop]").focus();
      await hand.page.keyboard.press("Shift+F10");
      await inMenu(hand.page).waitFor();
      await hand.page.keyboard.press("End");
      await hand.page.keyboard.press("Enter");
    } else {
      await hand.press(shown.locator("[data-card-menu]"));
      await hand.press(inMenu(hand.page));
    }
    await shown.waitFor({ state: "detached" });
    return card.title;
  },
  async decisions(hand, plan) {
    // One that was taken stands still.
    const decision = plan.decisions.find(({ activity, status }) => activity !== null && status === "open");
    await inView(hand, `decisions/${decision?.id ?? ""}`);
    const panel = hand.page.getByTestId("decision-panel");
    await hand.press(panel.getByRole("button", { name: "Naar prullenbak" }));
    await panel.waitFor({ state: "detached" });
    return decision?.question ?? "";
  },
  async communications(hand, plan) {
    const moment = plan.communications[0];
    await inView(hand, `communication/${moment?.id ?? ""}`);
    const panel = hand.page.getByTestId("moment-panel");
    await hand.press(panel.getByRole("button", { name: "Naar prullenbak" }));
    await panel.waitFor({ state: "detached" });
    return moment?.message ?? "";
  },
  async parking(hand, plan) {
    await inView(hand, "parking");
    await hand.press(hand.page.getByRole("button", { name: "Naar prullenbak: 1" }));
    return plan.parking[0]?.text ?? "";
  },
  async blackouts(hand, plan) {
    const name = plan.blackouts[0]?.name ?? "";
    await inView(hand, "goals");
    await hand.press(hand.page.getByRole("button", { name: `Naar prullenbak: ${name}` }));
    return name;
  },
  async parties(hand, plan) {
    const used = plan.decisions.find(({ decider }) => decider !== null)?.decider;
    const name = plan.parties.find(({ id }) => id === used)?.name ?? "";
    await inView(hand, "people?as=parties");
    await hand.press(hand.page.getByRole("button", { name: `Naar prullenbak: ${name}`, exact: true }));
    const dialog = hand.page.getByRole("dialog");
    const instead = dialog.getByLabel("Komt in de plaats");
    if (hand.way === "keyboard") {
      await instead.focus();
      await hand.page.keyboard.press("ArrowDown");
    } else await instead.selectOption({ index: 1 });
    await hand.press(dialog.getByRole("button", { name: "Vervangen en naar prullenbak" }));
    await dialog.waitFor({ state: "detached" });
    return name;
  },
  phases: (hand, plan) => axis(hand, plan.phases[0]?.name ?? "", "fase"),
  domains: (hand, plan) => axis(hand, plan.domains[1]?.name ?? "", "domein"),
};

async function axis(hand: Hand, name: string, word: string): Promise<string> {
  await onWall(hand);
  await hand.press(hand.page.getByRole("button", { name: `Meer acties voor ${word} ${name}`, exact: true }));
  await hand.press(inMenu(hand.page));
  const dialog = hand.page.getByRole("dialog");
  await hand.press(dialog.getByRole("button", { name: "Verplaatsen en naar prullenbak" }));
  await dialog.waitFor({ state: "detached" });
  return name;
}

async function openBin({ page, way, press }: Hand): Promise<void> {
  if (way === "keyboard") {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").fill("Prullenbak");
    await page
      .getByRole("option", { name: /Prullenbak/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
  } else {
    await press(page.getByRole("button", { name: "Meer", exact: true }));
    await press(page.getByRole("button", { name: "Prullenbak", exact: true }));
  }
  await page.getByTestId("bin").waitFor();
}

for (const way of some(WAYS, 0.3))
  test(`[P38] ux U3: by ${way} each of nine kinds is put away, found in the bin after a reload and put back as it was`, async () => {
    const created = await createPlan(server.url);
    const anja = await join(server.url, created.keys.editor, "Anja");
    const planId = created.plan.id;
    const client = await WireClient.join({ url: server.url, planId, cookie: created.cookie });
    createEntry(
      client.doc,
      "parking",
      "parking-00001",
      { rank: "a0", text: "Wie betaalt de tokens?" },
      STAMP,
    );
    const period = { rank: "zz", name: "Toetsweek", start: "2027-01-18", end: "2027-01-22" } as const;
    createEntry(client.doc, "blackouts", "period-000001", period, STAMP);
    await client.saved();
    const { page } = await people.person(way === "phone" ? "phone" : "desktop");
    await openWall(page, server, created, anja.cookie);
    const hand = handOf(page, way, `${server.url}/plan/${planId}`);

    const gone: { readonly kind: string; readonly name: string; readonly before: string }[] = [];
    for (const [kind, putAway] of Object.entries(KINDS)) {
      const before = readable(client);
      const name = await putAway(hand, toPlan(client.doc));
      await expect.poll(() => readable(client), { message: kind }).not.toBe(before);
      gone.push({ kind, name, before });
    }
    const { bin } = toPlan(client.doc);
    expect(bin.map(({ root }) => root).toSorted()).toEqual(gone.map(({ kind }) => kind).toSorted());

    await badgeSays(page, "saved");
    await page.goto(hand.base);
    await page.getByTestId("cell").first().waitFor();
    await openBin(hand);
    expect(await axeFaults(page, `the bin, ${way}`)).toEqual([]);
    for (const { kind, name, before } of gone.toReversed()) {
      const row = page.locator(`[data-binned^="${kind}/"]`);
      await expect.poll(() => row.innerText(), { message: kind }).toContain(name);
      expect(await row.innerText()).toMatch(/Anja, vandaag om \d\d:\d\d/);
      await hand.press(row.getByRole("button", { name: `Terugzetten: ${name}`, exact: true }));
      await row.getByText("Terug in het plan").waitFor();
      if (way === "keyboard")
        expect(await row.getByRole("button", { name: /ongedaan maken/ }).evaluate(isFocused)).toBe(true);
      await expect.poll(() => readable(client), { message: kind }).toBe(before);
    }
    await client.close();
  });

function isFocused(element: Element): boolean {
  return element === document.activeElement;
}
