import type { Locator, Page } from "playwright-core";
import { openWall } from "../../builders/wall-page.ts";
import { quantile } from "../quantile.ts";
import type { SizedPlan, Stage } from "./stage.ts";
import { steadily } from "./steady.ts";

const WORDS = "Samen met het examenbureau en de teams nagaan wat er verandert, en voor wie. ";
const KEYS = 150;
const KEYS_PER_SECOND = 8;

/** From a key going down until the next frame is painted, in milliseconds. */
export interface KeyLatency {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

export interface Typing {
  readonly title: KeyLatency;
  readonly rich: KeyLatency;
}

/** Somebody types in the title and in a field with formatting of the panel, beside the wall. */
export async function typing(stage: Stage, plan: SizedPlan): Promise<Typing> {
  const page = await stage.visitor(plan);
  await openWall(page, stage.server, plan.created);
  await page.getByTestId("card").first().click();
  const panel = page.getByTestId("activity-panel");
  const title = await typeIn(page, panel.locator("[data-field=title] textarea"));
  const rich = await typeIn(page, panel.locator("[contenteditable=true]").first());
  await page.context().close();
  return { title, rich };
}

async function typeIn(page: Page, field: Locator): Promise<KeyLatency> {
  await field.click();
  await page.keyboard.press("Control+End");
  return keyLatency(page, KEYS);
}

/** Types so many keys in whatever has focus. */
export async function keyLatency(page: Page, keys: number): Promise<KeyLatency> {
  const watch = await page.evaluateHandle(() => {
    const samples: number[] = [];
    const watched = new AbortController();
    const onKey = ({ timeStamp }: KeyboardEvent): void => {
      requestAnimationFrame(() => setTimeout(() => samples.push(performance.now() - timeStamp), 0));
    };
    window.addEventListener("keydown", onKey, { capture: true, signal: watched.signal });
    return {
      stop(): readonly number[] {
        watched.abort();
        return samples;
      },
    };
  });
  await steadily(keys, KEYS_PER_SECOND, (nth) => page.keyboard.type(WORDS.charAt(nth % WORDS.length)));
  const samples = await watch.evaluate((started) => started.stop());
  return { p50Ms: quantile(samples, 0.5), p95Ms: quantile(samples, 0.95) };
}
