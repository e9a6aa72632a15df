import { createRoute, z } from "@hono/zod-openapi";
import { may } from "@planwand/shared/access/policy.ts";
import { feedResponse, feedsResponse } from "@planwand/shared/protocol/http.ts";
import { reportOptions } from "@planwand/shared/report/options.ts";
import { createFeed, followedBy } from "../access/feeds.ts";
import { formatOf } from "../exports/format.ts";
import type { FeedRow } from "../storage/port.ts";
import type { App, AppParts } from "./context.ts";
import { addressOf, rateLimit } from "./guards.ts";
import { isKnown } from "./known-tag.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const REFUSALS = problemResponses(
  "unauthenticated",
  "no-access",
  "plan-deleted",
  "role-too-low",
  "not-found",
);

const list = createRoute({
  method: "get",
  path: "/api/plans/{planId}/feeds",
  summary: "The addresses by which calendar programs follow the plan, without their secrets",
  request: { params: planParams },
  responses: {
    200: { description: "Oldest first", content: { "application/json": { schema: feedsResponse } } },
    ...REFUSALS,
  },
});

const create = createRoute({
  method: "post",
  path: "/api/plans/{planId}/feeds",
  summary: "Make an address for calendar programs: it opens the calendar and nothing else",
  request: { params: planParams },
  responses: {
    201: {
      description: "The address, told once",
      content: { "application/json": { schema: feedResponse.extend({ path: z.string() }) } },
    },
    ...REFUSALS,
    ...problemResponses("storage-unavailable"),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/api/plans/{planId}/feeds/{feedId}",
  summary: "Withdraw an address: from now on it gives nothing",
  request: { params: planParams.extend({ feedId: z.string() }) },
  responses: { 204: { description: "Withdrawn" }, ...REFUSALS, ...problemResponses("storage-unavailable") },
});

const CALENDAR = formatOf("ics");

const SECRET = /^([A-Za-z0-9_-]{22,64})\.ics$/;

/** Calendars that are followed. The secret stands in the address, since calendar programs know no other way. */
export function feedRoutes(app: App, parts: AppParts): void {
  const { storage, clock, budgets, authenticate, readSource, exports } = parts;

  app.openapi(list, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "people.invite")) return problem(c, "role-too-low");
    const feeds = await storage.feeds.ofPlan(planId);
    return c.json({ feeds: feeds.map(presented) }, 200);
  });

  app.openapi(create, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "people.invite")) return problem(c, "role-too-low");
    const { feed, secret } = await createFeed(storage.feeds, clock, planId);
    return c.json({ ...presented(feed), path: `/feeds/${secret}.ics` }, 201);
  });

  app.openapi(revoke, async (c) => {
    const { planId, feedId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "people.invite")) return problem(c, "role-too-low");
    const isRevoked = await storage.feeds.revoke(planId, feedId, clock());
    return isRevoked ? c.body(null, 204) : problem(c, "not-found");
  });

  app.get("/feeds/:file", rateLimit(budgets, "address-feeds"), async (c) => {
    const secret = SECRET.exec(c.req.param("file"))?.[1];
    if (secret === undefined) return problem(c, "unknown-key");
    const followed = await followedBy(storage.feeds, secret);
    if (!followed.ok) return problem(c, followed.refusal);
    const plan = await storage.plans.get(followed.value);
    const source = plan === null || plan.deletedAt !== null ? null : await readSource(plan.id, null);
    if (source === null) return problem(c, "unknown-key");
    // Programs ask every few hours; whatever stands in between keeps nothing.
    c.header("Cache-Control", "private, no-cache");
    const tag = `"${source.version.contentHash.slice(0, 32)}-${source.version.day}"`;
    c.header("ETag", tag);
    if (isKnown(c.req.header("if-none-match"), tag)) return c.body(null, 304);
    const order = { planId: followed.value, person: secret, address: addressOf(c), format: CALENDAR, source };
    const made = await exports.make({ ...order, options: reportOptions.parse({}) });
    if (!made.ok) return problem(c, made.refusal.code === "failed" ? "export-failed" : "export-busy");
    return c.body(new Uint8Array(made.value.bytes), 200, { "content-type": CALENDAR.mediaType });
  });
}

function presented({ id, createdAt, revokedAt }: FeedRow) {
  return { id, createdAt, revokedAt };
}
