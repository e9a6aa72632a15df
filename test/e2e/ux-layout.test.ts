import { entryOf } from "@planwand/shared/plan/entry.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { usePeople } from "../builders/browser.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { type CreatedPlan, createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall, showCards, type WallPage } from "../builders/wall.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

async function comeIn(plan: CreatedPlan): Promise<WallPage> {
  return joinWall(await people.person(), server.url, plan.keys.editor, "Anja");
}

const heights = (wall: WallPage): Promise<number[]> =>
  wall.page
    .getByTestId("card")
    .evaluateAll((cards) => cards.map((card) => card.getBoundingClientRect().height));

test("ux M2: five phases and four domains fit on 1440 by 900 without scrolling, in compact", async () => {
  const wall = await comeIn(await createPlan(server.url));
  await showCards(wall, "Compact");
  const overflow = await wall.page.getByTestId("matrix").evaluate((matrix) => ({
    across: matrix.scrollWidth - matrix.clientWidth,
    down: matrix.scrollHeight - matrix.clientHeight,
  }));
  expect(overflow).toEqual({ across: 0, down: 0 });
});

test("ux M4: three densities, kept on this device for this plan, and nobody else's", async () => {
  const plan = await createPlan(server.url);
  const [anja, bram] = [await comeIn(plan), await comeIn(plan)];
  const normal = await heights(bram);
  expect(Math.min(...normal)).toBeGreaterThanOrEqual(60);
  await showCards(anja, "Compact");
  const compact = await heights(anja);
  expect(Math.max(...compact)).toBeLessThanOrEqual(36);
  await anja.page.reload();
  await expect.poll(() => heights(anja)).toEqual(compact);
  await showCards(anja, "Ruim");
  const roomy = await heights(anja);
  roomy.forEach((height, at) => expect(height).toBeGreaterThan(normal[at] ?? 0));
  expect(await heights(bram)).toEqual(normal);
  const title = anja.page.getByTestId("card").first().locator("button > span").first();
  const isWhole = await title.evaluate((span) => span.scrollHeight <= span.clientHeight);
  expect(isWhole).toBe(true);
});

test("ux M7: a long compound breaks and stays in its card, in every density", async () => {
  const plan = await createPlan(server.url);
  const wall = await comeIn(plan);
  const [id] = await wall.idsIn("Analyse", "Processen");
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const title = entryOf(other.doc, "activities", id ?? "")?.get("title");
  if (!(title instanceof Y.Text)) throw new Error("a card has a title");
  title.insert(0, "Examenorganisatieverantwoordelijkheidsmatrix".repeat(6));
  const card = wall.card(id ?? "");
  await card.getByText("Examenorganisatieverantwoordelijkheidsmatrix").waitFor();
  for (const density of ["Normaal", "Compact", "Ruim"] as const) {
    await showCards(wall, density);
    const overflow = await card.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await other.close();
});

test("a cell longer than the screen has all its cards, and one far down comes on screen with the focus", async () => {
  const plan = await createPlan(server.url);
  const other = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(other.doc, 600);
  await other.saved();
  await other.close();
  const wall = await comeIn(plan);
  await showCards(wall, "Compact");
  await expect.poll(() => wall.page.getByTestId("card").count()).toBe(600);
  const [last = ""] = (await wall.idsIn("Borging", "Beleid")).slice(-1);
  await wall.card(last).getByRole("button").first().focus();
  const isOnScreen = (): Promise<boolean> =>
    wall.card(last).evaluate((card) => {
      const { left, top, width } = card.getBoundingClientRect();
      return card.contains(document.elementFromPoint(left + width / 2, top + 10));
    });
  await expect.poll(isOnScreen).toBe(true);
});

test("ux T3: a phone shows the whole title of the plan, and says so where a phase has no period", async () => {
  const plan = await createPlan(server.url, { title: "Invoering OKE 2027", template: "blank" });
  const wall = await joinWall(await people.person("phone"), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const title = page.getByRole("heading", { level: 1 }).locator("input");
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await title.evaluate((field) => field.scrollWidth - field.clientWidth)).toBeLessThanOrEqual(0);
    expect(await title.evaluate((field) => field.clientWidth)).toBeGreaterThan(150);
  }
  const head = page.locator("[data-phase-header]").first();
  expect(await head.getByText("Nog geen periode").isVisible()).toBe(true);
  // What stands over the line below the head would look like a notch in it.
  const menu = head.getByRole("button", { name: /^Meer acties/ });
  expect(await menu.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe("rgba(0, 0, 0, 0)");
});
