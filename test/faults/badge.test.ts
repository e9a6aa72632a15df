import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BadgeWorld, type Step } from "../builders/badge-world.ts";
import { launchChromium } from "../builders/chromium.ts";
import { DISK_FAULTS } from "../builders/disk-faults.ts";
import { cases, isLong, SEED, seeded } from "../builders/run-length.ts";
import { type RunningServer, startServer } from "../builders/server.ts";
import { PATIENCE_MS } from "../setup/patience.ts";

/** As many histories are played side by side: the long run has the machine for itself. */
const PLAYERS = isLong ? 2 : 1;

interface Player {
  readonly server: RunningServer;
  /** One for all histories: what compiles a page anew each time is no part of them. */
  readonly context: BrowserContext;
}

let browser: Browser;
let players: readonly Player[] = [];
beforeAll(async () => {
  browser = await launchChromium();
  players = await Promise.all(Array.from({ length: PLAYERS }, newPlayer));
});
afterAll(async () => {
  await browser.close();
  for (const { server } of players) if (server.isAlive()) await server.kill();
});

async function newPlayer(): Promise<Player> {
  const server = await startServer();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "nl-NL" });
  context.setDefaultTimeout(PATIENCE_MS);
  await BadgeWorld.keepPages(server, context);
  return { server, context };
}

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
async function play({ server, context }: Player, steps: readonly Step[]): Promise<string | null> {
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
async function shortest(player: Player, steps: readonly Step[]): Promise<readonly Step[]> {
  for (let at = steps.length - 1; at >= 0; at--) {
    const fewer = steps.toSpliced(at, 1);
    if ((await play(player, fewer)) !== null) return shortest(player, fewer);
  }
  return steps;
}

/** Plays history after history until there are none left. */
async function playOn(player: Player, seeds: Iterator<number>): Promise<void> {
  for (let next = seeds.next(); next.done !== true; next = seeds.next()) {
    const steps = history(next.value);
    const mistake = await play(player, steps);
    if (mistake === null) continue;
    // What hangs takes all the patience there is, each time.
    const few = isLong ? await shortest(player, steps) : steps;
    expect.fail(
      `history ${String(next.value)}: ${mistake}\n${few.map((step) => JSON.stringify(step)).join("\n")}`,
    );
  }
}

test("[C1][C15][C22] whatever happens to edits, tabs, disk, network and server: saved is on the server's disk, and nothing typed is lost", async () => {
  const seeds = Array.from({ length: cases(2_000, 0.01) }, (_, at) => SEED + at).values();
  await Promise.all(players.map((player) => playOn(player, seeds)));
});
