import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ExportedFile, ExportTask } from "@planwand/server/exports/export-task.ts";
import { FORMAT_IDS } from "@planwand/server/exports/format.ts";
import { PROCESS_ENVIRONMENT } from "@planwand/server/tasks/process.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { largePlanDoc } from "../builders/plan-doc.ts";
import { exportSourceOf, optionsOf, reportSource } from "../builders/report-source.ts";
import { renewSection } from "./marked-section.ts";

/** Measures each export in a process of its own, of few and of many activities. `--write` renews docs/benchmarks.md. */
const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });
const SIZES = [39, 300, 2_000] as const;
const CHILD = fileURLToPath(new URL("../../server/src/exports/export-child.ts", import.meta.url));

interface Cost {
  readonly coldMs: number;
  readonly warmMs: number;
  readonly mebibytes: number;
  readonly kibibytes: number;
}

/** Makes a file in a new process, and once more in the same one; how far that grew above what it takes when it has made a small one. */
async function costOf(task: ExportTask, small: ExportTask): Promise<Cost> {
  const startMs = performance.now();
  const child = spawn(process.execPath, ["--expose-gc", CHILD], {
    env: PROCESS_ENVIRONMENT,
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const made = (wanted: ExportTask): Promise<ExportedFile> =>
    new Promise((resolve, reject) => {
      child.once("message", (message: { readonly answer?: ExportedFile; readonly reason?: string }) =>
        message.answer === undefined ? reject(new Error(message.reason)) : resolve(message.answer),
      );
      child.send({ type: "task", task: wanted });
    });
  await made(small);
  const coldMs = performance.now() - startMs;
  const before = residentOf(child.pid, "VmRSS");
  forgetPeak(child.pid);
  const warmFrom = performance.now();
  const { bytes } = await made(task);
  const warmMs = performance.now() - warmFrom;
  const mebibytes = (residentOf(child.pid, "VmHWM") - before) / 1_024;
  child.kill("SIGKILL");
  return { coldMs, warmMs, mebibytes, kibibytes: bytes.byteLength / 1_024 };
}

function residentOf(pid: number | undefined, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]);
}

function forgetPeak(pid: number | undefined): void {
  writeFileSync(`/proc/${String(pid)}/clear_refs`, "5");
}

const sources = SIZES.map((count) => exportSourceOf(reportSource(toPlan(largePlanDoc(count)))));
const [example] = sources;
if (example === undefined) throw new Error("there is a smallest size");
const rows: string[] = [];
for (const format of FORMAT_IDS) {
  const cells: string[] = [];
  for (const source of sources) {
    const options = optionsOf();
    const cost = await costOf({ format, source, options }, { format, source: example, options });
    if (cells.length === 0) cells.push(`${(cost.coldMs / 1_000).toFixed(1)} s`);
    const figures = [
      `${(cost.warmMs / 1_000).toFixed(2)} s`,
      `${Math.max(0, cost.mebibytes).toFixed(0)} MiB`,
      `${cost.kibibytes.toFixed(0)} KiB`,
    ];
    cells.push(figures.join(", "));
    console.error(format, source.activities, cost);
  }
  rows.push(`| ${format} | ${cells.join(" | ")} |`);
}
const table = [
  `Measured with \`pnpm bench:exports --write\` on ${String(cpus().length)} cores, ${cpus()[0]?.model ?? "unknown"}: the first file of a new process, its start included; then in a process that has made a small one the time to the file, how much the process grew meanwhile at its highest, and the size of the file.`,
  "",
  `| format | the first, 39 activities | ${SIZES.map((count) => `${count.toLocaleString("en")} activities`).join(" | ")} |`,
  `| --- | --- | ${SIZES.map(() => "---").join(" | ")} |`,
  ...rows,
].join("\n");
console.log(table);
if (values.write) renewSection("exports", table);
