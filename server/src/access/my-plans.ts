import type { Actor, Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { AccessStore, PlanRow } from "../storage/port.ts";
import { isLive, liveKeys } from "./live-keys.ts";
import { SHARED_SESSION_LASTS_MS } from "./session.ts";

/** A plan that someone can open now. */
export interface MyPlan {
  readonly plan: PlanRow;
  readonly role: Role;
  readonly actor: Actor;
  /** Who else owns it; null for whoever does not own it. */
  readonly ownership: Ownership | null;
}

/** What is left of the ownership of a plan when one session ends. */
export interface Ownership {
  /** Other sessions that open the plan as its owner and last: not those of a shared device. */
  readonly others: number;
  /** When the last owner's link was made that nobody used yet (ms since 1970); null when there is none. */
  readonly spareLinkAt: number | null;
}

/** The plans that this session can open now, newest first. */
export async function myPlans(store: AccessStore, clock: Clock, sessionId: string): Promise<MyPlan[]> {
  const memberships = await store.memberships(sessionId);
  const mine: MyPlan[] = [];
  for (const { plan, actor, keys } of memberships) {
    const live = plan.deletedAt === null ? liveKeys(keys, clock()) : null;
    if (live === null) continue;
    const ownership = live.role === "owner" ? await ownershipOf(store, clock(), plan.id, sessionId) : null;
    mine.push({ plan, role: live.role, actor, ownership });
  }
  return mine;
}

async function ownershipOf(
  store: AccessStore,
  nowMs: number,
  planId: string,
  sessionId: string,
): Promise<Ownership> {
  const sessions = await store.sessionsWithRole(planId, "owner", nowMs);
  const others = sessions.filter(
    ({ id, expiresAt }) => id !== sessionId && expiresAt > nowMs + SHARED_SESSION_LASTS_MS,
  );
  const spare = (await store.keysOf(planId)).filter(
    (key) => key.role === "owner" && key.uses === 0 && isLive(key, nowMs),
  );
  const made = spare.map(({ createdAt }) => createdAt);
  return { others: others.length, spareLinkAt: made.length === 0 ? null : Math.max(...made) };
}
