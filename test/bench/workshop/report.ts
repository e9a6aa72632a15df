import { quantile } from "../quantile.ts";
import type { StepFigures } from "./script.ts";

export interface WorkshopReport {
  readonly machine: string;
  readonly chromium: string;
  readonly people: number;
  readonly minutes: number;
  readonly steps: readonly StepFigures[];
  /** How long the minutes took, by format. */
  readonly minutesMs: ReadonlyMap<string, number>;
  readonly idleBytes: number;
  readonly load: readonly [number, number];
}

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;

/** The figures of a session as Markdown tables. */
export function workshopTables(report: WorkshopReport): string {
  const { machine, chromium, people, minutes, steps, minutesMs, idleBytes, load } = report;
  const peak = Math.max(...steps.map(({ cost }) => cost.peakBytes));
  return [
    `Measured with \`pnpm bench:workshop --write\` on ${machine}: ${String(people)} simulated people and the screen of the room in a real Chromium ${chromium} on the same cores, a session of ${String(minutes)} minutes on the example plan.`,
    "",
    `Load of the machine: ${load[0].toFixed(1)} at the start, ${load[1].toFixed(1)} at the end; more than its cores means that others took part of its time.`,
    "",
    "| What somebody does | how often | confirmed: p50, p95 | with everybody: p50, p95 | on the screen: p50, p95 | server, share of a core |",
    "| --- | --- | --- | --- | --- | --- |",
    ...withOneMove(steps).map((step) => {
      const cells = [
        step.what,
        String(step.count),
        spread(step.confirmedMs),
        spread(step.everyoneMs),
        spread(step.screenMs),
        // Of less than a second the clock of processor time is too coarse to tell.
        step.cost.seconds < 1 ? "–" : `${(step.cost.coreShare * 100).toFixed(0)} %`,
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
    `The server held ${mebibytes(idleBytes)} before the session and ${mebibytes(peak)} at its most.`,
    "",
    `The minutes were there after ${[...minutesMs].map(([format, took]) => `${ms(took)} (${format})`).join(", ")}.`,
  ].join("\n");
}

/** Going to a step is told of once, whichever step it is. */
function withOneMove(steps: readonly StepFigures[]): readonly StepFigures[] {
  const isMove = ({ what }: StepFigures): boolean => what.startsWith("to step");
  const moves = steps.filter(isMove);
  const [first] = moves;
  if (first === undefined) return steps;
  const everyoneMs = moves.flatMap((move) => move.everyoneMs);
  const told = { ...first, what: "to the next step", count: moves.length, everyoneMs };
  return [...steps.filter((step) => !isMove(step)), told];
}

function spread(samples: readonly number[]): string {
  if (samples.length === 0) return "–";
  return samples.length === 1
    ? ms(samples[0] ?? 0)
    : `${ms(quantile(samples, 0.5))}, ${ms(quantile(samples, 0.95))}`;
}

const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(0)} MiB`;
