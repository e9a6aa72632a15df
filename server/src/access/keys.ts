import { randomBytes } from "node:crypto";
import { mayInvite } from "@planwand/shared/access/policy.ts";
import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { AccessStore, KeyRow, NewKey } from "../storage/port.ts";
import type { Principal } from "./principal.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** Closes live sockets; the relay's `disconnect`. */
export type Disconnect = (planId: string, select: (who: Principal) => boolean, code: number) => void;

/** A fresh key with its secret, which nobody can ask for again; not stored yet. */
export function newKey(
  planId: string,
  wanted: Pick<NewKey, "role" | "origin"> & Partial<WantedKey & Pick<NewKey, "maker">>,
  clock: Clock,
): { readonly key: NewKey; readonly secret: string } {
  const secret = newSecret();
  const own = { id: idFrom(randomBytes), planId, hash: hashSecret(secret), createdAt: clock() };
  return { key: { expiresAt: null, maxUses: null, name: "", maker: null, ...wanted, ...own }, secret };
}

/** What somebody who makes a key says of it. */
export type WantedKey = Pick<NewKey, "role" | "expiresAt" | "maxUses" | "name">;

/** A key as those who look after the plan see it: never its secret. */
export interface KnownKey {
  readonly key: KeyRow;
  /** Whoever made it by hand, also when they have left; null when nobody did, or when it is not known. */
  readonly maker: Actor | null;
  /** Who came in with it and did not leave since, first come first; a script that uses it is one of them. */
  readonly people: readonly Actor[];
}

/** Makes a key of at most one's own role. */
export async function createKey(
  store: AccessStore,
  clock: Clock,
  who: Principal,
  wanted: WantedKey,
): Promise<Result<{ readonly known: KnownKey; readonly secret: string }, "role-too-low">> {
  if (!mayInvite(who.role, wanted.role)) return refuse("role-too-low");
  const made = newKey(who.planId, { ...wanted, origin: "person", maker: who.actor.id }, clock);
  await store.addKey(made.key);
  const key = { ...made.key, uses: 0, usedAt: null, revokedAt: null };
  return ok({ known: { key, maker: who.actor, people: [] }, secret: made.secret });
}

/** The keys of a plan, oldest first, with who made and who used them. */
export async function knownKeys(store: AccessStore, planId: string): Promise<KnownKey[]> {
  const [keys, users] = [await store.keysOf(planId), await store.keyUsers(planId)];
  const people = new Map<string, Actor[]>();
  for (const { keyId, actor } of users) {
    const ofKey = people.get(keyId);
    if (ofKey === undefined) people.set(keyId, [actor]);
    else ofKey.push(actor);
  }
  const makers = new Map<string, Actor | null>();
  for (const { maker } of keys)
    if (maker !== null && !makers.has(maker)) makers.set(maker, await store.actor(planId, maker));
  const known: KnownKey[] = [];
  for (const key of keys) {
    const script = key.usedAt === null ? null : await store.actor(planId, scriptActorId(key.id));
    const used = [...(people.get(key.id) ?? []), ...(script === null ? [] : [script])];
    known.push({ key, maker: key.maker === null ? null : (makers.get(key.maker) ?? null), people: used });
  }
  return known;
}

/** The actor of whoever comes with a bare key: one for each key, for ever. */
export function scriptActorId(keyId: string): string {
  return `script-${keyId}`;
}

/** Gives a key of at most one's own role another name. */
export async function renameKey(
  store: AccessStore,
  who: Principal,
  keyId: string,
  name: string,
): Promise<Result<void, "role-too-low" | "not-found">> {
  const found = await keyInReach(store, who, keyId);
  if (!found.ok) return found;
  await store.renameKey(who.planId, keyId, name);
  return ok(undefined);
}

/**
 * Withdraws a key of at most one's own role. Sockets that it let in are closed at once; those with another key come back by
 * themselves, with what role is left to them. Withdrawing twice is the same as once.
 */
export async function revokeKey(
  store: AccessStore,
  clock: Clock,
  disconnect: Disconnect,
  who: Principal,
  keyId: string,
): Promise<Result<void, "role-too-low" | "not-found">> {
  const found = await keyInReach(store, who, keyId);
  if (!found.ok) return found;
  await store.revokeKey(who.planId, keyId, clock());
  const usedIt = (other: Principal) => other.keyIds.includes(keyId);
  const hasOnlyIt = (other: Principal) => usedIt(other) && other.keyIds.length === 1;
  disconnect(who.planId, hasOnlyIt, CLOSE.revoked);
  disconnect(who.planId, usedIt, CLOSE.tryAgainLater);
  return ok(undefined);
}

/** A key of this plan that gives no more than this person's own role. */
async function keyInReach(
  store: AccessStore,
  who: Principal,
  keyId: string,
): Promise<Result<KeyRow, "role-too-low" | "not-found">> {
  const key = (await store.keysOf(who.planId)).find(({ id }) => id === keyId);
  if (key === undefined) return refuse("not-found");
  return mayInvite(who.role, key.role) ? ok(key) : refuse("role-too-low");
}
