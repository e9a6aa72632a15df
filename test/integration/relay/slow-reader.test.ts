import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { NO_WORKSHOP } from "@planwand/shared/workshop/live.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { encodeSyncStep1 } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import type { JournalTail } from "@planwand/server/relay/journal-tail.ts";
import * as Y from "yjs";
import { type RelayHost, type RelayHostOptions, startRelayHost } from "../../builders/relay-host.ts";
import { WireClient } from "../../builders/wire-client.ts";

const PLAN = "plan-000001";
const OTHER_PLAN = "plan-000002";
const KIB = 1024;
const STEP1 = encodeSyncStep1(new Uint8Array([0]));

let host: RelayHost;
afterEach(() => host.stop());

/** A host with one plan of about this many bytes. */
async function hostWith(bytes: number, options: RelayHostOptions = {}): Promise<void> {
  host = await startRelayHost(options);
  const doc = new Y.Doc();
  doc.getMap("cells").set("inhoud-000001", new Uint8Array(bytes));
  await host.plan(PLAN, doc);
}

/** Somebody who is in and reads nothing any more. */
async function deaf(journalAfter?: number): Promise<WireClient> {
  const client = new WireClient({
    url: host.url,
    planId: PLAN,
    live: false,
    ...(journalAfter === undefined ? {} : { journalAfter }),
  });
  await client.until(() => client.isOpen);
  client.socket.pause();
  return client;
}

/** What waited at most, looked at in every turn of the event loop until `done` says so. */
async function mostBuffered(done: () => boolean): Promise<number> {
  let most = 0;
  while (!done()) {
    most = Math.max(most, host.relay.stats().bufferedBytes);
    await setImmediate();
  }
  return most;
}

describe("a reader who is slow", () => {
  test("[R48] has one answer to a step 1 waiting, however many it asks for, and gets them all", async () => {
    await hostWith(200 * KIB);
    const client = await deaf();
    const others = await WireClient.join({ url: host.url, planId: PLAN });
    for (let asked = 0; asked < 150; asked++) client.send(STEP1);
    let saved = 0;
    void (async () => {
      for (; saved < 20; saved++) {
        others.doc.getMap("cells").set("cel-00000001", saved);
        await others.saved();
      }
    })();
    expect(await mostBuffered(() => saved === 20)).toBeLessThan(600 * KIB);
    client.socket.resume();
    const answers = () => client.order.filter((type) => type === MESSAGE.sync).length;
    // The server's own step 1, and of each answer the snapshot, the updates after it and a step 2.
    await client.until(() => answers() >= 1 + 2 * 151);
    expect(client.closeCode).toBeNull();
    for (const each of [client, others]) await each.close();
  });

  test("[R48] is brought the journal as fast as it reads, and then what was added, in order", async () => {
    const events = Array.from({ length: 3_000 }, (_, index) => comment(index + 1));
    const journal: JournalTail = {
      seq: events.length,
      after: (seq, through) => events.slice(seq, through),
      session: null,
      live: () => NO_WORKSHOP,
    };
    await hostWith(KIB, { journal });
    const [client, quick] = [await deaf(0), new WireClient({ url: host.url, planId: PLAN, journalAfter: 0 })];
    const most = mostBuffered(() => quick.events.length >= events.length);
    await quick.until(() => quick.events.length >= events.length);
    expect(await most).toBeLessThan(1_024 * KIB);
    const added = comment(events.length + 1);
    host.relay.publish(PLAN, [added], null);
    client.socket.resume();
    for (const reader of [client, quick]) {
      await reader.until(() => reader.events.length > events.length);
      expect(reader.events.map(({ seq }) => seq)).toEqual([...events, added].map(({ seq }) => seq));
      await reader.close();
    }
  });

  test("[R49] when too much waits for all together, who is furthest behind comes back later", async () => {
    await hostWith(12 * KIB * KIB, { limits: { "buffered-bytes": KIB * KIB } });
    await host.plan(OTHER_PLAN, new Y.Doc());
    const reader = await WireClient.join({ url: host.url, planId: OTHER_PLAN });
    const behind = await deaf();
    await expect.poll(() => host.relay.stats().connections, { timeout: 60_000 }).toBe(1);
    reader.doc.getMap("cells").set("cel-00000001", 1);
    await reader.saved();
    expect(reader.closeCode).toBeNull();
    behind.socket.terminate();
    await reader.close();
  });
});

function comment(seq: number): JournalEvent {
  return {
    seq,
    at: seq,
    actor: "anja-000001",
    type: "comment.added",
    body: { comment: `opmerking-${String(seq)}`, anchor: { kind: "plan", id: "plan" }, replyTo: null },
    content: { text: "x".repeat(3_000), mentions: [] },
  };
}
