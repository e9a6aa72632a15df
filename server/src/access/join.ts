import { randomBytes } from "node:crypto";
import type { Actor, Circle, Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import { readCode } from "@planwand/shared/workshop/code.ts";
import type { ActorRow, KeyRow, Storage } from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { isLive, liveKeys } from "./live-keys.ts";
import type { Principal } from "./principal.ts";
import { hashSecret } from "./secret.ts";
import { type OpenedSession, continuedOrNewSession } from "./session.ts";

/** How a person is known to others. */
export interface Introduction {
  readonly name: string;
  readonly circle: Circle;
}

/** How somebody comes in, besides the key or code. */
export interface Arrival extends Introduction {
  readonly sessionSecret: string | null;
  readonly isSharedDevice: boolean;
}

export interface Joined {
  readonly plan: { readonly id: string; readonly title: string };
  readonly role: Role;
  readonly actor: Actor;
  readonly session: OpenedSession;
}

/** An actor for someone new in this plan. */
export function newActor(planId: string, { name, circle }: Introduction, clock: Clock): ActorRow {
  const id = idFrom(randomBytes);
  return { planId, id, name, circle, color: colorOf(id), createdAt: clock() };
}

/**
 * Exchanges a key for a session, or adds it to the session that there is. Whoever joins again with the same session is the same
 * actor, under the name and circle given last, so that edits kept offline still belong to it.
 */
export async function joinPlan(
  storage: Storage,
  clock: Clock,
  request: { readonly key: string } & Arrival,
): Promise<Result<Joined, "unknown-key" | "key-ended">> {
  return joinWith(storage, clock, await storage.access.keyByHash(hashSecret(request.key)), request);
}

/** The same with the code of a workshop that goes on, as somebody typed it. */
export async function joinWorkshop(
  storage: Storage,
  clock: Clock,
  request: { readonly code: string } & Arrival,
): Promise<Result<Joined & { readonly workshop: string; readonly who: Principal }, "unknown-code">> {
  const code = readCode(request.code);
  const known = code === null ? null : await storage.workshops.byCode(code);
  const keys = known === null ? [] : await storage.access.keysOf(known.planId);
  const key = keys.find(({ id }) => id === known?.keyId) ?? null;
  const joined = await joinWith(storage, clock, key, request);
  if (known === null || !joined.ok) return refuse("unknown-code");
  const { plan, role, actor } = joined.value;
  const sessionId = joined.value.session.row.id;
  const who: Principal = { planId: plan.id, actor, role, sessionId, keyIds: [known.keyId] };
  return ok({ ...joined.value, workshop: known.session, who });
}

async function joinWith(
  { access, plans }: Storage,
  clock: Clock,
  key: KeyRow | null,
  request: Arrival,
): Promise<Result<Joined, "unknown-key" | "key-ended">> {
  const plan = key === null ? null : await plans.get(key.planId);
  if (key === null || plan === null || plan.deletedAt !== null) return refuse("unknown-key");
  if (!isLive(key, clock())) return refuse("key-ended");
  const session = await continuedOrNewSession(access, clock, request.sessionSecret, request.isSharedDevice);
  await access.saveSession(session.row);
  const known = await access.membership(plan.id, session.row.id);
  const { name, circle } = request;
  const actor = known === null ? newActor(plan.id, request, clock) : { ...known.actor, name, circle };
  await access.join(session.row.id, actor, key.id);
  const role = liveKeys([...(known?.keys ?? []), key], clock())?.role ?? key.role;
  return ok({
    plan: { id: plan.id, title: plan.title },
    role,
    actor: { id: actor.id, name, circle, color: actor.color },
    session,
  });
}
