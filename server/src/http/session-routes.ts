import { randomBytes } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { joinRequest, joinResponse, myPlansResponse } from "@planwand/shared/protocol/http.ts";
import { credentialsOf } from "../access/credentials.ts";
import { joinPlan, joinWorkshop } from "../access/join.ts";
import { leave } from "../access/leave.ts";
import { type MyPlan, myPlans } from "../access/my-plans.ts";
import { findSession } from "../access/session.ts";
import type { App, AppParts } from "./context.ts";
import { createCodeGuard } from "./guards.ts";
import { problem, problemResponses } from "./problem.ts";
import { forgetSessionCookie, setSessionCookie } from "./session-cookie.ts";

const join = createRoute({
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
      "unknown-code",
      "too-many-codes",
      "too-many-requests",
      "storage-unavailable",
    ),
  },
});

const me = createRoute({
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

const goodbye = createRoute({
  method: "post",
  path: "/api/leave",
  summary: "End this session, in every plan",
  responses: { 204: { description: "Gone, or never there" }, ...problemResponses("storage-unavailable") },
});

/** Coming in, being here and going away. */
export function sessionRoutes(app: App, { storage, clock, relay, journals, socketEnds }: AppParts): void {
  const codes = createCodeGuard();
  const sessionOf = (headers: Headers) =>
    findSession(storage.access, clock, credentialsOf(headers).sessionSecret);

  app.openapi(join, async (c) => {
    const { sessionSecret } = credentialsOf(c.req.raw.headers);
    const { sharedDevice: isSharedDevice, key, code, name, circle } = c.req.valid("json");
    const arrival = { name, circle, sessionSecret, isSharedDevice };
    if (code !== undefined) {
      if (!(await codes.mayTry(c))) return problem(c, "too-many-codes");
      const joined = await joinWorkshop(storage, clock, { ...arrival, code });
      if (!joined.ok) {
        await codes.wasWrong(c);
        return problem(c, joined.refusal);
      }
      const { plan, role, actor, session, workshop, who } = joined.value;
      const id = idFrom(randomBytes);
      await journals.run(who, { type: "session.attend", id, session: workshop });
      await socketEnds.look(({ sessionId }) => sessionId === session.row.id);
      setSessionCookie(c, session, isSharedDevice);
      return c.json({ plan, role, actor, session: workshop }, 200);
    }
    const joined = await joinPlan(storage, clock, { ...arrival, key: key ?? "" });
    if (!joined.ok) return problem(c, joined.refusal);
    const { plan, role, actor, session } = joined.value;
    await socketEnds.look(({ sessionId }) => sessionId === session.row.id);
    setSessionCookie(c, session, isSharedDevice);
    return c.json({ plan, role, actor, session: null }, 200);
  });

  app.openapi(me, async (c) => {
    const session = await sessionOf(c.req.raw.headers);
    const mine = session === null ? [] : await myPlans(storage.access, clock, session.row.id);
    return c.json({ plans: mine.map(presented) }, 200);
  });

  app.openapi(goodbye, async (c) => {
    const session = await sessionOf(c.req.raw.headers);
    if (session !== null) await leave(storage.access, relay.disconnect, session.row.id);
    forgetSessionCookie(c);
    return c.body(null, 204);
  });
}

function presented({ plan, role, actor, ownership }: MyPlan) {
  const { id, name, circle, color } = actor;
  return { plan: { id: plan.id, title: plan.title }, role, actor: { id, name, circle, color }, ownership };
}
