import type { Activity } from "../../plan/schema.ts";
import { countedIn, meanProgress, countUp } from "../../views/progress.ts";
import type { Block, Content, Section } from "../blocks.ts";
import { bullets, fact, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { heading, row, table, text } from "../table.ts";

/** How far the plan is: for each phase, domain and goal, and what needs attention. */
export function progressSection(context: Context): Section {
  const { selected, plan, words, numbersOf } = context;
  const live = selected.activities.filter(({ status }) => status !== "dropped");
  const { perPhase, perDomain, perGoal } = words.progress;
  const goals = plan.goals.map(
    ({ title, id }) => [title, live.filter((one) => one.goals.includes(id))] as const,
  );
  const without = live.filter((one) => one.goals.length === 0);
  const blocked = live.filter(({ status }) => status === "blocked");
  const risky = live.filter(({ riskLevel }) => riskLevel === "high");
  const late = live.filter(context.isLate);
  const attention = [
    fact(words.progress.late, numbersOf(late.map(({ id }) => id))),
    fact(words.progress.blocked, numbersOf(blocked.map(({ id }) => id))),
    fact(words.progress.highRisk, numbersOf(risky.map(({ id }) => id))),
    fact(words.progress.waiting, numbersOf(openDecisions(context))),
  ].filter((content) => content.length > 0);
  return {
    id: "progress",
    title: words.sections.progress,
    orientation: "portrait",
    blocks: [
      ...part(
        perPhase,
        selected.phases.map(({ name, id }) => [name, live.filter(({ phase }) => phase === id)] as const),
        context,
      ),
      ...part(
        perDomain,
        selected.domains.map(({ name, id }) => [name, live.filter(({ domain }) => domain === id)] as const),
        context,
      ),
      ...part(perGoal, without.length === 0 ? goals : [...goals, [words.progress.noGoal, without]], context),
      ...(attention.length === 0 ? [] : [heading(2, words.progress.attention), text(bullets(attention))]),
    ],
  };
}

function openDecisions({ selected, standing }: Context): string[] {
  const taken = new Set(["decided", "unsealed"]);
  return selected.decisions.filter((one) => !taken.has(standing(one))).map(({ id }) => id);
}

function part(
  title: string,
  groups: readonly (readonly [name: string, activities: readonly Activity[]])[],
  context: Context,
): Block[] {
  const { words, isLate, numbersOf } = context;
  const { activities, average, done, late, name } = words.progress;
  const count = (all: readonly Activity[], which: (one: Activity) => boolean): Content =>
    plain(numbersOf(all.filter(which).map(({ id }) => id)));
  const rows = groups.map(([label, all]) =>
    row(
      null,
      plain(label.trim() || words.untitled),
      plain(String(countedIn(countUp(all)))),
      plain(averageProgress(all)),
      count(all, ({ status }) => status === "done"),
      count(all, isLate),
    ),
  );
  const columns = [
    [name, 5],
    [activities, 2],
    [average, 2],
    [done, 4],
    [late, 3],
  ] as const;
  return rows.length === 0 ? [] : [heading(2, title), table(title, columns, rows)];
}

/** The mean progress of these activities as it is written; a dash when none counts. */
export function averageProgress(activities: readonly Activity[]): string {
  const mean = meanProgress(countUp(activities));
  return mean === null ? "–" : `${mean}%`;
}
