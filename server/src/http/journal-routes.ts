import { createRoute, z } from "@hono/zod-openapi";
import { command } from "@planwand/shared/journal/commands.ts";
import type { CommandRefusal } from "@planwand/shared/journal/decide.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

/** Events in one answer; whoever gets this many asks on. */
const PAGE_EVENTS = 1_000;

const PROBLEM_OF = {
  "role-too-low": "role-too-low",
  "not-found": "not-found",
  "not-yours": "not-yours",
  exists: "already-exists",
  withdrawn: "comment-withdrawn",
  sealed: "decision-sealed",
  "not-sealed": "decision-not-sealed",
  "not-ready": "decision-not-ready",
  "too-many": "too-many-views",
  "step-forbids": "step-forbids",
  locked: "plan-locked",
  unbuildable: "plan-unbuildable",
  "not-lead": "not-lead",
  "session-running": "session-running",
  "session-closed": "session-closed",
  "bad-agenda": "bad-agenda",
  "over-budget": "over-budget",
  revealed: "already-revealed",
  "hidden-left": "hidden-left",
  "limit-reached": "limit-reached",
} as const satisfies Record<CommandRefusal, string>;

const commands = createRoute({
  middleware: guard("journal.command", { rates: ["person-commands"] }),
  method: "post",
  path: "/api/plans/{planId}/commands",
  summary: "Say, decide or agree something; the same command sent again is done once",
  request: {
    params: planParams,
    body: { required: true, content: { "application/json": { schema: command } } },
  },
  responses: {
    200: {
      description: "The number of the last event that it caused",
      content: { "application/json": { schema: z.object({ seq: z.number() }) } },
    },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "role-too-low",
      "not-yours",
      "not-found",
      "already-exists",
      "comment-withdrawn",
      "decision-sealed",
      "decision-not-sealed",
      "decision-not-ready",
      "too-many-views",
      "step-forbids",
      "plan-locked",
      "not-lead",
      "session-running",
      "session-closed",
      "bad-agenda",
      "over-budget",
      "already-revealed",
      "hidden-left",
      "limit-reached",
      "plan-unbuildable",
      "too-many-requests",
      "storage-unavailable",
    ),
  },
});

const journal = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/journal",
  summary: "What was said, decided and agreed after a number, in order, at most a thousand events",
  request: {
    params: planParams,
    query: z.object({ after: z.coerce.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).default(0) }),
  },
  responses: {
    200: {
      description: "The events, and the number of the last one there is",
      content: {
        "application/json": {
          schema: z.object({
            seq: z.number(),
            events: z.array(z.custom<JournalEvent>().openapi({ type: "object" })),
          }),
        },
      },
    },
    ...problemResponses("invalid-request", "unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

/** Commands to the journal, and reading it. */
export function journalRoutes(routes: Routes, { journals, erasing, security }: AppParts): void {
  routes.add(commands, async (c) => {
    const { planId } = c.req.valid("param");
    const wish = c.req.valid("json");
    const { who } = c.var;
    const done = await journals.run(who, wish);
    if (done.ok && wish.type === "member.anonymise") {
      security.note("person-erased", { plan: planId, actor: who.actor.id, member: wish.member });
      await erasing.forgetPeople();
    }
    return done.ok ? c.json({ seq: done.value }, 200) : problem(c, PROBLEM_OF[done.refusal]);
  });

  routes.add(journal, async (c) => {
    const { planId } = c.req.valid("param");
    const opened = await journals.open(planId);
    const events = opened.after(c.req.valid("query").after).slice(0, PAGE_EVENTS);
    return c.json({ seq: opened.seq, events: [...events] }, 200);
  });
}
