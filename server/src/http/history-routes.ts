import { createRoute, z } from "@hono/zod-openapi";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
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
    ...problemResponses("unauthenticated", "no-access", "not-found"),
  },
});

/** Reading what happened. */
export function historyRoutes(app: App, { documents, storage, authenticate }: AppParts): void {
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
