import { randomBytes } from "node:crypto";
import type { Actor, Circle, Role } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import { readCode } from "@planwand/shared/workshop/code.ts";
import type { ActorRow, KeyRow, PlanRow, Storage } from "../storage/port.ts";
import { colorOf } from "./color.ts";
import { isLive, liveKeys } from "./live-keys.ts";
import { hashSecret } from "./secret.ts";
import type { Keeping, OpenedSession, PresentedSession, Sessions } from "./session.ts";

/** How a person is known to others. */
export interface Introduction {
  readonly name: string;
  readonly circle: Circle;
}

/** How somebody comes in, besides the key or code. */
export interface Arrival extends Introduction, Keeping {
  readonly session: PresentedSession | null;
}

export interface Joined {
  readonly plan: { readonly id: string; readonly title: string };
  readonly role: Role;
  readonly actor: Actor;
  /** The plan knew this actor by another name or circle. */
  readonly isRenamed: boolean;
  readonly session: OpenedSession;
}

/** An actor for someone new in this plan. */
export function newActor(planId: string, { name, circle }: Introduction, clock: Clock): ActorRow {
  const id = idFrom(randomBytes);
  return { planId, id, name, circle, color: colorOf(id), createdAt: clock() };
}

export interface JoinParts {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly sessions: Sessions;
}

/** The secret of a link, or the code of a workshop that goes on, as somebody typed it. */
export type Asked = { readonly key: string } | { readonly code: string };

/** What somebody may come in by. */
export interface Invitation {
  readonly key: KeyRow;
  readonly plan: PlanRow;
  /** The session of the workshop, for who came by its code. */
  readonly workshop: string | null;
}

export type InvitationRefusal = "unknown-key" | "key-ended" | "unknown-code";

/** Looks a key or a code up; nothing changes by it. */
export async function findInvitation(
  storage: Storage,
  clock: Clock,
  asked: Asked,
): Promise<Result<Invitation, InvitationRefusal>> {
  const { access, plans } = storage;
  const isCode = "code" in asked;
  const found = isCode ? await byCode(storage, asked.code) : null;
  const key = isCode ? (found?.key ?? null) : await access.keyByHash(hashSecret(asked.key));
  const plan = key === null ? null : await plans.get(key.planId);
  if (key === null || plan === null || plan.deletedAt !== null)
    return refuse(isCode ? "unknown-code" : "unknown-key");
  if (!isLive(key, clock())) return refuse(isCode ? "unknown-code" : "key-ended");
  return ok({ key, plan, workshop: found?.workshop ?? null });
}

async function byCode(
  { access, workshops }: Storage,
  typed: string,
): Promise<{ readonly key: KeyRow | null; readonly workshop: string } | null> {
  const code = readCode(typed);
  const known = code === null ? null : await workshops.byCode(code);
  if (known === null) return null;
  const keys = await access.keysOf(known.planId);
  return { key: keys.find(({ id }) => id === known.keyId) ?? null, workshop: known.session };
}

/**
 * Exchanges an invitation for a session, or adds it to the session that there is. Whoever joins again with the same session is the same
 * actor, under the name and circle given last, so that edits kept offline still belong to it.
 */
export async function joinPlan(
  { storage: { access }, clock, sessions }: JoinParts,
  { key, plan }: Invitation,
  arrival: Arrival,
): Promise<Result<Joined, "key-used-up">> {
  const session = await sessions.open(arrival.session, arrival);
  const known = await access.membership(plan.id, session.row.id);
  const { name, circle } = arrival;
  const actor = known === null ? newActor(plan.id, arrival, clock) : { ...known.actor, name, circle };
  if (!(await access.join(session.row, actor, key.id))) return refuse("key-used-up");
  const role = liveKeys([...(known?.keys ?? []), key], clock())?.role ?? key.role;
  return ok({
    plan: { id: plan.id, title: plan.title },
    role,
    actor: { id: actor.id, name, circle, color: actor.color },
    isRenamed: known !== null && (known.actor.name !== name || known.actor.circle !== circle),
    session,
  });
}
