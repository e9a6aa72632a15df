import { createRoute, z } from "@hono/zod-openapi";
import type { Change } from "@planwand/shared/diff/changes.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { isId } from "@planwand/shared/kernel/id.ts";
import type { DayStand } from "@planwand/shared/views/trend.ts";
import { dayIn, isZone } from "../plans/day-in.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { planParams } from "./plan-routes.ts";
import { problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

const history = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
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
  middleware: guard("plan.read", { rates: ["person-reads"] }),
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

/** As many changes as one answer holds. */
const CHANGES_MAX = 1_000;

const changes = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/changes",
  summary: "What happened to the plan, of entries of all kinds, newest first, and who did it",
  request: {
    params: planParams,
    query: z.object({
      before: z.coerce
        .number()
        .int()
        .nonnegative()
        .optional()
        .openapi({ description: "The `next` of the answer before, for what is older" }),
      limit: z.coerce.number().int().positive().max(CHANGES_MAX).default(CHANGES_MAX),
      entry: z
        .string()
        .max(64)
        .optional()
        .openapi({ description: "The id of one entry: only what happened to that, its texts whole" }),
    }),
  },
  responses: {
    200: {
      description:
        "The changes, what the people and the ids in them are called, where older ones begin, and the oldest moment there is",
      content: {
        "application/json": {
          schema: z.object({
            changes: z.array(z.custom<Change>().openapi({ type: "object" })),
            next: z.number().nullable(),
            names: z.record(z.string(), z.string()),
            people: z.record(z.string(), z.string()),
            first: z.object({ seq: z.number(), at: z.number() }).nullable(),
          }),
        },
      },
    },
    ...problemResponses("invalid-request", "unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

/** As many people as one answer names. */
const AUTHORS_MAX = 200;

const authors = createRoute({
  middleware: guard("plan.read", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/authors",
  summary: "What people are called whose ids stand in the plan",
  request: {
    params: planParams,
    query: z.object({
      ids: z
        .string()
        .max(AUTHORS_MAX * 33)
        .transform((ids) => ids.split(",").filter(isId))
        .refine((ids) => ids.length <= AUTHORS_MAX)
        .openapi({ type: "string", description: "Ids of actors with commas between, at most two hundred" }),
    }),
  },
  responses: {
    200: {
      description: "Their names by id; who was made anonymous has an empty one, who is not known is left out",
      content: { "application/json": { schema: z.object({ people: z.record(z.string(), z.string()) }) } },
    },
    ...problemResponses("invalid-request", "unauthenticated", "no-access", "plan-deleted", "not-found"),
  },
});

/** Reading what happened, and how far the plan was. */
export function historyRoutes(routes: Routes, { clock, documents, storage }: AppParts): void {
  /** How those who did something are called; whoever was made anonymous has no name. */
  async function namesOf(
    planId: string,
    done: readonly { readonly actor: string }[],
  ): Promise<Record<string, string>> {
    return namesById(planId, [...new Set(done.map(({ actor }) => actor))]);
  }

  async function namesById(planId: string, actors: readonly string[]): Promise<Record<string, string>> {
    const known = await Promise.all(actors.map((actor) => storage.access.actor(planId, actor)));
    return Object.fromEntries(known.flatMap((actor) => (actor === null ? [] : [[actor.id, actor.name]])));
  }

  routes.add(trend, async (c) => {
    const { planId } = c.req.valid("param");
    const { zone } = c.req.valid("query");
    const days = await documents.readTrend(planId, zone, dayIn(zone)(clock()));
    return c.json({ days: [...days] }, 200);
  });
  routes.add(changes, async (c) => {
    const { planId } = c.req.valid("param");
    const { before = null, limit, entry = null } = c.req.valid("query");
    const read = await documents.readChanges(planId, { before, limit, entry });
    const people = await namesOf(planId, read.changes);
    return c.json({ ...read, changes: [...read.changes], names: { ...read.names }, people }, 200);
  });
  routes.add(authors, async (c) => {
    const { planId } = c.req.valid("param");
    const { ids } = c.req.valid("query");
    return c.json({ people: await namesById(planId, [...new Set(ids)]) }, 200);
  });
  routes.add(history, async (c) => {
    const { planId } = c.req.valid("param");
    const entries = await documents.readHistory(planId);
    const people = await namesOf(planId, entries);
    return c.json({ entries: [...entries], people }, 200);
  });
}
