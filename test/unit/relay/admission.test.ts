import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { updateContents } from "@planwand/shared/plan/update-contents.ts";
import { updateParts } from "@planwand/shared/plan/update-parts.ts";
import { KNOWN_LAYOUTS } from "../../builders/worst-layouts.ts";
import { type Layout, worstUpdate } from "../../builders/worst-updates.ts";
import { type Known, type Writer, admit } from "@planwand/server/relay/admission.ts";
import { craftedUpdate } from "../../builders/crafted-update.ts";
import { knownNothing as known } from "../../builders/known-nothing.ts";

const mayBind = () => true;
const ANJA: Writer = { actorId: "anja-000001", access: { kind: "all" }, mayBind };
const BRAM: Writer = { actorId: "bram-000001", access: { kind: "all" }, mayBind };
const READER: Writer = { actorId: "rita-000001", access: { kind: "none", code: "read-only" }, mayBind };

/** What is known, as values that can be compared. */
function picture(state: Known) {
  return {
    vector: [...state.vector].sort(),
    deletes: [...state.deletes.entries()],
    owners: [...state.owners].sort(),
  };
}

function docWith(client: number, edit: (doc: Y.Doc) => void): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  doc.clientID = client;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  edit(doc);
  return { doc, updates };
}

function type(doc: Y.Doc, text: string): void {
  const shared = doc.getText("t");
  shared.insert(shared.length, text);
}

const everyOther = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ start: 2 * index, end: 2 * index + 1 }));

const collectedOf = (client: number, count: number) =>
  Array.from({ length: count }, (_, index) => new Y.GC(new Y.ID(client, index), 1));

/** Runs `updates` through admission as `writer`, into a document as well. */
function admitAll(state: Known, writer: Writer, updates: readonly Uint8Array[]): void {
  for (const update of updates) expect(admit(state, writer, update).kind).toBe("admitted");
}

