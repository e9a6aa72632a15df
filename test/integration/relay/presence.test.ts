import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import * as awarenessProtocol from "y-protocols/awareness";
import type { PresenceState } from "@planwand/shared/protocol/presence.ts";
import { encodeAwareness } from "@planwand/shared/protocol/codec.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;

beforeAll(async () => {
  server = await startServer();
  plan = await createPlan(server.url, { template: "blank" });
});
afterAll(() => server.stop());

async function comeIn(name: string): Promise<WireClient> {
  const { cookie } = await join(server.url, plan.keys.participant, name);
  return WireClient.join({ url: server.url, planId: plan.plan.id, cookie });
}

function show(client: WireClient, state: object, clock = 1): void {
  client.send(encodeAwareness([{ client: client.doc.clientID, clock, state: JSON.stringify(state) }]));
}

/** A stock awareness that takes in what `watcher` receives, message by message. */
class Room {
  readonly awareness = new awarenessProtocol.Awareness(new Y.Doc());
  readonly #watcher: WireClient;
  #read = 0;

  constructor(watcher: WireClient) {
    this.#watcher = watcher;
    this.awareness.setLocalState(null);
  }

  states(): Map<number, PresenceState> {
    for (; this.#read < this.#watcher.awareness.length; this.#read++) {
      const update = this.#watcher.awareness[this.#read] as Uint8Array;
      awarenessProtocol.applyAwarenessUpdate(this.awareness, update, "test");
    }
    return this.awareness.getStates() as Map<number, PresenceState>;
  }
}

describe("presence over the wire", () => {
  test("[R30] forged frames never show an identity but the session's", async () => {
    const random = seeded(SEED);
    const victim = await comeIn("Anja");
    const attacker = await comeIn("Mallory");
    const watcher = await comeIn("Getuige");
    show(victim, { typing: true });
    const total = cases(20_000);
    for (let i = 0; i < total; i++) {
      const client = [victim.doc.clientID, attacker.doc.clientID, Math.floor(random() * 2 ** 32)][i % 3] ?? 0;
      const state =
        random() < 0.1
          ? null
          : { user: { id: victim.hello?.actor.id, name: "Anja" }, typing: random() < 0.5 };
      const entries = [{ client, clock: Math.floor(random() * 2 ** 31), state: JSON.stringify(state) }];
      attacker.send(encodeAwareness(random() < 0.2 ? [...entries, ...entries] : entries));
    }
    await attacker.saved();
    show(victim, { typing: false, view: "klaar" }, 2);

    const room = new Room(watcher);
    const seen = new Map<number, Set<string>>();
    await watcher.until(() => {
      for (const [client, state] of room.states()) {
        const names = seen.get(client) ?? new Set();
        seen.set(client, names.add(`${state.user.id} ${state.user.name}`));
      }
      return room.states().get(victim.doc.clientID)?.view === "klaar";
    });
    const identities = [...seen].map(([client, names]) => [client, ...names]);
    const own = (client: WireClient) => `${client.hello?.actor.id} ${client.hello?.actor.name}`;
    for (const [client, ...names] of identities) {
      expect(names).toEqual([client === victim.doc.clientID ? own(victim) : own(attacker)]);
    }
    expect(identities.length).toBeLessThanOrEqual(2);
    room.awareness.destroy();
    for (const client of [victim, attacker, watcher]) await client.close();
  });

  test("[R34] a closed tab is gone, and so is a dead one that never says goodbye", async () => {
    const watcher = await comeIn("Getuige");
    const room = new Room(watcher);
    const closing = await comeIn("Bram");
    const dying = await comeIn("Carla");
    show(closing, { typing: true });
    show(dying, { typing: true });
    await watcher.until(() => room.states().size === 2);

    await closing.close();
    await watcher.until(() => !room.states().has(closing.doc.clientID));

    dying.socket.pause();
    await watcher.until(() => !room.states().has(dying.doc.clientID));
    dying.socket.terminate();
    room.awareness.destroy();
    await watcher.close();
  });
});
