import { createRoute } from "@hono/zod-openapi";
import { joinRequest, joinResponse } from "@planwand/shared/protocol/http.ts";
import { credentialsOf } from "../access/credentials.ts";
import { joinPlan } from "../access/join.ts";
import { findSession } from "../access/session.ts";
import type { App, AppParts } from "./context.ts";
import { problem, problemResponses } from "./problem.ts";
import { forgetSessionCookie, setSessionCookie } from "./session-cookie.ts";

const join = createRoute({
  method: "post",
  path: "/api/join",
  summary: "Exchange a key for a session; the same session joining again is the same actor",
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
      "too-many-requests",
      "storage-unavailable",
    ),
  },
});

const leave = createRoute({
  method: "post",
  path: "/api/leave",
  summary: "End this session, in every plan",
  responses: { 204: { description: "Gone, or never there" } },
});

/** Coming in and going away. */
export function joinRoutes(app: App, { storage, clock }: AppParts): void {
  app.openapi(join, async (c) => {
    const { sessionSecret } = credentialsOf(c.req.raw.headers);
    const joined = await joinPlan(storage, clock, { ...c.req.valid("json"), sessionSecret });
    if (!joined.ok) return problem(c, joined.refusal);
    const { plan, role, actor, session } = joined.value;
    setSessionCookie(c, session);
    return c.json({ plan, role, actor }, 200);
  });

  app.openapi(leave, async (c) => {
    const { sessionSecret } = credentialsOf(c.req.raw.headers);
    const session = await findSession(storage.access, clock, sessionSecret);
    if (session !== null) await storage.access.deleteSession(session.row.id);
    forgetSessionCookie(c);
    return c.body(null, 204);
  });
}
