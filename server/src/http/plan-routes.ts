import { createRoute, z } from "@hono/zod-openapi";
import { accepts } from "hono/accepts";
import { COPIED_PARTS, MAX_WEEKS } from "@planwand/shared/copying/choices.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { createPlanRequest, createPlanResponse, planInfoResponse } from "@planwand/shared/protocol/http.ts";
import { credentialsOf } from "../access/credentials.ts";
import { createCopiedPlan, createPlan } from "../plans/create-plan.ts";
import type { AppParts } from "./context.ts";
import { gzipOnce } from "./gzip-once.ts";
import { guard, spend } from "./guard.ts";
import { isKnown } from "./known-tag.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";
import { isHttps, setSessionCookie } from "./session-cookie.ts";

export const planParams = z.object({ planId: z.string().max(64) });

const create = createRoute({
  middleware: guard.creator({ rates: ["address-plans"] }),
  method: "post",
  path: "/api/plans",
  summary: "Make a plan from a template; whoever asks becomes its owner",
  request: { body: { required: true, content: { "application/json": { schema: createPlanRequest } } } },
  responses: {
    201: {
      description: "The plan, and the secret of a key for each role: told once",
      content: { "application/json": { schema: createPlanResponse } },
    },
    ...problemResponses(
      "invalid-request",
      "creating-from-network",
      "creating-with-key",
      "disk-nearly-full",
      "too-many-requests",
      "busy",
      "storage-unavailable",
    ),
  },
});

const info = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}",
  summary: "A plan, and who you are in it",
  request: { params: planParams },
  responses: {
    200: { description: "The plan", content: { "application/json": { schema: planInfoResponse } } },
    ...problemResponses("unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

const value = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/plan",
  summary: "All that the plan holds, as one value",
  request: { params: planParams },
  responses: {
    200: {
      description: "The plan's value; X-Content-Hash changes whenever anything in the document does",
      content: { "application/json": { schema: z.custom<Plan>().openapi({ type: "object" }) } },
      headers: z.object({ etag: z.string(), "x-content-hash": z.string(), "x-plan-seq": z.string() }),
    },
    304: { description: "It is still the one of the tag that was sent" },
    ...problemResponses(
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "not-found",
      "busy",
      "plan-unbuildable",
    ),
  },
});

const copyPlanRequest = createPlanRequest
  .pick({ title: true, name: true, circle: true, sharedDevice: true })
  .extend({
    parts: z.array(z.enum(COPIED_PARTS)).max(COPIED_PARTS.length),
    weeks: z.int().min(-MAX_WEEKS).max(MAX_WEEKS).default(0),
  });

const copy = createRoute({
  middleware: guard("plan.read", { rates: ["person-copies"], isMakingPlan: true }),
  method: "post",
  path: "/api/plans/{planId}/copies",
  summary: "Make a plan that begins as this one was planned; whoever asks becomes its owner",
  request: {
    params: planParams,
    body: { required: true, content: { "application/json": { schema: copyPlanRequest } } },
  },
  responses: {
    201: {
      description: "The plan, and the secret of a key for each role: told once",
      content: { "application/json": { schema: createPlanResponse } },
    },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "not-found",
      "creating-from-network",
      "creating-with-key",
      "disk-nearly-full",
      "plan-too-large",
      "plan-unbuildable",
      "too-many-requests",
      "busy",
      "storage-unavailable",
    ),
  },
});

/** Making, copying and reading plans. */
export function planRoutes(routes: Routes, parts: AppParts): void {
  const { storage, documents } = parts;

  routes.add(create, async (c) => {
    const { session: presented } = credentialsOf(c.req.raw.headers);
    const { sharedDevice: isSharedDevice, ...request } = c.req.valid("json");
    const keeping = { isSharedDevice, isHostBound: isHttps(c, parts) };
    const wanted = { ...request, ...keeping, session: presented };
    const { plan, keys, session } = await createPlan(parts, wanted, c.var.caller.network);
    setSessionCookie(c, session);
    return c.json({ plan, keys }, 201);
  });

  routes.add(copy, async (c) => {
    const { planId } = c.req.valid("param");
    const {
      title,
      parts: goingAlong,
      weeks,
      name,
      circle,
      sharedDevice: isSharedDevice,
    } = c.req.valid("json");
    const tooMany = spend(c, "address-plans", c.var.caller.network);
    if (tooMany !== null) return tooMany;
    const choices = { parts: goingAlong, weeks };
    const copied = await documents.copy(planId, { title, choices, at: parts.clock() }, c.var.caller.network);
    if (copied === null) return problem(c, "plan-too-large");
    const { session: presented } = credentialsOf(c.req.raw.headers);
    const arrival = { name, circle, isSharedDevice, isHostBound: isHttps(c, parts), session: presented };
    const { plan, keys, session } = await createCopiedPlan(parts, { ...arrival, title }, copied, weeks);
    setSessionCookie(c, session);
    return c.json({ plan, keys }, 201);
  });

  routes.add(info, async (c) => {
    const { planId } = c.req.valid("param");
    const plan = await storage.plans.get(planId);
    if (plan === null) return problem(c, "not-found");
    const { role, actor } = c.var.who;
    return c.json({ id: plan.id, title: plan.title, role, actor, createdAt: plan.createdAt }, 200);
  });

  routes.add(value, async (c) => {
    const { planId } = c.req.valid("param");
    const { json, contentHash, seq } = await documents.readPlan(planId);
    const tag = `"${String(seq)}-${contentHash.slice(0, 32)}"`;
    const headers = { etag: tag, "x-content-hash": contentHash, "x-plan-seq": String(seq) };
    if (isKnown(c.req.header("if-none-match"), tag)) return c.body(null, 304, headers);
    const encoding = accepts(c, { header: "Accept-Encoding", supports: ["gzip"], default: "identity" });
    const type = { "content-type": "application/json", vary: "Accept-Encoding" };
    if (encoding !== "gzip") return c.body(Uint8Array.from(json), 200, { ...headers, ...type });
    const compressed = { "content-encoding": encoding, etag: `W/${tag}` };
    return c.body(await gzipOnce(json), 200, { ...headers, ...type, ...compressed });
  });
}
