import { type Role, strongestRole } from "@planwand/shared/access/role.ts";
import type { KeyRow } from "../storage/port.ts";

/** What a set of keys gives now. */
export interface LiveKeys {
  readonly role: Role;
  readonly keyIds: readonly string[];
  /** When the first of these keys expires (ms since 1970); null for never. */
  readonly validUntilMs: number | null;
}

/** Whether this key opens anything at this moment. */
export function isLive(key: KeyRow, nowMs: number): boolean {
  return key.revokedAt === null && (key.expiresAt === null || key.expiresAt > nowMs);
}

/** The strongest role among the keys that are live; null when none is. */
export function liveKeys(keys: readonly KeyRow[], nowMs: number): LiveKeys | null {
  const live = keys.filter((key) => isLive(key, nowMs));
  const role = strongestRole(live.map((key) => key.role));
  if (role === null) return null;
  const expiries = live.map((key) => key.expiresAt).filter((at) => at !== null);
  return {
    role,
    keyIds: live.map((key) => key.id),
    validUntilMs: expiries.length === 0 ? null : Math.min(...expiries),
  };
}
