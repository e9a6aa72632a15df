import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { isOriginAllowed } from "../access/origin.ts";
import type { Budgets } from "../budgets/budgets.ts";
import type { RateName } from "../budgets/limits.ts";
import type { Env } from "./context.ts";
import { problem } from "./problem.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses what a page of another website asks to change. */
export function originCheck(allowed: readonly string[] | null): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (READING.has(c.req.method) || isOriginAllowed(c.req.raw.headers, allowed)) return next();
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

const LOOPBACK = /^(::ffff:)?127\.|^::1$/;

/** The caller's address; behind a proxy on this machine, the one that the proxy saw. */
export function addressOf(c: Context): string {
  const direct = getConnInfo(c).remote.address ?? "unknown";
  const seenByProxy = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  return LOOPBACK.test(direct) && seenByProxy !== undefined && seenByProxy !== "" ? seenByProxy : direct;
}

/** How often a wrong code may be typed at one address before nobody there may try for a moment. */
const WRONG_CODES = 10;
const WRONG_CODES_SECONDS = 60;

/** Counts wrong codes by address. A right one is refused too while it is too often: else guessing would go on. */
export interface CodeGuard {
  mayTry(c: Context): Promise<boolean>;
  wasWrong(c: Context): Promise<void>;
}

export function createCodeGuard(): CodeGuard {
  const limiter = new RateLimiterMemory({ points: WRONG_CODES, duration: WRONG_CODES_SECONDS });
  return {
    async mayTry(c) {
      const tried = await limiter.get(addressOf(c));
      if (tried === null || tried.consumedPoints < WRONG_CODES) return true;
      c.header("Retry-After", String(Math.ceil(tried.msBeforeNext / 1000)));
      return false;
    },
    async wasWrong(c) {
      await limiter.penalty(addressOf(c));
    },
  };
}

/** Refuses the calls of one address beyond a rate. */
export function rateLimit(budgets: Budgets, rate: RateName): MiddlewareHandler<Env> {
  return async (c, next) => {
    const waitMs = budgets.take(rate, addressOf(c));
    if (waitMs === 0) return next();
    c.header("Retry-After", String(Math.ceil(waitMs / 1000)));
    return problem(c, "too-many-requests");
  };
}
