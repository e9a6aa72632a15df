import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { encodeBarrier, encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { type RelayHost, startRelayHost } from "../../builders/relay-host.ts";
import { type CreatedPlan, type RunningServer, createPlan, startServer } from "../../builders/server.ts";
import { examplePlanDoc } from "../../builders/plan-doc.ts";
import { WireClient } from "../../builders/wire-client.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

const PLAN = "plan-000001";
let host: RelayHost;

beforeAll(async () => {
  host = await startRelayHost();
  await host.plan(PLAN, examplePlanDoc());
});
afterAll(() => host.stop());

describe("coming in", () => {
  test("[R23][R20] thirty people at once share one load, and each has everything when told so", async () => {
    const loads = vi.spyOn(host.storage.log, "checkpoint");
    const people = Array.from({ length: 30 }, () => new WireClient({ url: host.url, planId: PLAN }));
    for (const person of people) {
      await person.until(() => person.synced);
      expect(person.doc.getMap("activities").size).toBe(39);
    }
    expect(loads).toHaveBeenCalledTimes(1);
    expect(host.relay.stats()).toMatchObject({ rooms: 1, connections: 30 });
    for (const person of people) await person.close();
    loads.mockRestore();
  });

  test("[R23] a room that empties and fills again has what was written", async () => {
    const first = await WireClient.join({ url: host.url, planId: PLAN });
    first.doc.getMap("cells").set("even-weg-001", 1);
    await first.saved();
    await first.close();
    const second = await WireClient.join({ url: host.url, planId: PLAN });
    expect(second.doc.getMap("cells").get("even-weg-001")).toBe(1);
    await second.close();
  });

  test("[R21] edits that came after the snapshot are there before the step 2", async () => {
    const writer = await WireClient.join({ url: host.url, planId: PLAN });
    for (let edit = 0; edit < 20; edit++) writer.doc.getMap("cells").set(`staart-${edit + 1_000}`, edit);
    await writer.saved();
    const reader = new WireClient({ url: host.url, planId: PLAN });
    let atStep2 = -1;
    await reader.until(() => {
      if (reader.synced && atStep2 < 0) {
        atStep2 = [...reader.doc.getMap("cells").keys()].filter((key) => key.startsWith("staart-")).length;
      }
      return reader.synced;
    });
    expect(atStep2).toBe(20);
    await writer.close();
    await reader.close();
  });

  test("[R25] what is sent before the plan was read is answered afterwards, in order", async () => {
    const cold = "plan-000002";
    await host.plan(cold, examplePlanDoc());
    const socket = new WebSocket(`${host.url.replace("http", "ws")}/sync/${cold}?v=1`);
    const types: number[] = [];
    const tokens: number[] = [];
    socket.on("message", (data: Buffer) => {
      types.push(data[0] ?? -1);
      if (data[0] === MESSAGE.barrier) tokens.push(data[1] ?? -1);
    });
    socket.on("open", () => {
      for (const token of [1, 2]) socket.send(encodeBarrier(token));
      socket.send(encodeSyncStep1(new Uint8Array([0])));
      socket.send(encodeBarrier(3));
    });
    await vi.waitFor(() => expect(tokens).toEqual([1, 2, 3]), { timeout: PATIENCE_MS });
    expect(types[0]).toBe(MESSAGE.hello);
    socket.terminate();
  });
});

describe("the door", () => {
  let server: RunningServer;
  let plan: CreatedPlan;
  beforeAll(async () => {
    server = await startServer();
    plan = await createPlan(server.url);
  });
  afterAll(() => server.stop());

  /** How an upgrade ends: an HTTP status, or "open". */
  function upgrade(planId: string, headers: Record<string, string>): Promise<number | "open"> {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/sync/${planId}`, { headers });
    return new Promise((resolve) => {
      socket.on("unexpected-response", (_request, response) => {
        resolve(response.statusCode ?? 0);
        socket.terminate();
      });
      socket.on("open", () => {
        resolve("open");
        socket.terminate();
      });
      socket.on("error", () => undefined);
    });
  }

  test("[R43] a foreign page, a stranger and a wrong plan are refused before the upgrade", async () => {
    const { cookie } = plan;
    const other = await createPlan(server.url);
    for (const origin of ["null", "http://evil.example", `${server.url}.evil.example`]) {
      expect(await upgrade(plan.plan.id, { cookie, origin })).toBe(403);
    }
    expect(await upgrade(plan.plan.id, {})).toBe(401);
    expect(await upgrade(plan.plan.id, { cookie: "planwand_session=verzonnen" })).toBe(401);
    expect(await upgrade(other.plan.id, { cookie })).toBe(403);
    expect(await upgrade("plan-zonder-wand", { cookie })).toBe(404);
    expect(await upgrade(plan.plan.id, { cookie, origin: server.url })).toBe("open");
    expect(await upgrade(plan.plan.id, { cookie })).toBe("open");
    expect(await upgrade(plan.plan.id, { authorization: `Bearer ${plan.keys.viewer}` })).toBe("open");
  });

  test("[W5] hello comes first, with role, actor, versions and the server's time", async () => {
    const client = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
    expect(client.hello).toMatchObject({
      role: "owner",
      actor: { name: "Anja", circle: "onderwijs" },
      schema: 1,
      protocol: 1,
      journalSeq: expect.any(Number),
    });
    expect(client.hello?.serverTimeMs).toBeTypeOf("number");
    expect(client.order[0]).toBe(MESSAGE.hello);
    await client.close();
  });

  test("[W8] a client of another version is told so and sent away", async () => {
    const client = new WireClient({
      url: server.url,
      planId: plan.plan.id,
      cookie: plan.cookie,
      version: "2",
    });
    await client.until(() => client.closeCode !== null);
    expect(client.refusals.map((refusal) => refusal.code)).toEqual(["stale-client"]);
    expect(client.doc.getMap("activities").size).toBe(0);
  });
});

test("[R20] a client with edits of its own gets all it lacks and loses none of them", async () => {
  const doc = new Y.Doc();
  doc.getMap("cells").set("zelf-0000001", 1);
  const client = await WireClient.join({ url: host.url, planId: PLAN, doc });
  await client.saved();
  expect(doc.getMap("activities").size).toBe(39);
  const other = await WireClient.join({ url: host.url, planId: PLAN });
  expect(other.doc.getMap("cells").get("zelf-0000001")).toBe(1);
  for (const each of [client, other]) await each.close();
});
