import { randomBytes } from "node:crypto";
import { mayInvite } from "@planwand/shared/access/policy.ts";
import type { Role } from "@planwand/shared/access/role.ts";
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
  role: Role,
  expiresAt: number | null,
  clock: Clock,
  maxUses: number | null = null,
): { readonly key: NewKey; readonly secret: string } {
  const secret = newSecret();
  const hash = hashSecret(secret);
  const id = idFrom(randomBytes);
  return { key: { id, planId, role, hash, createdAt: clock(), expiresAt, maxUses }, secret };
}

/** Makes a key of at most one's own role. */
export async function createKey(
  store: AccessStore,
  clock: Clock,
  who: Principal,
  wanted: { readonly role: Role; readonly expiresAt: number | null; readonly maxUses: number | null },
): Promise<Result<{ readonly key: KeyRow; readonly secret: string }, "role-too-low">> {
  if (!mayInvite(who.role, wanted.role)) return refuse("role-too-low");
  const { key, secret } = newKey(who.planId, wanted.role, wanted.expiresAt, clock, wanted.maxUses);
  await store.addKey(key);
  return ok({ key: { ...key, uses: 0, revokedAt: null }, secret });
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
  const key = (await store.keysOf(who.planId)).find(({ id }) => id === keyId);
  if (key === undefined) return refuse("not-found");
  if (!mayInvite(who.role, key.role)) return refuse("role-too-low");
  await store.revokeKey(who.planId, keyId, clock());
  const usedIt = (other: Principal) => other.keyIds.includes(keyId);
  const hasOnlyIt = (other: Principal) => usedIt(other) && other.keyIds.length === 1;
  disconnect(who.planId, hasOnlyIt, CLOSE.revoked);
  disconnect(who.planId, usedIt, CLOSE.tryAgainLater);
  return ok(undefined);
}
