import * as awarenessProtocol from "y-protocols/awareness";
import * as decoding from "lib0/decoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { Principal } from "@planwand/server/access/principal.ts";
import { Presence } from "@planwand/server/relay/presence.ts";

const ANJA: Principal = {
  planId: "plan-000001",
  actor: { id: "anja-000001", name: "Anja", circle: "ict", color: "#1d6f8a" },
  role: "editor",
  sessionId: null,
  keyIds: [],
};
const BRAM: Principal = { ...ANJA, actor: { ...ANJA.actor, id: "bram-000001", name: "Bram" } };
const nobody = () => undefined;

function entry(client: number, state: unknown, clock = 1) {
  return { client, clock, state: JSON.stringify(state) };
}

/** What a stock client makes of a presence message. */
function statesIn(message: readonly Uint8Array[] | null): Record<string, unknown> {
  const awareness = new awarenessProtocol.Awareness(new Y.Doc());
  awareness.setLocalState(null);
  if (message !== null) {
    const decoder = decoding.createDecoder(Buffer.concat(message));
    decoding.readVarUint(decoder);
    awarenessProtocol.applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), "test");
  }
  const states = Object.fromEntries(awareness.getStates());
  awareness.destroy();
  return states;
}

describe("presence", () => {
  test("[R30] identity comes from the session, whatever is claimed", () => {
    const presence = new Presence();
    presence.receive(
      1,
      ANJA,
      entry(11, { user: { id: "x", name: "Directeur", role: "owner" }, typing: true }),
      nobody,
    );
    expect(statesIn(presence.takeChanges(5).messageFor(2))).toEqual({
      11: { typing: true, user: { ...ANJA.actor, role: "editor" } },
    });
  });

  test("[R31] another client's id, one in use and a second id of one's own are passed over", () => {
    const presence = new Presence();
    presence.receive(1, ANJA, entry(11, { typing: true }), nobody);
    presence.receive(2, BRAM, entry(11, { typing: false }), nobody);
    presence.receive(2, BRAM, entry(13, {}), (client) => (client === 13 ? ANJA.actor.id : undefined));
    presence.receive(1, ANJA, entry(12, { typing: true }), nobody);
    expect(Object.keys(statesIn(presence.takeChanges(5).messageFor(3)))).toEqual(["11"]);
  });

  test("[R32] only known keys of the right shape are passed on", () => {
    const position = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 };
    const presence = new Presence();
    const honest = {
      cursor: { anchor: position, head: position },
      focus: { activity: "a".repeat(21), field: "why" },
      dragging: null,
      view: "wall",
    };
    presence.receive(1, ANJA, entry(11, { ...honest, typing: "ja", admin: true, color: "red" }), nobody);
    expect(statesIn(presence.takeChanges(5).messageFor(2))).toEqual({
      11: { ...honest, user: { ...ANJA.actor, role: "editor" } },
    });
    const hostile: unknown[] = [
      { anchor: { tname: "meta" }, head: position },
      { anchor: {}, head: {} },
      { anchor: null, head: null },
      { anchor: { item: { client: "1", clock: 0 } }, head: position },
      "cursor",
    ];
    for (const cursor of hostile) {
      presence.receive(1, ANJA, entry(11, { cursor }), nobody);
      const states = statesIn(presence.takeChanges(6).messageFor(2));
      expect(states["11"] ?? {}).not.toHaveProperty("cursor");
    }
  });

  test("[R32] a state over 1 KiB, and what is not JSON or not an object, changes nothing", () => {
    const position = { item: { client: 1, clock: 2 }, pad: "x".repeat(600) };
    const presence = new Presence();
    presence.receive(1, ANJA, entry(11, { cursor: { anchor: position, head: position } }), nobody);
    presence.receive(1, ANJA, { client: 11, clock: 1, state: "{" }, nobody);
    for (const state of [[1], "x".repeat(5000), 7]) presence.receive(1, ANJA, entry(11, state), nobody);
    expect(presence.hasChanges).toBe(false);
    expect(presence.size).toBe(0);
  });

  test("[R33] nobody gets their own record back", () => {
    const presence = new Presence();
    presence.receive(1, ANJA, entry(11, { typing: true }), nobody);
    expect(presence.everyone(5).messageFor(1)).toBeNull();
    presence.receive(2, BRAM, entry(12, { typing: true }), nobody);
    const changes = presence.takeChanges(6);
    expect(Object.keys(statesIn(changes.messageFor(1)))).toEqual(["12"]);
    expect(Object.keys(statesIn(changes.messageFor(2)))).toEqual(["11"]);
    expect(Object.keys(statesIn(changes.messageFor(3)))).toEqual(["11", "12"]);
  });

  test("[R34] who leaves is gone at the next tick, unless the same client is back already", () => {
    const presence = new Presence();
    presence.receive(1, ANJA, entry(11, { typing: true }), nobody);
    presence.takeChanges(5);
    presence.leave(1);
    const gone = presence.takeChanges(6).messageFor(2);
    expect(statesIn(gone)).toEqual({});
    presence.receive(3, ANJA, entry(11, { typing: false }), nobody);
    presence.takeChanges(7);
    presence.leave(3);
    presence.receive(4, ANJA, entry(11, { typing: true }), nobody);
    expect(Object.keys(statesIn(presence.takeChanges(8).messageFor(2)))).toEqual(["11"]);
  });

  test("[R35] clocks grow with every tick and start from the time of day", () => {
    const clocks: number[] = [];
    const presence = new Presence();
    for (const nowMs of [1_000, 1_000, 900]) {
      presence.receive(1, ANJA, entry(11, { view: `v${clocks.length}` }), nobody);
      const decoder = decoding.createDecoder(Buffer.concat(presence.takeChanges(nowMs).messageFor(2) ?? []));
      decoding.readVarUint(decoder);
      const body = decoding.createDecoder(decoding.readVarUint8Array(decoder));
      decoding.readVarUint(body);
      decoding.readVarUint(body);
      clocks.push(decoding.readVarUint(body));
    }
    expect(clocks).toEqual([1_000, 1_001, 1_002]);
  });
});
