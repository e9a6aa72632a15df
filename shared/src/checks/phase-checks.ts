import type { Domain, Phase } from "../plan/schema.ts";
import type { CheckContext } from "./check-context.ts";
import { cellId, type Draft } from "./finding.ts";

/** K02, K03 and K04: what the axes of the wall say of themselves, and cells in which nothing stands. */
export function checkAxes({ plan }: CheckContext): Draft[] {
  return [...plan.domains.flatMap(impact), ...plan.phases.flatMap(periodAndGoal), ...emptyCells(plan)];
}

function impact({ id, name, impact: text }: Domain): Draft[] {
  if (text.trim() !== "") return [];
  return [{ rule: "K02", subject: { kind: "domain", id, field: "impact" }, words: { domain: name } }];
}

function periodAndGoal({ id, name, goal, start, end }: Phase): Draft[] {
  const hasGoal = goal.trim() !== "";
  const hasPeriod = start !== null && end !== null;
  if (hasGoal && hasPeriod) return [];
  return [
    {
      rule: "K03",
      says: hasGoal ? "K03.period" : hasPeriod ? "K03.goal" : "K03.both",
      subject: { kind: "phase", id, field: hasGoal ? (start === null ? "start" : "end") : "goal" },
      words: { phase: name },
      date: start,
    },
  ];
}

/** Cells in which nothing stands; before there is any activity they all are, and that needs no telling. */
function emptyCells({ phases, domains, activities, cells }: CheckContext["plan"]): Draft[] {
  if (activities.length === 0) return [];
  const taken = new Set([
    ...activities.map(({ phase, domain }) => cellId(phase ?? "", domain ?? "")),
    ...cells.map(({ phase, domain }) => cellId(phase, domain)),
  ]);
  return phases.flatMap((phase) =>
    domains
      .filter((domain) => !taken.has(cellId(phase.id, domain.id)))
      .map((domain) => emptyCell(phase, domain)),
  );
}

function emptyCell(phase: Phase, domain: Domain): Draft {
  return {
    rule: "K04",
    subject: { kind: "cell", id: cellId(phase.id, domain.id), field: "cell" },
    words: { phase: phase.name, domain: domain.name },
    date: phase.start,
  };
}
