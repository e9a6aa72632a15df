import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { type RelayHost, type RelayHostOptions, startRelayHost } from "../../builders/relay-host.ts";
import { WireClient } from "../../builders/wire-client.ts";

const PLAN = "plan-0000001";
let host: RelayHost;
afterEach(() => host.stop());

async function start(limits: NonNullable<RelayHostOptions["limits"]>): Promise<void> {
  host = await startRelayHost({ limits });
  await host.plan(PLAN, new Y.Doc());
}

const comeIn = () => WireClient.join({ url: host.url, planId: PLAN });

/** Resolves when one more was sent away, to come back later. */
async function expectSentAway(): Promise<void> {
  const client = new WireClient({ url: host.url, planId: PLAN });
  await client.until(() => client.closeCode !== null);
  expect(client.closeCode).toBe(1013);
}

test("[R56] one page too many comes back later, and comes in once another has left", async () => {
  await start({ sockets: 2 });
  const [first, second] = [await comeIn(), await comeIn()];
  await expectSentAway();
  await first.close();
  await expect.poll(() => host.relay.stats().connections).toBe(1);
  const third = await comeIn();
  for (const client of [second, third]) await client.close();
});

test("[R56] somebody who comes in over and over comes back later, and no place is kept for them", async () => {
  await start({ "person-joins": 2 / 120, sockets: 3 });
  const clients = [await comeIn(), await comeIn()];
  for (let time = 0; time < 5; time++) await expectSentAway();
  host.advance(60_000);
  clients.push(await comeIn());
  await expectSentAway();
  for (const client of clients) await client.close();
});
