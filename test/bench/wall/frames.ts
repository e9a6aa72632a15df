import type { Page } from "playwright-core";
import { quantile } from "../quantile.ts";

/** How smoothly a page went. */
export interface Smoothness {
  /** Time from one frame to the next, in milliseconds. */
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  /** Tasks that held the page for more than 50 ms. */
  readonly longTasks: number;
  /** The longest of them in milliseconds; 0 when there was none. */
  readonly longestTaskMs: number;
}

/** Watches the frames and long tasks of `page` while `during` runs. */
export async function smoothness(page: Page, during: () => Promise<void>): Promise<Smoothness> {
  const watch = await page.evaluateHandle(() => {
    const frames: number[] = [];
    const tasks: number[] = [];
    const take = (entries: readonly PerformanceEntry[]): void => {
      for (const { duration } of entries) tasks.push(duration);
    };
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type: "longtask" });
    let beforeMs = performance.now();
    let next = requestAnimationFrame(onFrame);
    function onFrame(nowMs: number): void {
      frames.push(nowMs - beforeMs);
      beforeMs = nowMs;
      next = requestAnimationFrame(onFrame);
    }
    return {
      stop(): { readonly frames: readonly number[]; readonly tasks: readonly number[] } {
        cancelAnimationFrame(next);
        take(observer.takeRecords());
        observer.disconnect();
        return { frames, tasks };
      },
    };
  });
  await during();
  const { frames, tasks } = await watch.evaluate((started) => started.stop());
  return {
    p50Ms: quantile(frames, 0.5),
    p95Ms: quantile(frames, 0.95),
    longestMs: Math.max(0, ...frames),
    longTasks: tasks.length,
    longestTaskMs: Math.max(0, ...tasks),
  };
}
