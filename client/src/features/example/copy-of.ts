import type { Party } from "@planwand/shared/plan/schema.ts";
import type { PlanTemplate } from "@planwand/shared/templates/plan-template.ts";
import { newId } from "../../plan/clock.ts";

/**
 * An activity of the example as the beginning of one's own: roles go to the parties of the same name, and what has a date or
 * already happened stays behind.
 */
export function copyOf(
  card: PlanTemplate["activities"][number],
  example: PlanTemplate,
  parties: readonly Party[],
) {
  const own = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      const name = example.parties.find((party) => party.id === id)?.name;
      return parties.flatMap((party) => (party.name === name ? [party.id] : []));
    });
  const { title, what, why, result, criterion, priority, roles, steps } = card;
  return {
    title,
    what,
    why,
    result,
    criterion,
    priority,
    status: "planned" as const,
    roles: {
      sponsor: own(roles.sponsor),
      executor: own(roles.executor),
      codecider: own(roles.codecider),
      consulted: own(roles.consulted),
      informed: own(roles.informed),
    },
    steps: steps.map((step) => ({ id: newId(), title: step.title, done: false })),
  };
}
