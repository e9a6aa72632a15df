import { join as joinPath } from "node:path";
import { ensureClientBuilt } from "@planwand/server/client-build.ts";
import { devices, type Page } from "playwright-core";
import { launchChromium } from "../builders/chromium.ts";
import { type CreatedPlan, createPlan, join, type RunningServer, startServer } from "../builders/server.ts";
import { takeAllStates } from "./all.ts";
import { takeSession } from "./session.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";

/*
 * `pnpm screens`: the pictures of the README in docs/screens, taken of the real thing with four people on one wall, and in
 * test/.output/screens every page and state on every device, light and dark, and each step of a workshop on its three faces.
 * `pnpm screens readme`, `states` and `session` take only those.
 */
const ROOT = joinPath(import.meta.dirname, "..", "..");
const OF_README = joinPath(ROOT, "docs", "screens");
const ALL = joinPath(ROOT, "test", ".output", "screens");
/** No picture of the README takes more than 200 kB. */
const AS_JPEG = { type: "jpeg", quality: 70 } as const;
const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { ...devices["Pixel 7"], viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };

if (!ensureClientBuilt(ROOT)) throw new Error("the client does not build");
const browser = await launchChromium();
const server = await startServer();

async function come(plan: CreatedPlan, name: string, device: "desktop" | "phone" = "desktop"): Promise<Page> {
  const context = await browser.newContext({
    ...(device === "phone" ? PHONE : DESKTOP),
    locale: "nl-NL",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const { cookie } = await join(server.url, plan.keys.editor, name);
  await openWall(page, server, plan, cookie);
  return page;
}

async function openCard(page: Page, nth: number): Promise<void> {
  await page.getByTestId("card").nth(nth).click();
  await page.getByTestId("activity-panel").waitFor();
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  const field = page.getByTestId("activity-panel").locator("[contenteditable=true]").first();
  await field.click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await badgeSays(page, "saved");
}

async function holdCard(page: Page, nth: number): Promise<void> {
  const card = await page.getByTestId("card").nth(nth).boundingBox();
  const cell = await page.getByTestId("cell").nth(3).boundingBox();
  if (card === null || cell === null) throw new Error("the wall is there");
  await page.mouse.move(card.x + 40, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(cell.x + cell.width / 2, cell.y + 60, { steps: 8 });
}

async function takeAll(running: RunningServer): Promise<void> {
  const plan = await createPlan(running.url, {
    title: "Invoering OKE",
    name: "Anja de Vries",
    circle: "examenorganisatie",
  });
  const bram = await come(plan, "Bram Jansen");
  const chadia = await come(plan, "Chadia El Amrani");
  const daan = await come(plan, "Daan Visser", "phone");
  const context = await browser.newContext({ ...DESKTOP, locale: "nl-NL", reducedMotion: "reduce" });
  const anja = await context.newPage();
  await openWall(anja, running, plan);

  await openCard(bram, 2);
  await typeAtEnd(bram, " En we kijken wie erbij moet zijn.");
  await holdCard(chadia, 4);
  await anja.getByTestId("presence-avatar").nth(2).waitFor();
  await chadia.screenshot({ ...AS_JPEG, path: joinPath(OF_README, "drag.jpg") });
  await anja.screenshot({ ...AS_JPEG, path: joinPath(OF_README, "wall.jpg") });

  await openCard(anja, 2);
  await anja.getByTestId("activity-panel").locator("[contenteditable=true]").first().waitFor();
  await typeAtEnd(bram, " Ook onderwijs.");
  await anja.getByText("Ook onderwijs.").first().waitFor();
  await anja.screenshot({ ...AS_JPEG, path: joinPath(OF_README, "panel.jpg") });
  await daan.screenshot({ ...AS_JPEG, path: joinPath(OF_README, "phone.jpg") });
}

try {
  const asked = process.argv.slice(2);
  const isAsked = (part: string): boolean => asked.length === 0 || asked.includes(part);
  if (isAsked("readme")) await takeAll(server);
  if (isAsked("states")) await takeAllStates(browser, server, joinPath(ALL, "states"));
  if (isAsked("session")) await takeSession(browser, server, ALL, OF_README);
} finally {
  await browser.close();
  await server.stop();
}
