import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { hostname, networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { createCallerOf, NO_PROXIES } from "./access/address.ts";
import { createAuthenticate, createStanding } from "./access/authenticate.ts";
import { createCodeSpace } from "./access/code-space.ts";
import { Sessions } from "./access/session.ts";
import { ownNames } from "./access/host.ts";
import { Budgets } from "./budgets/budgets.ts";
import type { Config } from "./config.ts";
import { type App, createApp } from "./http/app.ts";
import type { AppParts } from "./http/context.ts";
import { Exports } from "./exports/exports.ts";
import { createReadSource } from "./exports/read-source.ts";
import { createImports } from "./imports/imports.ts";
import { lanAddresses } from "./ops/lan-addresses.ts";
import { SecurityLog } from "./ops/security-events.ts";
import { createJournals } from "./journal/journals.ts";
import { createWriteRole } from "./plans/write-role.ts";
import { createDocuments } from "./plans/documents.ts";
import { createErasing } from "./plans/erasing.ts";
import { everyHour } from "./plans/hourly.ts";
import { createSnapshots } from "./plans/snapshots.ts";
import { createRelay } from "./relay/relay.ts";
import { SocketEnds } from "./relay/socket-ends.ts";
import { createSocketServer } from "./relay/upgrade.ts";
import { Outcomes } from "./storage/outcomes.ts";
import type { Storage } from "./storage/port.ts";
import { repeating } from "./storage/repeating.ts";
import { openSqlite } from "./storage/sqlite/open.ts";

/** Where `vite build` puts the client. */
const CLIENT_DIR = join(import.meta.dirname, "..", "..", "client", "dist");

/** The usual proxies keep a connection that nobody uses for a minute. */
const KEEP_ALIVE_MS = 75_000;

/** How often it is looked which requests have not begun in time. */
const CONNECTIONS_CHECK_MS = 1_000;

/** What a test may choose for itself; the product takes what is given here when nothing is. */
export interface ComposeOverrides {
  readonly clock?: Clock;
  readonly storage?: Storage;
  readonly clientDir?: string;
}

/** The server's parts, each made once and knowing the others that it needs. */
export interface Parts extends AppParts {
  readonly app: App;
  close(): Promise<void>;
}

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
 * Makes the server's parts: the only place where adapters meet the core. `reach`: the addresses by which other devices reach it.
 * @throws Error with a sentence for the operator when storage cannot be opened
 */
export function assemble(
  config: Config,
  log: Logger,
  reach: AppParts["reach"],
  {
    clock = Date.now,
    storage: adapter = openSqlite({ directory: config.dataDir }),
    clientDir = CLIENT_DIR,
  }: ComposeOverrides = {},
): Parts {
  const outcomes = new Outcomes(adapter, log);
  const storage = repeating(adapter, () => outcomes.unknown("access", () => socketEnds.look()));
  const standing = createStanding(storage, clock);
  const socketEnds = new SocketEnds({ standing, clock, log });
  const security = new SecurityLog(log, clock);
  const budgets = new Budgets(config.limits, clock, (limit) => security.note("limit-reached", { limit }));
  const codeSpace = createCodeSpace(budgets, clock);
  const documents = createDocuments({
    storage,
    clock,
    budgets,
    logger: log,
    flush: (planId) => relay.flush(planId),
  });
  const journals = createJournals({
    log: storage.events,
    workshops: storage.workshops,
    outcomes,
    clock,
    documents,
    access: storage.access,
    codeLength: codeSpace.length,
    publish: (planId, events, session) => {
      relay.publish(planId, events, session);
      erasing.heard(planId, events);
    },
    publishLive: (planId, by, live) => relay.publishLive(planId, by, live),
    writeRole: createWriteRole({ clock, documents, standing, relay: () => relay }),
  });
  const relay = createRelay({
    storage,
    outcomes,
    clock,
    log,
    budgets,
    security,
    compact: (planId) => documents.compact(planId),
    openJournal: (planId) => journals.open(planId),
  });
  const sessions = new Sessions({ store: storage.access, clock, idleMs: config.sessionIdleMs });
  const authenticate = createAuthenticate(storage, clock, sessions);
  const snapshots = createSnapshots({ storage, clock, documents, journals, log });
  const exports = new Exports(budgets);
  const erasing = createErasing({
    storage,
    outcomes,
    clock,
    budgets,
    documents,
    exports,
    journals,
    relay,
    log,
  });
  const readSource = createReadSource({ documents, journals, snapshots, clock });
  const imports = createImports(budgets);
  const parts: AppParts = {
    storage,
    clock,
    log,
    security,
    budgets,
    codeSpace,
    sessions,
    relay,
    documents,
    journals,
    snapshots,
    erasing,
    readSource,
    exports,
    imports,
    authenticate,
    standing,
    socketEnds,
    callerOf: createCallerOf(config.trustedProxies),
    knowsCallers: config.origins === null || config.trustedProxies !== NO_PROXIES,
    creators: config.creators,
    createKey: config.createKey,
    securityContact: config.securityContact,
    metricsToken: config.metricsToken,
    origins: config.origins,
    hostNames: ownNames(hostname()),
    reach,
    clientDir,
  };
  return {
    ...parts,
    app: createApp(parts),
    async close() {
      await outcomes.close();
      await exports.close();
      await imports.close();
      await documents.close();
      await storage.close();
    },
  };
}

/**
 * Puts the server together.
 * @throws Error with a sentence for the operator when storage cannot be opened
 */
export function compose(config: Config, log: Logger, overrides: ComposeOverrides = {}): Composed {
  const reach = (): readonly string[] => {
    const address = server.address();
    if (address === null || typeof address === "string") return [];
    return lanAddresses(config.host, address.port, networkInterfaces());
  };
  const { app, relay, snapshots, erasing, budgets, close } = assemble(config, log, reach, overrides);
  const stopHourly = everyHour(
    [
      { name: "daily snapshots", run: () => snapshots.takeDue() },
      { name: "clearing away", run: () => erasing.clearAll() },
    ],
    log,
  );
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: createSocketServer() },
    // Whatever else asks to be upgraded gets an ordinary answer instead of a socket that nobody looks after.
    serverOptions: {
      // Longer than a proxy keeps a connection, so that it is never the server that closes one which is just being used.
      keepAliveTimeout: KEEP_ALIVE_MS,
      headersTimeout: config.limits["header-seconds"] * 1_000,
      connectionsCheckingInterval: CONNECTIONS_CHECK_MS,
      shouldUpgradeCallback: (request) => request.headers.upgrade?.toLowerCase() === "websocket",
    },
  });
  server.maxConnections = config.limits.connections;
  server.on("drop", () => budgets.refused("connections"));
  return {
    server,
    reach,
    drain: () => relay.drain(),
    async close() {
      await stopHourly();
      await close();
    },
  };
}
