import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { createAuthenticate } from "./access/authenticate.ts";
import type { Config } from "./config.ts";
import { createApp } from "./http/app.ts";
import { ExportThreads } from "./exports/export-threads.ts";
import { createReadSource } from "./exports/read-source.ts";
import { createImports } from "./imports/imports.ts";
import { lanAddresses } from "./ops/lan-addresses.ts";
import { createJournals } from "./journal/journals.ts";
import { createWriteRole } from "./plans/write-role.ts";
import { createDocuments } from "./plans/documents.ts";
import { createErasing } from "./plans/erasing.ts";
import { everyHour } from "./plans/hourly.ts";
import { createSnapshots } from "./plans/snapshots.ts";
import { createRelay } from "./relay/relay.ts";
import { createSocketServer } from "./relay/upgrade.ts";
import { openSqlite } from "./storage/sqlite/open.ts";

/** Where `vite build` puts the client. */
const CLIENT_DIR = join(import.meta.dirname, "..", "..", "client", "dist");

/** A server that is put together and does not listen yet. */
export interface Composed {
  readonly server: ServerType;
  /** The addresses by which other devices on the same network reach it, once it listens. */
  readonly reach: () => readonly string[];
  /** Puts on disk all that was admitted and sends everyone away, to come back. */
  drain(): Promise<void>;
  /** Lets go of the disk. */
  close(): Promise<void>;
}

/**
 * Puts the server together: the only place where adapters meet the core.
 * @throws Error with a sentence for the operator when storage cannot be opened
 */
export function compose(config: Config, log: Logger): Composed {
  const clock = Date.now;
  const storage = openSqlite({ directory: config.dataDir });
  const documents = createDocuments(storage, (planId) => relay.flush(planId));
  const journals = createJournals({
    log: storage.events,
    workshops: storage.workshops,
    clock,
    documents,
    access: storage.access,
    publish: (planId, events, session) => relay.publish(planId, events, session),
    publishLive: (planId, by, live) => relay.publishLive(planId, by, live),
    writeRole: createWriteRole({ clock, documents, relay: () => relay }),
  });
  const relay = createRelay({
    storage,
    clock,
    log,
    compact: (planId) => documents.compact(planId),
    openJournal: (planId) => journals.open(planId),
  });
  const authenticate = createAuthenticate(storage, clock);
  const snapshots = createSnapshots({ storage, clock, documents, journals });
  const erasing = createErasing({ storage, clock, documents, journals, relay, log });
  const stopHourly = everyHour(
    [
      { name: "daily snapshots", run: () => snapshots.takeDue() },
      { name: "clearing away", run: () => erasing.clearAll() },
    ],
    log,
  );
  const readSource = createReadSource({ documents, journals, snapshots, clock });
  const exportThreads = new ExportThreads();
  const { origins } = config;
  const reach = (): readonly string[] => {
    const address = server.address();
    if (address === null || typeof address === "string") return [];
    return lanAddresses(config.host, address.port, networkInterfaces());
  };
  const app = createApp({
    storage,
    clock,
    log,
    relay,
    documents,
    journals,
    snapshots,
    erasing,
    readSource,
    exportThreads,
    imports: createImports(),
    authenticate,
    origins,
    reach,
    clientDir: CLIENT_DIR,
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: createSocketServer() },
    // Whatever else asks to be upgraded gets an ordinary answer instead of a socket that nobody looks after.
    serverOptions: {
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === "websocket",
    },
  });
  return {
    server,
    reach,
    drain: () => relay.drain(),
    async close() {
      await stopHourly();
      await exportThreads.close();
      await documents.close();
      await storage.close();
    },
  };
}
