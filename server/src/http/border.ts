import type { MiddlewareHandler } from "hono";
import { isOwnHost } from "../access/host.ts";
import { isOriginAllowed } from "../access/origin.ts";
import type { AppParts, Env } from "./context.ts";
import type { Gate } from "./gate.ts";
import { problem } from "./problem.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Tells everything after it who calls, and what guards decide by. */
export function knowCaller(
  { callerOf, security }: Pick<AppParts, "callerOf" | "security">,
  gate: Gate,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const caller = callerOf(c.env.incoming.socket.remoteAddress, c.req.raw.headers);
    if (caller.isForwardedInVain) security.note("proxy-untrusted", { from: caller.network });
    c.set("caller", caller);
    c.set("gate", gate);
    return next();
  };
}

/** Refuses what came by a name that is not this server's. With `ORIGINS` the names in it are, whatever a proxy makes of them on the way. */
export function hostCheck({
  origins,
  hostNames,
  security,
}: Pick<AppParts, "origins" | "hostNames" | "security">): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (origins !== null || isOwnHost(c.req.raw.headers.get("host"), hostNames)) return next();
    security.note("host-refused", { from: c.var.caller.network });
    return problem(c, "host-not-known");
  };
}

/** Refuses what a page of another website asks to change. */
export function originCheck({
  origins,
  security,
}: Pick<AppParts, "origins" | "security">): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { isHttps } = c.var.caller;
    const asking = { headers: c.req.raw.headers, isHttps };
    if (READING.has(c.req.method) || isOriginAllowed(asking, origins)) return next();
    security.note("origin-refused", { from: c.var.caller.network });
    return problem(c, "origin-not-allowed");
  };
}

/** Refuses bodies that are not JSON, among them those that a form of another website can send. */
export function jsonOnly(): MiddlewareHandler<Env> {
  return async (c, next) => {
    const hasBody =
      c.req.header("transfer-encoding") !== undefined || Number(c.req.header("content-length")) > 0;
    const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
    if (!READING.has(c.req.method) && hasBody && type !== "application/json") {
      return problem(c, "unsupported-media-type");
    }
    return next();
  };
}
