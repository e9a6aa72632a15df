import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import {
  HOST_SESSION_COOKIE,
  type OpenedSession,
  SESSION_COOKIE,
  SHARED_SESSION_LASTS_MS,
} from "../access/session.ts";
import type { Asked } from "./context.ts";
import type { Gate } from "./gate.ts";

const ATTRIBUTES = { httpOnly: true, sameSite: "Lax", path: "/" } as const;

/** Whether the browser came by https: a trusted proxy says so, or the address of its page does, or all that `ORIGINS` holds. */
export function isHttps({ req, var: { caller } }: Asked, { origins }: Pick<Gate, "origins">): boolean {
  if (caller.isHttps) return true;
  if (origins === null) return false;
  const origin = req.header("origin");
  return (origin === undefined ? origins : [origin]).every((one) => one.startsWith("https:"));
}

/**
 * Gives the browser its session, out of reach of scripts, and over https out of reach of other hosts; on a shared device it goes when
 * the browser is closed.
 */
export function setSessionCookie(c: Context, { row, secret }: OpenedSession): void {
  const lastsMs = row.expiresAt - row.usedAt;
  const lasting = lastsMs > SHARED_SESSION_LASTS_MS ? { maxAge: Math.floor(lastsMs / 1000) } : {};
  const secure = row.isHostBound;
  setCookie(c, secure ? HOST_SESSION_COOKIE : SESSION_COOKIE, secret, { ...ATTRIBUTES, ...lasting, secure });
  if (secure) deleteCookie(c, SESSION_COOKIE, ATTRIBUTES);
}

/** Moves a session that came in the cookie of http over to that of https. Once it is seen there, the other one is worth nothing. */
export function moveSessionCookie(
  c: Asked,
  parts: Pick<Gate, "origins">,
  session: OpenedSession | null,
): void {
  if (session === null || session.row.isHostBound || !isHttps(c, parts)) return;
  setSessionCookie(c, { ...session, row: { ...session.row, isHostBound: true } });
}

/** Makes the browser forget its session. */
export function forgetSessionCookie(c: Context, secure: boolean): void {
  deleteCookie(c, SESSION_COOKIE, ATTRIBUTES);
  if (secure) deleteCookie(c, HOST_SESSION_COOKIE, { ...ATTRIBUTES, secure });
}
