import type { Command } from "@planwand/shared/journal/commands.ts";
import type { PlanFacts } from "@planwand/shared/journal/decide.ts";
import { termsOf } from "@planwand/shared/views/agreements.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Documents } from "../plans/documents.ts";
import type { AccessStore } from "../storage/port.ts";

/** What the plan says of what a command is about, and the state that a snapshot of it keeps. */
export interface GatheredFacts {
  readonly facts: PlanFacts;
  /** One V1 update; null for a command that keeps none. */
  readonly state: Uint8Array | null;
}

const NOTHING: PlanFacts = {
  decision: null,
  terms: null,
  snapshot: null,
  adopterName: null,
  isMember: false,
  memberNames: [],
  somebody: "",
};

/** What stands in place of a name that is gone. */
const SOMEBODY = { nl: "iemand", en: "somebody" } as const;

/** Gathers what a command needs to know of the plan and its members, read only for commands that need it. */
export async function gatherFacts(
  planId: string,
  command: Command,
  documents: Pick<Documents, "readPlan" | "takeState">,
  access: Pick<AccessStore, "actor">,
): Promise<GatheredFacts> {
  if (command.type === "member.anonymise") {
    const actor = await access.actor(planId, command.member);
    const { plan } = await documents.readPlan(planId);
    const memberNames = actor === null || actor.name === "" ? [] : [actor.name];
    const somebody = SOMEBODY[plan.language];
    return { facts: { ...NOTHING, isMember: actor !== null, memberNames, somebody }, state: null };
  }
  if (command.type === "snapshot.take") {
    const { seq: planSeq, sha256, contentHash, state } = await documents.takeState(planId);
    return { facts: { ...NOTHING, snapshot: { planSeq, sha256, contentHash } }, state };
  }
  const readPlan = async (): Promise<Plan> => (await documents.readPlan(planId)).plan;
  return { facts: { ...NOTHING, ...(await factsOf(command, readPlan)) }, state: null };
}

async function factsOf(command: Command, readPlan: () => Promise<Plan>): Promise<Partial<PlanFacts>> {
  if (command.type === "decision.take")
    return { decision: decisionFacts(await readPlan(), command.decision) };
  if (command.type === "agreement.give") {
    const plan = await readPlan();
    const activity = plan.activities.find(({ id }) => id === command.activity);
    const isParty = plan.parties.some(({ id }) => id === command.party);
    return { terms: activity === undefined || !isParty ? null : termsOf(activity) };
  }
  if (command.type !== "version.adopt") return {};
  const { parties } = await readPlan();
  return { adopterName: parties.find(({ id }) => id === command.party)?.name ?? null };
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
