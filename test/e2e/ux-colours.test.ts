import { PNG } from "pngjs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { createPlan, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** The colour on screen at a share of the width of something, near its top. */
async function colourAt(page: Page, of: Locator, share: number): Promise<string> {
  const box = await of.boundingBox();
  if (box === null) throw new Error("it is on screen");
  const spot = {
    x: Math.floor(box.x + share * box.width),
    y: Math.floor(box.y + Math.min(12, box.height / 2)),
  };
  const { data } = PNG.sync.read(await page.screenshot({ clip: { ...spot, width: 1, height: 1 } }));
  return [...data.subarray(0, 3)].join(" ");
}

test("[U27] with colours of the reader's own one sees what is chosen, how far it is, today and the domains", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await openWall(page, server, plan);
  const domains = page.locator("[data-domain-header]");
  expect(await colourAt(page, domains.first(), 0.01)).not.toBe(await colourAt(page, domains.nth(1), 0.01));

  const show = async (path: string): Promise<void> => {
    await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
    await page.getByTestId("view").waitFor();
    await badgeSays(page, "saved");
  };
  await show("timeline");
  const by = page.getByRole("group", { name: "Per", exact: false }).first().getByRole("button");
  expect(await colourAt(page, by.nth(0), 0.1)).not.toBe(await colourAt(page, by.nth(1), 0.1));
  const today = page.getByTestId("today-line");
  await today.waitFor();
  expect(await colourAt(page, today, 0.5)).not.toBe(await colourAt(page, today, 8));
  const half = page.locator("[data-bar][data-status=active]").first();
  expect(await colourAt(page, half, 0.05)).not.toBe(await colourAt(page, half, 0.9));

  await show("progress");
  const standing = page.getByTestId("whole-progress").locator("+ div > [aria-hidden]");
  for (const bar of [standing.nth(0), standing.nth(1)])
    expect(await colourAt(page, bar, 0.02)).not.toBe(await colourAt(page, bar, 0.9));
  await page.emulateMedia({ forcedColors: "none", media: "print" });
  const isKept = (bar: Element): string => getComputedStyle(bar).printColorAdjust;
  expect(await standing.first().evaluate(isKept)).toBe("exact");
});
