import { createRoute, z } from "@hono/zod-openapi";
import { reachResponse } from "@planwand/shared/protocol/http.ts";
import { isLoopback } from "../ops/lan-addresses.ts";
import { type LimitName, settingOf } from "../budgets/limits.ts";
import { type Metric, metricsText } from "../ops/metrics.ts";
import type { App, AppParts } from "./context.ts";

const PLAIN_TEXT = { "text/plain": { schema: z.string() } };

const alive = createRoute({
  method: "get",
  path: "/healthz",
  summary: "Whether the process runs",
  responses: { 200: { description: "It runs", content: PLAIN_TEXT } },
});

const ready = createRoute({
  method: "get",
  path: "/readyz",
  summary: "Whether edits can be stored",
  responses: {
    200: { description: "They can", content: PLAIN_TEXT },
    503: { description: "The disk takes no writes; reading goes on", content: PLAIN_TEXT },
  },
});

const metrics = createRoute({
  method: "get",
  path: "/metrics",
  summary: "Numbers for a dashboard, in the text format of Prometheus",
  responses: { 200: { description: "The numbers", content: PLAIN_TEXT } },
});

const reached = createRoute({
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
export function operationRoutes(app: App, { relay, budgets, reach }: AppParts): void {
  app.openapi(reached, (c) => {
    // A name in a request is easily forged, the other end of its connection is not.
    const isOwn = isLoopback(new URL(c.req.url).hostname) && isLoopback(c.env.incoming.socket.remoteAddress);
    return c.json({ addresses: isOwn ? [...reach()] : [] }, 200);
  });
  app.openapi(alive, (c) => c.text("ok", 200));
  app.openapi(ready, (c) => (relay.stats().degraded ? c.text("read-only", 503) : c.text("ok", 200)));
  app.openapi(metrics, (c) => {
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
      ]),
      200,
    );
  });
}
