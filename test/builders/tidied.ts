import type { BrowserContext, Page } from "playwright-core";

/** A page that answers without scripts, with the headers of the product's pages, so that its process stays the one it is. */
const QUIET_PAGE = "/healthz";
const EVENTS = ["pageerror", "console", "websocket", "request", "response", "dialog"] as const;

/**
 * Makes the browser of somebody who went home as one that nobody used yet, for the next: nothing of theirs stays open or kept. Opening
 * a page in a process that did so before is half the work of a new process.
 * @returns false when it cannot be, as after the page was closed or its server went away
 */
export async function isTidied(
  context: BrowserContext,
  page: Page,
  origins: ReadonlySet<string>,
): Promise<boolean> {
  if (page.isClosed()) return false;
  for (const event of EVENTS) page.removeAllListeners(event);
  try {
    await Promise.all(context.pages().map(async (one) => (one === page ? undefined : one.close())));
    await Promise.all([
      context.unrouteAll(),
      page.unrouteAll(),
      context.setOffline(false),
      context.clearPermissions(),
      page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null }),
    ]);
    const session = await context.newCDPSession(page);
    for (const origin of origins) {
      await page.goto(`${origin}${QUIET_PAGE}`);
      await page.evaluate(() => sessionStorage.clear());
      await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    }
    await session.send("Page.resetNavigationHistory");
    await session.detach();
    await context.clearCookies();
    return true;
  } catch {
    return false;
  }
}
