import { createRoute, z } from "@hono/zod-openapi";
import {
  createKeyRequest,
  createKeyResponse,
  keysResponse,
  peopleResponse,
} from "@planwand/shared/protocol/http.ts";
import { createKey, revokeKey } from "../access/keys.ts";
import { peopleOf, type PersonWithAccess } from "../access/people.ts";
import type { KeyRow } from "../storage/port.ts";
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
);

const list = createRoute({
  middleware: guard("people.invite", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/keys",
  summary: "The plan's keys, without their secrets",
  request: { params: planParams },
  responses: {
    200: {
      description: "The keys, oldest first",
      content: { "application/json": { schema: keysResponse } },
    },
    ...REFUSALS,
  },
});

const people = createRoute({
  middleware: guard("people.invite", { rates: ["person-reads"] }),
  method: "get",
  path: "/api/plans/{planId}/people",
  summary: "Whoever can open the plan now",
  request: { params: planParams },
  responses: {
    200: {
      description: "The people, first come first",
      content: { "application/json": { schema: peopleResponse } },
    },
    ...REFUSALS,
  },
});

const create = createRoute({
  middleware: guard("people.invite", { rates: ["person-keys"] }),
  method: "post",
  path: "/api/plans/{planId}/keys",
  summary: "Make a key of at most your own role",
  request: {
    params: planParams,
    body: { required: true, content: { "application/json": { schema: createKeyRequest } } },
  },
  responses: {
    201: {
      description: "The key with its secret: told once",
      content: { "application/json": { schema: createKeyResponse } },
    },
    ...REFUSALS,
    ...problemResponses("invalid-request", "storage-unavailable"),
  },
});

const revoke = createRoute({
  middleware: guard("people.invite", { rates: ["person-keys"] }),
  method: "delete",
  path: "/api/plans/{planId}/keys/{keyId}",
  summary: "Withdraw a key; whoever came in with it is out at once",
  request: { params: planParams.extend({ keyId: z.string().max(64) }) },
  responses: { 204: { description: "Withdrawn" }, ...REFUSALS, ...problemResponses("storage-unavailable") },
});

/** The keys that let people in, and whom they let in. */
export function keyRoutes(routes: Routes, { storage, clock, relay, security }: AppParts): void {
  routes.add(list, async (c) => {
    const { planId } = c.req.valid("param");
    const keys = await storage.access.keysOf(planId);
    return c.json({ keys: keys.map(presented) }, 200);
  });

  routes.add(people, async (c) => {
    const { planId } = c.req.valid("param");
    const found = await peopleOf(storage.access, clock, planId);
    return c.json({ people: found.map(presentedPerson) }, 200);
  });

  routes.add(create, async (c) => {
    const { who } = c.var;
    const created = await createKey(storage.access, clock, who, c.req.valid("json"));
    if (!created.ok) return problem(c, created.refusal);
    const { key, secret } = created.value;
    security.note("key-made", { plan: who.planId, actor: who.actor.id, key: key.id, role: key.role });
    return c.json({ ...presented(key), secret }, 201);
  });

  routes.add(revoke, async (c) => {
    const { keyId } = c.req.valid("param");
    const { who } = c.var;
    const revoked = await revokeKey(storage.access, clock, relay.disconnect, who, keyId);
    if (!revoked.ok) return problem(c, revoked.refusal);
    security.note("key-withdrawn", { plan: who.planId, actor: who.actor.id, key: keyId });
    return c.body(null, 204);
  });
}

function presented({ id, role, createdAt, expiresAt, revokedAt, uses, maxUses }: KeyRow) {
  return { id, role, createdAt, expiresAt, revokedAt, uses, maxUses };
}

function presentedPerson({ actor: { id, name, circle, color, createdAt }, role }: PersonWithAccess) {
  return { actor: { id, name, circle, color }, role, joinedAt: createdAt };
}
