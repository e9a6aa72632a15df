import { createRoute, z } from "@hono/zod-openapi";
import { erasePlanRequest } from "@planwand/shared/protocol/http.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
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
  "storage-unavailable",
);

const clear = createRoute({
  middleware: guard("plan.keep", { rates: ["person-erasing"] }),
  method: "post",
  path: "/api/plans/{planId}/clear",
  summary: "Let go now of what is older than the plan's past is kept, instead of within the hour",
  request: { params: planParams },
  responses: {
    200: {
      description: "Whether there was anything",
      content: { "application/json": { schema: z.object({ cleared: z.boolean() }) } },
    },
    ...REFUSALS,
  },
});

const erase = createRoute({
  middleware: guard("plan.delete", { rates: ["person-erasing"] }),
  method: "delete",
  path: "/api/plans/{planId}",
  summary: "Erase a plan for good, with its journal, snapshots, keys and people; its title must be told",
  request: {
    params: planParams,
    body: { required: true, content: { "application/json": { schema: erasePlanRequest } } },
  },
  responses: {
    204: { description: "Nothing is left of it" },
    ...problemResponses("invalid-request", "title-differs"),
    ...REFUSALS,
  },
});

/** Letting go of the past of a plan, and of a plan. */
export function erasingRoutes(routes: Routes, { erasing, documents, security }: AppParts): void {
  routes.add(clear, async (c) => {
    const { planId } = c.req.valid("param");
    return c.json({ cleared: await erasing.clear(planId) }, 200);
  });

  routes.add(erase, async (c) => {
    const { planId } = c.req.valid("param");
    const { title } = await documents.readPlan(planId);
    if (spelled(title) !== spelled(c.req.valid("json").title)) return problem(c, "title-differs");
    await erasing.erasePlan(planId);
    security.note("plan-erased", { plan: planId, actor: c.var.who.actor.id });
    return c.body(null, 204);
  });
}

/** A title as it is typed over: white space at the ends and how an accent is encoded say nothing. */
function spelled(title: string): string {
  return title.normalize("NFC").trim();
}
