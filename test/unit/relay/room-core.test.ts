import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type RoomState, reduce, roomState, SERVER_MEMBER } from "@planwand/server/relay/room-core.ts";
import { knownNothing } from "../../builders/known-nothing.ts";

const ANJA = 1;
const RITA = 2;

function room(): RoomState {
  const state = roomState(knownNothing(), 0);
  reduce(state, { type: "joined", memberId: ANJA, actorId: "anja-000001", access: { kind: "all" } });
  reduce(state, {
    type: "joined",
    memberId: RITA,
    actorId: "rita-000001",
    access: { kind: "none", code: "read-only" },
  });
  return state;
}

/** Edits of one document, one update each. */
function edits(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 5;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < count; i++) doc.getText("t").insert(i, "x");
  return updates;
}

function send(state: RoomState, bytes: Uint8Array, isStep2 = false, memberId = ANJA) {
  const effects = reduce(state, { type: "update", memberId, bytes, isStep2, mayBind: () => true });
  return effects.filter(({ type }) => type !== "spent");
}

function barrier(state: RoomState, token: number, memberId = ANJA) {
  return reduce(state, { type: "barrier", memberId, token });
}

describe("room core", () => {
  test("[R1] an admitted update is appended at once and forwarded only when committed", () => {
    const state = room();
    const [bytes] = edits(1) as [Uint8Array];
    expect(send(state, bytes)).toEqual([
      { type: "append", seq: 1, actorId: "anja-000001", bytes, newClients: [5] },
    ]);
    expect(reduce(state, { type: "committed", throughSeq: 1 })).toEqual([
      { type: "forward", updates: [{ seq: 1, memberId: ANJA, bytes }] },
    ]);
  });

  test("[R3] a barrier is echoed at once when nothing waits, else after the commit of what came before it", () => {
    const state = room();
    expect(barrier(state, 1)).toEqual([{ type: "echoBarrier", memberId: ANJA, token: 1 }]);
    const [first, second] = edits(2) as [Uint8Array, Uint8Array];
    send(state, first);
    expect(barrier(state, 2)).toEqual([]);
    send(state, second);
    expect(barrier(state, 3)).toEqual([]);
    expect(barrier(state, 9, RITA)).toEqual([{ type: "echoBarrier", memberId: RITA, token: 9 }]);
    expect(reduce(state, { type: "committed", throughSeq: 1 }).slice(1)).toEqual([
      { type: "echoBarrier", memberId: ANJA, token: 2 },
    ]);
    expect(reduce(state, { type: "committed", throughSeq: 2 }).slice(1)).toEqual([
      { type: "echoBarrier", memberId: ANJA, token: 3 },
    ]);
  });

  test("[R3] nobody waits for the barrier of someone who left", () => {
    const state = room();
    send(state, edits(1)[0] as Uint8Array);
    barrier(state, 1);
    reduce(state, { type: "left", memberId: ANJA });
    expect(reduce(state, { type: "committed", throughSeq: 1 }).map((effect) => effect.type)).toEqual([
      "forward",
    ]);
  });

  test("[R4] after a refusal a barrier is held, the latest counts, and a complete step 2 frees it", () => {
    const state = room();
    const [first, second] = edits(2) as [Uint8Array, Uint8Array];
    expect(send(state, second)[0]).toMatchObject({ type: "refuse", code: "resync" });
    expect(barrier(state, 1)).toEqual([]);
    expect(barrier(state, 2)).toEqual([]);
    const whole = Y.mergeUpdates([first, second]);
    expect(send(state, whole, true).map((effect) => effect.type)).toEqual(["append"]);
    expect(reduce(state, { type: "committed", throughSeq: 1 }).slice(1)).toEqual([
      { type: "echoBarrier", memberId: ANJA, token: 2 },
    ]);
  });

  test("[R4] an ordinary update does not free a held barrier", () => {
    const state = room();
    const [first, second] = edits(2) as [Uint8Array, Uint8Array];
    send(state, second);
    barrier(state, 1);
    send(state, first);
    expect(reduce(state, { type: "committed", throughSeq: 1 }).map((effect) => effect.type)).toEqual([
      "forward",
    ]);
  });

  test("[R5] a refused update moves no number and troubles nobody else", () => {
    const state = room();
    send(state, edits(1)[0] as Uint8Array, false, RITA);
    expect(state.seq).toBe(0);
    expect(state.known.vector.size).toBe(0);
    expect(barrier(state, 1)).toEqual([{ type: "echoBarrier", memberId: ANJA, token: 1 }]);
    expect(barrier(state, 1, RITA)).toEqual([]);
  });

  test("[R6] a resync is followed by a step 1", () => {
    const effects = send(room(), edits(2)[1] as Uint8Array);
    expect(effects.map((effect) => effect.type)).toEqual(["refuse", "askState"]);
  });

  test("[R7] a commit that fails forwards nothing, holds barriers and tells the writers", () => {
    const state = room();
    const [first] = edits(1) as [Uint8Array];
    send(state, first);
    barrier(state, 4);
    const effects = reduce(state, { type: "commitFailed" });
    expect(effects).toEqual([
      { type: "refuse", memberId: ANJA, code: "server-readonly", reason: "storage takes no writes" },
    ]);
    expect(state.pending).toEqual([]);
    expect(send(state, first)[0]).toMatchObject({ type: "refuse", code: "server-readonly" });
  });

  test("[R8] when storage returns everyone is asked, and the held barrier follows the step 2", () => {
    const state = room();
    const [first] = edits(1) as [Uint8Array];
    send(state, first);
    barrier(state, 4);
    reduce(state, { type: "commitFailed" });
    const empty = knownNothing();
    expect(reduce(state, { type: "storageReturned", known: empty, seq: 0, unseen: [] })).toEqual([
      { type: "askState", memberId: ANJA },
      { type: "askState", memberId: RITA },
    ]);
    expect(send(state, first, true)).toEqual([
      { type: "append", seq: 1, actorId: "anja-000001", bytes: first, newClients: [5] },
    ]);
    expect(reduce(state, { type: "committed", throughSeq: 1 })).toEqual([
      { type: "forward", updates: [{ seq: 1, memberId: ANJA, bytes: first }] },
      { type: "echoBarrier", memberId: ANJA, token: 4 },
    ]);
  });

  test("[R70] what is on disk beyond what was shown goes to everybody, its author too, and is nothing new when it comes again", () => {
    const state = room();
    const [first, second] = edits(2) as [Uint8Array, Uint8Array];
    send(state, first);
    barrier(state, 4);
    reduce(state, { type: "commitFailed" });
    const known = {
      ...knownNothing(),
      vector: new Map([[5, 1]]),
      owners: new Map([[5, "anja-000001"]]),
    };
    expect(reduce(state, { type: "storageReturned", known, seq: 1, unseen: [first] })).toEqual([
      { type: "forward", updates: [{ memberId: SERVER_MEMBER, bytes: first }] },
      { type: "askState", memberId: ANJA },
      { type: "askState", memberId: RITA },
    ]);
    expect(send(state, first, true)).toEqual([{ type: "echoBarrier", memberId: ANJA, token: 4 }]);
    expect(send(state, second)).toMatchObject([{ type: "append", seq: 2 }]);
  });

  test("[R9] the fifty-first unreadable message sends its sender away; read-only edits never do", () => {
    const state = room();
    const unreadable = () => reduce(state, { type: "unreadable", memberId: ANJA, code: "malformed" });
    for (let i = 0; i < 50; i++) expect(unreadable().map((effect) => effect.type)).toEqual(["refuse"]);
    expect(unreadable().map((effect) => effect.type)).toEqual(["refuse", "sendAway"]);
    for (let i = 0; i < 60; i++) {
      const effects = send(state, edits(1)[0] as Uint8Array, false, RITA);
      expect(effects.map((effect) => effect.type)).toEqual(["refuse"]);
    }
  });

  test("[R41] messages of a connection that is gone do nothing", () => {
    const state = room();
    reduce(state, { type: "left", memberId: ANJA });
    expect(send(state, edits(1)[0] as Uint8Array)).toEqual([]);
    expect(reduce(state, { type: "unreadable", memberId: ANJA, code: "malformed" })).toEqual([]);
  });
});
