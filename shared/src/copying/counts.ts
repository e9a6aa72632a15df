import type { Plan } from "../plan/schema.ts";
import type { CopiedPart } from "./choices.ts";

/** How many there are of each part of a plan: of texts and links, how many activities have any; of names, how many roles do. */
export function countParts(plan: Plan): Readonly<Record<CopiedPart, number>> {
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
  return {
    texts: plan.activities.filter(
      ({ what, why, result, criterion, risk, riskMeasure, links }) =>
        links.length > 0 ||
        [what, why, result, criterion, risk, riskMeasure].some((text) => text.trim() !== ""),
    ).length,
    steps: sum(plan.activities.map(({ steps }) => steps.length)),
    goals: plan.goals.length,
    parties: plan.parties.length,
    names: sum(plan.activities.map(({ names }) => Object.keys(names).length)),
    decisions: plan.decisions.length,
    communications: plan.communications.length,
    parking: plan.parking.length,
    blackouts: plan.blackouts.length,
  };
}
