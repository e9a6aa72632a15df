import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { ActorRow, KeyRow, Storage } from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { credentialsOf } from "./credentials.ts";
import { liveKeys } from "./live-keys.ts";
import type { Principal } from "./principal.ts";
import { hashSecret } from "./secret.ts";
import { findSession } from "./session.ts";

/** Why someone may not come in: no session or key at all, no such plan or no longer, or one that this session or key does not open. */
export type AccessRefusal = "unauthenticated" | "not-found" | "no-access" | "plan-deleted";

/** Someone who may come in, until the first of their keys expires (ms since 1970; null for never). */
export interface Admittance {
  readonly who: Principal;
  readonly validUntilMs: number | null;
}

export type Authenticate = (headers: Headers, planId: string) => Promise<Result<Admittance, AccessRefusal>>;

/** Makes the one function by which requests and sockets alike are let into a plan. */
export function createAuthenticate(storage: Storage, clock: Clock): Authenticate {
  return async (headers, planId) => {
    const { bearerKey, sessionSecret } = credentialsOf(headers);
    const plan = isId(planId) ? await storage.plans.get(planId) : null;
    // Keys and sessions went with it: whoever still knows its id hears why.
    if (plan === null && isId(planId) && (await storage.plans.wasErased(planId)))
      return refuse("plan-deleted");
    if (plan !== null && plan.deletedAt !== null) return refuse("plan-deleted");
    const session = await findSession(storage.access, clock, sessionSecret);
    const key = bearerKey === null ? null : await storage.access.keyByHash(hashSecret(bearerKey));
    if (session === null && key === null) return refuse("unauthenticated");
    if (plan === null) return refuse("not-found");
    if (key !== null) {
      if (key.planId !== planId) return refuse("no-access");
      return admit(planId, () => scriptActor(storage, clock, key), [key], clock());
    }
    const membership = session === null ? null : await storage.access.membership(planId, session.row.id);
    if (membership === null) return refuse("no-access");
    return admit(planId, async () => membership.actor, membership.keys, clock());
  };
}

async function admit(
  planId: string,
  actorRow: () => Promise<ActorRow>,
  keys: readonly KeyRow[],
  nowMs: number,
): Promise<Result<Admittance, AccessRefusal>> {
  const live = liveKeys(keys, nowMs);
  if (live === null) return refuse("no-access");
  const { id, name, circle, color } = await actorRow();
  const actor: Actor = { id, name, circle, color };
  return ok({
    who: { planId, actor, role: live.role, keyIds: live.keyIds },
    validUntilMs: live.validUntilMs,
  });
}

/** The actor of whoever comes with a bare key: one for each key, for ever. */
async function scriptActor(storage: Storage, clock: Clock, key: KeyRow): Promise<ActorRow> {
  const id = `script-${key.id}`;
  const known = await storage.access.actor(key.planId, id);
  if (known !== null) return known;
  const actor: ActorRow = {
    planId: key.planId,
    id,
    name: "Script",
    circle: null,
    color: colorOf(id),
    createdAt: clock(),
  };
  await storage.access.saveActor(actor);
  return actor;
}
