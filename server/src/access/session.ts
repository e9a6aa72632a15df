import { randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import type { AccessStore, SessionRow } from "../storage/port.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** The name of the cookie that holds a session's secret. */
export const SESSION_COOKIE = "planwand_session";
/** How long a session lasts on a device, in milliseconds: half a year. */
export const SESSION_LASTS_MS = 180 * 86_400_000;

/** A session with its secret, which only the cookie keeps. */
export interface OpenedSession {
  readonly row: SessionRow;
  readonly secret: string;
}

function newSession(clock: Clock): OpenedSession {
  const secret = newSecret();
  const nowMs = clock();
  const row = {
    id: idFrom(randomBytes),
    hash: hashSecret(secret),
    createdAt: nowMs,
    expiresAt: nowMs + SESSION_LASTS_MS,
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
): Promise<OpenedSession> {
  const found = await findSession(store, clock, secret);
  if (found === null) return newSession(clock);
  return { ...found, row: { ...found.row, expiresAt: clock() + SESSION_LASTS_MS } };
}
