import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { encodeSyncStep1, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  planOf,
  startServer,
} from "../../builders/server.ts";
import { craftedUpdate } from "../../builders/crafted-update.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
let owner: WireClient;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "example" });
  owner = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
});
afterAll(async () => {
  await owner.close();
  await server.stop();
});

async function comeIn(role: "viewer" | "participant" | "editor", doc?: Y.Doc): Promise<WireClient> {
  const { cookie } = await join(server.url, plan.keys[role], `Iemand (${role})`);
  return WireClient.join({ url: server.url, planId: plan.plan.id, cookie, live: false, ...(doc && { doc }) });
}

/** The server's own account of the plan: its content hash, and the state vector it offers to a newcomer. */
async function serverState() {
  const { contentHash } = await planOf(server.url, plan.plan.id, plan.cookie);
  const reader = await comeIn("viewer");
  const vector = [...Y.decodeStateVector(reader.serverVector ?? new Uint8Array([0]))].sort();
  await reader.close();
  return { contentHash, vector };
}

/** Sends `message` and expects exactly this refusal, no change on the server, and an undisturbed owner. */
async function expectRefused(client: WireClient, message: Uint8Array, code: string): Promise<void> {
  const before = await serverState();
  const seen = owner.doc.store.clients.size;
  client.send(message);
  await client.until(() => client.refusals.length > 0);
  expect(client.refusals.map((refusal) => refusal.code)).toEqual([code]);
  expect(await serverState()).toEqual(before);
  expect(owner.doc.store.clients.size).toBe(seen);
  await owner.saved();
}

function oneEdit(doc: Y.Doc, edit: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => updates.push(update);
  doc.on("update", collect);
  doc.transact(() => edit(doc));
  doc.off("update", collect);
  const [update] = updates;
  if (update === undefined) throw new Error("the edit changed nothing");
  return update;
}

const rename = (doc: Y.Doc) => {
  (doc.getMap("meta").get("title") as Y.Text).insert(0, "Gekaapt ");
};

describe("what the relay refuses", () => {
  test.for(["viewer", "participant"] as const)("[R13] an edit by a %s", async (role) => {
    const client = await comeIn(role);
    await expectRefused(client, encodeSyncUpdate(oneEdit(client.doc, rename)), "read-only");
    await client.close();
  });

  test("[R14] an edit under somebody else's client id", async () => {
    const victim = owner.doc.clientID;
    owner.doc.getMap("cells").set("van-de-eigenaar", 1);
    await owner.saved();
    const client = await comeIn("editor");
    client.doc.clientID = victim;
    const forged = oneEdit(client.doc, (doc) => doc.getMap("cells").set("vervalst-0001", 1));
    await expectRefused(client, encodeSyncUpdate(forged), "foreign-client");
    await client.close();
  });

  test("[R16] a gap, which a fresh step 2 repairs", async () => {
    const client = await comeIn("editor");
    const first = oneEdit(client.doc, (doc) => doc.getMap("cells").set("eerste-0001", 1));
    const second = oneEdit(client.doc, (doc) => doc.getMap("cells").set("tweede-0001", 1));
    expect(first.byteLength).toBeGreaterThan(0);
    client.send(encodeSyncUpdate(second));
    await client.until(() => client.refusals.length > 0);
    expect(client.refusals[0]?.code).toBe("resync");
    await client.saved();
    await owner.until(() => owner.doc.getMap("cells").has("tweede-0001"));
    expect(owner.doc.getMap("cells").has("eerste-0001")).toBe(true);
    await client.close();
  });

  test("[R18] an invented collected struct", async () => {
    const client = await comeIn("editor");
    const gc = new Y.GC(new Y.ID(client.doc.clientID, 0), 1_000);
    const forged = craftedUpdate([{ client: client.doc.clientID, structs: [gc] }]);
    await expectRefused(client, encodeSyncUpdate(forged), "forged");
    await client.close();
  });

  test("[R10] an update over 256 KiB", async () => {
    const client = await comeIn("editor");
    const large = oneEdit(client.doc, (doc) =>
      doc.getMap("cells").set("groot-000001", "x".repeat(300 * 1024)),
    );
    await expectRefused(client, encodeSyncUpdate(large), "too-large");
    await client.close();
  });

  test("[R11] a malformed update", async () => {
    const client = await comeIn("editor");
    await expectRefused(client, encodeSyncUpdate(new Uint8Array([9, 9, 9, 255, 255, 3])), "malformed");
    await client.close();
  });

  test("[R41] a message of an unknown kind, an empty one, text, and a state vector that lies", async () => {
    const client = await comeIn("editor");
    const bad: Uint8Array[] = [
      new Uint8Array([77]),
      new Uint8Array([]),
      new Uint8Array([0, 9, 0]),
      encodeSyncStep1(new Uint8Array([200, 200, 200])),
    ];
    for (const message of bad) client.send(message);
    client.socket.send("hallo");
    await client.until(() => client.refusals.length === bad.length + 1);
    expect(new Set(client.refusals.map((refusal) => refusal.code))).toEqual(
      new Set(["unknown-message", "malformed"]),
    );
    expect(client.closeCode).toBeNull();
    await owner.saved();
    await client.close();
  });

  test("[R4] nothing is called saved after a refusal that a step 2 cannot repair", async () => {
    const client = await comeIn("viewer");
    client.send(encodeSyncUpdate(oneEdit(client.doc, rename)));
    const token = client.sendBarrier();
    await client.until(() => client.refusals.length > 0);
    await owner.saved();
    client.send(encodeSyncStep1(Y.encodeStateVector(client.doc)));
    await client.until(() => client.synced);
    expect(client.echoed).not.toContain(token);
    await client.close();
  });

  test("[R9] who keeps sending what no honest client sends is closed with 1008", async () => {
    const client = await comeIn("editor");
    for (let i = 0; i < 60; i++) client.send(new Uint8Array([77]));
    await client.until(() => client.closeCode !== null);
    expect(client.closeCode).toBe(1008);
  });
});
