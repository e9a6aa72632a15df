import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { ExportTask } from "@planwand/server/exports/export-task.ts";
import { FORMATS } from "@planwand/server/exports/registry.ts";
import { largePlanDoc } from "../builders/plan-doc.ts";
import { optionsOf, reportSource } from "../builders/report-source.ts";
import { renewSection } from "./marked-section.ts";

/** Measures each export in a thread of its own, of few and of many activities. `--write` renews docs/benchmarks.md. */
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const SIZES = [39, 300, 2_000] as const;

interface Cost {
  readonly ms: number;
  readonly mebibytes: number;
  readonly kibibytes: number;
}

/** Makes one file in a new thread, and what that took: time to the answer, growth of the process, size of the file. */
async function costOf(task: ExportTask): Promise<Cost> {
  const worker = new Worker(new URL("../../server/src/exports/export-worker.ts", import.meta.url));
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const startMs = performance.now();
  const answer = await new Promise<{ readonly bytes?: Uint8Array; readonly failure?: string }>(
    (resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
      // A thread has no origin to name.
      worker.postMessage(task, []);
    },
  );
  const ms = performance.now() - startMs;
  clearInterval(watch);
  await worker.terminate();
  if (answer.bytes === undefined) throw new Error(`${task.format}: ${answer.failure ?? "no file"}`);
  return { ms, mebibytes: (peak - before) / 1_048_576, kibibytes: answer.bytes.length / 1_024 };
}

const inputs = SIZES.map((count) => reportSource(toPlan(largePlanDoc(count))));
const rows: string[] = [];
for (const { id } of FORMATS) {
  const cells: string[] = [];
  for (const source of inputs) {
    const cost = await costOf({ format: id, input: { source, options: optionsOf() } });
    cells.push(
      `${(cost.ms / 1_000).toFixed(1)} s, ${cost.mebibytes.toFixed(0)} MiB, ${cost.kibibytes.toFixed(0)} KiB`,
    );
    console.error(id, source.plan.activities.length, cost);
  }
  rows.push(`| ${id} | ${cells.join(" | ")} |`);
}
const table = [
  `Measured with \`pnpm bench:exports --write\` on ${String(cpus().length)} cores, ${cpus()[0]?.model ?? "unknown"}: time from asking a new thread to the file, how much the process grew meanwhile, and the size of the file.`,
  "",
  `| format | ${SIZES.map((count) => `${count.toLocaleString("en")} activities`).join(" | ")} |`,
  `| --- | ${SIZES.map(() => "---").join(" | ")} |`,
  ...rows,
].join("\n");
console.log(table);
if (values.write) renewSection("exports", table);
