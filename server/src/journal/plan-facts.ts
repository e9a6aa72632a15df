import { randomBytes } from "node:crypto";
import type { Role } from "@planwand/shared/access/role.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { PlanOutline, WorkshopFacts } from "@planwand/shared/workshop/desk.ts";
import type { Command } from "@planwand/shared/journal/commands.ts";
import type { PlanFacts } from "@planwand/shared/journal/decide.ts";
import { termsOf } from "@planwand/shared/views/agreements.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import type { Documents } from "../plans/documents.ts";
import { planIn } from "../plans/plan-value.ts";
import { liveKeys } from "../access/live-keys.ts";
import type { AccessStore, Membership } from "../storage/port.ts";

/** What the plan says of what a command is about, and the state that a snapshot of it keeps. */
export interface GatheredFacts {
  readonly facts: Omit<PlanFacts, "workshop"> & { readonly workshop: GatheredForWorkshop };
  /** One V1 update; null for a command that keeps none. */
  readonly state: Uint8Array | null;
}

/** All but what the journal itself knows. */
type GatheredForWorkshop = Omit<WorkshopFacts, "hidden" | "nowMs">;

const NOTHING: GatheredFacts["facts"] = {
  decision: null,
  terms: null,
  snapshot: null,
  adopterName: null,
  isMember: false,
  memberNames: [],
  somebody: "",
  workshop: { outline: null, heirRole: null, snapshot: "" },
};

/** What stands in place of a name that is gone. */
const SOMEBODY = { nl: "iemand", en: "somebody" } as const;

/** Gathers what a command needs to know of the plan and its members, read only for commands that need it. */
export async function gatherFacts(
  planId: string,
  command: Command,
  documents: Pick<Documents, "readPlan" | "takeState">,
  access: Pick<AccessStore, "actor" | "members">,
  nowMs: number,
): Promise<GatheredFacts> {
  if (command.type === "member.anonymise") {
    const actor = await access.actor(planId, command.member);
    const { language } = await documents.readPlan(planId);
    const memberNames = actor === null || actor.name === "" ? [] : [actor.name];
    const somebody = SOMEBODY[language];
    return { facts: { ...NOTHING, isMember: actor !== null, memberNames, somebody }, state: null };
  }
  const readPlan = async (): Promise<Plan> => planIn(await documents.readPlan(planId));
  if (KEEPS_PLAN.has(command.type)) {
    const { seq: planSeq, sha256, contentHash, state } = await documents.takeState(planId);
    const workshop = {
      ...NOTHING.workshop,
      outline: command.type === "session.open" ? outlineOf(await readPlan()) : null,
      snapshot: idFrom(randomBytes),
    };
    return { facts: { ...NOTHING, snapshot: { planSeq, sha256, contentHash }, workshop }, state };
  }
  if (command.type === "lead.hand") {
    const heirRole = roleOf(await access.members(planId), command.to, nowMs);
    return { facts: { ...NOTHING, workshop: { ...NOTHING.workshop, heirRole } }, state: null };
  }
  if (NEEDS_OUTLINE.has(command.type)) {
    const outline = outlineOf(await readPlan());
    return { facts: { ...NOTHING, workshop: { ...NOTHING.workshop, outline } }, state: null };
  }
  return { facts: { ...NOTHING, ...(await factsOf(command, readPlan)) }, state: null };
}

/** Commands that keep the plan as it stands. */
const KEEPS_PLAN = new Set<Command["type"]>(["snapshot.take", "session.open", "session.close"]);
/** Commands of a workshop that are about what is in the plan. */
const NEEDS_OUTLINE = new Set<Command["type"]>([
  "session.next",
  "session.back",
  "session.goto",
  "focus.set",
  "role.claim",
]);

function outlineOf({ activities, decisions, parties }: Plan): PlanOutline {
  return {
    activities: activities.map(({ id, phase, domain }) => ({ id, phase, domain })),
    decisions: decisions.map(({ id }) => id),
    parties: parties.map(({ id }) => id),
  };
}

function roleOf(members: readonly Membership[], actor: string, nowMs: number): Role | null {
  const keys = members.filter((member) => member.actor.id === actor).flatMap((member) => member.keys);
  return liveKeys(keys, nowMs)?.role ?? null;
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
