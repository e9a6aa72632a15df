import type { Activity, Communication, Decision, Plan, RoleSlot } from "./schema.ts";

/** The same plan without the references that lead to nothing in it, and without remarks on cells that are not there. */
export function resolveReferences(plan: Plan): Plan {
  const ids = {
    goals: idsOf(plan.goals),
    phases: idsOf(plan.phases),
    domains: idsOf(plan.domains),
    parties: idsOf(plan.parties),
    activities: idsOf(plan.activities),
    decisions: idsOf(plan.decisions),
  };
  return {
    ...plan,
    activities: plan.activities.map((activity) => resolveActivity(activity, ids)),
    decisions: plan.decisions.map((decision) => resolveDecision(decision, ids)),
    communications: plan.communications.map((moment) => resolveCommunication(moment, ids)),
    cells: plan.cells.filter((cell) => ids.phases.has(cell.phase) && ids.domains.has(cell.domain)),
  };
}

type Ids = ReadonlySet<string>;
type Known = Readonly<Record<"goals" | "phases" | "domains" | "parties" | "activities" | "decisions", Ids>>;

function resolveActivity(activity: Activity, known: Known): Activity {
  const { roles, waiting } = activity;
  const inRole = (slot: RoleSlot) => roles[slot].filter((party) => known.parties.has(party));
  return {
    ...activity,
    waiting: waiting === null ? null : { ...waiting, party: only(waiting.party, known.parties) },
    roles: {
      sponsor: inRole("sponsor"),
      executor: inRole("executor"),
      codecider: inRole("codecider"),
      consulted: inRole("consulted"),
      informed: inRole("informed"),
    },
    names: Object.fromEntries(
      Object.entries(activity.names).filter(([key]) => known.parties.has(key.slice(key.indexOf(":") + 1))),
    ),
    dependsOn: activity.dependsOn.filter((id) => known.activities.has(id)),
    goals: activity.goals.filter((id) => known.goals.has(id)),
    acceptedBy: only(activity.acceptedBy, known.parties),
  };
}

function resolveDecision(decision: Decision, known: Known): Decision {
  return {
    ...decision,
    activity: only(decision.activity, known.activities),
    decider: only(decision.decider, known.parties),
    advisers: decision.advisers.filter((id) => known.parties.has(id)),
    replaces: only(decision.replaces, known.decisions),
  };
}

function resolveCommunication(moment: Communication, known: Known): Communication {
  return {
    ...moment,
    phase: only(moment.phase, known.phases),
    activity: only(moment.activity, known.activities),
    audience: moment.audience.filter((id) => known.parties.has(id)),
    sender: only(moment.sender, known.parties),
  };
}

function idsOf(entries: readonly { readonly id: string }[]): Ids {
  return new Set(entries.map((entry) => entry.id));
}

function only(id: string | null, known: Ids): string | null {
  return id !== null && known.has(id) ? id : null;
}
