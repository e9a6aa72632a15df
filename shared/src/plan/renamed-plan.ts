import type { EntryRoot } from "./entry.ts";
import type { Plan } from "./schema.ts";

/** A plan with every entry, and every reference to one, under the id that it gets. */
export function renamedPlan(plan: Plan, ids: ReadonlyMap<string, string>): Plan {
  const to = (root: EntryRoot, id: string): string => ids.get(`${root}:${id}`) ?? id;
  const orNull = (root: EntryRoot, id: string | null): string | null => (id === null ? null : to(root, id));
  const all = (root: EntryRoot, list: readonly string[]): string[] => list.map((id) => to(root, id));
  const own = <Entry extends { readonly id: string }>(root: EntryRoot, entry: Entry): Entry => ({
    ...entry,
    id: to(root, entry.id),
  });
  return {
    ...plan,
    goals: plan.goals.map((goal) => own("goals", goal)),
    phases: plan.phases.map((phase) => own("phases", phase)),
    domains: plan.domains.map((domain) => own("domains", domain)),
    parties: plan.parties.map((party) => own("parties", party)),
    activities: plan.activities.map((activity) => ({
      ...own("activities", activity),
      phase: orNull("phases", activity.phase),
      domain: orNull("domains", activity.domain),
      waiting:
        activity.waiting === null
          ? null
          : { ...activity.waiting, party: orNull("parties", activity.waiting.party) },
      roles: {
        sponsor: all("parties", activity.roles.sponsor),
        executor: all("parties", activity.roles.executor),
        codecider: all("parties", activity.roles.codecider),
        consulted: all("parties", activity.roles.consulted),
        informed: all("parties", activity.roles.informed),
      },
      names: Object.fromEntries(
        Object.entries(activity.names).map(([key, name]) => {
          const at = key.indexOf(":") + 1;
          return [key.slice(0, at) + to("parties", key.slice(at)), name];
        }),
      ),
      dependsOn: all("activities", activity.dependsOn),
      goals: all("goals", activity.goals),
      acceptedBy: orNull("parties", activity.acceptedBy),
    })),
    decisions: plan.decisions.map((decision) => ({
      ...own("decisions", decision),
      activity: orNull("activities", decision.activity),
      decider: orNull("parties", decision.decider),
      advisers: all("parties", decision.advisers),
      replaces: orNull("decisions", decision.replaces),
    })),
    communications: plan.communications.map((moment) => ({
      ...own("communications", moment),
      phase: orNull("phases", moment.phase),
      activity: orNull("activities", moment.activity),
      audience: all("parties", moment.audience),
      sender: orNull("parties", moment.sender),
    })),
    parking: plan.parking.map((item) => own("parking", item)),
    blackouts: plan.blackouts.map((period) => own("blackouts", period)),
    cells: plan.cells.map((cell) => ({
      ...own("cells", cell),
      phase: to("phases", cell.phase),
      domain: to("domains", cell.domain),
    })),
  };
}
