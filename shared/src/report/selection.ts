import { type Activity, type Communication, type Decision, type Plan } from "../plan/schema.ts";
import { slotsOf } from "../views/roles.ts";
import type { ReportOptions } from "./options.ts";

/** The part of a plan that a report is about; numbers are those of the whole plan. */
export interface Selected {
  readonly activities: readonly Activity[];
  readonly decisions: readonly Decision[];
  readonly communications: readonly Communication[];
  readonly phases: Plan["phases"];
  readonly domains: Plan["domains"];
  /** Whether anything was left out. */
  readonly isWhole: boolean;
}

/**
 * What belongs to the phase, domain and party that are asked for, all of them: activities by their place and roles; decisions by
 * their activity, and by who decides or advises; moments by their phase, their activity, and by who speaks or hears.
 */
export function selectFrom(plan: Plan, { phase, domain, party }: Partial<ReportOptions>): Selected {
  const isAsked = (wanted: string | undefined, found: string | null): boolean =>
    wanted === undefined || wanted === found;
  const byId = new Map(plan.activities.map((activity) => [activity.id, activity]));
  const inPlace = (id: string | null): boolean => {
    const activity = id === null ? undefined : byId.get(id);
    return isAsked(phase, activity?.phase ?? null) && isAsked(domain, activity?.domain ?? null);
  };
  return {
    activities: plan.activities.filter(
      (activity) =>
        isAsked(phase, activity.phase) &&
        isAsked(domain, activity.domain) &&
        (party === undefined || slotsOf(activity, party).length > 0),
    ),
    decisions: plan.decisions.filter(
      ({ activity, decider, advisers }) =>
        inPlace(activity) && (party === undefined || decider === party || advisers.includes(party)),
    ),
    communications: plan.communications.filter(
      (moment) =>
        isAsked(phase, moment.phase) &&
        (domain === undefined || inPlace(moment.activity)) &&
        (party === undefined || moment.sender === party || moment.audience.includes(party)),
    ),
    phases: plan.phases.filter(({ id }) => isAsked(phase, id)),
    domains: plan.domains.filter(({ id }) => isAsked(domain, id)),
    isWhole: phase === undefined && domain === undefined && party === undefined,
  };
}
