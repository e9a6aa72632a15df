import { OpenAPIHono } from "@hono/zod-openapi";
import type { Hook } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { compress } from "hono/compress";
import { requestId } from "hono/request-id";
import { syncRoute } from "../relay/upgrade.ts";
import { accessLog } from "./access-log.ts";
import { clientFiles } from "./client-files.ts";
import type { AppParts, Env } from "./context.ts";
import { createMayCreate } from "../access/creating.ts";
import { createIsOperator } from "../access/operator.ts";
import { erasingRoutes } from "./erasing-routes.ts";
import { exportRoutes } from "./export-routes.ts";
import { failureHandler } from "./failure.ts";
import { feedRoutes } from "./feed-routes.ts";
import type { Gate } from "./gate.ts";
import { historyRoutes } from "./history-routes.ts";
import { journalRoutes } from "./journal-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { hostCheck, jsonOnly, knowCaller, originCheck } from "./border.ts";
import { sessionRoutes } from "./session-routes.ts";
import { keyRoutes } from "./key-routes.ts";
import { operationRoutes } from "./operation-routes.ts";
import { planRoutes } from "./plan-routes.ts";
import { problem } from "./problem.ts";
import { momentRoutes } from "./moment-routes.ts";
import { Routes } from "./routes.ts";
import { securityHeaders } from "./security-headers.ts";

/** The server's app: every call goes through it. */
export type App = OpenAPIHono<Env>;

/**
 * Every request's way through the server, in order.
 * @throws Error when a route does not say who may call it
 */
export function createApp(parts: AppParts): App {
  const app: App = new OpenAPIHono<Env>({ defaultHook: refuseInvalid });
  app.onError(failureHandler(parts.log));

  // Always our own: what a caller writes comes into no log.
  app.use(requestId({ headerName: "" }));
  app.use(accessLog(parts.log));
  app.use(knowCaller(parts, gateOf(parts)));
  app.use("/sync/*", hostCheck(parts));
  app.get("/sync/:planId", syncRoute(parts));

  app.use(securityHeaders());
  app.use(hostCheck(parts));
  app.use(compress());
  app.use(originCheck(parts));
  app.use("/api/*", noStore);
  app.use("/api/*", jsonOnly());

  const routes = new Routes(app);
  planRoutes(routes, parts);
  journalRoutes(routes, parts);
  historyRoutes(routes, parts);
  momentRoutes(routes, parts);
  erasingRoutes(routes, parts);
  exportRoutes(routes, parts);
  feedRoutes(routes, parts);
  importRoutes(routes, parts);
  sessionRoutes(routes, parts);
  keyRoutes(routes, parts);
  operationRoutes(routes, parts);
  app.all("/api/*", (c) => problem(c, "not-found"));
  app.all("/sync/*", (c) => problem(c, "not-found"));

  app.route("/", clientFiles(parts.clientDir));
  app.notFound((c) => problem(c, "not-found"));

  // A socket is let in by the upgrade itself; the pages are for everybody.
  routes.known("get", "/sync/:planId");
  for (const path of ["/*", "/assets/*"]) routes.known("get", path);
  routes.check();
  return app;
}

function gateOf(parts: AppParts): Gate {
  const { authenticate, origins, budgets, security } = parts;
  return {
    authenticate,
    origins,
    budgets,
    security,
    mayCreate: createMayCreate(parts),
    hasRoom: async () => (await parts.storage.freeBytes()) >= budgets.limit("free-megabytes") * MEBIBYTE,
    isOperator: createIsOperator(parts),
  };
}

const MEBIBYTE = 1024 * 1024;

const noStore: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("Cache-Control", "no-store");
};

/** As many things that are wrong with a request are told. */
const ISSUES_MAX = 5;

const refuseInvalid: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return;
  const { issues } = result.error;
  const { security } = c.var.gate;
  security.note("body-refused", { route: c.req.routePath, from: c.var.caller.network });
  const where = issues.slice(0, ISSUES_MAX).map(({ path, code }) => `${path.join(".")}: ${code}`);
  const rest = issues.length > ISSUES_MAX ? [`${String(issues.length - ISSUES_MAX)} more`] : [];
  return problem(c, "invalid-request", [...where, ...rest].join("; "));
};
