import { median } from "../quantile.ts";
import type { Smoothness } from "./frames.ts";
import type { Held } from "./memory.ts";
import type { WallReport, WallResult } from "./results.ts";
import type { Typing } from "./typing.ts";
import type { Usable, Visits } from "./usable.ts";

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const exactMs = (value: number): string => `${value.toFixed(1)} ms`;
const count = (value: number): string => value.toLocaleString("en");
const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;
const ratio = (value: number, base: number): string => `${(value / base).toFixed(2)} ×`;

/** The figures of a run as Markdown tables. */
export function wallTables(report: WallReport): string {
  const { machine, chromium, small, large, load } = report;
  return [
    `Measured with \`pnpm bench:wall --write\` on ${machine}, Chromium ${chromium} without a graphics card, 1440 × 900.`,
    `Load of the machine: ${load[0].toFixed(1)} at the start, ${load[1].toFixed(1)} at the end; more than its cores means that others took part of its time.`,
    usableTable(small, large),
    frameTable(report),
    typingTable(small, large),
    memoryTable(report),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

const cardsOf = ({ cards }: WallResult): string => `${count(cards)} cards`;

function usableTable(small: WallResult, large: WallResult): string {
  const row = (what: string, visit: keyof Visits, until: keyof Usable): string[] => {
    const base = small.visits.map((one) => one[visit][until]);
    const values = large.visits.map((one) => one[visit][until]);
    const list = (all: readonly number[]): string => all.map((one) => one.toFixed(0)).join(", ");
    return [what, list(base), list(values), ratio(median(values), median(base))];
  };
  return table(
    ["From navigation, in ms", cardsOf(small), cardsOf(large), "ratio of medians"],
    [
      row("first visit of a browser, until the cards are painted", "first", "cardsMs"),
      row("the same, until a press on a card has opened its panel", "first", "panelMs"),
      row("the next visit, until the cards are painted", "again", "cardsMs"),
      row("the same, until a press on a card has opened its panel", "again", "panelMs"),
    ],
  );
}

function frameTable({ small, large, memory }: WallReport): string {
  const row = (what: string, frames: Smoothness, idle: Smoothness): string[] => [
    what,
    exactMs(frames.p50Ms),
    exactMs(frames.p95Ms),
    ratio(frames.p95Ms, idle.p95Ms),
    ms(frames.longestMs),
    frames.longTasks === 0 ? "none" : `${frames.longTasks}, longest ${ms(frames.longestTaskMs)}`,
    `${(frames.coreShare * 100).toFixed(0)} %`,
  ];
  return table(
    [
      "Frame to frame",
      "p50",
      "p95",
      "p95 to that of an idle wall",
      "longest",
      "tasks over 50 ms",
      "main thread, of a core",
    ],
    [
      ...[small, large].flatMap((result) => [
        row(`${cardsOf(result)}, idle`, result.drag.idle, result.drag.idle),
        row(`${cardsOf(result)}, three drags of 7 s`, result.drag.dragging, result.drag.idle),
      ]),
      row(`${cardsOf(large)}, 20 remote edits a second`, memory.meanwhile, large.drag.idle),
    ],
  );
}

function typingTable(small: WallResult, large: WallResult): string {
  const row = (what: string, field: keyof Typing): string[] => {
    const [base, values] = [small.typing[field], large.typing[field]];
    return [
      what,
      `${exactMs(base.p50Ms)}, ${exactMs(base.p95Ms)}`,
      `${exactMs(values.p50Ms)}, ${exactMs(values.p95Ms)}`,
      ratio(values.p50Ms, base.p50Ms),
    ];
  };
  return table(
    ["Key down to the next frame painted: p50, p95", cardsOf(small), cardsOf(large), "ratio of p50"],
    [row("title in the panel", "title"), row("text with formatting in the panel", "rich")],
  );
}

function memoryTable({ memory, large }: WallReport): string {
  const { opened, halfway, ended, edits, minutes } = memory;
  const row = (what: string, field: keyof Held, show: (value: number) => string): string[] => [
    what,
    ...[opened, halfway, ended].map((held) => show(held[field])),
    ratio(ended[field], opened[field]),
  ];
  return table(
    [
      `A page with ${cardsOf(large)}, after collecting garbage`,
      "opened",
      `${count(edits / 2)} remote edits later`,
      `${count(edits)} in ${minutes} min`,
      "ratio",
    ],
    [
      row("heap of the scripts", "heapBytes", mebibytes),
      row("nodes of the page", "domNodes", count),
      row("event listeners", "listeners", count),
    ],
  );
}
