import type { LocalDate } from "../kernel/clock.ts";
import { type Journal, sealOf } from "../journal/journal.ts";
import type { Activity, Decision, Party, Plan } from "../plan/schema.ts";
import { type Standing, standingOf } from "../views/decisions.ts";

/** What every rule reads, looked up once. */
export interface CheckContext {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly today: LocalDate;
  /** The activities that rules ask something of: ideas and what was dropped are left alone. */
  readonly live: readonly Activity[];
  readonly activities: ReadonlyMap<string, Activity>;
  readonly parties: ReadonlyMap<string, Party>;
  /** Ids of activities with a comment that was not withdrawn. */
  readonly discussed: ReadonlySet<string>;
  readonly standing: (decision: Decision) => Standing;
}

export function contextOf(plan: Plan, journal: Journal, today: LocalDate): CheckContext {
  const discussed = new Set<string>();
  for (const { anchor, withdrawn } of journal.comments.values())
    if (anchor.kind === "activity" && withdrawn === null) discussed.add(anchor.id);
  return {
    plan,
    journal,
    today,
    live: plan.activities.filter(isLive),
    activities: new Map(plan.activities.map((activity) => [activity.id, activity])),
    parties: new Map(plan.parties.map((party) => [party.id, party])),
    discussed,
    standing: (decision) => standingOf(decision, sealOf(journal, decision.id)),
  };
}

/** Whether rules ask anything of this activity. */
export function isLive({ status }: Pick<Activity, "status">): boolean {
  return status !== "idea" && status !== "dropped";
}

/** Whether it is still to be finished. */
export function isGoing({ status }: Pick<Activity, "status">): boolean {
  return status === "planned" || status === "active" || status === "blocked";
}

/** Who an activity is up to: its sponsor and executors, or who co-decides when there are none. */
export function ownersOf({ roles }: Pick<Activity, "roles">): readonly string[] {
  const owners = [...new Set([...roles.sponsor, ...roles.executor])];
  return owners.length > 0 ? owners : roles.codecider;
}
