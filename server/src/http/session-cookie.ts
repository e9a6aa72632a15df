import type { Context } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import { type OpenedSession, SESSION_COOKIE, SESSION_LASTS_MS } from "../access/session.ts";

function attributes(c: Context) {
  const isSecure =
    new URL(c.req.url).protocol === "https:" || c.req.header("x-forwarded-proto")?.split(",")[0] === "https";
  return { httpOnly: true, sameSite: "Lax", path: "/", secure: isSecure } as const;
}

/** Gives the browser its session, out of reach of scripts; on a shared device it goes when the browser is closed. */
export function setSessionCookie(c: Context, session: OpenedSession, isSharedDevice: boolean): void {
  const lasting = isSharedDevice ? {} : { maxAge: SESSION_LASTS_MS / 1000 };
  setCookie(c, SESSION_COOKIE, session.secret, { ...attributes(c), ...lasting });
}

/** Makes the browser forget its session. */
export function forgetSessionCookie(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, attributes(c));
}
