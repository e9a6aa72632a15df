import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { renewSection } from "./marked-section.ts";
import { dragging } from "./wall/dragging.ts";
import { memory } from "./wall/memory.ts";
import { wallTables } from "./wall/report.ts";
import type { WallResult } from "./wall/results.ts";
import { openStage, type SizedPlan, type Stage } from "./wall/stage.ts";
import { typing } from "./wall/typing.ts";
import { usable, type Visits } from "./wall/usable.ts";

/**
 * Measures the wall in a real browser on the real server, with few and with many cards in one run. Prints tables; `--write` also
 * renews those in docs/benchmarks.md; `--minutes` is how long a page stays open for its memory, ten unless told.
 */
const { values: options } = parseArgs({
  options: { write: { type: "boolean", default: false }, minutes: { type: "string", default: "10" } },
});
const ROUNDS = 5;
const FEW_CARDS = 300;
const MANY_CARDS = 2_000;

/** How many processes wanted a processor in the last minute, on average. */
function load(): number {
  return loadavg()[0] ?? 0;
}

function tell(what: string, figures: unknown): void {
  console.error(what, JSON.stringify(figures));
}

/** Visits to both plans in turn, so that whatever else the machine does falls on both. */
async function visitBoth(stage: Stage, few: SizedPlan, many: SizedPlan): Promise<[Visits[], Visits[]]> {
  const both: [Visits[], Visits[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    both[0].push(await usable(stage, few));
    both[1].push(await usable(stage, many));
    tell(
      `visits, round ${round + 1}`,
      both.map((visits) => visits.at(-1)),
    );
  }
  return both;
}

async function measure(stage: Stage, plan: SizedPlan, visits: readonly Visits[]): Promise<WallResult> {
  const drag = await dragging(stage, plan);
  tell(`dragging, ${plan.cards} cards`, drag);
  const typed = await typing(stage, plan);
  tell(`typing, ${plan.cards} cards`, typed);
  return { cards: plan.cards, visits, drag, typing: typed };
}

const minutes = Number(options.minutes);
if (!(minutes > 0)) throw new Error("--minutes takes a number above 0");
const loadAtStart = load();
const stage = await openStage();
try {
  const few = await stage.plan(FEW_CARDS);
  const many = await stage.plan(MANY_CARDS);
  const [visitsOfFew, visitsOfMany] = await visitBoth(stage, few, many);
  const tables = wallTables({
    machine: `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`,
    chromium: stage.browser.version(),
    small: await measure(stage, few, visitsOfFew),
    large: await measure(stage, many, visitsOfMany),
    memory: await memory(stage, many, minutes),
    load: [loadAtStart, load()],
  });
  console.log(tables);
  if (options.write) renewSection("wall", tables);
} finally {
  await stage.stop();
}
