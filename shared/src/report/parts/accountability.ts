import type { Activity, Decision, Goal } from "../../plan/schema.ts";
import type { Block, Content, Section } from "../blocks.ts";
import { resultCell, statusCell, whatCell } from "../activity-cells.ts";
import { fact, plain } from "../content.ts";
import type { Context } from "../context.ts";
import { period } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";
import { decisionTable } from "./decisions.ts";
import { averageProgress } from "./progress.ts";

/** For each goal: how far it is, the activities for it with their status, and the decisions with the reasons why (W7a, T7b). */
export function accountabilitySections(context: Context): Section[] {
  const { plan, options, selected, words } = context;
  const goals = plan.goals.filter(({ id }) => options.goal === undefined || options.goal === id);
  const sections = goals.map((goal) => goalSection(goal, context));
  if (options.goal !== undefined) return sections;
  const loose = selected.activities.filter((one) => one.goals.length === 0);
  const held = new Set(selected.activities.filter((one) => one.goals.length > 0).map(({ id }) => id));
  const others = selected.decisions.filter(({ activity }) => activity === null || !held.has(activity));
  if (loose.length === 0 && others.length === 0) return sections;
  const { without, decisionsWithout } = words.accountability;
  return [
    ...sections,
    {
      id: "without-goal",
      title: without,
      orientation: "landscape",
      blocks: [
        activityTable(without, loose, context),
        heading(2, decisionsWithout),
        decisionTable(decisionsWithout, others, context),
      ],
    },
  ];
}

function goalSection(goal: Goal, context: Context): Section {
  const { selected, words } = context;
  const activities = selected.activities.filter((one) => one.goals.includes(goal.id));
  const ids = new Set(activities.map(({ id }) => id));
  const decisions = selected.decisions.filter(({ activity }) => activity !== null && ids.has(activity));
  const { accountability } = words;
  return {
    id: `goal-${goal.id}`,
    title: goal.title.trim() || words.untitled,
    orientation: "landscape",
    blocks: [
      heading(2, accountability.numbers, { kind: "goal", id: goal.id }),
      text(numbersOf(goal, activities, context)),
      heading(2, accountability.activities),
      activities.length === 0
        ? text(plain(accountability.noActivities), "note")
        : activityTable(accountability.activities, activities, context),
      heading(2, accountability.decisions),
      decisionsOf(decisions, context),
    ],
  };
}

function decisionsOf(decisions: readonly Decision[], context: Context): Block {
  const { decisions: caption, noDecisions } = context.words.accountability;
  return decisions.length === 0
    ? text(plain(noDecisions), "note")
    : decisionTable(caption, decisions, context);
}

function numbersOf(goal: Goal, activities: readonly Activity[], { words }: Context): Content {
  const numbers: [string, string][] = [
    [words.goal.measure, goal.measure],
    [words.goal.baseline, goal.baseline],
    [words.goal.target, goal.target],
    [words.goal.actual, goal.actual],
    [words.progress.average, averageProgress(activities)],
  ];
  return numbers.flatMap(([label, value]) => fact(label, value.trim() === "" ? "–" : value));
}

function activityTable(caption: string, activities: readonly Activity[], context: Context): Block {
  const { words } = context;
  if (activities.length === 0) return text(plain(words.none), "note");
  const { activity, result, when, status } = words.activity;
  const columns = [
    [activity, 36],
    [result, 28],
    [when, 13],
    [status, 23],
  ] as const;
  const rows = activities.map((one) =>
    row(
      { kind: "activity", id: one.id },
      whatCell(one, context),
      resultCell(one, context),
      plain(period(one.start, one.end, words, words.activity.noDates)),
      statusCell(one, context),
    ),
  );
  return table(caption, columns, rows);
}
