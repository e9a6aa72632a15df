import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { ActorRow, KeyRow, SessionRow, Storage } from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { credentialsOf } from "./credentials.ts";
import { liveKeys } from "./live-keys.ts";
import type { Principal } from "./principal.ts";
import { hashSecret } from "./secret.ts";
import { findSession } from "./session.ts";

/** Why someone may not come in: no session or key at all, no such plan or no longer, or one that this session or key does not open. */
export type AccessRefusal = "unauthenticated" | "not-found" | "no-access" | "plan-deleted";

/** Someone who may come in. */
export interface Admittance {
  readonly who: Principal;
  /** When the session or the first of their keys expires, ms since 1970; null for never. */
  readonly validUntilMs: number | null;
}

export type Authenticate = (headers: Headers, planId: string) => Promise<Result<Admittance, AccessRefusal>>;

/** Says of somebody who was let in whether they still would be, by what is on disk now. */
export type Standing = (who: Principal) => Promise<Result<Admittance, AccessRefusal>>;

/** Makes the one function by which requests and sockets alike are let into a plan. */
export function createAuthenticate(storage: Storage, clock: Clock): Authenticate {
  return async (headers, planId) => {
    const { bearerKey, sessionSecret } = credentialsOf(headers);
    const missing = await whyNoPlan(storage, planId);
    // Keys and sessions went with it: whoever still knows its id hears why.
    if (missing === "plan-deleted") return refuse(missing);
    const session = await findSession(storage.access, clock, sessionSecret);
    const key = bearerKey === null ? null : await storage.access.keyByHash(hashSecret(bearerKey));
    if (session === null && key === null) return refuse("unauthenticated");
    if (missing !== null) return refuse(missing);
    if (key !== null) {
      if (key.planId !== planId) return refuse("no-access");
      return admit(planId, () => scriptActor(storage, clock, key), [key], null, clock());
    }
    return session === null ? refuse("no-access") : admitMember(storage, planId, session.row, clock());
  };
}

/** Makes the function that says of somebody, some time after they were let in, whether they may stay. */
export function createStanding(storage: Storage, clock: Clock): Standing {
  return async ({ planId, actor, keyIds, sessionId }) => {
    const missing = await whyNoPlan(storage, planId);
    if (missing !== null) return refuse(missing);
    if (sessionId === null) {
      const keys = (await storage.access.keysOf(planId)).filter(({ id }) => keyIds.includes(id));
      return admit(planId, async () => actor, keys, null, clock());
    }
    const session = await storage.access.session(sessionId);
    if (session === null || session.expiresAt <= clock()) return refuse("unauthenticated");
    return admitMember(storage, planId, session, clock());
  };
}

async function whyNoPlan(
  { plans }: Pick<Storage, "plans">,
  planId: string,
): Promise<"not-found" | "plan-deleted" | null> {
  if (!isId(planId)) return "not-found";
  const plan = await plans.get(planId);
  if (plan !== null) return plan.deletedAt === null ? null : "plan-deleted";
  return (await plans.wasErased(planId)) ? "plan-deleted" : "not-found";
}

async function admitMember(
  { access }: Pick<Storage, "access">,
  planId: string,
  session: SessionRow,
  nowMs: number,
): Promise<Result<Admittance, AccessRefusal>> {
  const membership = await access.membership(planId, session.id);
  if (membership === null) return refuse("no-access");
  return admit(planId, async () => membership.actor, membership.keys, session, nowMs);
}

async function admit(
  planId: string,
  actorOf: () => Promise<Actor>,
  keys: readonly KeyRow[],
  session: SessionRow | null,
  nowMs: number,
): Promise<Result<Admittance, AccessRefusal>> {
  const live = liveKeys(keys, nowMs);
  if (live === null) return refuse("no-access");
  const { id, name, circle, color } = await actorOf();
  const actor: Actor = { id, name, circle, color };
  const ends = [live.validUntilMs, session?.expiresAt ?? null].filter((endMs) => endMs !== null);
  return ok({
    who: { planId, actor, role: live.role, sessionId: session?.id ?? null, keyIds: live.keyIds },
    validUntilMs: ends.length === 0 ? null : Math.min(...ends),
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
