import { createRoute, z } from "@hono/zod-openapi";
import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import type { App, AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const list = createRoute({
  method: "get",
  path: "/api/plans/{planId}/snapshots",
  summary: "The snapshots of a plan, newest first, with what each was adopted as",
  request: { params: planParams },
  responses: {
    200: {
      description: "The snapshots",
      content: {
        "application/json": {
          schema: z.object({ snapshots: z.array(z.custom<Snapshot>().openapi({ type: "object" })) }),
        },
      },
    },
    ...problemResponses("unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

const state = createRoute({
  method: "get",
  path: "/api/plans/{planId}/moments/{moment}",
  summary: "The document as it stood at a snapshot, or after the update of that number",
  request: { params: planParams.extend({ moment: z.string() }) },
  responses: {
    200: {
      description: "One Yjs update (V1); the headers say how far the plan and the journal had come, and when",
      content: { "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) } },
      headers: z.object({ "x-plan-seq": z.string(), "x-journal-seq": z.string(), "x-at": z.string() }),
    },
    ...problemResponses("unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

/** The plan at moments of the past. */
export function momentRoutes(app: App, { snapshots, journals, authenticate }: AppParts): void {
  app.openapi(list, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const { journal } = await journals.open(planId);
    return c.json({ snapshots: [...journal.snapshots.values()].toReversed() }, 200);
  });

  app.openapi(state, async (c) => {
    const { planId, moment: name } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const moment = await snapshots.moment(planId, name);
    if (moment === null) return problem(c, "not-found");
    return c.body(Uint8Array.from(moment.state), 200, {
      "content-type": "application/octet-stream",
      "x-plan-seq": String(moment.planSeq),
      "x-journal-seq": String(moment.journalSeq),
      "x-at": String(moment.at),
    });
  });
}
