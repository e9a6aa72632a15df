import type { Actor, Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { AccessStore, PlanRow } from "../storage/port.ts";
import { liveKeys } from "./live-keys.ts";

/** A plan that someone can open now. */
export interface MyPlan {
  readonly plan: PlanRow;
  readonly role: Role;
  readonly actor: Actor;
}

/** The plans that this session can open now, newest first. */
export async function myPlans(store: AccessStore, clock: Clock, sessionId: string): Promise<MyPlan[]> {
  const memberships = await store.memberships(sessionId);
  return memberships.flatMap(({ plan, actor, keys }) => {
    const live = plan.deletedAt === null ? liveKeys(keys, clock()) : null;
    return live === null ? [] : [{ plan, role: live.role, actor }];
  });
}
