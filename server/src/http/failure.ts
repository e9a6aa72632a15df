import type { Context, ErrorHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import type { Logger } from "pino";
import { PlanUnbuildable } from "../plans/set-aside.ts";
import { StorageUnavailable } from "../storage/port.ts";
import { TaskError } from "../tasks/task-error.ts";
import type { Env } from "./context.ts";
import { problem } from "./problem.ts";

/** The boundary of a request: whatever was thrown becomes a problem without a stack, and the log gets the rest. */
export function failureHandler(log: Logger): ErrorHandler<Env> {
  return (error, c: Context<Env>) => {
    if (error instanceof HTTPException && error.status < 500) {
      return problem(c, error.status === 413 ? "too-large" : "invalid-request", error.message);
    }
    const request = c.get("requestId");
    if (error instanceof StorageUnavailable) {
      log.error({ err: error, request }, "storage unavailable");
      c.header("Retry-After", "10");
      return problem(c, "storage-unavailable");
    }
    if (error instanceof PlanUnbuildable) {
      c.header("Retry-After", String(Math.ceil(error.retryAfterMs / 1_000)));
      return problem(c, "plan-unbuildable");
    }
    if (error instanceof TaskError && (error.fate === "busy" || error.fate === "stopped")) {
      c.header("Retry-After", "5");
      return problem(c, "busy");
    }
    log.error({ err: error, request }, "request failed");
    return problem(c, "internal");
  };
}
