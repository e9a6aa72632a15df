import type { Page } from "playwright-core";

/** How a view came on screen. */
export interface Shown {
  /** From the change of the address to the last frame in which anything changed, in milliseconds. */
  readonly settledMs: number;
  /** The longest task meanwhile, in milliseconds; 0 when none took more than 50. */
  readonly longestTaskMs: number;
}

/** Nothing has changed on the page for this long: it is there. */
const QUIET_MS = 500;
/** A page that has not begun to change after so long shows what was there already. */
const PATIENCE_MS = 10_000;

/** Goes to another view in the same page, as a press in the menu does, and waits until nothing changes any more. */
export async function show(page: Page, path: string): Promise<Shown> {
  return page.evaluate(
    ({ to, quietMs, patienceMs }) =>
      new Promise<Shown>((resolve) => {
        const startMs = performance.now();
        let lastMs = startMs;
        let hasChanged = false;
        let longestTaskMs = 0;
        const take = (entries: readonly PerformanceEntry[]): void => {
          for (const { duration } of entries) longestTaskMs = Math.max(longestTaskMs, duration);
        };
        const tasks = new PerformanceObserver((list) => take(list.getEntries()));
        tasks.observe({ type: "longtask" });
        const changes = new MutationObserver(() => {
          hasChanged = true;
          lastMs = performance.now();
          // A task after the next frame is when that frame has been painted.
          requestAnimationFrame(() => setTimeout(() => (lastMs = performance.now()), 0));
        });
        changes.observe(document.body, { subtree: true, childList: true, characterData: true });
        history.pushState(null, "", to);
        const look = (): void => {
          const isWaiting = !hasChanged && performance.now() - startMs < patienceMs;
          if (isWaiting || performance.now() - lastMs < quietMs) {
            requestAnimationFrame(look);
            return;
          }
          changes.disconnect();
          take(tasks.takeRecords());
          tasks.disconnect();
          resolve({ settledMs: lastMs - startMs, longestTaskMs });
        };
        requestAnimationFrame(look);
      }),
    { to: path, quietMs: QUIET_MS, patienceMs: PATIENCE_MS },
  );
}

/** A point over whatever of the page scrolls farthest; null when nothing does. */
export async function scrollerOf(page: Page): Promise<{ readonly x: number; readonly y: number } | null> {
  return page.evaluate(() => {
    let best: { readonly room: number; readonly x: number; readonly y: number } | null = null;
    for (const element of document.querySelectorAll("main *")) {
      const room = element.scrollHeight - element.clientHeight;
      const { overflowY } = getComputedStyle(element);
      if (room < 50 || (overflowY !== "auto" && overflowY !== "scroll")) continue;
      const { left, top, width, height } = element.getBoundingClientRect();
      if (best === null || room > best.room)
        best = { room, x: left + width / 2, y: Math.min(top + height / 2, innerHeight - 40) };
    }
    return best === null ? null : { x: best.x, y: best.y };
  });
}
