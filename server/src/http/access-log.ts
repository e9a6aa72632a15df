import type { MiddlewareHandler } from "hono";
import type { Logger } from "pino";
import type { Env } from "./context.ts";

/** The address of a calendar holds its secret; it is written down nowhere. */
function withoutSecret(path: string): string {
  return path.startsWith("/feeds/") ? "/feeds/…" : path;
}

/** One line a request: no query, no headers, no body, no address. */
export function accessLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const startMs = performance.now();
    await next();
    log.info(
      {
        request: c.get("requestId"),
        method: c.req.method,
        path: withoutSecret(c.req.path),
        status: c.res.status,
        ms: Math.round(performance.now() - startMs),
      },
      "request",
    );
  };
}
