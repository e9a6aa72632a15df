import type { Context, MiddlewareHandler, Next } from "hono";
import { bodyLimit } from "hono/body-limit";
import { type Capability, may } from "@planwand/shared/access/policy.ts";
import { knownPlan } from "../access/authenticate.ts";
import type { RateName } from "../budgets/limits.ts";
import type { Admitted, Asked, Env } from "./context.ts";
import { type JsonLimits, keepsToShape } from "./json-shape.ts";
import { problem } from "./problem.ts";
import type { ProblemCode } from "./problems.ts";
import { moveSessionCookie } from "./session-cookie.ts";

type AddressRate = Extract<RateName, `address-${string}`>;
type PersonRate = Extract<RateName, `person-${string}`>;

/** What a route may cost whoever calls it. */
export interface Costs<Rate extends RateName = AddressRate> {
  /** Each is taken once: of the caller's network, or of the person in the plan, as its name says. */
  readonly rates?: readonly Rate[];
  readonly body?: BodyLimits;
}

/** What a route about a plan costs the person who calls it. */
export interface PersonCosts extends Costs<PersonRate> {
  readonly rates: readonly [PersonRate, ...PersonRate[]];
  /** It makes a plan as well: only for who may make plans here. */
  readonly isMakingPlan?: true;
}

export interface BodyLimits extends JsonLimits {
  readonly bytes: number;
  /** What is said of a larger one. */
  readonly tooLarge?: ProblemCode;
}

/** Who may call a route. It is asked before anything of the request but its head is read. */
export type Guard = PlanGuard | OpenGuard;
export type PlanGuard = MiddlewareHandler<Env & Admitted> & { readonly needs: Capability };
export type OpenGuard = MiddlewareHandler<Env> & { readonly needs: "open" | "creator" | "operator" };

const SMALL_BODY: BodyLimits = { bytes: 256 * 1024, values: 10_000, members: 10_000, depth: 16 };

/** Only for who may do `capability` in the plan of the address; the route finds them in `c.var.who`. Everything there has a rate. */
export function guard(capability: Capability, costs: PersonCosts): PlanGuard {
  const middleware: MiddlewareHandler<Env & Admitted> = async (c, next) => {
    const { authenticate, security } = c.var.gate;
    const plan = c.req.param("planId") ?? "";
    const admitted = await authenticate(c.req.raw.headers, plan);
    if (!admitted.ok) {
      const { refusal: reason } = admitted;
      security.note("access-refused", { plan: knownPlan(plan, reason), reason, from: c.var.caller.network });
      return problem(c, reason);
    }
    const { who } = admitted.value;
    if (!may(who.role, capability)) {
      security.note("role-refused", { plan, actor: who.actor.id, capability });
      return problem(c, "role-too-low");
    }
    c.set("who", who);
    moveSessionCookie(c, c.var.gate, admitted.value.session);
    const refusal = costs.isMakingPlan === true ? await refuseMaking(c) : null;
    if (refusal !== null) return refusal;
    const person = `${plan} ${who.actor.id}`;
    const answer: Next = costs.rates.includes("person-reads") ? () => inTurn(c, next, person) : next;
    return spendAndRead(c, answer, costs, person);
  };
  return Object.assign(middleware, { needs: capability });
}

/** For anybody, within the costs. */
guard.open = (costs: Costs = {}): OpenGuard => {
  const middleware: MiddlewareHandler<Env> = (c, next) => spendAndRead(c, next, costs, "");
  return Object.assign(middleware, { needs: "open" as const });
};

/** For who may make plans here, within the costs. */
guard.creator = (costs: Costs): OpenGuard => {
  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    return (await refuseMaking(c)) ?? spendAndRead(c, next, costs, "");
  };
  return Object.assign(middleware, { needs: "creator" as const });
};

/** For whoever keeps the server running. To others the route is not there. */
guard.operator = (): OpenGuard => {
  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    const { gate, caller } = c.var;
    if (gate.isOperator(caller, c.req.raw.headers)) return next();
    gate.security.note("operator-refused", { from: caller.network });
    return problem(c, "not-found");
  };
  return Object.assign(middleware, { needs: "operator" as const });
};

/** Takes one of a rate; the answer when there is none left, else null. */
export function spend(c: Asked, rate: RateName, key: string) {
  const waitMs = c.var.gate.budgets.take(rate, key);
  if (waitMs === 0) return null;
  c.header("Retry-After", String(Math.ceil(waitMs / 1000)));
  return problem(c, "too-many-requests");
}

/** The answer to who may make no plans here, or when there is no room for any; else null. */
async function refuseMaking(c: Asked): Promise<Response | null> {
  const { gate, caller } = c.var;
  const refusal = gate.mayCreate(caller, c.req.raw.headers);
  if (refusal !== null) {
    gate.security.note("creating-refused", { from: caller.network });
    return problem(c, refusal);
  }
  if (await gate.hasRoom()) return null;
  gate.budgets.refused("free-megabytes");
  return problem(c, "disk-nearly-full");
}

async function spendAndRead(
  c: Asked,
  next: Next,
  { rates = [], body = SMALL_BODY }: Costs<AddressRate | PersonRate>,
  person: string,
): Promise<Response | void> {
  for (const rate of rates) {
    const refusal = spend(c, rate, rate.startsWith("person-") ? person : c.var.caller.network);
    if (refusal !== null) return refusal;
  }
  return (await readBody(c, body)) ?? next();
}

/** Answers when few enough of this person's readings are on their way; this one is until all of it is sent, or nobody is there. */
async function inTurn(c: Asked, next: Next, person: string): Promise<void> {
  const release = await c.var.gate.budgets.holdInTurn("person-readings", person);
  const { outgoing } = c.env;
  if (outgoing.closed) release();
  else outgoing.once("close", release);
  await next();
}

/** Reads the body as far as it may be; the answer when it is too large or of no shape that any route takes, else null. */
async function readBody(
  c: Asked,
  { bytes, tooLarge = "too-large", ...shape }: BodyLimits,
): Promise<Response | null> {
  const { security } = c.var.gate;
  const note = () => security.note("body-refused", { route: c.req.routePath, from: c.var.caller.network });
  const limit = bodyLimit({ maxSize: bytes, onError: () => refuseTooLarge(c, tooLarge) });
  let isWithin = false;
  const refusal = await limit(c, async () => void (isWithin = true));
  if (!isWithin) {
    note();
    return refusal instanceof Response ? refusal : refuseTooLarge(c, tooLarge);
  }
  if (c.req.raw.body === null || keepsToShape(await c.req.text(), shape)) return null;
  note();
  return problem(c, "invalid-request", "too many values, or too deep");
}

/** The rest of the body is left unread, so nothing more can come over this connection. */
function refuseTooLarge(c: Context, code: ProblemCode): Response {
  c.header("Connection", "close");
  return problem(c, code);
}
