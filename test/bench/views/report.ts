import { median } from "../quantile.ts";
import type { Smoothness } from "../wall/frames.ts";
import type { PaletteFigures, TableTyping, ViewFigures } from "./measure.ts";

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const mebibytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MiB`;

export interface ViewsReport {
  readonly machine: string;
  readonly chromium: string;
  readonly plan: string;
  readonly views: readonly ViewFigures[];
  readonly typing: TableTyping;
  readonly palette: PaletteFigures | null;
  readonly load: readonly [number, number];
}

/** The figures of a run as Markdown tables. */
export function viewsTables({ machine, chromium, plan, views, typing, palette, load }: ViewsReport): string {
  return [
    `Measured with \`pnpm bench:views --write\` on ${machine}, Chromium ${chromium} without a graphics card, 1440 × 900, ${plan}.`,
    "",
    `Load of the machine: ${load[0].toFixed(1)} at the start, ${load[1].toFixed(1)} at the end; more than its cores means that others took part of its time.`,
    "",
    "| View | shown in, rounds | longest task | scrolling: p50, p95 of a frame | longest task | twenty people work: p50, p95 | longest task | heap | nodes |",
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ...views.map((view) => {
      const cells = [
        view.view,
        view.shown.map(({ settledMs }) => settledMs.toFixed(0)).join(", ") + " ms",
        task(median(view.shown.map(({ longestTaskMs }) => longestTaskMs))),
        ...(view.scrolling === null ? ["does not scroll", "–"] : smooth(view.scrolling)),
        ...smooth(view.whileOthersWork),
        mebibytes(view.heapBytes),
        view.domNodes.toLocaleString("en"),
      ];
      return `| ${cells.join(" | ")} |`;
    }),
    "",
    "| Key down to the next frame painted | p50 | p95 |",
    "| --- | --- | --- |",
    `| title in the table | ${ms(typing.alone.p50Ms)} | ${ms(typing.alone.p95Ms)} |`,
    `| the same while twenty people work | ${ms(typing.withOthers.p50Ms)} | ${ms(typing.withOthers.p95Ms)} |`,
    ...(palette === null
      ? []
      : [`| in the palette, over the whole plan | ${ms(palette.keys.p50Ms)} | ${ms(palette.keys.p95Ms)} |`]),
    ...(palette === null
      ? []
      : ["", `The palette is on screen ${palette.openMs.map(ms).join(", ")} after Control+K.`]),
  ].join("\n");
}

function smooth({ p50Ms, p95Ms, longestTaskMs }: Smoothness): readonly string[] {
  return [`${p50Ms.toFixed(0)}, ${ms(p95Ms)}`, task(longestTaskMs)];
}

/** Only tasks over 50 ms are told of. */
function task(longestMs: number): string {
  return longestMs === 0 ? "≤ 50 ms" : ms(longestMs);
}
