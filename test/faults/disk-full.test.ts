import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  planOf,
  startServer,
} from "../builders/server.ts";
import { type SmallDisk, smallDisk } from "../builders/small-disk.ts";
import { WireClient } from "../builders/wire-client.ts";

let disk: SmallDisk;
let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  disk = smallDisk(1024);
  server = await startServer({ dataDir: disk.path, env: { LIMIT_FREE_MEGABYTES: "0.1" } });
  plan = await createPlan(server.url, { template: "example" });
});
afterAll(async () => {
  await server.stop();
  disk.remove();
});

test("[R7][R8] a disk that fills up: nothing is falsely called saved, and all converge once there is room", async () => {
  const anja = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const { cookie } = await join(server.url, plan.keys.editor, "Bram");
  const bram = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie });

  disk.fill();
  const saved: string[] = [];
  for (let edit = 0; anja.refusals.length === 0; edit++) {
    const mark = `vol-${String(edit).padStart(8, "0")}`;
    anja.doc.getMap("cells").set(mark, "x".repeat(2_000));
    const token = anja.sendBarrier();
    await anja.until(() => anja.echoed.includes(token) || anja.refusals.length > 0);
    if (anja.echoed.includes(token)) saved.push(mark);
  }
  expect(anja.refusals[0]?.code).toBe("server-readonly");
  await bram.until(() => bram.refusals.length > 0);

  bram.doc.getMap("cells").set("van-bram-0001", true);
  const pending = [anja.sendBarrier(), bram.sendBarrier()] as const;
  await bram.until(() => bram.refusals.length > 1);
  expect(anja.echoed).not.toContain(pending[0]);
  expect(bram.echoed).not.toContain(pending[1]);
  expect([...bram.doc.getMap("cells").keys()].filter((mark) => mark.startsWith("vol-"))).toEqual(saved);
  expect(server.isAlive()).toBe(true);
  const reader = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
  for (const mark of saved) expect(reader.doc.getMap("cells").has(mark)).toBe(true);
  expect(reader.doc.getMap("cells").has("van-bram-0001")).toBe(false);
  await reader.close();

  disk.free();
  await anja.until(() => anja.echoed.includes(pending[0]));
  await bram.until(() => bram.echoed.includes(pending[1]));
  const whole = (client: WireClient) => Y.encodeStateVector(client.doc).join();
  await anja.until(() => anja.doc.getMap("cells").has("van-bram-0001") && whole(anja) === whole(bram));
  await bram.until(() => whole(anja) === whole(bram));
  expect(anja.doc.getMap("cells").toJSON()).toEqual(bram.doc.getMap("cells").toJSON());
  const { contentHash } = await planOf(server.url, plan.plan.id, plan.cookie);
  await server.stop();
  await server.restart();
  expect((await planOf(server.url, plan.plan.id, plan.cookie)).contentHash).toBe(contentHash);
  for (const client of [anja, bram]) await client.close();
});
