import { parse } from "hono/utils/cookie";
import { HOST_SESSION_COOKIE, type PresentedSession, SESSION_COOKIE } from "./session.ts";

/** What a request shows of who it is: at most one of a script's key and a session's secret. */
export interface Credentials {
  readonly bearerKey: string | null;
  readonly session: PresentedSession | null;
}

const BEARER = /^Bearer +([A-Za-z0-9_-]{22,64})$/i;

/** Reads the credentials of a request. A bearer key, right or wrong, goes before a cookie, and the cookie of https before the other. */
export function credentialsOf(headers: Headers): Credentials {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    return { bearerKey: BEARER.exec(authorization)?.[1] ?? "", session: null };
  }
  const cookies = parse(headers.get("cookie") ?? "");
  const bound = cookies[HOST_SESSION_COOKIE];
  if (bound !== undefined) return { bearerKey: null, session: { secret: bound, isHostBound: true } };
  const secret = cookies[SESSION_COOKIE];
  return { bearerKey: null, session: secret === undefined ? null : { secret, isHostBound: false } };
}
