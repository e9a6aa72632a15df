import type { Section } from "../blocks.ts";
import { labelled, plain, rich } from "../content.ts";
import type { Context } from "../context.ts";
import { period } from "../dates.ts";
import { heading, row, table, text } from "../table.ts";

/** Where the plan wants to be, and by what one will see that it is there. */
export function ambitionSection({ plan, words }: Context): Section {
  const ambition = rich(plan.ambition, plan.rich.ambition);
  const { title, measure, baseline, target, actual } = words.goal;
  const columns = [
    [title, 3],
    [measure, 4],
    [baseline, 2],
    [target, 2],
    [actual, 2],
  ] as const;
  const rows = plan.goals.map((goal) =>
    row(
      { kind: "goal", id: goal.id },
      ...[goal.title.trim() || words.untitled, goal.measure, goal.baseline, goal.target, goal.actual].map(
        plain,
      ),
    ),
  );
  return {
    id: "ambition",
    title: words.sections.ambition,
    orientation: "portrait",
    blocks: [
      text(ambition.length === 0 ? plain(words.noText) : ambition, ambition.length === 0 ? "note" : "lead"),
      heading(2, words.goals),
      rows.length === 0 ? text(plain(words.noGoals), "note") : table(words.goals, columns, rows),
    ],
  };
}

/** What changes for each domain. */
export function impactSection({ selected, words }: Context): Section {
  const blocks = selected.domains.flatMap(({ id, name, impact, rich: formatted }) => {
    const content = rich(impact, formatted.impact);
    return [
      heading(2, name.trim() || words.untitled, { kind: "domain", id }),
      content.length === 0 ? text(plain(words.noText), "note") : text(content),
    ];
  });
  return { id: "impact", title: words.sections.impact, orientation: "portrait", blocks };
}

/** In which parts the work is done, and when not. */
export function phasesSection({ selected, plan, words }: Context): Section {
  const phases = selected.phases.map((phase) =>
    row(
      { kind: "phase", id: phase.id },
      plain(phase.name.trim() || words.untitled),
      plain(phase.goal),
      plain(period(phase.start, phase.end, words, words.activity.noDates)),
    ),
  );
  const blackouts = plan.blackouts.map((blackout) =>
    row(
      { kind: "blackout", id: blackout.id },
      plain(blackout.name.trim() || words.untitled),
      plain(period(blackout.start, blackout.end, words, words.activity.noDates)),
    ),
  );
  const { name, goal, period: when } = words.phase;
  const columns = [
    [name, 2],
    [goal, 5],
    [when, 3],
  ] as const;
  return {
    id: "phases",
    title: words.sections.phases,
    orientation: "portrait",
    blocks: [
      phases.length === 0 ? text(plain(words.none), "note") : table(words.sections.phases, columns, phases),
      ...(blackouts.length === 0
        ? []
        : [
            heading(2, words.blackouts),
            table(
              words.blackouts,
              [
                [words.blackout, 3],
                [when, 3],
              ],
              blackouts,
            ),
          ]),
    ],
  };
}

/** What was put aside for later. */
export function parkingSection({ plan, words }: Context): Section {
  const blocks = plan.parking.map((item) => ({
    type: "text" as const,
    content: [{ type: "bulletList" as const, items: [plain(item.text.trim() || words.untitled)] }],
    tone: "plain" as const,
    subject: { kind: "parking" as const, id: item.id },
  }));
  return { id: "parking", title: words.sections.parking, orientation: "portrait", blocks };
}

/** What cells were left empty on purpose, of these phases. */
export function emptyCells({ plan, selected, words }: Context, phase: string) {
  const domains = new Map(selected.domains.map(({ id, name }) => [id, name]));
  return plan.cells
    .filter((cell) => cell.phase === phase && domains.has(cell.domain))
    .map((cell) => ({
      type: "text" as const,
      content: labelled(
        `${words.activity.left}, ${domains.get(cell.domain) ?? ""}`,
        plain(cell.emptyReason.trim() || words.activity.noReason),
      ),
      tone: "note" as const,
      subject: { kind: "cell" as const, id: cell.id },
    }));
}
