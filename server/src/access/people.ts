import type { Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { AccessStore, ActorRow } from "../storage/port.ts";
import { liveKeys } from "./live-keys.ts";

/** Somebody who can open a plan. */
export interface PersonWithAccess {
  readonly actor: ActorRow;
  readonly role: Role;
}

/** Whoever can open the plan now, first come first; those whose keys have all ended are not among them. */
export async function peopleOf(
  store: AccessStore,
  clock: Clock,
  planId: string,
): Promise<PersonWithAccess[]> {
  const members = await store.members(planId);
  return members.flatMap(({ actor, keys }) => {
    const live = liveKeys(keys, clock());
    return live === null ? [] : [{ actor, role: live.role }];
  });
}
