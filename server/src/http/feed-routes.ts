import { createRoute, z } from "@hono/zod-openapi";
import { feedResponse, feedsResponse } from "@planwand/shared/protocol/http.ts";
import { reportOptions } from "@planwand/shared/report/options.ts";
import { createFeed, followedBy } from "../access/feeds.ts";
import { formatOf } from "../exports/format.ts";
import type { FeedRow } from "../storage/port.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { isKnown } from "./known-tag.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

const REFUSALS = problemResponses(
  "unauthenticated",
  "no-access",
  "plan-deleted",
  "role-too-low",
  "not-found",
  "too-many-requests",
);

const list = createRoute({
  middleware: guard("people.invite", { rates: ["person-reads"] }),
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
  middleware: guard("people.invite", { rates: ["person-keys"] }),
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
  middleware: guard("people.invite", { rates: ["person-keys"] }),
  method: "delete",
  path: "/api/plans/{planId}/feeds/{feedId}",
  summary: "Withdraw an address: from now on it gives nothing",
  request: { params: planParams.extend({ feedId: z.string().max(64) }) },
  responses: { 204: { description: "Withdrawn" }, ...REFUSALS, ...problemResponses("storage-unavailable") },
});

const CALENDAR = formatOf("ics");

const follow = createRoute({
  middleware: guard.open({ rates: ["address-feeds"] }),
  method: "get",
  path: "/feeds/{file}",
  summary: "The calendar of the plan whose secret this is, for calendar programs",
  request: { params: z.object({ file: z.string().max(80).openapi({ example: "SECRET.ics" }) }) },
  responses: {
    200: { description: "The calendar", content: { "text/calendar": { schema: z.string() } } },
    304: { description: "It is as it was" },
    ...problemResponses(
      "invalid-request",
      "unknown-key",
      "key-ended",
      "too-many-requests",
      "export-failed",
      "export-busy",
    ),
  },
});

const SECRET = /^([A-Za-z0-9_-]{22,64})\.ics$/;

/** Calendars that are followed. The secret stands in the address, since calendar programs know no other way. */
export function feedRoutes(routes: Routes, parts: AppParts): void {
  const { storage, clock, security, readSource, exports } = parts;

  routes.add(list, async (c) => {
    const { planId } = c.req.valid("param");
    const feeds = await storage.feeds.ofPlan(planId);
    return c.json({ feeds: feeds.map(presented) }, 200);
  });

  routes.add(create, async (c) => {
    const { planId } = c.req.valid("param");
    const { feed, secret } = await createFeed(storage.feeds, clock, planId);
    security.note("feed-made", { plan: planId, actor: c.var.who.actor.id, feed: feed.id });
    return c.json({ ...presented(feed), path: `/feeds/${secret}.ics` }, 201);
  });

  routes.add(revoke, async (c) => {
    const { planId, feedId } = c.req.valid("param");
    const isRevoked = await storage.feeds.revoke(planId, feedId, clock());
    if (!isRevoked) return problem(c, "not-found");
    security.note("feed-withdrawn", { plan: planId, actor: c.var.who.actor.id, feed: feedId });
    return c.body(null, 204);
  });

  routes.add(follow, async (c) => {
    const secret = SECRET.exec(c.req.valid("param").file)?.[1];
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
    const order = {
      planId: followed.value,
      person: secret,
      address: c.var.caller.network,
      format: CALENDAR,
      source,
    };
    const made = await exports.make({ ...order, options: reportOptions.parse({}) });
    if (!made.ok) return problem(c, made.refusal.code === "failed" ? "export-failed" : "export-busy");
    return c.body(new Uint8Array(made.value.bytes), 200, { "content-type": CALENDAR.mediaType });
  });
}

function presented({ id, createdAt, revokedAt }: FeedRow) {
  return { id, createdAt, revokedAt };
}
