import { randomBytes } from "node:crypto";
import type { Actor, Circle, Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { ActorRow, Storage } from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { isLive, liveKeys } from "./live-keys.ts";
import { hashSecret } from "./secret.ts";
import { type OpenedSession, continuedOrNewSession } from "./session.ts";

/** How a person is known to others. */
export interface Introduction {
  readonly name: string;
  readonly circle: Circle;
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
  { access, plans }: Storage,
  clock: Clock,
  request: {
    readonly key: string;
    readonly sessionSecret: string | null;
    readonly isSharedDevice: boolean;
  } & Introduction,
): Promise<Result<Joined, "unknown-key" | "key-ended">> {
  const key = await access.keyByHash(hashSecret(request.key));
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
