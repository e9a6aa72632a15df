import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

/** Messages a second; twenty times as many may come at once. */
const RATE = 20;
const BURST = 20 * RATE;

let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer({ env: { LIMIT_PERSON_MESSAGES: String(RATE) } });
  plan = await createPlan(server.url, { template: "blank" });
});
afterAll(() => server.stop());

async function editor(name: string): Promise<WireClient> {
  const { cookie } = await join(server.url, plan.keys.editor, name);
  return WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
}

/** Edits of one person to a key, one message each, that were not sent yet. */
function edits(key: string, count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const messages: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => void messages.push(encodeSyncUpdate(update)));
  for (let edit = 0; edit < count; edit++) doc.getMap("cells").set(key, edit);
  return messages;
}

async function paused(): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/^planwand_paused_connections (\d+)$/m.exec(text)?.[1]);
}

describe("somebody who sends too much", () => {
  test("[R50][R51] waits, loses nothing, and holds up nobody", async () => {
    const [flood, honest] = [await editor("Vloed"), await editor("Eerlijk")];
    for (const message of edits("vloed-000001", BURST + 3 * RATE)) flood.send(message);
    const last = flood.sendBarrier();
    honest.doc.getMap("cells").set("eerlijk-000001", 1);
    await honest.saved();
    expect(flood.echoed).not.toContain(last);
    await expect.poll(paused, { timeout: 60_000 }).toBe(1);
    honest.doc.getMap("cells").set("eerlijk-000001", 2);
    await honest.saved();
    expect(flood.echoed).not.toContain(last);
    await flood.until(() => flood.echoed.includes(last));
    await honest.until(() => honest.doc.getMap("cells").get("vloed-000001") === BURST + 3 * RATE - 1);
    expect([...flood.refusals, ...honest.refusals]).toEqual([]);
    for (const client of [flood, honest]) await client.close();
    expect(await paused()).toBe(0);
  });

  test("[R54] and leaves at once: what was sent arrives all the same", async () => {
    const [flood, honest] = [await editor("Vloed"), await editor("Eerlijk")];
    for (const message of edits("vloed-000002", BURST + RATE)) flood.send(message);
    flood.socket.close();
    await honest.until(() => honest.doc.getMap("cells").get("vloed-000002") === BURST + RATE - 1);
    await honest.close();
  });

  test("[R55] a ping is answered after what came before it", async () => {
    const flood = await editor("Vloed");
    for (const message of edits("vloed-000003", BURST + RATE)) flood.send(message);
    const last = flood.sendBarrier();
    flood.socket.ping("nog daar?");
    const [answer] = (await once(flood.socket, "pong")) as [Buffer];
    expect(answer.toString()).toBe("nog daar?");
    await flood.until(() => flood.echoed.includes(last));
    await flood.close();
  });
});
