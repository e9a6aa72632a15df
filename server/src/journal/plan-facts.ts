import type { Command } from "@planwand/shared/journal/commands.ts";
import type { PlanFacts } from "@planwand/shared/journal/decide.ts";
import { termsOf } from "@planwand/shared/views/agreements.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";

const NOTHING: PlanFacts = { decision: null, terms: null };

/** What the plan says of what a command is about; the plan is read only for commands that need it. */
export async function planFacts(command: Command, readPlan: () => Promise<Plan>): Promise<PlanFacts> {
  if (command.type === "decision.take")
    return { ...NOTHING, decision: decisionFacts(await readPlan(), command.decision) };
  if (command.type !== "agreement.give") return NOTHING;
  const plan = await readPlan();
  const activity = plan.activities.find(({ id }) => id === command.activity);
  const isParty = plan.parties.some(({ id }) => id === command.party);
  return { ...NOTHING, terms: activity === undefined || !isParty ? null : termsOf(activity) };
}

function decisionFacts(plan: Plan, id: string): PlanFacts["decision"] {
  const decision = plan.decisions.find((known) => known.id === id);
  if (decision === undefined) return null;
  const { question, outcome, rationale } = decision;
  const decider = plan.parties.find((party) => party.id === decision.decider);
  return {
    decision: id,
    question,
    outcome,
    rationale,
    decider: decider?.id ?? "",
    deciderName: decider?.name ?? "",
  };
}
