import { createRoute, z } from "@hono/zod-openapi";
import type { Actor } from "@planwand/shared/access/role.ts";
import {
  createKeyRequest,
  createKeyResponse,
  keysResponse,
  peopleResponse,
  renameKeyRequest,
} from "@planwand/shared/protocol/http.ts";
import { createKey, type KnownKey, knownKeys, renameKey, revokeKey } from "../access/keys.ts";
import { peopleOf, type PersonWithAccess } from "../access/people.ts";
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
  summary: "The plan's keys, without their secrets: how they came to be, and who came in with them",
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

const keyParams = planParams.extend({ keyId: z.string().max(64) });

const rename = createRoute({
  middleware: guard("people.invite", { rates: ["person-keys"] }),
  method: "patch",
  path: "/api/plans/{planId}/keys/{keyId}",
  summary: "Give a key of at most your own role another name",
  request: {
    params: keyParams,
    body: { required: true, content: { "application/json": { schema: renameKeyRequest } } },
  },
  responses: {
    204: { description: "Renamed" },
    ...REFUSALS,
    ...problemResponses("invalid-request", "storage-unavailable"),
  },
});

const revoke = createRoute({
  middleware: guard("people.invite", { rates: ["person-keys"] }),
  method: "delete",
  path: "/api/plans/{planId}/keys/{keyId}",
  summary: "Withdraw a key; whoever came in with it is out at once",
  request: { params: keyParams },
  responses: { 204: { description: "Withdrawn" }, ...REFUSALS, ...problemResponses("storage-unavailable") },
});

/** The keys that let people in, and whom they let in. */
export function keyRoutes(routes: Routes, { storage, clock, relay, security }: AppParts): void {
  routes.add(list, async (c) => {
    const { planId } = c.req.valid("param");
    const keys = await knownKeys(storage.access, planId);
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
    const { known, secret } = created.value;
    const { id, role } = known.key;
    security.note("key-made", { plan: who.planId, actor: who.actor.id, key: id, role });
    return c.json({ ...presented(known), secret }, 201);
  });

  routes.add(rename, async (c) => {
    const { keyId } = c.req.valid("param");
    const renamed = await renameKey(storage.access, c.var.who, keyId, c.req.valid("json").name);
    return renamed.ok ? c.body(null, 204) : problem(c, renamed.refusal);
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

function presented({ key, maker, people }: KnownKey) {
  const { id, name, origin, role, createdAt, expiresAt, revokedAt, uses, maxUses, usedAt } = key;
  const facts = { id, name, origin, role, createdAt, expiresAt, revokedAt, uses, maxUses, usedAt };
  return {
    ...facts,
    maker: maker === null ? null : presentedActor(maker),
    people: people.map(presentedActor),
  };
}

function presentedActor({ id, name, circle, color }: Actor) {
  return { id, name, circle, color };
}

function presentedPerson({ actor, role }: PersonWithAccess) {
  return { actor: presentedActor(actor), role, joinedAt: actor.createdAt };
}
