import { NO_WORKSHOP } from "@planwand/shared/workshop/live.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { pino } from "pino";
import { WebSocketServer } from "ws";
import * as Y from "yjs";
import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { DEFAULT_LIMITS, type LimitValues } from "@planwand/server/budgets/limits.ts";
import type { Principal } from "@planwand/server/access/principal.ts";
import { type Relay, createRelay } from "@planwand/server/relay/relay.ts";
import type { JournalTail } from "@planwand/server/relay/journal-tail.ts";
import { Outcomes } from "@planwand/server/storage/outcomes.ts";
import type { Storage } from "@planwand/server/storage/port.ts";
import { openSqlite } from "@planwand/server/storage/sqlite/open.ts";
import { type Fault, failingStorage, type WriteName } from "./failing-storage.ts";

/** The real relay on a real database in this process, so that a test can hold its clock and watch its storage. */
export interface RelayHost {
  readonly url: string;
  readonly relay: Relay;
  readonly storage: Storage;
  /** Moves the relay's clock forward. */
  advance(ms: number): void;
  /** A plan that starts as this document. */
  plan(planId: string, doc: Y.Doc): Promise<void>;
  stop(): Promise<void>;
}

const OWNER = { id: "owner-00001", name: "Anja", circle: "ict", color: "#1d6f8a" } as const;
const SEEDER = "server-000000";

export interface RelayHostOptions {
  readonly limits?: Partial<LimitValues>;
  /** The journal of every plan; none unless given. */
  readonly journal?: JournalTail;
  /** Says which calls of its storage fail, and how. */
  readonly fault?: (call: WriteName) => Fault;
}

const NO_JOURNAL: JournalTail = { seq: 0, after: () => [], session: null, live: () => NO_WORKSHOP };

export async function startRelayHost(options: RelayHostOptions = {}): Promise<RelayHost> {
  const directory = mkdtempSync(join(tmpdir(), "planwand-relay-"));
  const storage = failingStorage(openSqlite({ directory }), options.fault ?? (() => null));
  let nowMs = 1_795_000_000_000;
  const log = pino({ level: "silent" });
  const outcomes = new Outcomes(storage, log);
  const relay = createRelay({
    storage,
    outcomes,
    clock: () => nowMs,
    log,
    budgets: new Budgets({ ...DEFAULT_LIMITS, "person-sockets": 1_000, ...options.limits }, () => nowMs),
    security: { note: () => undefined },
    compact: () => Promise.resolve(),
    openJournal: () => Promise.resolve(options.journal ?? NO_JOURNAL),
  });
  const sockets = new WebSocketServer({ noServer: true });
  const http = createServer();
  http.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const planId = /^\/sync\/([\w-]+)/.exec(request.url ?? "")?.[1] ?? "";
    const asked = /[?&]journal=(\d+)/.exec(request.url ?? "")?.[1];
    const journalAfter = asked === undefined ? null : Number(asked);
    const who: Principal = { planId, actor: OWNER, role: "owner", sessionId: null, keyIds: [] };
    sockets.handleUpgrade(request, socket, head, (upgraded) =>
      relay.connect(upgraded, who, { extensions: true, journalAfter, address: "127.0.0.1" }),
    );
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("the host has no address");
  return {
    url: `http://127.0.0.1:${address.port}`,
    relay,
    storage,
    advance: (ms) => void (nowMs += ms),
    async plan(planId, doc) {
      const key = {
        id: `key-${planId}`,
        planId,
        role: "owner",
        hash: planId,
        createdAt: nowMs,
        expiresAt: null,
        maxUses: null,
        name: "",
        origin: "person",
        maker: null,
      } as const;
      await storage.plans.create(
        {
          plan: { id: planId, title: planId, createdAt: nowMs, deletedAt: null },
          seed: { state: Y.encodeStateAsUpdate(doc), clientIds: [doc.clientID], actorId: SEEDER },
          events: [],
          keys: [key],
          owner: { actor: { ...OWNER, planId, createdAt: nowMs }, sessionId: "session-0001", keyId: key.id },
        },
        {
          id: "session-0001",
          hash: "hash",
          spentHash: null,
          isHostBound: false,
          createdAt: nowMs,
          expiresAt: nowMs * 2,
          usedAt: nowMs,
        },
      );
    },
    async stop() {
      await relay.drain();
      await outcomes.close();
      await new Promise((resolve) => http.close(resolve));
      await storage.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
