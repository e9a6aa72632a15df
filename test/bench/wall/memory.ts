import type { CDPSession } from "playwright-core";
import { badgeSays, openWall } from "../../builders/wall-page.ts";
import { Colleagues } from "./colleagues.ts";
import { smoothness, type Smoothness } from "./frames.ts";
import type { SizedPlan, Stage } from "./stage.ts";

const EDITS_PER_SECOND = 20;

/** What a page holds once everything that it let go is collected. */
export interface Held {
  /** The heap of its scripts. */
  readonly heapBytes: number;
  readonly domNodes: number;
  readonly listeners: number;
}

export interface Memory {
  readonly minutes: number;
  readonly edits: number;
  /** When it was opened, halfway and at the end: what levels off is not lost. */
  readonly opened: Held;
  readonly halfway: Held;
  readonly ended: Held;
  /** How the wall went while the second half of the edits came in. */
  readonly meanwhile: Smoothness;
}

/** A wall that stays open while somebody else makes 20 edits a second in its plan. */
export async function memory(stage: Stage, plan: SizedPlan, minutes: number): Promise<Memory> {
  const page = await stage.visitor(plan);
  await openWall(page, stage.server, plan.created);
  await page.locator("[data-movable]").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  let edits = 0;
  const somebody = await Colleagues.join(stage.server, plan, 1, 1);
  const editForHalf = async (): Promise<void> => {
    edits += await somebody.work(EDITS_PER_SECOND, minutes * 30_000);
    await badgeSays(page, "saved");
  };
  const opened = await held(session);
  await editForHalf();
  const halfway = await held(session);
  const meanwhile = await smoothness(page, editForHalf);
  const ended = await held(session);
  somebody.leave();
  await page.context().close();
  return { minutes, edits, opened, halfway, ended, meanwhile };
}

/** What the page holds now. */
export async function held(session: CDPSession): Promise<Held> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    heapBytes: metric("JSHeapUsedSize"),
    domNodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}
