import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { UpdateCursor } from "@planwand/server/relay/update-cursor.ts";
import { craftedUpdate } from "../../builders/crafted-update.ts";
import { mutate } from "../../builders/mutate.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";

type Read = readonly unknown[] | "unreadable";

/** What the cursor reads, in the form of `byYjs`. */
function byCursor(update: Uint8Array, isStored = false): Read {
  try {
    const read: unknown[] = [];
    const cursor = new UpdateCursor(update, { isStored });
    while (cursor.nextStruct()) {
      const { client, clock, length, kind } = cursor;
      const { originClient, originClock, rightClient, rightClock, parentClient, parentClock } = cursor;
      const named = [originClient, originClock, rightClient, rightClock, parentClient, parentClock];
      read.push([kind, client, clock, length, ...named]);
    }
    while (cursor.nextRange()) read.push(["delete", cursor.client, cursor.clock, cursor.length]);
    return read;
  } catch {
    return "unreadable";
  }
}

function byYjs(update: Uint8Array): Read {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    const read: unknown[] = structs.map((struct) => {
      const named: (Y.ID | null)[] = [null, null, null];
      if (struct instanceof Y.Item) {
        const parent: unknown = struct.parent;
        named.splice(0, 3, struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null);
      }
      const kind = struct instanceof Y.Item ? "item" : struct instanceof Y.GC ? "gc" : "skip";
      const ids = named.flatMap((id) => (id === null ? [-1, -1] : [id.client, id.clock]));
      return [kind, struct.id.client, struct.id.clock, struct.length, ...ids];
    });
    for (const [client, items] of ds.clients)
      for (const { clock, len } of items) read.push(["delete", client, clock, len]);
    return read;
  } catch {
    return "unreadable";
  }
}

/** Updates with every kind of content in them. */
function corpus(): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 2_345_678_901;
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = doc.getText("tekst");
  text.insert(0, "Zürich 🙂 en meer", { bold: true });
  text.insertEmbed(3, { image: "x.png" });
  text.format(1, 4, { link: { href: "https://planwand.example" } });
  text.delete(2, 5);
  const map = doc.getMap<unknown>("kaart");
  for (const value of [1, -70_000, 2 ** 40, 1.5, 1e300, "é", true, null, [1, ["x"], {}], { a: { b: [] } }])
    map.set("waarde", value);
  map.set("bytes", Uint8Array.of(1, 2, 3));
  map.set("lijst", Y.Array.from([1, "twee", null, { drie: 3 }]));
  map.set("tekst", new Y.Text("abc"));
  const fragment = doc.getXmlFragment("xml");
  fragment.insert(0, [new Y.XmlElement("paragraph"), new Y.XmlText("hallo")]);
  map.set("haak", new Y.XmlHook("haak"));
  map.delete("lijst");
  const old = new Y.Item(
    new Y.ID(7, 0),
    null,
    null,
    null,
    null,
    "oud" as never,
    null,
    new Y.ContentJSON([{ a: 1 }, undefined, "x"]),
  );
  return [
    ...updates,
    Y.encodeStateAsUpdate(doc),
    craftedUpdate([
      { client: 7, structs: [old, new Y.GC(new Y.ID(7, 3), 5), new Y.Skip(new Y.ID(7, 8), 2)] },
    ]),
  ];
}

/** A value in lists in lists, as an update. */
function nested(depth: number, json: boolean): Uint8Array {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  const doc = new Y.Doc();
  if (json) doc.getText("t").insertEmbed(0, value as object);
  else doc.getMap("m").set("k", value);
  return Y.encodeStateAsUpdate(doc);
}

describe("the cursor", () => {
  test("[R11] reads of every kind of content what Yjs reads", () => {
    for (const update of corpus()) {
      expect(byYjs(update)).not.toBe("unreadable");
      expect(byCursor(update)).toEqual(byYjs(update));
    }
  });

  test("[R11] reads of any bytes what Yjs reads, or nothing", () => {
    const random = seeded(SEED);
    const updates = corpus();
    let read = 0;
    for (let round = 0; round < cases(200_000); round++) {
      const update = mutate(updates[round % updates.length] as Uint8Array, random);
      const ours = byCursor(update);
      if (ours === "unreadable") {
        // Only what nobody writes is refused though Yjs reads it.
        const stored = byCursor(update, true);
        if (stored !== "unreadable") continue;
        expect(byYjs(update)).toBe("unreadable");
        continue;
      }
      read++;
      expect(ours).toEqual(byYjs(update));
    }
    expect(read).toBeGreaterThan(0);
  });

  test("[R11] refuses values that nest deeper than anybody writes, before they are made", () => {
    for (const json of [false, true]) {
      expect(byCursor(nested(60, json))).not.toBe("unreadable");
      expect(byCursor(nested(70, json))).toBe("unreadable");
      const deep = nested(70, json);
      expect(byCursor(deep, true)).toEqual(byYjs(deep));
    }
    // Deeper than any stack.
    const encoder = encoding.createEncoder();
    for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number);
    encoding.writeUint8(encoder, 8);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarString(encoder, "r");
    encoding.writeVarUint(encoder, 1);
    for (let depth = 0; depth < 100_000; depth++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
    encoding.writeUint8Array(encoder, Uint8Array.of(126, 0));
    expect(byCursor(encoding.toUint8Array(encoder))).toBe("unreadable");
    expect(byCursor(encoding.toUint8Array(encoder), true)).not.toBe("unreadable");
  });

  test("[R11] refuses a document in the document and lists of nothing, unless they are stored", () => {
    const doc = new Y.Doc();
    doc.getMap("m").set("k", new Y.Doc());
    const emptyLists = [Uint8Array.of(1, 0, 7, 0, 0), Uint8Array.of(0, 1, 7, 0)];
    for (const update of [Y.encodeStateAsUpdate(doc), ...emptyLists]) {
      expect(byCursor(update)).toBe("unreadable");
      expect(byCursor(update, true)).toEqual(byYjs(update));
    }
  });
});
