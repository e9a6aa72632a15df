import type { CDPSession } from "playwright-core";
import { badgeSays, openWall } from "../../builders/wall-page.ts";
import { smoothness, type Smoothness } from "./frames.ts";
import { remoteEdits } from "./remote-edits.ts";
import type { SizedPlan, Stage } from "./stage.ts";

const EDITS_PER_SECOND = 20;

/** What a page holds once everything that it let go is collected. */
interface Held {
  /** The heap of its scripts. */
  readonly heapBytes: number;
  readonly domNodes: number;
  readonly listeners: number;
}

export interface Memory {
  readonly minutes: number;
  readonly edits: number;
  readonly before: Held;
  readonly after: Held;
  /** How the wall went while the edits came in. */
  readonly meanwhile: Smoothness;
}

/** A wall that stays open while somebody else makes 20 edits a second in its plan. */
export async function memory(stage: Stage, plan: SizedPlan, minutes: number): Promise<Memory> {
  const page = await stage.visitor(plan);
  await openWall(page, stage.server, plan.created);
  await page.locator("[data-movable]").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const before = await held(session);
  let edits = 0;
  const meanwhile = await smoothness(page, async () => {
    edits = await remoteEdits(stage.server, plan, EDITS_PER_SECOND, minutes * 60_000);
    await badgeSays(page, "saved");
  });
  const after = await held(session);
  await page.context().close();
  return { minutes, edits, before, after, meanwhile };
}

async function held(session: CDPSession): Promise<Held> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
  return {
    heapBytes: metric("JSHeapUsedSize"),
    domNodes: metric("Nodes"),
    listeners: metric("JSEventListeners"),
  };
}
