import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { growPlan } from "../builders/plan-doc.ts";
import { some } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall } from "../builders/wall-page.ts";
import { WireClient } from "../builders/wire-client.ts";

const people = usePeople();
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** The width between the margins of A3 on its side and of A4 upright, in pixels. */
const SHEET = { wide: 1512, upright: 688 } as const;

/** Every view of a plan that prints as it stands, as its address goes on. */
const VIEWS = [
  "goals",
  "decisions",
  "decisions?as=agenda",
  "people",
  "people?as=matrix",
  "communication",
  "communication?as=calendar",
  "missing",
  "progress",
  "timeline",
  "timeline?as=table",
  "table",
  "table?group=phase",
  "products",
  "versions",
  "history",
] as const;

/** Shows the page as it comes on paper; the browser tells it so before it takes the picture. */
async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
}

async function openView(page: Page, planId: string, path: string): Promise<void> {
  await page.goto(`${server.url}/plan/${planId}/${path}`);
  await page.getByTestId("view").waitFor();
  await badgeSays(page, "saved");
}

test("ux X3: the table, the timeline and the products have all their rows on paper, and the heads on every sheet", async () => {
  const plan = await createPlan(server.url);
  const writer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  growPlan(writer.doc, 220);
  await writer.saved();
  await writer.close();
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const ids = value.activities.map(({ id }) => id).toSorted();
  const { page } = await people.person();
  await openWall(page, server, plan);
  for (const [path, row] of [
    ["table?group=phase", "data-paper-row"],
    ["timeline", "data-table-row"],
  ] as const) {
    await openView(page, plan.plan.id, path);
    await onPaper(page);
    const rows = page.locator(`[${row}]`);
    await expect.poll(() => rows.count()).toBe(220);
    const shown = await rows.evaluateAll((all, name) => all.map((one) => one.getAttribute(name) ?? ""), row);
    expect(shown.toSorted()).toEqual(ids);
    expect(await rows.last().isVisible()).toBe(true);
    const head = page.locator("table", { has: rows.first() }).locator("thead");
    expect(await head.evaluate((element) => getComputedStyle(element).display)).toBe("table-header-group");
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    await expect.poll(() => page.getByRole("grid").or(page.getByTestId("timeline")).isVisible()).toBe(true);
  }
  await openView(page, plan.plan.id, "products");
  const list = page.getByTestId("products").locator("li");
  const total = Number(await list.first().getAttribute("aria-setsize"));
  await onPaper(page);
  expect(await list.count()).toBe(total);
});

test("ux X3: no view is wider than the sheet on which it is printed", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person();
  await openWall(page, server, plan);
  const cut: string[] = [];
  for (const path of some(VIEWS, 0.5)) {
    await page.setViewportSize({ width: 1440, height: 900 });
    await openView(page, plan.plan.id, path);
    const isWide = (await page.locator("[data-view-page][data-wide]").count()) > 0;
    await onPaper(page);
    await page.setViewportSize({ width: isWide ? SHEET.wide : SHEET.upright, height: 1000 });
    const beyond = await page.getByTestId("view").evaluate((view) =>
      [...view.querySelectorAll("*")]
        .filter((element) => {
          const { right, width } = element.getBoundingClientRect();
          return width > 1 && right > innerWidth + 1;
        })
        .map(({ localName, textContent }) => `${localName}: ${textContent.slice(0, 40)}`),
    );
    cut.push(...beyond.slice(0, 3).map((what) => `${path}, ${what}`));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
  }
  expect(cut).toEqual([]);
});
