import type { NewId } from "../kernel/id.ts";
import type { EntryRoot } from "../plan/entry.ts";
import { renamedPlan } from "../plan/renamed-plan.ts";
import type { Activity, Communication, Decision, Phase, Plan } from "../plan/schema.ts";
import type { CopiedPart, CopyChoices } from "./choices.ts";
import { copiedBlackouts, moverOf } from "./copied-dates.ts";
import type { Moved } from "./move-date.ts";

interface Copying {
  readonly has: (part: CopiedPart) => boolean;
  readonly date: (date: string | null) => string | null;
  readonly newId: NewId;
}

/** The plan as one that begins anew: what was chosen goes along, what happened stays behind, and every entry has an id of its own. */
export function copyPlan(plan: Plan, choices: CopyChoices & { readonly title: string }, newId: NewId): Plan {
  const { parts, title } = choices;
  const move: (date: string) => Moved = moverOf(plan, choices);
  const copying: Copying = {
    // Names of persons stand beside the party that they act for.
    has: (part) => parts.includes(part) && (part !== "names" || parts.includes("parties")),
    date: (date) => (date === null ? null : move(date).to),
    newId,
  };
  const { has } = copying;
  const kept: Plan = {
    schema: plan.schema,
    language: plan.language,
    title,
    ...(has("goals") ? { ambition: plan.ambition, rich: plan.rich } : { ambition: "", rich: {} }),
    goals: has("goals") ? plan.goals.map((goal) => ({ ...goal, actual: "" })) : [],
    phases: plan.phases.map((phase) => copiedPhase(phase, copying)),
    domains: has("texts")
      ? plan.domains
      : plan.domains.map((domain) => ({ ...domain, impact: "", rich: {} })),
    parties: has("parties") ? plan.parties : [],
    activities: plan.activities.map((activity) => copiedActivity(activity, copying)),
    decisions: has("decisions") ? plan.decisions.map((decision) => copiedDecision(decision, copying)) : [],
    communications: has("communications")
      ? plan.communications.map((moment) => copiedMoment(moment, copying))
      : [],
    parking: has("parking") ? plan.parking : [],
    blackouts: copiedBlackouts(plan, choices),
    cells: plan.cells,
    waivers: [],
    bin: [],
  };
  return renamedPlan(kept, freshIds(kept, newId));
}

function copiedPhase(phase: Phase, { has, date }: Copying): Phase {
  const { goal, start, end } = phase;
  return { ...phase, goal: has("texts") ? goal : "", start: date(start), end: date(end) };
}

const NO_TEXTS = {
  what: "",
  why: "",
  result: "",
  criterion: "",
  rich: {},
  links: [],
  risk: "",
  riskLevel: null,
  riskMeasure: "",
} as const satisfies Partial<Activity>;
const NO_ROLES = { sponsor: [], executor: [], codecider: [], consulted: [], informed: [] } as const;

function copiedActivity(activity: Activity, { has, date, newId }: Copying): Activity {
  const { status, start, end, steps, links, roles, names, goals } = activity;
  return {
    ...activity,
    ...(has("texts") ? { links: links.map((link) => ({ ...link, id: newId() })) } : NO_TEXTS),
    // What was dropped is there to be thought about again, and nobody is asked to do it.
    status: status === "idea" || status === "dropped" ? "idea" : "planned",
    waiting: null,
    progress: 0,
    start: date(start),
    end: date(end),
    roles: has("parties") ? roles : NO_ROLES,
    names: has("names") ? names : {},
    steps: has("steps") ? steps.map((step) => ({ ...step, id: newId(), done: false })) : [],
    goals: has("goals") ? goals : [],
    acceptedBy: null,
    acceptedOn: null,
  };
}

function copiedDecision(decision: Decision, { has, date, newId }: Copying): Decision {
  const { rich, options, decider, advisers, neededBy } = decision;
  return {
    ...decision,
    options: options.map((option) => ({ ...option, id: newId() })),
    decider: has("parties") ? decider : null,
    advisers: has("parties") ? advisers : [],
    neededBy: date(neededBy),
    status: "open",
    outcome: "",
    rationale: "",
    rich: rich.context === undefined ? {} : { context: rich.context },
    decidedOn: null,
    replaces: null,
  };
}

function copiedMoment(moment: Communication, { has, date }: Copying): Communication {
  const { audience, sender } = moment;
  return {
    ...moment,
    audience: has("parties") ? audience : [],
    date: date(moment.date),
    sender: has("parties") ? sender : null,
    done: false,
  };
}

const RENAMED = [
  "goals",
  "phases",
  "domains",
  "parties",
  "activities",
  "decisions",
  "communications",
  "parking",
  "blackouts",
  "cells",
] as const satisfies readonly EntryRoot[];

function freshIds(plan: Plan, newId: NewId): ReadonlyMap<string, string> {
  const known = RENAMED.flatMap((root) => plan[root].map(({ id }) => `${root}:${id}`));
  return new Map(known.map((key) => [key, newId()]));
}
