import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { assemble, type Parts } from "@planwand/server/compose.ts";
import { readConfig } from "@planwand/server/config.ts";
import { createLog } from "@planwand/server/ops/log.ts";
import { now } from "./clock.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";

export interface ServerPartsOptions {
  readonly clock?: Clock;
  readonly clientDir?: string;
  /** Settings of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** A database that may not grow beyond this many pages of 4 KiB. */
  readonly maxPages?: number;
}

/** The server's real parts in this process, put together as the product does, where a test can reach them. */
export interface ServerParts extends Parts {
  /** Where all that they keep is. */
  readonly directory: string;
  /** One request through the app, without a network; its answer is received when that comes, unless `outgoing` tells otherwise. */
  request(path: string, init?: RequestInit, outgoing?: EventEmitter): Promise<Response>;
}

/** Puts the parts together on a folder of their own. */
export function serverParts(options: ServerPartsOptions = {}): ServerParts {
  const directory = mkdtempSync(join(tmpdir(), "planwand-parts-"));
  const { maxPages, clock = now, clientDir = join(directory, "client") } = options;
  const storage = openSqlite({ directory, ...(maxPages === undefined ? {} : { maxPages }) });
  const read = readConfig({ ...options.env, DATA_DIR: directory, LOG_LEVEL: "silent" });
  if (!read.ok) throw new Error(read.refusal.join(" "));
  const parts = assemble(read.value, createLog("silent"), () => [], { clock, storage, clientDir });
  const incoming = { socket: { remoteAddress: "127.0.0.1" } };
  return {
    ...parts,
    directory,
    async request(path, init, outgoing) {
      const connection = outgoing ?? new EventEmitter();
      const response = await parts.app.request(path, init, { incoming, outgoing: connection });
      if (outgoing === undefined) connection.emit("close");
      return response;
    },
    async close() {
      await parts.relay.drain();
      await parts.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
