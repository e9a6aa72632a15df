import { parse } from "hono/utils/cookie";
import { SESSION_COOKIE } from "./session.ts";

/** What a request shows of who it is: at most one of a script's key and a session's secret. */
export interface Credentials {
  readonly bearerKey: string | null;
  readonly sessionSecret: string | null;
}

const BEARER = /^Bearer +([A-Za-z0-9_-]{22,64})$/i;

/** Reads the credentials of a request. A bearer key, right or wrong, goes before a cookie. */
export function credentialsOf(headers: Headers): Credentials {
  const authorization = headers.get("authorization");
  if (authorization !== null) {
    return { bearerKey: BEARER.exec(authorization)?.[1] ?? "", sessionSecret: null };
  }
  const cookie = headers.get("cookie");
  const secret = cookie === null ? undefined : parse(cookie, SESSION_COOKIE)[SESSION_COOKIE];
  return { bearerKey: null, sessionSecret: secret ?? null };
}
