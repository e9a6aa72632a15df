import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";
import { JoinFrames } from "@planwand/server/relay/join-frames.ts";
import { updateFrames } from "@planwand/server/relay/frame.ts";
import type { StoredPlan } from "@planwand/server/relay/stored-plan.ts";
import { Frames } from "../../builders/frames.ts";

/** A plan on disk with this state and the updates after it. */
function stored(doc: Y.Doc, tail: readonly Uint8Array[] = [], stateSeq = 1): StoredPlan {
  return {
    state: Y.encodeStateAsUpdate(doc),
    stateSeq,
    seq: stateSeq + tail.length,
    tail: tail.map((bytes, index) => ({ seq: stateSeq + 1 + index, bytes })),
    known: { vector: new Map(), deletes: new IdRanges(), owners: new Map() },
  };
}

/** Applies what a join sends, and returns the kinds of sync messages in it. */
function take(doc: Y.Doc, parts: readonly Buffer[]): number[] {
  return new Frames(Buffer.concat(parts)).messages().map(({ kind, body }) => {
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
    expect(take(newcomer, frames.for(new Map(), false))).toEqual([2, 2, 2, 1]);
    expect(text(newcomer)).toBe("bcdefg");
  });

  test("[R22] who has every struct of the snapshot still gets its deletes, and not the snapshot again", async () => {
    const { doc } = typed();
    const behind = new Y.Doc();
    Y.applyUpdate(behind, Y.encodeStateAsUpdate(doc));
    doc.getText("t").delete(1, 3);
    const frames = await JoinFrames.of(stored(doc));
    const parts = frames.for(Y.decodeStateVector(Y.encodeStateVector(behind)), true);
    expect(Buffer.concat(parts).byteLength).toBeLessThan(40);
    take(behind, parts);
    expect(text(behind)).toBe("aef");
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
    take(newcomer, newer.for(new Map(), false));
    expect(text(newcomer)).toBe("4321abcdef");
    expect(newcomer.store.pendingStructs).toBeNull();
  });

  test("[R20] the compressed snapshot is the same message", async () => {
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "onderwijskoppelvlak ".repeat(500));
    const frames = await JoinFrames.of(stored(doc));
    const plain = frames.for(new Map(), false);
    const deflated = frames.for(new Map(), true);
    expect(Buffer.concat(deflated).byteLength).toBeLessThan(Buffer.concat(plain).byteLength / 10);
    const newcomer = new Y.Doc();
    take(newcomer, deflated);
    expect(text(newcomer)).toBe(text(doc));
  });
});
