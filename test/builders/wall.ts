import { joinResponse } from "@planwand/shared/protocol/http.ts";
import type { Locator, Page } from "playwright-core";
import type { Person } from "./browser.ts";

/** The wall as a test points at it: cells by phase and domain name, cards by id. */
export interface WallPage {
  readonly page: Page;
  cell(phase: string, domain: string): Locator;
  card(id: string): Locator;
  /** The ids of the cards of a cell, top to bottom. */
  idsIn(phase: string, domain: string): Promise<string[]>;
  /** Resolves when the card is in that cell here; times out otherwise. */
  untilIn(id: string, phase: string, domain: string): Promise<void>;
  /** Every cell with the ids in it, to compare walls. */
  layout(): Promise<Record<string, string[]>>;
  /** What the screen reader was told last with urgency. */
  spoken(): Promise<string>;
}

/** Joins with a key as the page of a share link does, which has tests of its own, and waits for the wall. */
export async function joinWall(person: Person, url: string, key: string, name: string): Promise<WallPage> {
  const { page, context } = person;
  const response = await context.request.post(`${url}/api/join`, {
    data: { key, name, circle: "onderwijs" },
  });
  if (!response.ok()) throw new Error(`not joined: ${response.status()} ${await response.text()}`);
  const { plan } = joinResponse.parse(await response.json());
  await page.goto(`${url}/plan/${plan.id}`);
  return wallOf(page);
}

/** The wall on a page that is on its way to it. */
export async function wallOf(page: Page): Promise<WallPage> {
  await page.getByTestId("cell").first().waitFor();
  await page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
  // A viewer's wall is never movable; theirs says that it is read only.
  await page.locator("[data-movable], [data-read-only]").first().waitFor();
  await page.locator("[data-testid=matrix] [tabindex='0']").waitFor({ state: "attached" });
  const cell = (phase: string, domain: string): Locator =>
    page.locator(`[data-testid=cell][aria-label^="Fase ${phase}, domein ${domain},"]`);
  const card = (id: string): Locator => page.locator(`[data-testid=card][data-card-id="${id}"]`);
  const idsOf = (cards: Locator): Promise<string[]> =>
    cards.evaluateAll((found) => found.map((one) => one.getAttribute("data-card-id") ?? ""));
  return {
    page,
    cell,
    card,
    idsIn: (phase, domain) => idsOf(cell(phase, domain).getByTestId("card")),
    async untilIn(id, phase, domain) {
      await cell(phase, domain).locator(`[data-card-id="${id}"]`).waitFor();
    },
    async layout() {
      const cells = await page.getByTestId("cell").all();
      const entries = await Promise.all(
        cells.map(async (one) => [
          `${await one.getAttribute("data-phase")}/${await one.getAttribute("data-domain")}`,
          await idsOf(one.getByTestId("card")),
        ]),
      );
      return Object.fromEntries(entries) as Record<string, string[]>;
    },
    spoken: async () =>
      (await page.getByTestId("live-region").locator("[aria-live=assertive]").innerText()).trim(),
  };
}

/** Chooses how much of a card is shown, in the menu of the plan. In compact every card of a cell is drawn. */
export async function showCards({ page }: WallPage, density: "Compact" | "Normaal" | "Ruim"): Promise<void> {
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  await page.getByRole("radio", { name: density, exact: true }).check();
  await page.keyboard.press("Escape");
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point inside an element, `dx` and `dy` from its top left corner. @throws Error when it is not on screen */
export async function pointIn(element: Locator, dx: number, dy: number): Promise<Point> {
  const box = await element.boundingBox();
  if (box === null) throw new Error("the element is not on the page");
  const [x, y] = [box.x + dx, box.y + dy];
  const { width = 0, height = 0 } = element.page().viewportSize() ?? {};
  if (x < 0 || y < 0 || x >= width || y >= height) throw new Error(`${x}, ${y} is not on screen`);
  return { x, y };
}

/** Presses the mouse at `from` and takes it to `to` in steps; the button stays down. */
export async function dragMouse(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.move(to.x, to.y, { steps: 6 });
}

/** A finger on a touch screen, over the browser's own protocol. */
export interface Finger {
  down(at: Point): Promise<void>;
  move(to: Point): Promise<void>;
  up(): Promise<void>;
  /** Down, over the screen and up again, sent at one go: however slow the machine, it is no long press. */
  swipe(from: Point, to: Point): Promise<void>;
}

/** A finger for a page with a touch screen. */
export async function fingerOn(page: Page): Promise<Finger> {
  const session = await page.context().newCDPSession(page);
  let at: Point = { x: 0, y: 0 };
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]): Promise<unknown> =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  return {
    async down(point) {
      at = point;
      await send("touchStart", [at]);
    },
    async move(to) {
      const from = at;
      for (let step = 1; step <= 6; step++) {
        at = { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 };
        await send("touchMove", [at]);
      }
    },
    async up() {
      await send("touchEnd", []);
    },
    async swipe(from, to) {
      const points = [0, 1, 2, 3, 4, 5, 6].map((step) => ({
        x: from.x + ((to.x - from.x) * step) / 6,
        y: from.y + ((to.y - from.y) * step) / 6,
      }));
      await Promise.all([
        ...points.map((point, step) => send(step === 0 ? "touchStart" : "touchMove", [point])),
        send("touchEnd", []),
      ]);
    },
  };
}
