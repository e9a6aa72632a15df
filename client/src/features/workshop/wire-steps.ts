import type { CommandRequest } from "@planwand/shared/journal/commands.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";

type WireSteps = Extract<CommandRequest, { readonly type: "session.open" }>["steps"];

/** Steps as a command carries them: a copy of their own. */
export function wireSteps(steps: readonly Step[]): WireSteps {
  return structuredClone(steps) as WireSteps;
}
