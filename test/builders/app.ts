import { createWriteRole } from "@planwand/server/plans/write-role.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { type Authenticate, createAuthenticate } from "@planwand/server/access/authenticate.ts";
import { ExportThreads } from "@planwand/server/exports/export-threads.ts";
import { createReadSource } from "@planwand/server/exports/read-source.ts";
import { createApp } from "@planwand/server/http/app.ts";
import { createImports } from "@planwand/server/imports/imports.ts";
import { createJournals } from "@planwand/server/journal/journals.ts";
import { createLog } from "@planwand/server/ops/log.ts";
import { type Documents, createDocuments } from "@planwand/server/plans/documents.ts";
import { createErasing, type Erasing } from "@planwand/server/plans/erasing.ts";
import { createSnapshots, type Snapshots } from "@planwand/server/plans/snapshots.ts";
import { createRelay, type Relay } from "@planwand/server/relay/relay.ts";
import type { Storage } from "@planwand/server/storage/port.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";

export interface ServerPartsOptions {
  readonly clock?: Clock;
  readonly clientDir?: string;
  /** A database that may not grow beyond this many pages of 4 KiB. */
  readonly maxPages?: number;
}

/** The server's real parts in this process, put together as `compose.ts` does, where a test can reach them. */
export interface ServerParts {
  readonly storage: Storage;
  readonly documents: Documents;
  readonly snapshots: Snapshots;
  readonly relay: Relay;
  readonly erasing: Erasing;
  /** Where all that they keep is. */
  readonly directory: string;
  readonly authenticate: Authenticate;
  /** One request through the app, without a network. */
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Puts the parts together on a folder of their own. */
export function serverParts(options: ServerPartsOptions = {}): ServerParts {
  const directory = mkdtempSync(join(tmpdir(), "planwand-parts-"));
  const { maxPages, clock = Date.now, clientDir = join(directory, "client") } = options;
  const storage = openSqlite({ directory, ...(maxPages === undefined ? {} : { maxPages }) });
  const log = createLog("silent");
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
  const readSource = createReadSource({ documents, journals, snapshots, clock });
  const exportThreads = new ExportThreads();
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
    origins: null,
    reach: () => [],
    clientDir,
  });
  const bindings = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
  return {
    storage,
    documents,
    snapshots,
    relay,
    erasing,
    directory,
    authenticate,
    request: async (path, init) => app.request(path, init, bindings),
    async close() {
      await relay.drain();
      await exportThreads.close();
      await documents.close();
      await storage.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
