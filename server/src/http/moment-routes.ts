import { createRoute, z } from "@hono/zod-openapi";
import type { Snapshot } from "@planwand/shared/journal/journal.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

const list = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
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
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/moments/{moment}",
  summary: "The document as it stood at a snapshot or after the update of that number, or as it is `now`",
  request: { params: planParams.extend({ moment: z.string().max(64) }) },
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
export function momentRoutes(routes: Routes, { snapshots, journals }: AppParts): void {
  routes.add(list, async (c) => {
    const { planId } = c.req.valid("param");
    const { journal } = await journals.open(planId);
    return c.json({ snapshots: [...journal.snapshots.values()].toReversed() }, 200);
  });

  routes.add(state, async (c) => {
    const { planId, moment: name } = c.req.valid("param");
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
