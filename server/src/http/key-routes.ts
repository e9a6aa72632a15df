import { createRoute, z } from "@hono/zod-openapi";
import { may } from "@planwand/shared/access/policy.ts";
import {
  createKeyRequest,
  createKeyResponse,
  keysResponse,
  peopleResponse,
} from "@planwand/shared/protocol/http.ts";
import { createKey, revokeKey } from "../access/keys.ts";
import { peopleOf, type PersonWithAccess } from "../access/people.ts";
import type { KeyRow } from "../storage/port.ts";
import type { App, AppParts } from "./context.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";

const REFUSALS = problemResponses(
  "unauthenticated",
  "no-access",
  "plan-deleted",
  "role-too-low",
  "not-found",
);

const list = createRoute({
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
  method: "delete",
  path: "/api/plans/{planId}/keys/{keyId}",
  summary: "Withdraw a key; whoever came in with it is out at once",
  request: { params: planParams.extend({ keyId: z.string() }) },
  responses: { 204: { description: "Withdrawn" }, ...REFUSALS, ...problemResponses("storage-unavailable") },
});

/** The keys that let people in, and whom they let in. */
export function keyRoutes(app: App, { storage, clock, relay, authenticate }: AppParts): void {
  app.openapi(list, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "people.invite")) return problem(c, "role-too-low");
    const keys = await storage.access.keysOf(planId);
    return c.json({ keys: keys.map(presented) }, 200);
  });

  app.openapi(people, async (c) => {
    const { planId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    if (!may(admitted.value.who.role, "people.invite")) return problem(c, "role-too-low");
    const found = await peopleOf(storage.access, clock, planId);
    return c.json({ people: found.map(presentedPerson) }, 200);
  });

  app.openapi(create, async (c) => {
    const admitted = await authenticate(c.req.raw.headers, c.req.valid("param").planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const created = await createKey(storage.access, clock, admitted.value.who, c.req.valid("json"));
    if (!created.ok) return problem(c, created.refusal);
    return c.json({ ...presented(created.value.key), secret: created.value.secret }, 201);
  });

  app.openapi(revoke, async (c) => {
    const { planId, keyId } = c.req.valid("param");
    const admitted = await authenticate(c.req.raw.headers, planId);
    if (!admitted.ok) return problem(c, admitted.refusal);
    const { who } = admitted.value;
    const revoked = await revokeKey(storage.access, clock, relay.disconnect, who, keyId);
    return revoked.ok ? c.body(null, 204) : problem(c, revoked.refusal);
  });
}

function presented({ id, role, createdAt, expiresAt, revokedAt, uses }: KeyRow) {
  return { id, role, createdAt, expiresAt, revokedAt, uses };
}

function presentedPerson({ actor: { id, name, circle, color, createdAt }, role }: PersonWithAccess) {
  return { actor: { id, name, circle, color }, role, joinedAt: createdAt };
}
