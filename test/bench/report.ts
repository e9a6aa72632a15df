import { renewSection } from "./marked-section.ts";
import type { Report } from "./results.ts";

const thousands = (value: number) => `${Math.round(value / 1_000)} k`;
const ms = (value: number) => value.toFixed(1);
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** The figures of a run as Markdown tables. */
function tables(report: Report): string {
  const { latency, presence, storm } = report;
  return [
    `Measured with \`pnpm bench --write\` on ${report.machine}, Node ${report.node}.`,
    "",
    "| Rooms × people | Planwand, deliveries per CPU-second | bare `ws` loop | ratio of medians |",
    "| --- | --- | --- | --- |",
    ...report.shapes.map((shape) => {
      const list = (values: readonly number[]) => values.map(thousands).join(", ");
      return `| ${shape.rooms} × ${shape.people} | ${list(shape.planwand)} | ${list(shape.bareLoop)} | ${shape.ratio.toFixed(1)} × |`;
    }),
    "",
    "| Edit to remote receipt, 50 people, 50 edits/s | p50 | p95 | p99 |",
    "| --- | --- | --- | --- |",
    ...(["planwand", "bareLoop"] as const).flatMap((name) =>
      latency[name].map((run, index) => {
        const label = name === "planwand" ? "Planwand" : "bare loop";
        return `| ${label}, round ${index + 1} | ${ms(run.p50Ms)} ms | ${ms(run.p95Ms)} ms | ${ms(run.p99Ms)} ms |`;
      }),
    ),
    "",
    "| What | Figure |",
    "| --- | --- |",
    `| 50 cursors at 20 Hz | ${percent(presence.planwandCoreShare)} of a core (bare loop ${percent(presence.bareLoopCoreShare)}) |`,
    `| 100 joins on 2,000 activities, plan not in memory | ${ms(storm.cold.allJoinedMs)} ms, ${storm.cold.bytesPerJoin} bytes each |`,
    `| the same, plan in memory | ${storm.warm.map((run) => `${ms(run.allJoinedMs)} ms`).join(", ")} |`,
    `| the same, without compression | ${ms(storm.uncompressed.allJoinedMs)} ms, ${storm.uncompressed.bytesPerJoin} bytes each |`,
    `| Memory of a room with the example plan and one silent person | ${Math.round(report.idleRoomBytes / 1_024)} KiB |`,
  ].join("\n");
}

/** Renews the figures of the relay in docs/benchmarks.md. */
export function writeReport(report: Report): void {
  renewSection("relay", tables(report));
}
