import { CLAIMED_SLOTS, type ClaimedSlot } from "@planwand/shared/workshop/session.ts";
import type { CardSnapshot } from "../../plan/plan-index.ts";

/** An activity with the roles that nobody has in it. */
export type Lacking = Pick<CardSnapshot, "id" | "title" | "place"> & {
  readonly slots: readonly ClaimedSlot[];
};

/** The activities in which somebody is still sought, in the order given; those that lapsed or are done seek nobody. */
export function lacking(activities: readonly CardSnapshot[]): readonly Lacking[] {
  return activities.flatMap(({ id, title, place, roles, status }) => {
    if (status === "dropped" || status === "done") return [];
    const slots = CLAIMED_SLOTS.filter((slot) => roles[slot].length === 0);
    return slots.length === 0 ? [] : [{ id, title, place, slots }];
  });
}
