import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type Known, admit, MAX_NEW_CLIENTS } from "@planwand/server/relay/admission.ts";
import { IdRanges } from "@planwand/server/relay/id-ranges.ts";
import { writeUpdate } from "@planwand/server/relay/update-writer.ts";

const ANJA = { actorId: "anja-000001", access: { kind: "all" } as const, boundClients: 0 };
const BRAM = { actorId: "bram-000001", access: { kind: "all" } as const, boundClients: 0 };
const READER = {
  actorId: "rita-000001",
  access: { kind: "none", code: "read-only" } as const,
  boundClients: 0,
};

function known(): Known {
  return { vector: new Map(), deletes: new IdRanges(), owners: new Map() };
}

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

/** Runs `updates` through admission as `writer`, into a document as well. */
function admitAll(state: Known, writer: typeof ANJA, updates: readonly Uint8Array[]): void {
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

  test("[R12] what is known already is taken in silence, from a viewer too", () => {
    const state = known();
    const { doc, updates } = docWith(1, (doc) => {
      type(doc, "abc");
      doc.getText("t").delete(0, 1);
    });
    admitAll(state, ANJA, updates);
    const before = picture(state);
    for (const writer of [ANJA, BRAM, READER]) {
      expect(admit(state, writer, Y.encodeStateAsUpdate(doc))).toEqual({ kind: "nothing" });
    }
    expect(admit(state, READER, new Uint8Array([0, 0]))).toEqual({ kind: "nothing" });
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

  test("[R15] a new client id past the limit of a connection is one too many", () => {
    const state = known();
    const { updates } = docWith(1, (doc) => type(doc, "a"));
    const writer = { ...ANJA, boundClients: MAX_NEW_CLIENTS };
    expect(admit(state, writer, updates[0] as Uint8Array)).toMatchObject({
      kind: "refused",
      code: "too-many-clients",
    });
    expect(
      admit(state, { ...ANJA, boundClients: MAX_NEW_CLIENTS - 1 }, updates[0] as Uint8Array),
    ).toMatchObject({
      kind: "admitted",
      newClients: [1],
    });
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
    const self = writeUpdate([{ client: 1, structs: [item(1, 0, id(1, 0))], offset: 0 }], []);
    const circle = writeUpdate(
      [
        { client: 2, structs: [item(2, 0, id(1, 0))], offset: 0 },
        { client: 1, structs: [item(1, 0, id(2, 0))], offset: 0 },
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
    const invented = writeUpdate([{ client: 1, structs: [gc], offset: 0 }], []);
    const partly = writeUpdate([{ client: 1, structs: [gc], offset: 0 }], [[1, [{ start: 0, end: 4 }]]]);
    const honest = writeUpdate([{ client: 1, structs: [gc], offset: 0 }], [[1, [{ start: 0, end: 5 }]]]);
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
    const skip = writeUpdate([{ client: 1, structs: [new Y.Skip(new Y.ID(1, 0), 3)], offset: 0 }], []);
    const leap = writeUpdate(
      [{ client: 1, structs: [new Y.GC(new Y.ID(1, 0), 2 ** 30)], offset: 0 }],
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
