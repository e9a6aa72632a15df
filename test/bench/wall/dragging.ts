import type { Page } from "playwright-core";
import { openWall } from "../../builders/wall-page.ts";
import { smoothness, type Smoothness } from "./frames.ts";
import type { SizedPlan, Stage } from "./stage.ts";
import { steadily } from "./steady.ts";

const DRAGS = 3;
const IDLE_MS = 4_000;
const WANDER_MS = 4_000;
const EDGE_MS = 1_500;
const MOVES_PER_SECOND = 60;

/** The same wall while nothing happens on it and while cards are dragged over it. */
export interface Dragging {
  readonly idle: Smoothness;
  readonly dragging: Smoothness;
}

/** Drags cards by mouse over all columns and along the edges, where the wall scrolls; lifting and dropping count too. */
export async function dragging(stage: Stage, plan: SizedPlan): Promise<Dragging> {
  const page = await stage.visitor(plan);
  await openWall(page, stage.server, plan.created);
  await page.locator("[data-movable]").waitFor();
  const idle = await smoothness(page, () => page.waitForTimeout(IDLE_MS));
  const dragged = await smoothness(page, async () => {
    for (let nth = 0; nth < DRAGS; nth++) await dragOnce(page);
  });
  await page.context().close();
  return { idle, dragging: dragged };
}

async function dragOnce(page: Page): Promise<void> {
  const matrix = await page.getByTestId("matrix").boundingBox();
  const from = await firstCardOnScreen(page);
  if (matrix === null) throw new Error("the wall is there");
  const right = matrix.x + matrix.width;
  const bottom = matrix.y + matrix.height;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await follow(page, WANDER_MS, (share) => ({
    x: from.x + (right - 70 - from.x) * (0.5 - Math.cos(share * 6 * Math.PI) / 2),
    y: from.y + (bottom - 70 - from.y) * (0.5 - Math.cos(share * 4 * Math.PI) / 2),
  }));
  await follow(page, EDGE_MS, (share) => ({ x: right - 40 - share * 300, y: bottom - 12 }));
  await follow(page, EDGE_MS, (share) => ({ x: right - 340 - share * 300, y: matrix.y + 70 }));
  await page.mouse.move(matrix.x + matrix.width / 2, matrix.y + matrix.height / 2);
  await page.mouse.up();
}

/** A point on the first card that no header covers. */
async function firstCardOnScreen(page: Page): Promise<{ readonly x: number; readonly y: number }> {
  const found = await page.evaluate(() => {
    for (const card of document.querySelectorAll("[data-card-id]")) {
      const { left, top } = card.getBoundingClientRect();
      const at = { x: left + 30, y: top + 14 };
      if (top > 0 && card.contains(document.elementFromPoint(at.x, at.y))) return at;
    }
    return null;
  });
  if (found === null) throw new Error("no card is on screen");
  return found;
}

/** Moves the mouse along a path for a while; `path` gives a point for the share of the time that has passed. */
async function follow(
  page: Page,
  durationMs: number,
  path: (share: number) => { readonly x: number; readonly y: number },
): Promise<void> {
  const moves = Math.round((durationMs / 1_000) * MOVES_PER_SECOND);
  await steadily(moves, MOVES_PER_SECOND, async (move) => {
    const { x, y } = path(move / moves);
    await page.mouse.move(x, y);
  });
}
