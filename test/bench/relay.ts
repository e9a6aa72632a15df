import { cpus } from "node:os";
import { writeReport } from "./report.ts";
import { type Latency, latency } from "./latency.ts";
import type { Report, ShapeResult } from "./results.ts";
import { largePlan } from "./large-plan.ts";
import { idleRooms } from "./idle-rooms.ts";
import { presence } from "./presence.ts";
import { median } from "./quantile.ts";
import { storm } from "./storm.ts";
import { type Target, bareLoop, planwand } from "./targets.ts";
import { throughput } from "./throughput.ts";

/**
 * Measures the relay from a process of its own, with a bare `ws` loop beside it in the same run. Every update that the
 * relay forwards is on disk. Prints JSON; `--write` also renews the table in docs/benchmarks.md; `--quick` is for trying.
 */
const quick = process.argv.includes("--quick");
const ROUNDS = quick ? 1 : 3;
const SHAPES = [
  { rooms: 1, people: 50, edits: quick ? 100 : 400 },
  { rooms: 1, people: 200, edits: quick ? 10 : 40 },
  { rooms: 20, people: 10, edits: quick ? 100 : 400 },
  { rooms: 100, people: 5, edits: quick ? 100 : 400 },
] as const;

async function using<Value>(
  make: () => Promise<Target>,
  measure: (target: Target) => Promise<Value>,
): Promise<Value> {
  const target = await make();
  try {
    return await measure(target);
  } finally {
    await target.stop();
  }
}

async function shape({ rooms, people, edits }: (typeof SHAPES)[number]): Promise<ShapeResult> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const run = (target: Target) => throughput(target, rooms, people, edits);
    bare.push((await using(bareLoop, run)).deliveriesPerCpuSecond);
    ours.push((await using(planwand, run)).deliveriesPerCpuSecond);
    console.error(
      `${rooms} x ${people}: planwand ${ours.at(-1)}, bare loop ${bare.at(-1)} deliveries per CPU-second`,
    );
  }
  return { rooms, people, planwand: ours, bareLoop: bare, ratio: median(ours) / median(bare) };
}

async function latencies(): Promise<Report["latency"]> {
  const ours: Latency[] = [];
  const bare: Latency[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const run = (target: Target) => latency(target, 50, 50, quick ? 4 : 20, round + 1);
    bare.push(await using(bareLoop, run));
    ours.push(await using(planwand, run));
    console.error("latency", { planwand: ours.at(-1), bareLoop: bare.at(-1) });
  }
  return { planwand: ours, bareLoop: bare };
}

async function storms(): Promise<Report["storm"]> {
  const plan = await largePlan(2_000);
  try {
    const cold = await storm(plan.port, plan.room, 100, true);
    const warm = [];
    for (let round = 0; round < ROUNDS; round++) warm.push(await storm(plan.port, plan.room, 100, true));
    const uncompressed = await storm(plan.port, plan.room, 100, false);
    console.error("storm", { cold, warm, uncompressed });
    return { cold, warm, uncompressed };
  } finally {
    await plan.stop();
  }
}

const run = (target: Target) => presence(target, 50, 20, quick ? 3 : 10);
const shapes: ShapeResult[] = [];
for (const each of SHAPES) shapes.push(await shape(each));
const report: Report = {
  machine: `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`,
  node: process.version,
  shapes,
  latency: await latencies(),
  presence: {
    bareLoopCoreShare: (await using(bareLoop, run)).coreShare,
    planwandCoreShare: (await using(planwand, run)).coreShare,
  },
  storm: await storms(),
  idleRoomBytes: await idleRooms(quick ? 20 : 200),
};
console.log(JSON.stringify(report, null, 2));
if (process.argv.includes("--write")) writeReport(report);
