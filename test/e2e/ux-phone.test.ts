import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { joinWall } from "../builders/wall.ts";

const people = usePeople();
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  await server.stop();
});

const boxOf = async (
  element: Locator,
): Promise<{ top: number; bottom: number; left: number; right: number }> => {
  const box = await element.boundingBox();
  if (box === null) throw new Error("it is not on the page");
  return { top: box.y, bottom: box.y + box.height, left: box.x, right: box.x + box.width };
};

test("[U32] the bar of a phone leads to the board, to what waits, to the search and to the menu", async () => {
  const plan = await createPlan(server.url);
  const { page } = await joinWall(await people.person("phone"), server.url, plan.keys.editor, "Anja");
  const bar = page.getByRole("navigation", { name: "In dit plan" });
  await bar.waitFor();
  const current = bar.locator("[aria-current=page]");
  expect(await current.innerText()).toBe("Bord");
  await bar.getByRole("link", { name: "Voor mij" }).tap();
  await page.getByRole("heading", { name: "Voor mij" }).waitFor();
  expect(await current.innerText()).toBe("Voor mij");
  await bar.getByRole("link", { name: "Bord" }).tap();
  await page.getByTestId("cell").first().waitFor();
  await bar.getByRole("button", { name: "Zoeken" }).tap();
  await page.getByTestId("palette").waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("palette").waitFor({ state: "detached" });
  await bar.getByRole("button", { name: "Meer" }).tap();
  const last = page.getByRole("button", { name: "Uitloggen op dit apparaat" });
  await last.scrollIntoViewIfNeeded();
  await last.tap();
  await page.getByRole("dialog").waitFor();
});

test("[U32] nothing lies over the bar, and the title of a plan can be read", async () => {
  const plan = await createPlan(server.url, { title: "Invoering OKE 2026-2027" });
  const wall = await joinWall(await people.person("phone"), server.url, plan.keys.editor, "Anja");
  const { page } = wall;
  const bar = await boxOf(page.getByRole("navigation", { name: "In dit plan" }));
  expect(bar.bottom).toBeLessThanOrEqual(844);
  const title = page.getByRole("textbox", { name: "Titel van het plan" });
  expect(await title.evaluate((input) => input.scrollWidth <= input.clientWidth)).toBe(true);

  const [id = ""] = await wall.idsIn("Analyse", "Processen");
  await wall
    .card(id)
    .getByRole("button", { name: /^Meer acties voor/ })
    .tap();
  await page.getByRole("menuitem", { name: "Selecteren" }).tap();
  expect((await boxOf(page.getByTestId("picked-bar"))).bottom).toBeLessThanOrEqual(bar.top);
  await page
    .getByTestId("picked-bar")
    .getByRole("button", { name: /prullenbak/i })
    .tap();
  const toast = page.getByTestId("toast");
  await expect.poll(async () => (await boxOf(toast)).bottom).toBeLessThanOrEqual(bar.top);

  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 640 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(width);
    for (const item of await page
      .locator("header button:visible, header a:visible, nav[data-phone-bar] > *")
      .all())
      expect((await boxOf(item)).right).toBeLessThanOrEqual(width);
  }
});
