import { createRoute, z } from "@hono/zod-openapi";
import { reachResponse } from "@planwand/shared/protocol/http.ts";
import { isLoopback } from "../ops/lan-addresses.ts";
import { type LimitName, settingOf } from "../budgets/limits.ts";
import { type Metric, metricsText } from "../ops/metrics.ts";
import type { AppParts } from "./context.ts";
import { guard } from "./guard.ts";
import { problem, problemResponses } from "./problem.ts";
import type { Routes } from "./routes.ts";

const PLAIN_TEXT = { "text/plain": { schema: z.string() } };

const alive = createRoute({
  middleware: guard.open(),
  method: "get",
  path: "/healthz",
  summary: "Whether the process runs",
  responses: { 200: { description: "It runs", content: PLAIN_TEXT } },
});

const ready = createRoute({
  middleware: guard.open(),
  method: "get",
  path: "/readyz",
  summary: "Whether edits can be stored",
  responses: {
    200: { description: "They can", content: PLAIN_TEXT },
    503: { description: "The disk takes no writes; reading goes on", content: PLAIN_TEXT },
  },
});

const metrics = createRoute({
  middleware: guard.operator(),
  method: "get",
  path: "/metrics",
  summary: "Numbers for a dashboard, in the text format of Prometheus; for the operator",
  responses: { 200: { description: "The numbers", content: PLAIN_TEXT }, ...problemResponses("not-found") },
});

const description = createRoute({
  middleware: guard.operator(),
  hide: true,
  method: "get",
  path: "/api/openapi.json",
  summary: "This description; for the operator",
  responses: {
    200: { description: "OpenAPI 3.1", content: { "application/json": { schema: z.object({}) } } },
    ...problemResponses("not-found"),
  },
});

const contact = createRoute({
  middleware: guard.open(),
  method: "get",
  path: "/.well-known/security.txt",
  summary: "Whom to tell that something is wrong with the security (RFC 9116)",
  responses: {
    200: { description: "How to reach them", content: PLAIN_TEXT },
    ...problemResponses("not-found"),
  },
});

/** What is told there is looked after for so long; a year at most. */
const CONTACT_HOLDS_MS = 180 * 86_400_000;

const reached = createRoute({
  middleware: guard.open(),
  method: "get",
  path: "/api/reach",
  summary: "How other devices on this network reach the server; only told on the machine itself",
  responses: {
    200: {
      description: "Addresses, the most likely first",
      content: { "application/json": { schema: reachResponse } },
    },
  },
});

/** What an operator asks, and whoever runs the server on their own laptop. */
export function operationRoutes(
  routes: Routes,
  { clock, relay, budgets, documents, exports, security, securityContact, reach }: AppParts,
): void {
  routes.add(reached, (c) => {
    // A name in a request is easily forged, the other end of its connection is not.
    const { address, isForwardedInVain } = c.var.caller;
    const isOwn = isLoopback(new URL(c.req.url).hostname) && isLoopback(address) && !isForwardedInVain;
    return c.json({ addresses: isOwn ? [...reach()] : [] }, 200);
  });
  routes.add(description, (c) => c.json(routes.description(), 200));
  routes.add(contact, (c) => {
    if (securityContact === null) return problem(c, "not-found");
    const expires = new Date(clock() + CONTACT_HOLDS_MS).toISOString();
    const lines = [`Contact: ${securityContact}`, `Expires: ${expires}`, "Preferred-Languages: nl, en"];
    return c.text(`${lines.join("\n")}\n`, 200);
  });
  routes.add(alive, (c) => c.text("ok", 200));
  routes.add(ready, (c) => (relay.stats().degraded ? c.text("read-only", 503) : c.text("ok", 200)));
  routes.add(metrics, (c) => {
    const { rooms, connections, updates, refused, degraded, paused, bufferedBytes } = relay.stats();
    return c.text(
      metricsText([
        { name: "planwand_rooms", kind: "gauge", help: "Plans in memory.", value: rooms },
        { name: "planwand_connections", kind: "gauge", help: "Open sockets.", value: connections },
        {
          name: "planwand_paused_connections",
          kind: "gauge",
          help: "Sockets that are not read, because their sender is over a limit.",
          value: paused,
        },
        {
          name: "planwand_buffered_bytes",
          kind: "gauge",
          help: "Bytes that wait in memory for readers.",
          value: bufferedBytes,
        },
        { name: "planwand_updates_total", kind: "counter", help: "Updates admitted.", value: updates },
        { name: "planwand_refused_total", kind: "counter", help: "Messages refused.", value: refused },
        {
          name: "planwand_degraded",
          kind: "gauge",
          help: "1 while storage takes no writes.",
          value: Number(degraded),
        },
        {
          name: "planwand_plans_set_aside",
          kind: "gauge",
          help: "Plans of which no document can be built.",
          value: documents.aside,
        },
        {
          name: "planwand_exports_waiting",
          kind: "gauge",
          help: "Files that wait to be made.",
          value: exports.load.waiting,
        },
        {
          name: "process_resident_memory_bytes",
          kind: "gauge",
          help: "Memory in use.",
          value: process.memoryUsage.rss(),
        },
        ...Object.entries(budgets.refusals()).map(([name, value]): Metric => ({
          name: `planwand_limit_${name.replaceAll("-", "_")}_refused_total`,
          kind: "counter",
          help: `Refused or delayed by ${settingOf(name as LimitName)}.`,
          value,
        })),
        ...security.counts().map(({ name, help, count: value }): Metric => ({
          name: `planwand_security_${name.replaceAll("-", "_")}_total`,
          kind: "counter",
          help: `${help}.`,
          value,
        })),
      ]),
      200,
    );
  });
}
