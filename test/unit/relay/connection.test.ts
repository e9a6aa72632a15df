import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { Connection } from "@planwand/server/relay/connection.ts";

const MIB = 1024 * 1024;
const WHO = {
  planId: "plan-000001",
  actor: { id: "anja-000001", name: "Anja", circle: "ict", color: "#1d6f8a" },
  role: "editor",
  sessionId: null,
  keyIds: [],
} as const;

const NO_INBOX = { drop: () => undefined, isPaused: false, keep: () => undefined };

let server: WebSocketServer;

beforeAll(async () => {
  server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  await once(server, "listening");
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** A connection whose reader does not read, so that what is written stays in the buffer. */
async function stalled(): Promise<{ connection: Connection; reader: WebSocket }> {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no address");
  const upgraded = once(server, "connection");
  const reader = new WebSocket(`ws://127.0.0.1:${address.port}`);
  const [socket] = (await upgraded) as [WebSocket];
  await once(reader, "open");
  reader.pause();
  return { connection: new Connection(1, socket, WHO, true, NO_INBOX), reader };
}

/** Writes until `bytes` wait in this process, beyond what the kernel took. */
function fill(connection: Connection, bytes: number): void {
  while (connection.bufferedBytes < bytes) connection.flush(Buffer.alloc(64 * 1024));
}

test("[R40] over 1 MiB for 5 s is too slow; under it in between is not", async () => {
  const { connection, reader } = await stalled();
  expect(connection.isTooSlow(0)).toBe(false);
  fill(connection, 2 * MIB);
  expect(connection.isTooSlow(1_000)).toBe(false);
  expect(connection.isTooSlow(5_999)).toBe(false);
  expect(connection.isTooSlow(6_000)).toBe(true);
  reader.terminate();
});

test("[R40] over 16 MiB is too slow at once", async () => {
  const { connection, reader } = await stalled();
  fill(connection, 17 * MIB);
  expect(connection.isTooSlow(0)).toBe(true);
  reader.terminate();
});

test("[R40] a reader that still takes in a join is not slow", async () => {
  const { connection, reader } = await stalled();
  const left = connection.queueJoin([Buffer.alloc(4 * MIB)]);
  connection.flush(null);
  expect(connection.bufferedBytes).toBeGreaterThan(MIB);
  expect(connection.isTooSlow(0)).toBe(false);
  expect(connection.isTooSlow(60_000)).toBe(false);
  fill(connection, 6 * MIB);
  expect(connection.isTooSlow(61_000)).toBe(false);
  expect(connection.isTooSlow(66_000)).toBe(true);
  reader.terminate();
  // Who is gone has nothing more to take in.
  await left;
});

test("[R36] presence is left out while a reader is behind", async () => {
  const { connection, reader } = await stalled();
  fill(connection, 128 * 1024);
  const before = connection.bufferedBytes;
  connection.writePresence([Buffer.alloc(100)]);
  expect(connection.bufferedBytes).toBe(before);
  reader.terminate();
});
