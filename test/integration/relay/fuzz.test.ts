import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  encodeAwareness,
  encodeBarrier,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeSyncUpdate,
} from "@planwand/shared/protocol/codec.ts";
import { mutate } from "../../builders/mutate.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  planOf,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "example" });
});
afterAll(() => server.stop());

/** Valid messages of every kind, to start from. */
function corpus(doc: Y.Doc): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.on("update", (update: Uint8Array) => updates.push(update));
  const [id] = [...copy.getMap("activities").keys()] as [string];
  const activity = copy.getMap("activities").get(id) as Y.Map<unknown>;
  activity.set("status", "active");
  (activity.get("title") as Y.Text).insert(0, "Fuzz ");
  (activity.get("title") as Y.Text).delete(1, 3);
  activity.set("place", ["x", "y", "a0"]);
  const state = JSON.stringify({ typing: true, focus: { activity: id, field: "why" } });
  return [
    ...updates.map(encodeSyncUpdate),
    ...updates.map(encodeSyncStep2),
    encodeSyncStep1(Y.encodeStateVector(copy)),
    encodeAwareness([{ client: copy.clientID, clock: 1, state }]),
    encodeBarrier(3),
    Uint8Array.of(3),
  ];
}

/** A stream of mutated frames from one role, coming back whenever it is sent away. */
async function attack(role: "viewer" | "editor", frames: number, random: () => number): Promise<void> {
  const { cookie } = await join(server.url, plan.keys[role], "Aanvaller");
  let attacker = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie, live: false });
  for (let sent = 0; sent < frames;) {
    const messages = corpus(attacker.doc);
    for (let i = 0; i < 50 && sent < frames && attacker.isOpen; i++, sent++) {
      const message = messages[Math.floor(random() * messages.length)] ?? Uint8Array.of(0);
      attacker.send(mutate(message, random));
    }
    attacker.socket.ping();
    await Promise.race([
      new Promise((resolve) => attacker.socket.once("pong", resolve)),
      attacker.until(() => attacker.closeCode !== null),
    ]);
    if (attacker.closeCode === null && attacker.isOpen) continue;
    attacker = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie, live: false });
  }
  await attacker.close();
}

describe("under a rain of nonsense", () => {
  test("[R41] mutated frames end neither the process nor an honest person's work", async () => {
    const random = seeded(SEED);
    const honest = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    const witness = await join(server.url, plan.keys.viewer, "Getuige");
    const observer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: witness.cookie });
    const before = await planOf(server.url, plan.plan.id, plan.cookie);

    await attack("viewer", cases(10_000), random);
    expect((await planOf(server.url, plan.plan.id, plan.cookie)).contentHash).toBe(before.contentHash);

    let over = false;
    const attacks = Promise.all([
      attack("editor", cases(20_000), random),
      attack("editor", cases(20_000), random),
    ]);
    const finished = attacks.finally(() => (over = true));
    let written = 0;
    do {
      honest.doc.getMap("cells").set(`eerlijk-${String(written++).padStart(6, "0")}`, written);
      await honest.saved();
    } while (!over);
    await finished;
    await observer.until(() =>
      observer.doc.getMap("cells").has(`eerlijk-${String(written - 1).padStart(6, "0")}`),
    );
    expect([...observer.doc.getMap("cells").keys()].filter((key) => key.startsWith("eerlijk-"))).toHaveLength(
      written,
    );
    expect(honest.refusals).toEqual([]);
    expect(server.isAlive()).toBe(true);

    const fresh = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    await honest.until(
      () => Y.encodeStateVector(honest.doc).join() === Y.encodeStateVector(fresh.doc).join(),
    );
    expect(fresh.doc.store.pendingStructs).toBeNull();
    for (const root of ["meta", "activities", "cells"]) {
      expect(honest.doc.getMap(root).toJSON()).toEqual(fresh.doc.getMap(root).toJSON());
    }
    expect((await planOf(server.url, plan.plan.id, plan.cookie)).plan.schema).toBe(1);
    for (const client of [honest, observer, fresh]) await client.close();
  });

  test("[R41] raw handshakes of every bad kind leave the same process serving", async () => {
    const random = seeded(SEED + 1);
    const honest = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    const total = cases(5_000);
    for (let done = 0; done < total; done += 50) {
      await Promise.all(Array.from({ length: Math.min(50, total - done) }, () => handshake(random)));
      honest.doc.getMap("cells").set("handdruk-0001", done);
      await honest.saved();
    }
    expect(server.isAlive()).toBe(true);
    await honest.close();
  });
});

/** One handshake that is wrong somewhere; resolves when its socket is gone. */
function handshake(random: () => number): Promise<void> {
  const pick = <Value>(values: readonly Value[]): Value =>
    values[Math.floor(random() * values.length)] as Value;
  const path = pick([
    `/sync/${plan.plan.id}`,
    "//",
    "/sync/",
    "/sync/%",
    `/sync/${"x".repeat(9000)}`,
    "*",
    "/sync/../x?v=%FF",
    "http://[",
  ]);
  const lines = [
    `${pick(["GET", "POST", "G\u0000T", "CONNECT"])} ${path} HTTP/${pick(["1.1", "1.0", "9.9"])}`,
    `Host: ${pick(["127.0.0.1", "", "x y", "[::"])}`,
    `Connection: ${pick(["Upgrade", "upgrade, close", "keep-alive"])}`,
    `Upgrade: ${pick(["websocket", "h2c", ""])}`,
    `Sec-WebSocket-Version: ${pick(["13", "8", "x"])}`,
    `Sec-WebSocket-Key: ${pick(["dGhlIHNhbXBsZSBub25jZQ==", "short", ""])}`,
    `Sec-WebSocket-Extensions: ${pick(["permessage-deflate; client_max_window_bits=99", ";;", "x"])}`,
    `Origin: ${pick(["null", "http://evil.example", "http://127.0.0.1:1", ""])}`,
    `Cookie: ${pick([plan.cookie, "planwand_session=", "=;=;", "planwand_session=%00"])}`,
  ].filter(() => random() > 0.12);
  const bytes = Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return new Promise((resolve) => {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => undefined);
    socket.on("close", () => resolve());
    socket.on("data", () => socket.destroy());
    socket.write(
      bytes.subarray(0, random() < 0.3 ? Math.floor(random() * bytes.byteLength) : bytes.byteLength),
      () => {
        if (random() < 0.5) socket.resetAndDestroy();
        else if (random() < 0.5) socket.end();
        else socket.destroy();
      },
    );
  });
}
