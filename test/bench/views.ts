import { VIEW_GROUPS } from "@planwand/client/app/view-names.ts";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { renewSection } from "./marked-section.ts";
import { fullPlan } from "./views/full-plan.ts";
import { EDITORS, measureView, palette, typingInTable, type ViewFigures } from "./views/measure.ts";
import { viewsTables } from "./views/report.ts";
import { Colleagues } from "./wall/colleagues.ts";
import { openStage } from "./wall/stage.ts";

/**
 * Measures every view of a full plan in a real browser on the real server. Prints tables; `--write` also renews those in
 * docs/benchmarks.md; `--only NAME`, as often as one likes, looks at some views, and `--quick` at a small plan.
 */
const { values: options } = parseArgs({
  options: {
    write: { type: "boolean", default: false },
    only: { type: "string", multiple: true, default: [] },
    quick: { type: "boolean", default: false },
  },
});
const FULL = { activities: 2_000, decisions: 300, comments: 5_000 };
const SMALL = { activities: 100, decisions: 20, comments: 50 };
const size = options.quick ? SMALL : FULL;

/** Views that have several faces, each of which is one to look at. */
const FACES = ["people?as=matrix", "communication?as=calendar", "table?group=party"];

function load(): number {
  return loadavg()[0] ?? 0;
}

const loadAtStart = load();
const stage = await openStage();
try {
  const plan = await fullPlan(stage, size);
  const others = await Colleagues.join(stage.server, plan, EDITORS, 1);
  const names: readonly string[] = [...Object.values(VIEW_GROUPS).flat(), ...FACES];
  const views: ViewFigures[] = [];
  for (const name of names.filter((one) => options.only.length === 0 || options.only.includes(one))) {
    const figures = await measureView(stage, plan, others, name);
    console.error(name, JSON.stringify(figures));
    views.push(figures);
  }
  const tables = viewsTables({
    machine: `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown"}`,
    chromium: stage.browser.version(),
    plan: `${size.activities} activities, ${size.decisions} decisions, ${size.comments} comments`,
    views,
    typing: await typingInTable(stage, plan, others),
    palette: await palette(stage, plan),
    load: [loadAtStart, load()],
  });
  others.leave();
  console.log(tables);
  if (options.write && !options.quick && options.only.length === 0) renewSection("views", tables);
} finally {
  await stage.stop();
}
