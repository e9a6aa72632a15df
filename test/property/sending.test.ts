import { Outgoing } from "@planwand/client/sync/outgoing.ts";
import { PlanDoc } from "@planwand/client/sync/plan-doc.ts";
import { createSaving } from "@planwand/client/sync/saving.ts";
import { saveState } from "@planwand/client/sync/unsaved.ts";
import { rootMap } from "@planwand/shared/plan/entry.ts";
import { decodeClientMessage } from "@planwand/shared/protocol/codec.ts";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";
import { reduce, type RoomEffect, type RoomEvent, roomState } from "@planwand/server/relay/room-core.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { knownNothing, knownOf } from "../builders/known-nothing.ts";
import { SEED, cases, seeded } from "../builders/run-length.ts";

const ACTOR = "actor-00001";
const LOCKED = { kind: "none", code: "locked" } as const;
const OPEN = { kind: "all" } as const;

/** A server's disk and room: what is committed is in `disk`. */
class Server {
  readonly disk = new Y.Doc();
  #known = knownNothing();
  room = roomState(this.#known, 0);
  #waiting: Uint8Array[] = [];
  #unseen: Uint8Array[] = [];
  #member = 0;

  /** Starts anew from the disk. */
  restart(): void {
    this.#known = knownOf(this.disk, ACTOR);
    this.room = roomState(this.#known, 0);
    this.#waiting = [];
  }

  join(): readonly RoomEffect[] {
    this.#member++;
    return this.event({ type: "joined", memberId: this.#member, actorId: ACTOR, access: OPEN });
  }

  event(event: RoomEvent): readonly RoomEffect[] {
    const effects = reduce(this.room, event);
    for (const effect of effects) if (effect.type === "append") this.#waiting.push(effect.bytes);
    return effects;
  }

  get member(): number {
    return this.#member;
  }

  commit(): readonly RoomEffect[] {
    for (const update of this.#waiting.splice(0)) Y.applyUpdate(this.disk, update);
    expect(this.disk.store.pendingStructs).toBeNull();
    return this.event({ type: "committed", throughSeq: this.room.seq });
  }

  /** A commit is reported as failed; it may have come to the disk all the same. */
  fail(isOnDisk: boolean): readonly RoomEffect[] {
    this.#unseen = isOnDisk ? this.#waiting : [];
    for (const update of this.#unseen) Y.applyUpdate(this.disk, update);
    const effects = this.event({ type: "commitFailed" });
    const member = this.room.members.get(this.member);
    this.restart();
    this.room.seq = this.room.committedSeq = 0;
    if (member !== undefined) this.room.members.set(this.member, member);
    this.room.readonly = true;
    return effects;
  }

  recover(): readonly RoomEffect[] {
    const seq = this.room.committedSeq;
    return this.event({ type: "storageReturned", known: this.#known, seq, unseen: this.#unseen.splice(0) });
  }
}

/** Whether the server's disk holds all that a document does. */
function holds(disk: Y.Doc, doc: Y.Doc): boolean {
  const lacking = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(disk)));
  const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(disk));
  const known = new IdRanges();
  for (const [client, items] of ds.clients)
    for (const { clock, len } of items) known.add(client, clock, clock + len);
  const isDeleted = [...lacking.ds.clients].every(([client, items]) =>
    items.every(({ clock, len }) => known.covers(client, clock, clock + len)),
  );
  return lacking.structs.length === 0 && isDeleted;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("[C1][C3][C4][C19][C20] whatever happens on the way, saved means that the server's disk holds it all", () => {
  const random = seeded(SEED);
  const chance = (share: number): boolean => random() < share;
  let saved = 0;
  for (let round = 0; round < cases(2_000, 0.04); round++) {
    const server = new Server();
    const doc = new PlanDoc();
    let toServer: Uint8Array[] = [];
    let toClient: RoomEffect[] = [];
    let isConnected = false;
    const saving = createSaving(0, {
      send: (message) => void toServer.push(message),
      onDead: () => undefined,
      changed: () => undefined,
      confirmed: (messages) => outgoing.confirmed(messages),
    });
    const outgoing: Outgoing = new Outgoing(doc, {
      send: (message) => void toServer.push(message),
      joined: () => saving.dispatch({ type: "joined" }),
      restarted: () => saving.dispatch({ type: "restarted" }),
      sent: (what) => saving.dispatch({ ...what, type: "sent" }),
      edits: () => saving.now().edits,
      stuck: () => void (isStuck = true),
    });
    let isStuck = false;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === "server") return;
      saving.dispatch({ type: "edited" });
      outgoing.edited(update);
    });
    const connect = (): void => {
      isConnected = true;
      saving.dispatch({ type: "opened" });
      outgoing.opened();
      toClient = [...server.join()];
      const state = Y.encodeStateAsUpdate(server.disk);
      outgoing.heard(state);
      Y.applyUpdate(doc, state, "server");
      outgoing.answered();
    };
    const disconnect = (): void => {
      isConnected = false;
      toServer = [];
      toClient = [];
      server.event({ type: "left", memberId: server.member });
      outgoing.closed();
      saving.dispatch({ type: "closed" });
    };
    const serverTakes = (): void => {
      const message = toServer.shift();
      if (message === undefined) return;
      const read = decodeClientMessage(message);
      const memberId = server.member;
      if (read.type === "update")
        toClient.push(
          ...server.event({
            type: "update",
            memberId,
            bytes: read.update,
            isStep2: read.isStep2,
            mayBind: () => true,
          }),
        );
      if (read.type === "barrier")
        toClient.push(...server.event({ type: "barrier", memberId, token: read.token }));
    };
    const clientTakes = (): void => {
      const effect = toClient.shift();
      if (effect?.type === "echoBarrier") saving.dispatch({ type: "echoed", token: effect.token });
      if (effect?.type === "askState") outgoing.asked(Y.encodeStateVector(server.room.known.vector));
      if (effect?.type === "forward")
        for (const { memberId, bytes } of effect.updates)
          if (memberId !== server.member) {
            outgoing.heard(bytes);
            Y.applyUpdate(doc, bytes, "server");
          }
      if (effect?.type === "refuse") {
        saving.dispatch({ type: "refused", code: effect.code });
        outgoing.refused(effect.code);
      }
    };
    const check = (): void => {
      if (saveState(saving.now()) !== "saved") return;
      saved++;
      expect(holds(server.disk, doc)).toBe(true);
    };
    const edit = (): void => {
      const root = rootMap(doc, "cells");
      if (chance(0.1))
        root.set(`key-${Math.floor(random() * 5)}`, "x".repeat(Math.floor(random() * 200_000)));
      else if (chance(0.3)) doc.getText("text").insert(0, "typ".repeat(1 + Math.floor(random() * 30_000)));
      else if (chance(0.3)) doc.getText("text").delete(0, Math.floor(doc.getText("text").length / 2));
      else root.set(`key-${Math.floor(random() * 5)}`, random());
    };
    const steps: readonly (readonly [share: number, step: () => void])[] = [
      [0.25, edit],
      [0.2, serverTakes],
      [0.2, clientTakes],
      [0.15, () => void toClient.push(...server.commit())],
      [0.03, () => (isConnected ? disconnect() : connect())],
      [
        0.02,
        () =>
          void toClient.push(...server.event({ type: "access", memberId: server.member, access: LOCKED })),
      ],
      [
        0.06,
        () => void toClient.push(...server.event({ type: "access", memberId: server.member, access: OPEN })),
      ],
      [0.01, () => void (server.room.readonly ? null : toClient.push(...server.fail(chance(0.5))))],
      [0.04, () => void (server.room.readonly ? toClient.push(...server.recover()) : null)],
      [0.02, () => void vi.advanceTimersByTime(1_500)],
      [0.02, () => saving.dispatch({ type: "probed" })],
    ];
    connect();
    for (let at = 0; at < 120; at++) {
      let left = random();
      const step = steps.find(([share]) => (left -= share) < 0);
      step?.[1]();
      check();
    }
    // With a quiet line and a server that takes everything, all is saved in the end by itself.
    if (server.room.readonly) toClient.push(...server.recover());
    if (!isConnected) connect();
    toClient.push(...server.event({ type: "access", memberId: server.member, access: OPEN }));
    for (let at = 0; at < 400 && saveState(saving.now()) !== "saved"; at++) {
      if (isStuck) {
        isStuck = false;
        disconnect();
        connect();
      }
      while (toServer.length > 0) serverTakes();
      toClient.push(...server.commit());
      while (toClient.length > 0) clientTakes();
      vi.advanceTimersByTime(1_500);
      check();
    }
    expect(saveState(saving.now())).toBe("saved");
    expect(holds(server.disk, doc)).toBe(true);
    saving.close();
    outgoing.close();
    doc.destroy();
  }
  // It came to that often enough to mean something.
  expect(saved).toBeGreaterThan(cases(2_000, 0.04) / 2);
}, 600_000);
