import type { Page } from "playwright-core";
import { badgeSays, pagesKept } from "../../builders/wall-page.ts";
import type { SizedPlan, Stage } from "./stage.ts";

/** What somebody waits for who opens a wall, in milliseconds from the start of the navigation. */
export interface Usable {
  /** Until the first frame with cards is painted. */
  readonly cardsMs: number;
  /** Until the panel is painted that a press on a card asks for, pressed as soon as there are cards. */
  readonly panelMs: number;
}

/** The first visit of a browser to a plan, and the next. */
export interface Visits {
  readonly first: Usable;
  readonly again: Usable;
}

/** One visit to a plan in a browser that keeps nothing of it yet, and one more in that browser. */
export async function usable(stage: Stage, plan: SizedPlan): Promise<Visits> {
  const page = await stage.visitor(plan);
  await page.addInitScript(markFirstPaints);
  const first = await visit(page, plan);
  await pagesKept(page);
  const again = await visit(page, plan);
  await page.context().close();
  return { first, again };
}

async function visit(page: Page, plan: SizedPlan): Promise<Usable> {
  await page.goto(plan.url, { waitUntil: "commit" });
  const card = await page.waitForFunction(
    () => {
      if (performance.getEntriesByName("first-cards").length === 0) return null;
      const box = document.querySelector("[data-testid=card]")?.getBoundingClientRect();
      return box === undefined ? null : { x: box.x + 20, y: box.y + 10 };
    },
    null,
    { polling: "raf" },
  );
  const at = await card.jsonValue();
  if (at === null) throw new Error("the wall has cards");
  await page.mouse.click(at.x, at.y);
  await page.waitForFunction(() => performance.getEntriesByName("first-panel").length > 0);
  const [cardsMs, panelMs] = await page.evaluate(() =>
    ["first-cards", "first-panel"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0),
  );
  await badgeSays(page, "saved");
  return { cardsMs: cardsMs ?? 0, panelMs: panelMs ?? 0 };
}

/** Runs in the page from its very start: marks when a card, and when the panel, is painted for the first time. */
function markFirstPaints(): void {
  const waiting = new Map([
    ["first-cards", "[data-testid=card]"],
    ["first-panel", "[data-testid=activity-panel]"],
  ]);
  const look = (): void => {
    for (const [mark, selector] of waiting) {
      if (document.querySelector(selector) === null) continue;
      waiting.delete(mark);
      setTimeout(() => performance.mark(mark), 0);
    }
    if (waiting.size > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
