import type { Page } from "playwright-core";
import { badgeSays, openWall } from "../../builders/wall-page.ts";
import type { Colleagues } from "../wall/colleagues.ts";
import { smoothness, type Smoothness } from "../wall/frames.ts";
import { held } from "../wall/memory.ts";
import type { SizedPlan, Stage } from "../wall/stage.ts";
import { steadily } from "../wall/steady.ts";
import { type KeyLatency, keyLatency } from "../wall/typing.ts";
import { scrollerOf, show, type Shown } from "./showing.ts";

const ROUNDS = 2;
const SCROLL_MS = 2_500;
const TURNS_PER_SECOND = 60;
/** How many people work in the plan, each with one edit a second. */
export const EDITORS = 20;
const EDITING_MS = 4_000;
/** A light view, from which the others are gone to. */
const FROM = "parking";

export interface ViewFigures {
  readonly view: string;
  readonly shown: readonly Shown[];
  /** Null for a view that does not scroll. */
  readonly scrolling: Smoothness | null;
  readonly whileOthersWork: Smoothness;
  readonly heapBytes: number;
  readonly domNodes: number;
}

/** One view of a full plan: shown a few times, scrolled through, and open while twenty people work in the plan. */
export async function measureView(
  stage: Stage,
  plan: SizedPlan,
  others: Colleagues,
  view: string,
): Promise<ViewFigures> {
  const page = await openPlan(stage, plan);
  const at = (name: string): string => `${new URL(plan.url).pathname}${name === "wall" ? "" : `/${name}`}`;
  const shown: Shown[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    await show(page, at(FROM));
    const one = await show(page, at(view));
    // The first time its parts may still have to be fetched.
    if (round > 0) shown.push(one);
  }
  const over = await scrollerOf(page);
  const scrolling = over === null ? null : await smoothness(page, () => scroll(page, over));
  const whileOthersWork = await smoothness(page, async () => void (await others.work(EDITORS, EDITING_MS)));
  await badgeSays(page, "saved");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const { heapBytes, domNodes } = await held(session);
  await page.context().close();
  return { view, shown, scrolling, whileOthersWork, heapBytes, domNodes };
}

async function openPlan(stage: Stage, plan: SizedPlan): Promise<Page> {
  const page = await stage.visitor(plan);
  await openWall(page, stage.server, plan.created);
  await page.locator("[data-movable]").waitFor();
  return page;
}

async function scroll(page: Page, { x, y }: { readonly x: number; readonly y: number }): Promise<void> {
  await page.mouse.move(x, y);
  const turns = Math.round((SCROLL_MS / 1_000) * TURNS_PER_SECOND);
  await steadily(turns, TURNS_PER_SECOND, (turn) => page.mouse.wheel(0, turn < turns * 0.7 ? 120 : -120));
}

/** Typing the title of a row of the table while nobody, and while twenty people, work in the plan. */
export interface TableTyping {
  readonly alone: KeyLatency;
  readonly withOthers: KeyLatency;
}

export async function typingInTable(stage: Stage, plan: SizedPlan, others: Colleagues): Promise<TableTyping> {
  const page = await openPlan(stage, plan);
  await show(page, `${new URL(plan.url).pathname}/table`);
  await page.locator("[role=row][data-line] [data-column=title]").first().dblclick();
  await page.locator("[role=row] input:focus").waitFor();
  await page.keyboard.press("End");
  const alone = await keyLatency(page, 60);
  const withOthers = await others.workDuring(EDITORS, () => keyLatency(page, 60));
  await page.context().close();
  return { alone, withOthers };
}

/** From Control+K to the palette on screen, and from a key in it to the next frame, in milliseconds. */
export interface PaletteFigures {
  readonly openMs: readonly number[];
  readonly keys: KeyLatency;
}

/** The palette over a full plan; null when this page has none. */
export async function palette(stage: Stage, plan: SizedPlan): Promise<PaletteFigures | null> {
  const page = await openPlan(stage, plan);
  const openMs: number[] = [];
  const box = page.getByRole("dialog").getByRole("combobox");
  for (let round = 0; round <= ROUNDS; round++) {
    const startMs = performance.now();
    await page.keyboard.press("Control+k");
    const isThere = await box.waitFor({ timeout: 5_000 }).then(
      () => true,
      () => false,
    );
    if (!isThere) {
      await page.context().close();
      return null;
    }
    if (round > 0) openMs.push(performance.now() - startMs);
    if (round < ROUNDS) await page.keyboard.press("Escape");
  }
  const keys = await keyLatency(page, 24);
  await page.context().close();
  return { openMs, keys };
}
