import { createRoute, z } from "@hono/zod-openapi";
import { may } from "@planwand/shared/access/policy.ts";
import { erasePlanRequest } from "@planwand/shared/protocol/http.ts";
import type { App, AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const REFUSALS = problemResponses(
  "unauthenticated",
  "no-access",
  "plan-deleted",
  "role-too-low",
  "not-found",
  "storage-unavailable",
);

const clear = createRoute({
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
export function erasingRoutes(app: App, { erasing, documents, authenticate }: AppParts): void {
  app.openapi(clear, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "plan.keep")) return problem(c, "role-too-low");
    return c.json({ cleared: await erasing.clear(planId) }, 200);
  });

  app.openapi(erase, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "plan.delete")) return problem(c, "role-too-low");
    const { title } = await documents.readPlan(planId);
    if (spelled(title) !== spelled(c.req.valid("json").title)) return problem(c, "title-differs");
    await erasing.erasePlan(planId);
    return c.body(null, 204);
  });
}

/** A title as it is typed over: white space at the ends and how an accent is encoded say nothing. */
function spelled(title: string): string {
  return title.normalize("NFC").trim();
}
