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

export type KeyRefusal = "unknown-key" | "key-ended";
export type InvitationRefusal = KeyRefusal | "unknown-code";

/** Looks a key or a code up; nothing changes by it. */
export async function findInvitation(
  storage: Storage,
  clock: Clock,
  asked: Asked,
): Promise<Result<Invitation, InvitationRefusal>> {
  if ("key" in asked) return findByKey(storage, clock, asked.key);
  const found = await byCode(storage, asked.code);
  const opened = await opens(storage, clock, found?.key ?? null);
  return opened.ok ? ok({ ...opened.value, workshop: found?.workshop ?? null }) : refuse("unknown-code");
}

async function findByKey(
  storage: Storage,
  clock: Clock,
  secret: string,
): Promise<Result<Invitation, KeyRefusal>> {
  const opened = await opens(storage, clock, await storage.access.keyByHash(hashSecret(secret)));
  return opened.ok ? ok({ ...opened.value, workshop: null }) : opened;
}

/** The plan that a key opens now. */
async function opens(
  { plans }: Storage,
  clock: Clock,
  key: KeyRow | null,
): Promise<Result<Omit<Invitation, "workshop">, KeyRefusal>> {
  const plan = key === null ? null : await plans.get(key.planId);
  if (key === null || plan === null || plan.deletedAt !== null) return refuse("unknown-key");
  return isLive(key, clock()) ? ok({ key, plan }) : refuse("key-ended");
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

/** What somebody is told of a link before they come in by it. */
export interface Welcome {
  readonly title: string;
  readonly role: Role;
  /** Who made the link, as they are called now; null when nobody did, or it is not known. */
  readonly inviter: string | null;
  /** Of the link; empty for none. */
  readonly name: string;
}

/** Says what a link leads to, to whoever may come in by it now; nothing changes by it. */
export async function welcome(
  { storage, clock, sessions }: JoinParts,
  secret: string,
  presented: PresentedSession | null,
): Promise<Result<Welcome, KeyRefusal | "key-used-up">> {
  const found = await findByKey(storage, clock, secret);
  if (!found.ok) return found;
  const { key, plan } = found.value;
  if (key.maxUses !== null && key.uses >= key.maxUses) {
    const session = await sessions.find(presented);
    const known = session === null ? null : await storage.access.membership(plan.id, session.row.id);
    if (known?.keys.some(({ id }) => id === key.id) !== true) return refuse("key-used-up");
  }
  const maker = key.maker === null ? null : await storage.access.actor(plan.id, key.maker);
  const inviter = maker === null || maker.name === "" ? null : maker.name;
  return ok({ title: plan.title, role: key.role, inviter, name: key.name });
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
