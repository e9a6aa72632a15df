import type { Circle } from "../access/role.ts";
import type { Activity, Decision, Party, RoleSlot } from "../plan/schema.ts";
import { ROLE_SLOTS } from "../plan/schema.ts";

/** A plan from one circle's side. */
export interface LensView {
  /** The activities in which a party of the circle has a role, each with those roles in the order of the slots. */
  readonly roles: ReadonlyMap<string, readonly RoleSlot[]>;
  /** Decisions that a party of the circle takes and that are not taken yet. */
  readonly decisions: number;
  /** Activities about which a party of the circle is consulted. */
  readonly consulted: number;
}

/** What a plan asks of a circle. Whether a decision is taken is for `isTaken` to say. */
export function lensOf(
  circle: Circle,
  plan: {
    readonly activities: readonly Pick<Activity, "id" | "roles">[];
    readonly parties: readonly Pick<Party, "id" | "circle">[];
    readonly decisions: readonly Decision[];
  },
  isTaken: (decision: Decision) => boolean,
): LensView {
  const ours = new Set(plan.parties.flatMap((party) => (party.circle === circle ? [party.id] : [])));
  const roles = new Map<string, readonly RoleSlot[]>();
  for (const activity of plan.activities) {
    const slots = ROLE_SLOTS.filter((slot) => activity.roles[slot].some((party) => ours.has(party)));
    if (slots.length > 0) roles.set(activity.id, slots);
  }
  const isOurs = ({ decider }: Decision): boolean => decider !== null && ours.has(decider);
  return {
    roles,
    decisions: plan.decisions.filter((decision) => isOurs(decision) && !isTaken(decision)).length,
    consulted: [...roles.values()].filter((slots) => slots.includes("consulted")).length,
  };
}
