import { connect } from "node:net";
import * as Y from "yjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { CLOSE, MESSAGE } from "@planwand/shared/protocol/messages.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  planOf,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
let path: string;
beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "blank" });
  path = `/sync/${plan.plan.id}`;
});
afterAll(() => server.stop());

/** The HTTP status with which an upgrade is answered: 101 when it is done. */
function statusOf(target: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}${target}`, { headers });
    socket.on("open", () => {
      socket.close();
      resolve(101);
    });
    socket.on("unexpected-response", (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on("error", reject);
  });
}

/** What the server answers to these raw bytes until it closes, or until `enough` says so. */
function answerTo(bytes: Buffer, enough: (answer: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let answer = Buffer.alloc(0);
    const socket = connect(server.port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (enough(answer)) socket.destroy();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

function handshake(lines: Readonly<Record<string, string>>): Buffer {
  const headers = { Host: `127.0.0.1:${server.port}`, Connection: "Upgrade", ...lines };
  const text = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`GET ${path} HTTP/1.1\r\n${text.join("")}\r\n`);
}

/** A binary frame as a client sends it, masked with zeros. */
function frame(body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0x82, 0x80 | body.byteLength, 0, 0, 0, 0]), body]);
}

describe("an upgrade", () => {
  test("[R43] is refused with a status of its own for each reason", async () => {
    const { cookie } = plan;
    const other = await createPlan(server.url, { template: "blank" });
    expect(await statusOf(path, {})).toBe(401);
    expect(await statusOf(path, { cookie: "planwand_session=onzin" })).toBe(401);
    expect(await statusOf(path, { cookie: other.cookie })).toBe(403);
    expect(await statusOf("/sync/onbekend-0001", { cookie })).toBe(404);
    expect(await statusOf("/sync/", { cookie })).toBe(404);
    expect(await statusOf("/", { cookie })).toBeGreaterThanOrEqual(200);
    expect(await statusOf(path, { cookie })).toBe(101);
    expect(await statusOf(path, { authorization: `Bearer ${plan.keys.viewer}` })).toBe(101);
  });

  test("[A12] from a page of another origin is refused, from our own or from no page not", async () => {
    const { cookie } = plan;
    const foreign = ["null", "http://evil.example", "http://127.0.0.1:1", `${server.url}.evil.example`];
    for (const origin of foreign) expect(await statusOf(path, { cookie, origin }), origin).toBe(403);
    expect(await statusOf(path, { cookie, origin: server.url })).toBe(101);
    expect(await statusOf(path, { cookie })).toBe(101);
  });

  test("[R44] of another version is told so, and what it sends is not taken", async () => {
    const before = await planOf(server.url, plan.plan.id, plan.cookie);
    for (const version of ["0", "2", "1.0", "x", ""]) {
      const url = `${server.url.replace("http", "ws")}${path}?v=${version}`;
      const socket = new WebSocket(url, { headers: { cookie: plan.cookie } });
      const messages: Buffer[] = [];
      const closed = new Promise<number>((resolve) => socket.on("close", resolve));
      socket.on("message", (data: Buffer) => messages.push(data));
      socket.on("open", () => socket.send(encodeSyncStep1(Y.encodeStateVector(new Y.Doc()))));
      expect(await closed).toBe(CLOSE.policyViolation);
      expect(messages).toHaveLength(1);
      expect(messages[0]?.[0]).toBe(MESSAGE.refusal);
      expect(messages[0]?.toString()).toContain("stale-client");
    }
    expect(await planOf(server.url, plan.plan.id, plan.cookie)).toEqual(before);
  });

  test("[R45] with a message in the same packet answers that message", async () => {
    const first = frame(encodeSyncStep1(Y.encodeStateVector(new Y.Doc())));
    const bytes = handshake({
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
      Cookie: plan.cookie,
    });
    const witness = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    const phase = [...witness.doc.getMap("phases").keys()][0] ?? "?";
    await witness.close();
    const answer = await answerTo(Buffer.concat([bytes, first]), (sofar) => sofar.includes(phase));
    expect(answer.toString("latin1")).toMatch(/^HTTP\/1\.1 101 /);
    expect(answer.includes(phase)).toBe(true);
  });

  test("[R46] to something else gets an ordinary answer", async () => {
    for (const protocol of ["h2c", "TLS/1.2", "websocket2"]) {
      const bytes = handshake({ Upgrade: protocol, Cookie: plan.cookie, Connection: "Upgrade, close" });
      const answer = await answerTo(bytes, () => false);
      expect(answer.toString("latin1"), protocol).toMatch(/^HTTP\/1\.1 426 /);
    }
  });
});
