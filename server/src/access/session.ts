import { randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { AccessStore, SessionRow } from "../storage/port.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** The name of the cookie that holds a session's secret. */
export const SESSION_COOKIE = "planwand_session";
/** How long a session lasts on a device, in milliseconds: half a year. */
export const SESSION_LASTS_MS = 180 * 86_400_000;

/** How long it lasts on a computer that others use too: a long working day. */
export const SHARED_SESSION_LASTS_MS = 12 * 3_600_000;

/** A session with its secret, which only the cookie keeps. */
export interface OpenedSession {
  readonly row: SessionRow;
  readonly secret: string;
}

function newSession(clock: Clock, lastsMs: number): OpenedSession {
  const secret = newSecret();
  const nowMs = clock();
  const row = {
    id: idFrom(randomBytes),
    hash: hashSecret(secret),
    createdAt: nowMs,
    expiresAt: nowMs + lastsMs,
  };
  return { row, secret };
}

/** The session of this secret, or null when there is none or its time has passed. */
export async function findSession(
  store: AccessStore,
  clock: Clock,
  secret: string | null,
): Promise<OpenedSession | null> {
  if (secret === null) return null;
  const row = await store.sessionByHash(hashSecret(secret));
  return row === null || row.expiresAt <= clock() ? null : { row, secret };
}

/** The session of this secret with its time moved on, or a fresh one; the caller stores its row. */
export async function continuedOrNewSession(
  store: AccessStore,
  clock: Clock,
  secret: string | null,
  isSharedDevice: boolean,
): Promise<OpenedSession> {
  const found = await findSession(store, clock, secret);
  const lastsMs = isSharedDevice ? SHARED_SESSION_LASTS_MS : SESSION_LASTS_MS;
  if (found === null) return newSession(clock, lastsMs);
  return { ...found, row: { ...found.row, expiresAt: clock() + lastsMs } };
}
