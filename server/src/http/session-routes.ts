import { randomBytes } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import {
  actorResponse,
  introduceRequest,
  invitationRequest,
  invitationResponse,
  joinRequest,
  joinResponse,
  myPlansResponse,
} from "@planwand/shared/protocol/http.ts";
import { credentialsOf } from "../access/credentials.ts";
import { findInvitation, joinPlan, welcome } from "../access/join.ts";
import { introduce, tellName } from "../access/introduce.ts";
import { leave } from "../access/leave.ts";
import { type MyPlan, myPlans } from "../access/my-plans.ts";
import type { AppParts } from "./context.ts";
import { guard, spend } from "./guard.ts";
import { planParams } from "./plan-routes.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";
import { forgetSessionCookie, isHttps, setSessionCookie } from "./session-cookie.ts";
import { createWrongCodes } from "./wrong-codes.ts";

/** A key or a code, a name and a circle. */
const JOIN_BODY = { bytes: 4 * 1024, values: 20, members: 20, depth: 2 };

const join = createRoute({
  middleware: guard.open({ body: JOIN_BODY }),
  method: "post",
  path: "/api/join",
  summary:
    "Exchange a key, or the code of a workshop, for a session; the same session joining again is the same actor",
  request: { body: { required: true, content: { "application/json": { schema: joinRequest } } } },
  responses: {
    200: {
      description: "The plan, and who you are in it",
      content: { "application/json": { schema: joinResponse } },
    },
    ...problemResponses(
      "invalid-request",
      "unknown-key",
      "key-ended",
      "key-used-up",
      "unknown-code",
      "too-many-codes",
      "too-many-requests",
      "storage-unavailable",
    ),
  },
});

const invitation = createRoute({
  middleware: guard.open({ body: JOIN_BODY }),
  method: "post",
  path: "/api/invitation",
  summary: "What a key leads to, for whoever may come in by it; nothing changes",
  request: { body: { required: true, content: { "application/json": { schema: invitationRequest } } } },
  responses: {
    200: {
      description: "The plan, the role and who invites",
      content: { "application/json": { schema: invitationResponse } },
    },
    ...problemResponses("invalid-request", "unknown-key", "key-ended", "key-used-up", "too-many-requests"),
  },
});

const me = createRoute({
  middleware: guard.open(),
  method: "get",
  path: "/api/me",
  summary: "The plans that this session can open; none without a session",
  responses: {
    200: {
      description: "The plans, newest first",
      content: { "application/json": { schema: myPlansResponse } },
    },
  },
});

const rename = createRoute({
  middleware: guard("plan.read", { rates: ["person-commands"] }),
  method: "put",
  path: "/api/plans/{planId}/me",
  summary: "Be known by another name or circle in this plan from now on",
  request: {
    params: planParams,
    body: { required: true, content: { "application/json": { schema: introduceRequest } } },
  },
  responses: {
    200: {
      description: "Who you are in it now",
      content: { "application/json": { schema: actorResponse } },
    },
    ...problemResponses(
      "invalid-request",
      "unauthenticated",
      "no-access",
      "plan-deleted",
      "not-found",
      "too-many-requests",
      "storage-unavailable",
    ),
  },
});

const goodbye = createRoute({
  middleware: guard.open(),
  method: "post",
  path: "/api/leave",
  summary: "End this session, in every plan",
  responses: { 204: { description: "Gone, or never there" }, ...problemResponses("storage-unavailable") },
});

/** Coming in, being here and going away. */
export function sessionRoutes(routes: Routes, parts: AppParts): void {
  const { storage, clock, sessions, relay, journals, socketEnds, security } = parts;
  const wrongCodes = createWrongCodes(parts);
  const sessionOf = (headers: Headers) => sessions.find(credentialsOf(headers).session);

  routes.add(join, async (c) => {
    const { session: presented } = credentialsOf(c.req.raw.headers);
    const { sharedDevice: isSharedDevice, key, code, name, circle } = c.req.valid("json");
    const { network } = c.var.caller;
    // Looked up first: those who try what is wrong keep nobody out who has what is right.
    const invited = await findInvitation(storage, clock, code === undefined ? { key: key ?? "" } : { code });
    if (!invited.ok) {
      if (code !== undefined) return wrongCodes.refuse(c, code);
      security.note("key-refused", { reason: invited.refusal, from: network });
      return spend(c, "address-open-calls", network) ?? problem(c, invited.refusal);
    }
    const tooMany = spend(c, "address-joins", network);
    if (tooMany !== null) return tooMany;
    const keeping = { isSharedDevice, isHostBound: isHttps(c, parts) };
    const joined = await joinPlan(parts, invited.value, { name, circle, ...keeping, session: presented });
    if (!joined.ok) {
      security.note("key-refused", { reason: joined.refusal, from: network });
      return problem(c, joined.refusal);
    }
    const { plan, role, actor, isRenamed, session } = joined.value;
    const { workshop, key: used } = invited.value;
    security.note("joined", { plan: plan.id, actor: actor.id, key: used.id, from: network });
    if (isRenamed) await tellName(parts, plan.id, actor);
    if (workshop !== null) {
      const who = { planId: plan.id, actor, role, sessionId: session.row.id, keyIds: [used.id] };
      await journals.run(who, { type: "session.attend", id: idFrom(randomBytes), session: workshop });
    }
    await socketEnds.look(({ sessionId }) => sessionId === session.row.id);
    setSessionCookie(c, session);
    return c.json({ plan, role, actor, session: workshop }, 200);
  });

  routes.add(invitation, async (c) => {
    const { network } = c.var.caller;
    const { session: presented } = credentialsOf(c.req.raw.headers);
    const found = await welcome(parts, c.req.valid("json").key, presented);
    if (found.ok) return spend(c, "address-joins", network) ?? c.json(found.value, 200);
    security.note("key-refused", { reason: found.refusal, from: network });
    return spend(c, "address-open-calls", network) ?? problem(c, found.refusal);
  });

  routes.add(me, async (c) => {
    const session = await sessionOf(c.req.raw.headers);
    const mine = session === null ? [] : await myPlans(storage.access, clock, session.row.id);
    return c.json({ plans: mine.map(presented) }, 200);
  });

  routes.add(rename, async (c) => {
    const introduced = await introduce(storage.access, parts, c.var.who, c.req.valid("json"));
    return introduced.ok ? c.json(introduced.value, 200) : problem(c, introduced.refusal);
  });

  routes.add(goodbye, async (c) => {
    const session = await sessionOf(c.req.raw.headers);
    if (session !== null) {
      await leave(storage.access, relay.disconnect, session.row.id);
      security.note("session-ended", { session: session.row.id });
    }
    forgetSessionCookie(c, isHttps(c, parts));
    return c.body(null, 204);
  });
}

function presented({ plan, role, actor, ownership }: MyPlan) {
  const { id, name, circle, color } = actor;
  return { plan: { id: plan.id, title: plan.title }, role, actor: { id, name, circle, color }, ownership };
}
