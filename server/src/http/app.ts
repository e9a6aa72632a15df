import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hook } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { requestId } from "hono/request-id";
import { syncRoute } from "../relay/upgrade.ts";
import { accessLog } from "./access-log.ts";
import { clientFiles } from "./client-files.ts";
import type { App, AppParts, Env } from "./context.ts";
import { erasingRoutes } from "./erasing-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { failureHandler } from "./failure.ts";
import { feedRoutes } from "./feed-routes.ts";
import { historyRoutes } from "./history-routes.ts";
import { journalRoutes } from "./journal-routes.ts";
import { importRoutes, IMPORT_BODY_MAX_BYTES, isImport } from "./import-routes.ts";
import { jsonOnly, originCheck, rateLimit } from "./guards.ts";
import { sessionRoutes } from "./session-routes.ts";
import { keyRoutes } from "./key-routes.ts";
import { operationRoutes } from "./operation-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { problem } from "./problem.ts";
import { momentRoutes } from "./moment-routes.ts";
import { securityHeaders } from "./security-headers.ts";

const BODY_MAX_BYTES = 256 * 1024;

const OPENAPI = { openapi: "3.1.0", info: { title: "Planwand", version: "1" } };

/** Every request's way through the server, in order. */
export function createApp(parts: AppParts): App {
  const app = new OpenAPIHono<Env>({ defaultHook: refuseInvalid });
  app.onError(failureHandler(parts.log));

  app.use(requestId());
  app.use(accessLog(parts.log));
  app.get("/sync/:planId", syncRoute(parts));

  app.use(securityHeaders());
  app.use(compress());
  app.use(originCheck(parts.origins));
  app.use("/api/*", noStore);
  app.use("/api/*", jsonOnly());
  app.post("/api/plans", rateLimit(parts.budgets, "address-open-calls"));
  app.post("/api/join", rateLimit(parts.budgets, "address-open-calls"));
  app.post("/api/plans/from-file", rateLimit(parts.budgets, "address-files"));
  const small = bodyLimit({ maxSize: BODY_MAX_BYTES, onError: refuseTooLarge });
  const file = bodyLimit({ maxSize: IMPORT_BODY_MAX_BYTES, onError: refuseTooLarge });
  app.use("/api/*", (c, next) => (isImport(c.req.path) ? file(c, next) : small(c, next)));

  planRoutes(app, parts);
  journalRoutes(app, parts);
  historyRoutes(app, parts);
  momentRoutes(app, parts);
  erasingRoutes(app, parts);
  exportRoutes(app, parts);
  feedRoutes(app, parts);
  importRoutes(app, parts);
  sessionRoutes(app, parts);
  keyRoutes(app, parts);
  operationRoutes(app, parts);
  app.doc31("/api/openapi.json", OPENAPI);
  app.all("/api/*", (c) => problem(c, "not-found"));
  app.all("/sync/*", (c) => problem(c, "not-found"));

  app.route("/", clientFiles(parts.clientDir));
  app.notFound((c) => problem(c, "not-found"));
  return app;
}

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Cache-Control", "no-store");
};

/** The rest of the body is left unread, so nothing more can come over this connection. */
function refuseTooLarge(c: Context): Response {
  c.header("Connection", "close");
  return problem(c, "too-large");
}

const refuseInvalid: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return;
  const where = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`);
  return problem(c, "invalid-request", where.join("; "));
};
