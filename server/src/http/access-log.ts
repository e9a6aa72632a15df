import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import type { Admitted, Env } from "./context.ts";

/** What stands in an address where an id of ours belongs. */
const SHORT = /^[\w.-]{1,32}$/u;

/**
 * One line a request: no query, no headers, no body, no address; of the path what the route says. The ids in it are told of whoever was
 * let in: what others put there may be a secret, typed where it does not belong.
 */
export function accessLog(log: Logger): MiddlewareHandler<Env & Partial<Admitted>> {
  return async (c, next) => {
    const startMs = performance.now();
    const request = c.get("requestId");
    c.header("X-Request-Id", request);
    await next();
    const ms = Math.round(performance.now() - startMs);
    const path = loggedPath(routePath(c), c.get("who") === undefined ? "" : c.req.path);
    log.info({ request, method: c.req.method, path, status: c.res.status, ms }, "request");
  };
}

/** The pattern of the route with the ids of the address in it. */
function loggedPath(route: string, path: string): string {
  const said = path.split("/");
  return route
    .split("/")
    .map((part, at) => {
      if (!part.startsWith(":")) return part;
      const value = said[at] ?? "";
      return SHORT.test(value) ? value : "…";
    })
    .join("/");
}
