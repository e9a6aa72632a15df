import { createRoute, z } from "@hono/zod-openapi";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import { dayIn, isZone } from "../plans/kept-trends.ts";
import type { App, AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const history = createRoute({
  method: "get",
  path: "/api/plans/{planId}/history",
  summary: "What happened to the activities, newest first, at most a thousand changes, and who did it",
  request: { params: planParams },
  responses: {
    200: {
      description: "The changes, and the names of those who made them",
      content: {
        "application/json": {
          schema: z.object({
            entries: z.array(z.custom<HistoryEntry>().openapi({ type: "object" })),
            people: z.record(z.string(), z.string()),
          }),
        },
      },
    },
    ...problemResponses("unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

const trend = createRoute({
  method: "get",
  path: "/api/plans/{planId}/trend",
  summary:
    "How far the plan was at the end of each day before today on which anything was written, the first day first",
  request: {
    params: planParams,
    query: z.object({
      zone: z
        .string()
        .max(64)
        .refine(isZone)
        .default("Europe/Amsterdam")
        .openapi({ description: "By whose clock a day ends, an IANA name", example: "Europe/Amsterdam" }),
    }),
  },
  responses: {
    200: {
      description:
        "The days, each with how many activities had each status and were late, and the sum of their progress",
      content: {
        "application/json": {
          schema: z.object({ days: z.array(z.custom<DayStand>().openapi({ type: "object" })) }),
        },
      },
    },
    ...problemResponses("invalid-request", "unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

/** Reading what happened, and how far the plan was. */
export function historyRoutes(app: App, { clock, documents, storage, authenticate }: AppParts): void {
  app.openapi(trend, async (c) => {
    const { planId } = c.req.valid("param");
    const { zone } = c.req.valid("query");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const days = await documents.readTrend(planId, zone, dayIn(zone)(clock()));
    return c.json({ days: [...days] }, 200);
  });
  app.openapi(history, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const entries = await documents.readHistory(planId);
    const actors = [...new Set(entries.map(({ actor }) => actor))];
    const known = await Promise.all(actors.map((actor) => storage.access.actor(planId, actor)));
    const people = Object.fromEntries(
      known.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.name]])),
    );
    return c.json({ entries: entries.toReversed(), people }, 200);
  });
}
