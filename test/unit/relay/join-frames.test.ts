import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { JoinFrames } from "@planwand/server/relay/join-frames.ts";
import { updateFrames } from "@planwand/server/relay/frame.ts";
import type { StoredPlan } from "@planwand/server/relay/stored-plan.ts";
import { deletesOnly } from "@planwand/server/relay/update-writer.ts";
import { Frames } from "../../builders/frames.ts";
import { knownNothing } from "../../builders/known-nothing.ts";

/** The state vector of who has nothing. */
const NOTHING = new Uint8Array([0]);

/** A plan on disk with this state and the updates after it. */
function stored(doc: Y.Doc, tail: readonly Uint8Array[] = [], stateSeq = 1): StoredPlan {
  const state = Y.encodeStateAsUpdate(doc);
  const deletes = [...Y.decodeUpdate(state).ds.clients].map(
    ([client, items]) =>
      [client, items.map(({ clock, len }) => ({ start: clock, end: clock + len }))] as const,
  );
  return {
    state,
    stateVector: Y.decodeStateVector(Y.encodeStateVector(doc)),
    stateDeletes: deletesOnly(deletes),
    stateSeq,
    seq: stateSeq + tail.length,
    tail: tail.map((bytes, index) => ({ seq: stateSeq + 1 + index, bytes })),
    known: knownNothing(),
  };
}

/** Applies what a join sends, and returns the kinds of sync messages in it. */
function take(doc: Y.Doc, parts: readonly Buffer[] | null): number[] {
  return new Frames(Buffer.concat(parts ?? [])).messages().map(({ kind, body }) => {
    Y.applyUpdate(doc, body);
    return kind;
  });
}

function typed(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.getText("t").insert(0, "abcdef");
  doc.on("update", (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

const text = (doc: Y.Doc) => doc.getText("t").toJSON();

describe("join frames", () => {
  test("[R21] a newcomer gets snapshot and tail as updates, and a step 2 at the very end", async () => {
    const { doc, updates } = typed();
    const frames = await JoinFrames.of(stored(doc));
    doc.getText("t").insert(6, "g");
    doc.getText("t").delete(0, 1);
    updates.forEach((update, index) => frames.append(2 + index, 1, updateFrames([update])));
    const newcomer = new Y.Doc();
    expect(take(newcomer, frames.for(NOTHING, false))).toEqual([2, 2, 2, 1]);
    expect(text(newcomer)).toBe("bcdefg");
  });

  test("[R22] who has every struct of the snapshot still gets its deletes, and not the snapshot again", async () => {
    const { doc } = typed();
    const behind = new Y.Doc();
    Y.applyUpdate(behind, Y.encodeStateAsUpdate(doc));
    doc.getText("t").delete(1, 3);
    const frames = await JoinFrames.of(stored(doc));
    const parts = frames.for(Y.encodeStateVector(behind), true);
    expect(Buffer.concat(parts ?? []).byteLength).toBeLessThan(40);
    take(behind, parts);
    expect(text(behind)).toBe("aef");
  });

  test("[R22] who names one client twice does not have another for that", async () => {
    const { doc } = typed();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getText("t").insert(6, "!");
    const frames = await JoinFrames.of(stored(other));
    const twice = Uint8Array.from([
      2,
      ...Y.encodeStateVector(doc).slice(1),
      ...Y.encodeStateVector(doc).slice(1),
    ]);
    const newcomer = new Y.Doc();
    take(newcomer, frames.for(twice, false));
    expect(text(newcomer)).toBe("abcdef!");
    expect(frames.for(twice.subarray(0, -1), false)).toBeNull();
  });

  test("[R24] a newer snapshot takes the place of exactly the updates that it holds", async () => {
    const { doc, updates } = typed();
    const old = await JoinFrames.of(stored(doc));
    for (const letter of ["1", "2", "3"]) doc.getText("t").insert(0, letter);
    updates.forEach((update, index) => old.append(2 + index, 1, updateFrames([update])));
    const half = new Y.Doc();
    Y.applyUpdate(half, Y.encodeStateAsUpdate(doc));
    const newer = await JoinFrames.of(stored(half, [], 3));
    doc.getText("t").insert(0, "4");
    old.append(5, 1, updateFrames([updates.at(-1) as Uint8Array]));
    newer.continueFrom(old);
    expect(newer.tail.updates).toBe(2);
    const newcomer = new Y.Doc();
    take(newcomer, newer.for(NOTHING, false));
    expect(text(newcomer)).toBe("4321abcdef");
    expect(newcomer.store.pendingStructs).toBeNull();
  });

  test("[R20] the compressed snapshot is the same message", async () => {
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "onderwijskoppelvlak ".repeat(500));
    const frames = await JoinFrames.of(stored(doc));
    const plain = frames.for(NOTHING, false);
    const deflated = frames.for(NOTHING, true);
    expect(Buffer.concat(deflated ?? []).byteLength).toBeLessThan(Buffer.concat(plain ?? []).byteLength / 10);
    const newcomer = new Y.Doc();
    take(newcomer, deflated);
    expect(text(newcomer)).toBe(text(doc));
  });
});
