import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import {
  type ActorRow,
  type KeyRow,
  type SessionRow,
  type Storage,
  StorageUnavailable,
} from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { scriptActorId } from "./keys.ts";
import { credentialsOf } from "./credentials.ts";
import { liveKeys } from "./live-keys.ts";
import type { Principal } from "./principal.ts";
import { hashSecret } from "./secret.ts";
import type { OpenedSession, Sessions } from "./session.ts";

/** Why someone may not come in: no session or key at all, no such plan or no longer, or one that this session or key does not open. */
export type AccessRefusal = "unauthenticated" | "not-found" | "no-access" | "plan-deleted";

/** The id that was asked for, when there is or was such a plan; else nothing, since it may be a secret typed where it does not belong. */
export function knownPlan(planId: string, refusal: AccessRefusal): string {
  return refusal === "no-access" || refusal === "plan-deleted" ? planId : "";
}

/** Someone who may come in. */
export interface Admittance {
  readonly who: Principal;
  /** When the session or the first of their keys expires, ms since 1970; null for never. */
  readonly validUntilMs: number | null;
}

/** Whoever comes in with a request, and what their device keeps; null for a script. */
export interface Entrant extends Admittance {
  readonly session: OpenedSession | null;
}

export type Authenticate = (headers: Headers, planId: string) => Promise<Result<Entrant, AccessRefusal>>;

/** Says of somebody who was let in whether they still would be, by what is on disk now. */
export type Standing = (who: Principal) => Promise<Result<Admittance, AccessRefusal>>;

/** Makes the one function by which requests and sockets alike are let into a plan. */
export function createAuthenticate(storage: Storage, clock: Clock, sessions: Sessions): Authenticate {
  return async (headers, planId) => {
    const { bearerKey, session: presented } = credentialsOf(headers);
    const session = await sessions.find(presented);
    const key = bearerKey === null ? null : await scriptKey(storage, bearerKey);
    const plan = isId(planId) ? await storage.plans.get(planId) : null;
    if (plan === null || plan.deletedAt !== null) {
      // Keys and sessions went with it: whoever had it hears why, and nobody else that there was one.
      const secret = bearerKey ?? presented?.secret ?? null;
      const isKnown = plan !== null && (session ?? key) !== null;
      if (isKnown || (await wasTheirs(storage, planId, secret))) return refuse("plan-deleted");
      return refuse(session === null && key === null ? "unauthenticated" : "not-found");
    }
    if (key !== null) {
      if (key.planId !== planId) return refuse("no-access");
      const script = await admit(planId, () => scriptActor(storage, clock, key), [key], null, clock());
      return script.ok ? ok({ ...script.value, session: null }) : script;
    }
    if (session === null) return refuse("unauthenticated");
    const member = await admitMember(storage, planId, session.row, clock());
    return member.ok ? ok({ ...member.value, session }) : member;
  };
}

async function wasTheirs({ plans }: Storage, planId: string, secret: string | null): Promise<boolean> {
  return secret !== null && isId(planId) && plans.wasErased(planId, hashSecret(secret));
}

/** Makes the function that says of somebody, some time after they were let in, whether they may stay. */
export function createStanding(storage: Storage, clock: Clock): Standing {
  return async ({ planId, actor, keyIds, sessionId }) => {
    const plan = await storage.plans.get(planId);
    if (plan === null || plan.deletedAt !== null) return refuse("plan-deleted");
    if (sessionId === null) {
      const keys = (await storage.access.keysOf(planId)).filter(({ id }) => keyIds.includes(id));
      return admit(planId, async () => actor, keys, null, clock());
    }
    const session = await storage.access.session(sessionId);
    if (session === null || session.expiresAt <= clock()) return refuse("unauthenticated");
    return admitMember(storage, planId, session, clock());
  };
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

/** The key of a script. One that lets in so many people only is for people: a script would come in any number of times. */
async function scriptKey({ access }: Storage, secret: string): Promise<KeyRow | null> {
  const key = await access.keyByHash(hashSecret(secret));
  return key === null || key.maxUses !== null ? null : key;
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

/** A script's use of its key is written down this often at most. */
const SCRIPT_USE_EVERY_MS = 3_600_000;

/** The actor of whoever comes with a bare key, whose use of it is noted now and then. */
async function scriptActor(storage: Storage, clock: Clock, key: KeyRow): Promise<ActorRow> {
  if (clock() - (key.usedAt ?? 0) >= SCRIPT_USE_EVERY_MS) await noteKeyUse(storage, key.id, clock());
  const id = scriptActorId(key.id);
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

async function noteKeyUse({ access }: Storage, keyId: string, at: number): Promise<void> {
  try {
    await access.noteKeyUse(keyId, at);
  } catch (error) {
    // Reading goes on while nothing can be written.
    if (!(error instanceof StorageUnavailable)) throw error;
  }
}
