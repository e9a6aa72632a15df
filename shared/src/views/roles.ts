import { CIRCLES, type Circle } from "../access/role.ts";
import { type Activity, type Party, ROLE_SLOTS, type RoleSlot } from "../plan/schema.ts";

/** The roles that a party has in an activity, in the order of the slots. */
export function slotsOf({ roles }: Pick<Activity, "roles">, party: string): RoleSlot[] {
  return ROLE_SLOTS.filter((slot) => roles[slot].includes(party));
}

/** The circles of which no party has any role in these activities. */
export function circlesMissing(
  activities: readonly Pick<Activity, "roles">[],
  parties: readonly Party[],
): Circle[] {
  const involved = new Set(activities.flatMap(({ roles }) => Object.values(roles).flat()));
  const there = new Set(parties.flatMap(({ id, circle }) => (involved.has(id) ? [circle] : [])));
  return CIRCLES.filter((circle) => !there.has(circle));
}

/** How often a party is named somewhere in the plan: as long as it is, it cannot go without another in its place. */
export interface PartyUse {
  readonly activities: number;
  readonly decisions: number;
  readonly communications: number;
}

export function partyUseOf(
  party: string,
  plan: {
    readonly activities: readonly Pick<Activity, "roles" | "acceptedBy" | "waiting">[];
    readonly decisions: readonly { readonly decider: string | null; readonly advisers: readonly string[] }[];
    readonly communications: readonly {
      readonly sender: string | null;
      readonly audience: readonly string[];
    }[];
  },
): PartyUse {
  return {
    activities: plan.activities.filter(
      (card) => slotsOf(card, party).length > 0 || card.acceptedBy === party || card.waiting?.party === party,
    ).length,
    decisions: plan.decisions.filter(({ decider, advisers }) => decider === party || advisers.includes(party))
      .length,
    communications: plan.communications.filter(
      ({ sender, audience }) => sender === party || audience.includes(party),
    ).length,
  };
}
