import { createRoute, z } from "@hono/zod-openapi";
import { may } from "@planwand/shared/access/policy.ts";
import { feedResponse, feedsResponse } from "@planwand/shared/protocol/http.ts";
import { reportOptions } from "@planwand/shared/report/options.ts";
import { createFeed, followedBy } from "../access/feeds.ts";
import { calendar } from "../exports/calendar.ts";
import type { FeedRow } from "../storage/port.ts";
import type { App, AppParts } from "./context.ts";
import { rateLimit } from "./guards.ts";
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

const SECRET = /^([A-Za-z0-9_-]{22,64})\.ics$/;

/** Calendars that are followed. The secret stands in the address, since calendar programs know no other way. */
export function feedRoutes(app: App, { storage, clock, budgets, authenticate, readSource }: AppParts): void {
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
    c.header("ETag", `"${source.version.contentHash.slice(0, 32)}-${source.version.day}"`);
    // A tag comes back as weak when the answer went out compressed.
    const known = c.req.header("if-none-match")?.replace(/^W\//, "");
    if (known === c.res.headers.get("etag")) return c.body(null, 304);
    const bytes = await calendar.make({ source, options: reportOptions.parse({}) });
    return c.body(new Uint8Array(bytes).buffer, 200, { "content-type": calendar.mediaType });
  });
}

function presented({ id, createdAt, revokedAt }: FeedRow) {
  return { id, createdAt, revokedAt };
}
