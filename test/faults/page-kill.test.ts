import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { usePeople } from "../builders/browser.ts";
import { SEED, cases, seeded } from "../builders/run-length.ts";
import { createPlan, planOf, type RunningServer, startServer } from "../builders/server.ts";
import { badgeSays, openWall, pagesKept, planKept } from "../builders/wall-page.ts";

// The server is away on purpose, and a page is killed: the browser writes of both.
const people = usePeople(
  [/WebSocket connection|Failed to load resource|ERR_CONNECTION|fetching the script/],
  { keepPages: true },
);
let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  if (server.isAlive()) await server.stop();
});

/** Has the page tell how many changes its badge calls kept on this device, each time it says another number. */
async function followBadge(page: Page, told: (kept: number) => void): Promise<void> {
  await page.exposeFunction("keptOnDevice", told);
  await page.evaluate(() => {
    const badge = document.querySelector("[data-testid=sync-badge]");
    const tell = (): void => {
      const count = /(\d+) wijziging(?:en)? bewaard op dit apparaat/.exec(badge?.textContent ?? "")?.[1];
      const { keptOnDevice } = window as unknown as { keptOnDevice(kept: number): void };
      if (count !== undefined) keptOnDevice(Number(count));
    };
    if (badge !== null)
      new MutationObserver(tell).observe(badge, { subtree: true, childList: true, characterData: true });
    tell();
  });
}

const titlesOn = (page: Page): Promise<string[]> =>
  page
    .getByTestId("cell")
    .first()
    .getByTestId("card")
    .evaluateAll((cards) => cards.map((card) => card.querySelector("button > span")?.textContent ?? ""));

/** A long cell comes with its first cards; the rest follow. */
async function untilAllThere(page: Page, titles: ReadonlySet<string>): Promise<void> {
  await expect
    .poll(async () => {
      const there = new Set(await titlesOn(page));
      return [...titles].filter((title) => !there.has(title));
    })
    .toEqual([]);
}

test("[C15] pages killed while one types: what they called kept on this device is there again, and arrives", async () => {
  const random = seeded(SEED);
  const rounds = cases(100, 0.05);
  const plan = await createPlan(server.url, { template: "blank" });
  const { context, page: first } = await people.newcomer();
  await context.addInitScript(() =>
    localStorage.setItem(`planwand:density:${location.pathname.split("/")[2]}`, "compact"),
  );
  await openWall(first, server, plan);
  await pagesKept(first);
  await planKept(first);
  await server.kill();
  await first.close();

  const mustBeThere = new Set<string>();
  let keptBefore = 0;
  for (let round = 0; round < rounds; round++) {
    const page = await context.newPage();
    await page.goto(`${server.url}/plan/${plan.plan.id}`);
    await page.getByTestId("cell").first().waitFor();
    await badgeSays(page, "offline");
    await untilAllThere(page, mustBeThere);

    const typed: string[] = [];
    const enough = keptBefore + 1 + Math.floor(random() * 4);
    const session = await context.newCDPSession(page);
    const killed = new Promise<void>((resolve) => {
      page.once("crash", () => resolve());
    });
    let kept = keptBefore;
    await followBadge(page, (count) => {
      kept = Math.max(kept, count);
      // At this very moment, whatever the page is doing.
      if (kept >= enough) session.send("Page.crash").catch(() => undefined);
    });
    await page
      .getByTestId("cell")
      .first()
      .getByRole("button", { name: /^Activiteit toevoegen/ })
      .click();
    const typing = (async () => {
      for (let line = 0; kept < enough; line++) {
        typed.push(`r${String(round)} ${String(line)}`);
        await page.keyboard.insertText(typed.at(-1) ?? "");
        await page.keyboard.press("Enter");
      }
    })().catch(() => undefined);
    await killed;
    await typing;
    for (const title of typed.slice(0, kept - keptBefore)) mustBeThere.add(title);
    await page.close();
    const after = await context.newPage();
    await after.goto(`${server.url}/plan/${plan.plan.id}`);
    await after.getByTestId("cell").first().waitFor();
    await badgeSays(after, "offline");
    await untilAllThere(after, mustBeThere);
    const words = await after.getByTestId("sync-badge").innerText();
    keptBefore = Number(/(\d+) wijziging/.exec(words)?.[1] ?? keptBefore);
    await after.close();
  }

  await server.restart();
  const last = await context.newPage();
  await last.goto(`${server.url}/plan/${plan.plan.id}`);
  await badgeSays(last, "saved");
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const arrived = value.activities.map(({ title }) => title);
  for (const title of mustBeThere) expect(arrived).toContain(title);
  expect(mustBeThere.size).toBeGreaterThanOrEqual(rounds);
});
