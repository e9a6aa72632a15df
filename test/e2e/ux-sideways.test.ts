import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { some } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { openWall } from "../builders/wall-page.ts";

const people = usePeople([/status of 40[134]/]);
let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(async () => void (await server.stop()));

/** An ordinary run looks at one width, and at half of the views. */
const WIDTHS = some([390, 320], 0.5);

/** Every page of a plan, as its address goes on. */
const VIEWS = [
  "goals",
  "decisions",
  "decisions?as=agenda",
  "people",
  "people?as=matrix",
  "people?as=parties",
  "communication",
  "communication?as=calendar",
  "communication?as=coverage",
  "discussion",
  "parking",
  "attention",
  "missing",
  "progress",
  "timeline",
  "timeline?as=table",
  "table",
  "table?group=phase",
  "products",
  "versions",
  "history",
  "keeping",
  "example",
  "?filter=&status=planned&lens=ict",
] as const;

/**
 * Whether the page itself is wider than the screen or can be scrolled sideways, also when something in it asks to be seen; or its frame,
 * which is as large as the screen.
 */
function shiftOf(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const root = document.documentElement;
    scrollTo(9999, scrollY);
    const frames = [
      root,
      document.body,
      ...document.querySelectorAll("#root, #root > div, main, [data-view-page]"),
    ];
    for (const frame of frames) if (frame.clientWidth >= innerWidth) frame.scrollLeft = 9999;
    const shifted = frames.filter(({ scrollLeft }) => scrollLeft !== 0).map(({ localName }) => localName);
    const header = document.querySelector("header")?.getBoundingClientRect().left ?? 0;
    const said = `${root.scrollWidth} wide, scrolled ${scrollX}, header at ${header}, ${shifted.join(" ")}`;
    scrollTo(0, scrollY);
    return root.scrollWidth > innerWidth || scrollX !== 0 || header < 0 || shifted.length > 0 ? said : null;
  });
}

/** Looks at the page from its top and from the end of whatever scrolls in it, at each width. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const place of ["start", "end"] as const) {
      await page.evaluate((to) => {
        for (const element of document.querySelectorAll("body, body *"))
          if (element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 100)
            element.scrollTop = to === "end" ? element.scrollHeight : 0;
      }, place);
      const shift = await shiftOf(page);
      if (shift !== null) faults.push(`${name}, ${place}, ${String(width)} px: ${shift}`);
    }
  }
  return faults;
}

test("[U21] the wall of a phone stays where it is, whichever phase it shows", async () => {
  const plan = await createPlan(server.url);
  const { page } = await people.person("phone");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openWall(page, server, plan);
  const tabs = page.getByRole("navigation", { name: "Fasen" });
  const faults: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    for (const phase of ["Ontwerp", "Inrichting", "Uitvoering", "Borging"]) {
      // As a finger does it, and not the tab: the wall comes to the phase, and the tabs follow.
      await page
        .locator("[data-phase-header]")
        .filter({ hasText: phase })
        .evaluate((head) => head.scrollIntoView({ inline: "start" }));
      await expect.poll(() => tabs.locator("[aria-current=true]").innerText()).toContain(phase);
      const shift = await shiftOf(page);
      if (shift !== null) faults.push(`${phase}, ${String(width)} px: ${shift}`);
    }
  }
  expect(faults).toEqual([]);
});

test("[U21] no page of the product scrolls sideways on a phone, from its top to its end", async () => {
  const plan = await createPlan(server.url);
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const { page } = await people.person("phone");
  await page.emulateMedia({ reducedMotion: "reduce" });
  const faults: string[] = [];
  for (const path of ["", "/join", `/join#${plan.keys.editor}`, "/nergens", `/plan/${plan.plan.id}`]) {
    await page.goto("about:blank");
    await page.goto(`${server.url}${path}`);
    await page.getByRole("heading").first().waitFor();
    faults.push(...(await faultsOf(page, path)));
  }
  await openWall(page, server, plan);
  const id = (list: readonly { readonly id: string }[]): string => list[0]?.id ?? "";
  const panels = [
    `activity/${id(value.activities)}`,
    `decisions/${id(value.decisions)}`,
    `communication/${id(value.communications)}`,
    `people/${id(value.parties)}`,
    "workshop",
    "beamer",
  ];
  for (const path of some([...VIEWS, ...panels], 0.5, 2)) {
    await page.goto(`${server.url}/plan/${plan.plan.id}/${path}`);
    await page.locator("main").first().waitFor();
    const isFace = path === "workshop" || path === "beamer";
    if (!isFace) await page.locator("[data-testid=sync-badge][data-state=saved]").waitFor();
    if (!isFace && !path.startsWith("?") && !path.startsWith("activity/"))
      await page.getByTestId("view").waitFor();
    faults.push(...(await faultsOf(page, path)));
  }
  expect(faults).toEqual([]);
});
