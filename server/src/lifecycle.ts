import type { ServerType } from "@hono/node-server";
import type { Logger } from "pino";
import type { Composed } from "./compose.ts";

/** Stopping takes at most this long; what was admitted is on disk long before. */
const STOP_MAX_MS = 10_000;
/** How long requests under way and the goodbyes of sockets may take. */
const GOODBYE_MAX_MS = 1_000;

/** Stops in order at SIGTERM and SIGINT, and after an error that nothing caught; then the exit code is 1. */
export function stopWithCare({ server, drain, close }: Composed, log: Logger): void {
  let stopping = false;

  async function stop(exitCode: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MAX_MS).unref();
    const closed = closeServer(server);
    try {
      await drain();
      await Promise.race([closed, after(GOODBYE_MAX_MS)]);
      await close();
      process.exit(exitCode);
    } catch (error) {
      log.fatal({ err: error }, "could not stop in order");
      process.exit(1);
    }
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(0));
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      void stop(1);
    });
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves when the last request was answered and every connection is gone. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ("closeIdleConnections" in server) server.closeIdleConnections();
  });
}
