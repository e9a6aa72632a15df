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
  /** Processor time of the page's main thread, as a share of one core: what else the machine does hardly changes it. */
  readonly coreShare: number;
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
  const { seconds, cpuSeconds } = await cost(page, during);
  const { frames, tasks } = await watch.evaluate((started) => started.stop());
  return {
    p50Ms: quantile(frames, 0.5),
    p95Ms: quantile(frames, 0.95),
    longestMs: Math.max(0, ...frames),
    longTasks: tasks.length,
    longestTaskMs: Math.max(0, ...tasks),
    coreShare: cpuSeconds / seconds,
  };
}

/** How long `during` took, and the processor time of the page's main thread meanwhile. */
async function cost(
  page: Page,
  during: () => Promise<void>,
): Promise<{ readonly seconds: number; readonly cpuSeconds: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const cpuSeconds = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const before = await cpuSeconds();
  const startMs = performance.now();
  await during();
  const seconds = (performance.now() - startMs) / 1_000;
  const after = await cpuSeconds();
  await session.detach();
  return { seconds, cpuSeconds: after - before };
}
