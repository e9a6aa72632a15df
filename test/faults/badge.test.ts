import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadgeWorld, type Step } from "../builders/badge-world.ts";
import { launchChromium } from "../builders/chromium.ts";
import { DISK_FAULTS } from "../builders/disk-faults.ts";
import { cases, isLong, SEED, seeded } from "../builders/run-length.ts";
import { type RunningServer, startServer } from "../builders/server.ts";
import { PATIENCE_MS } from "../setup/patience.ts";

let server: RunningServer;
let browser: Browser;
/** One for all histories: what compiles a page anew each time is no part of them. */
let context: BrowserContext;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
  context.setDefaultTimeout(PATIENCE_MS);
  await BadgeWorld.keepPages(server, context);
});
afterAll(async () => {
  await browser.close();
  if (server.isAlive()) await server.kill();
});

/** A history of edits, tabs and losses; short, so that many are played. */
function history(seed: number): Step[] {
  const random = seeded(seed);
  const pick = <One>(choices: readonly One[]): One => choices[Math.floor(random() * choices.length)] as One;
  const steps: Step[] = [{ do: "add", tab: 0 }];
  for (let length = 4 + Math.floor(random() * 5); steps.length < length;) {
    const tab = Math.floor(random() * 3);
    const chance = random();
    if (chance < 0.28) steps.push({ do: pick(["add", "add", "type", "move", "undo"]), tab });
    else if (chance < 0.38)
      steps.push({ do: "paste", tab, kilobytes: pick([1, 30, 150]), isUndone: random() < 0.3 });
    else if (chance < 0.52) steps.push({ do: pick(["reload", "open", "close", "reload"]), tab });
    else if (chance < 0.66) steps.push({ do: "disk", tab, fault: pick([...DISK_FAULTS, null]) });
    else if (chance < 0.76) steps.push({ do: "lose", tab, how: pick(["closed", "deleted", "blocked"]) });
    else if (chance < 0.86) steps.push({ do: "network", isUp: random() < 0.5 });
    else steps.push({ do: "server", to: pick(["killed", "running", "halted", "running"]) });
  }
  return [...steps, { do: "add", tab: 0 }];
}

/** Plays a history; null when nothing that was said was untrue. */
async function play(steps: readonly Step[]): Promise<string | null> {
  if (!server.isAlive()) await server.restart();
  const world = await BadgeWorld.create(server, context);
  try {
    for (const step of steps) await world.step(step);
    await world.end();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await world.leave();
  }
}

/** Leaves out one step after the other, as long as it still goes wrong. */
async function shortest(steps: readonly Step[]): Promise<readonly Step[]> {
  for (let at = steps.length - 1; at >= 0; at--) {
    const fewer = steps.toSpliced(at, 1);
    if ((await play(fewer)) !== null) return shortest(fewer);
  }
  return steps;
}

test("[C1][C15][C22] whatever happens to edits, tabs, disk, network and server: saved is on the server's disk, and nothing typed is lost", async () => {
  for (let at = 0; at < cases(2_000, 0.01); at++) {
    const seed = SEED + at;
    const steps = history(seed);
    const mistake = await play(steps);
    if (mistake === null) continue;
    // What hangs takes all the patience there is, each time.
    const few = isLong ? await shortest(steps) : steps;
    expect.fail(`history ${String(seed)}: ${mistake}\n${few.map((step) => JSON.stringify(step)).join("\n")}`);
  }
});