describe("admission", () => {
  test("[R10] an update over 256 KiB is too large", () => {
    const { updates } = docWith(1, (doc) => type(doc, "x".repeat(300 * 1024)));
    expect(admit(known(), ANJA, updates[0] as Uint8Array)).toMatchObject({
      kind: "refused",
      code: "too-large",
    });
  });

  test("[R11] every truncation of an update is malformed, incomplete or harmless, and changes nothing", () => {
    const { doc } = docWith(1, (doc) => {
      type(doc, "zonder knip");
      doc.getMap("m").set("k", { a: [1, 2, 3] });
    });
    const update = Y.encodeStateAsUpdate(doc);
    for (let length = 0; length < update.byteLength; length++) {
      const state = known();
      const admission = admit(state, ANJA, update.subarray(0, length));
      expect(admission.kind).not.toBe("admitted");
      expect(picture(state)).toEqual(picture(known()));
    }
  });

  test("[R10] more structs and ranges than a writer puts into one part are too large", () => {
    const update = craftedUpdate([], [[1, everyOther(8_192)]]);
    const collected = craftedUpdate([{ client: 1, structs: collectedOf(1, 8_192) }]);
    for (const large of [update, collected]) expect(large.byteLength).toBeLessThan(64 * 1024);
    for (const writer of [ANJA, READER])
      for (const large of [update, collected])
        expect(admit(known(), writer, large)).toMatchObject({ kind: "refused", code: "too-large" });
  });

  test("[R10] what the cutter and an edit that goes as it is hold at most is not too large", () => {
    const state = known();
    const { doc, updates } = docWith(1, (each) => type(each, "x".repeat(40_000)));
    admitAll(state, ANJA, updates);
    const torn = craftedUpdate([], [[doc.clientID, everyOther(20_000)]]);
    for (const { update } of updateParts(torn, { reach: state.vector, deletes: new Map() }))
      admitAll(state, ANJA, [update]);
    const others = Array.from({ length: 2_900 }, (_, index) => ({
      client: 10_000 + index,
      structs: [new Y.GC(new Y.ID(10_000 + index, 0), 1)],
    }));
    const lists = craftedUpdate(
      others,
      others.map(({ client }) => [client, [{ start: 0, end: 1 }]]),
    );
    for (const { update } of updateParts(lists)) admitAll(state, ANJA, [update]);
    const whole = craftedUpdate(
      [{ client: 5, structs: collectedOf(5, 4_000) }],
      [[5, [{ start: 0, end: 4_000 }]]],
    );
    expect(whole.byteLength).toBeGreaterThan(8_000);
    admitAll(state, ANJA, [whole]);
    // One range over all of it would be too many; its writer is asked to leave out what is known.
    const over = craftedUpdate([], [[doc.clientID, [{ start: 0, end: 40_000 }]]]);
    expect(admit(state, ANJA, over)).toMatchObject({ kind: "refused", code: "resync" });
    const { deletes } = updateContents(torn);
    for (const { update } of updateParts(over, { reach: state.vector, deletes }))
      admitAll(state, ANJA, [update]);
    expect(state.deletes.covers(doc.clientID, 0, 40_000)).toBe(true);
  });

  test("[R11] two lists of structs of one client are malformed: Yjs would lose the first", () => {
    const item = (clock: number) => new Y.GC(new Y.ID(1, clock), 1);
    const lists = [0, 1].map((clock) => ({ client: 1, structs: [item(clock)] }));
    const update = craftedUpdate(lists, [[1, [{ start: 0, end: 2 }]]]);
    expect(admit(known(), ANJA, update)).toMatchObject({ kind: "refused", code: "malformed" });
  });

  test("[R11] delete ranges that overlap or go back are malformed; those that touch are written as one", () => {
    const state = known();
    const { updates } = docWith(1, (doc) => type(doc, "abcdef"));
    admitAll(state, ANJA, updates);
    const deleting = (...ranges: [start: number, end: number][]) =>
      craftedUpdate([], [[1, ranges.map(([start, end]) => ({ start, end }))]]);
    for (const wrong of [
      deleting([0, 3], [2, 4]),
      deleting([2, 3], [0, 1]),
      deleting([1, 2], [1, 2]),
      craftedUpdate(
        [],
        [
          [1, [{ start: 2, end: 3 }]],
          [2, [{ start: 0, end: 1 }]],
          [1, [{ start: 0, end: 1 }]],
        ],
      ),
    ]) {
      expect(admit(state, ANJA, wrong)).toMatchObject({ kind: "refused", code: "malformed" });
    }
    const admission = admit(state, ANJA, deleting([1, 2], [2, 3]));
    expect(admission.kind === "admitted" && admission.bytes).toEqual(deleting([1, 3]));
  });

  test("[R12] what is known already is taken in silence, from a viewer too", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => {
      type(doc, "abc");
      doc.getText("t").delete(0, 1);
    });
    admitAll(state, ANJA, updates);
    const before = picture(state);
    for (const writer of [ANJA, BRAM, READER]) {
      expect(admit(state, writer, Y.encodeStateAsUpdate(doc))).toMatchObject({ kind: "nothing" });
    }
    expect(admit(state, READER, new Uint8Array([0, 0]))).toMatchObject({ kind: "nothing" });
    expect(picture(state)).toEqual(before);
  });

  test("[R13] a viewer's new struct and a viewer's new delete are both read-only", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => type(doc, "abc"));
    admitAll(state, ANJA, updates);
    const reader = new Y.Doc();
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(doc));
    const sent: Uint8Array[] = [];
    reader.on("update", (update: Uint8Array) => sent.push(update));
    reader.getText("t").delete(0, 2);
    reader.getText("t").insert(0, "z");
    const before = picture(state);
    for (const update of sent) {
      expect(admit(state, READER, update)).toMatchObject({ kind: "refused", code: "read-only" });
    }
    expect(picture(state)).toEqual(before);
  });

  test("[R14] a client id belongs to whom used it first", () => {
    const state = known();
    const { doc, updates } = docWith(7, (doc) => type(doc, "van Anja"));
    admitAll(state, ANJA, updates);
    const forged: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => forged.push(update));
    type(doc, "!");
    const before = picture(state);
    expect(admit(state, BRAM, forged[0] as Uint8Array)).toMatchObject({
      kind: "refused",
      code: "foreign-client",
    });
    expect(picture(state)).toEqual(before);
    expect(admit(state, ANJA, forged[0] as Uint8Array).kind).toBe("admitted");
  });

  test("[R15] new client ids are asked for once all else is in order, and known ones never", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => {
      type(doc, "a");
      type(doc, "b");
    });
    const asked: number[] = [];
    const writer = (answer: boolean): Writer => ({
      ...ANJA,
      mayBind(clients) {
        asked.push(clients);
        return answer;
      },
    });
    expect(admit(state, writer(true), updates[1] as Uint8Array)).toMatchObject({ code: "resync" });
    expect(asked).toEqual([]);
    expect(admit(state, writer(false), updates[0] as Uint8Array)).toMatchObject({
      kind: "refused",
      code: "too-many-clients",
    });
    expect(picture(state)).toEqual(picture(known()));
    expect(admit(state, writer(true), updates[0] as Uint8Array)).toMatchObject({
      kind: "admitted",
      newClients: [1],
    });
    expect(admit(state, writer(false), Y.encodeStateAsUpdate(doc)).kind).toBe("admitted");
    expect(asked).toEqual([1, 1]);
  });

  test("[R16] a gap asks for a resync and the whole repairs it", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => {
      type(doc, "a");
      type(doc, "b");
    });
    expect(admit(state, ANJA, updates[1] as Uint8Array)).toMatchObject({ kind: "refused", code: "resync" });
    expect(picture(state)).toEqual(picture(known()));
    expect(admit(state, ANJA, Y.encodeStateAsUpdate(doc)).kind).toBe("admitted");
  });

  test("[R17] origins, parents and deletes beyond what is known ask for a resync", () => {
    const { doc: base, updates: baseUpdates } = docWith(1, (doc) => type(doc, "abc"));
    const { updates } = docWith(2, (doc) => {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
      type(doc, "d");
      doc.getText("t").delete(0, 1);
    });
    const own = updates.slice(1);
    for (const update of own) {
      expect(admit(known(), BRAM, update)).toMatchObject({ kind: "refused", code: "resync" });
    }
    const state = known();
    admitAll(state, ANJA, baseUpdates);
    admitAll(state, BRAM, own);
  });

  test("[R17] a struct that names itself or a circle is not taken", () => {
    const content = new Y.ContentString("x");
    const id = (client: number, clock: number) => new Y.ID(client, clock);
    const item = (client: number, clock: number, origin: Y.ID) =>
      new Y.Item(id(client, clock), null, origin, null, null, null, null, content);
    const self = craftedUpdate([{ client: 1, structs: [item(1, 0, id(1, 0))] }]);
    const circle = craftedUpdate(
      [
        { client: 2, structs: [item(2, 0, id(1, 0))] },
        { client: 1, structs: [item(1, 0, id(2, 0))] },
      ],
      [],
    );
    for (const update of [self, circle]) {
      const state = known();
      expect(admit(state, ANJA, update)).toMatchObject({ kind: "refused", code: "resync" });
      expect(picture(state)).toEqual(picture(known()));
    }
  });

  test("[R17] edits of two own client ids that build on each other come in one update", () => {
    const { doc: first } = docWith(1, (doc) => type(doc, "eerste sessie"));
    const { doc: second } = docWith(2, (doc) => {
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(first));
      type(doc, ", tweede sessie");
    });
    const state = known();
    expect(admit(state, ANJA, Y.encodeStateAsUpdate(second))).toMatchObject({
      kind: "admitted",
      newClients: [2, 1],
    });
  });

  test("[R18] an invented collected struct is forged; one that the same update deletes is honest", () => {
    const gc = new Y.GC(new Y.ID(1, 0), 5);
    const invented = craftedUpdate([{ client: 1, structs: [gc] }]);
    const partly = craftedUpdate([{ client: 1, structs: [gc] }], [[1, [{ start: 0, end: 4 }]]]);
    const honest = craftedUpdate([{ client: 1, structs: [gc] }], [[1, [{ start: 0, end: 5 }]]]);
    for (const update of [invented, partly]) {
      expect(admit(known(), ANJA, update)).toMatchObject({ kind: "refused", code: "forged" });
    }
    expect(admit(known(), ANJA, honest).kind).toBe("admitted");
  });

  test("[R18] what a client wrote and removed while offline is admitted as Yjs collected it", () => {
    const { doc } = docWith(1, (doc) => {
      const map = doc.getMap<Y.Map<unknown>>("m");
      const entry = new Y.Map<unknown>();
      map.set("k", entry);
      entry.set("a", 1);
      map.delete("k");
    });
    expect(admit(known(), ANJA, Y.encodeStateAsUpdate(doc)).kind).toBe("admitted");
  });

  test("[R18] a skip, a client id over 32 bits and a clock that leaps are forged", () => {
    const skip = craftedUpdate([{ client: 1, structs: [new Y.Skip(new Y.ID(1, 0), 3)] }]);
    const leap = craftedUpdate(
      [{ client: 1, structs: [new Y.GC(new Y.ID(1, 0), 2 ** 30)] }],
      [[1, [{ start: 0, end: 2 ** 30 }]]],
    );
    const encoder = encoding.createEncoder();
    for (const number of [1, 1, 2 ** 33, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 2 ** 33);
    for (const number of [1, 0, 1]) encoding.writeVarUint(encoder, number);
    for (const update of [skip, leap, encoding.toUint8Array(encoder)]) {
      const state = known();
      expect(admit(state, ANJA, update)).toMatchObject({ kind: "refused", code: "forged" });
      expect(picture(state)).toEqual(picture(known()));
    }
  });

  test("[R18] many items at one place are forged, over many updates too, and of those at other places none", () => {
    const state = known();
    const writer = (client: number, count: number) =>
      craftedUpdate([
        {
          client,
          structs: Array.from(
            { length: count },
            (_, clock) =>
              new Y.Item(
                new Y.ID(client, clock),
                null,
                null,
                null,
                null,
                "root" as never,
                "key",
                new Y.ContentAny([clock]),
              ),
          ),
        },
      ]);
    for (let client = 1; client <= 10; client++)
      expect(admit(state, ANJA, writer(client, 100)).kind).toBe("admitted");
    const before = picture(state);
    expect(admit(state, ANJA, writer(11, 1))).toMatchObject({ kind: "refused", code: "forged" });
    expect(admit(known(), ANJA, writer(11, 1_001))).toMatchObject({ kind: "refused", code: "forged" });
    expect(picture(state)).toEqual(before);
    const { updates } = docWith(12, (doc) => {
      for (let i = 0; i < 3_000; i++) doc.getMap("root").set("key", i);
    });
    const { updates: typed } = docWith(13, (doc) => {
      for (let i = 0; i < 3_000; i++) doc.getText("t").insert(0, "x");
    });
    const { updates: stood } = docWith(14, (doc) => doc.getArray("rij").insert(0, ["o", "n", "d"]));
    const { updates: prepended } = docWith(14, (doc) => {
      doc.getArray("rij").insert(0, ["o", "n", "d"]);
      for (let i = 0; i < 3_000; i++) doc.getArray("rij").insert(i % 2, [i, { i }]);
    });
    const offline = known();
    for (const update of stood) admit(offline, ANJA, update);
    expect(admit(offline, ANJA, Y.mergeUpdates(prepended)).kind).toBe("admitted");
    for (const honest of [Y.mergeUpdates(updates), Y.mergeUpdates(typed)])
      expect(admit(known(), ANJA, honest).kind).toBe("admitted");
  });

  test("[R18] many items behind one and before various others are forged: Yjs would compare each with all of them", () => {
    for (const left of ["nothing", "same of next"] as const) {
      const layout = { ...KNOWN_LAYOUTS["types in a row"], left, right: "standing" } as Layout;
      const { before, update } = worstUpdate(layout, 32 * 1024);
      const state = known();
      for (const each of before) admit(state, ANJA, each);
      expect(admit(state, ANJA, update)).toMatchObject({ kind: "refused", code: "forged" });
    }
  });

  test("[R19] only what is new is kept of an update that repeats known parts", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => type(doc, "abc"));
    admitAll(state, ANJA, updates);
    doc.getText("t").delete(0, 1);
    type(doc, "def");
    const whole = Y.encodeStateAsUpdate(doc);
    const admission = admit(state, ANJA, whole);
    if (admission.kind !== "admitted") throw new Error("expected admission");
    expect(admission.bytes.byteLength).toBeLessThan(whole.byteLength);
    const replica = new Y.Doc();
    Y.applyUpdate(replica, updates[0] as Uint8Array);
    Y.applyUpdate(replica, admission.bytes);
    expect(replica.getText("t").toJSON()).toBe("bcdef");
    expect(replica.store.pendingStructs).toBeNull();
  });

  test("[R2] an update that is wholly new keeps its very bytes", () => {
    const { updates } = docWith(1, (doc) => type(doc, "abc"));
    const admission = admit(known(), ANJA, updates[0] as Uint8Array);
    expect(admission.kind === "admitted" && admission.bytes).toBe(updates[0]);
  });
});
