import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { sortedRanges } from "@planwand/shared/plan/clock-ranges.ts";
import { entriesOf, rootMap } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { updateContents } from "@planwand/shared/plan/update-contents.ts";
import { PART_SIZE, type Receiver, updateParts } from "@planwand/shared/plan/update-parts.ts";
import { type Known, admit } from "@planwand/server/relay/admission.ts";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { examplePlanDoc } from "../builders/plan-doc.ts";
import { knownOf } from "../builders/known-nothing.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { SEED, cases, seeded } from "../builders/run-length.ts";

const EDITOR = { actorId: "actor-00001", access: { kind: "all" }, mayBind: () => true } as const;
const SMALL = { bytes: 2_000, entries: 40, clocks: 3_000 };

/** A server that has what `doc` has, and what it knows of it. */
class Server {
  readonly doc = new Y.Doc();
  readonly known: Known;

  constructor(doc: Y.Doc) {
    this.known = knownOf(doc, EDITOR.actorId);
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc));
  }

  /** What the server itself says that it has. */
  get receiver(): Receiver {
    const { ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(this.doc));
    return { reach: new Map(this.known.vector), deletes: sortedRanges(ds.clients) };
  }

  take(update: Uint8Array): void {
    const admission = admit(this.known, EDITOR, update);
    if (admission.kind === "refused") throw new Error(`${admission.code}: ${admission.reason}`);
    if (admission.kind === "admitted") Y.applyUpdate(this.doc, admission.bytes);
    expect(this.doc.store.pendingStructs).toBeNull();
  }
}

function fragmentOf(doc: Y.Doc, at: number): Y.XmlFragment {
  const cards = [...entriesOf(rootMap(doc, "activities"))];
  const field = cards[at % cards.length]?.[1].get("what");
  if (!(field instanceof Y.XmlFragment)) throw new Error("a card has this field");
  return field;
}

/** Writes paragraphs as the editor does for a paste: one transaction. */
function paste(doc: Y.Doc, at: number, lines: readonly string[]): void {
  const nodes = lines.map((line) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(line)]);
    return paragraph;
  });
  doc.transact(() => fragmentOf(doc, at).insert(0, nodes));
}

const stateOf = (doc: Y.Doc): unknown => Y.decodeUpdate(Y.encodeStateAsUpdate(doc)).ds.clients;

test("[P80][P81][P82] whatever was written without a network is taken by the server in parts", () => {
  const random = seeded(SEED);
  for (let round = 0; round < cases(300, 0.04); round++) {
    const mine = examplePlanDoc();
    const server = new Server(mine);
    // Somebody else, with whom this one exchanged some of it before, so that each builds on the other.
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(mine));
    const editors = [new RandomEditor(mine, random, "mine"), new RandomEditor(other, random, "other")];
    for (let step = 0; step < 40; step++) {
      const chance = random();
      const doc = chance < 0.7 ? mine : other;
      if (random() < 0.1)
        paste(
          doc,
          step,
          Array.from({ length: 1 + Math.floor(random() * 30) }, () => "Regel één 😀 ".repeat(9)),
        );
      else if (random() < 0.1) {
        const field = fragmentOf(doc, step);
        doc.transact(() => field.delete(0, field.length));
      } else editors[doc === mine ? 0 : 1]?.edit();
      if (random() < 0.15) {
        Y.applyUpdate(mine, Y.encodeStateAsUpdate(other, Y.encodeStateVector(mine)));
        Y.applyUpdate(other, Y.encodeStateAsUpdate(mine, Y.encodeStateVector(other)));
      }
    }
    const waiting = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(server.known.vector));
    const size = round % 2 === 0 ? SMALL : PART_SIZE;
    for (const { update, reach } of updateParts(waiting, server.receiver, size)) {
      const { structs, ds } = Y.decodeUpdate(update);
      const ranges = [...ds.clients.values()].flat().length;
      if (structs.length + ranges > 1) {
        expect(update.byteLength).toBeLessThanOrEqual(size.bytes + 200);
        expect(structs.length + ranges).toBeLessThanOrEqual(size.entries);
        expect(structs.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(size.clocks);
      }
      server.take(update);
      for (const [client, clock] of reach) expect(server.known.vector.get(client)).toBe(clock);
    }
    expect(toPlan(server.doc)).toEqual(toPlan(mine));
    expect(stateOf(server.doc)).toEqual(stateOf(mine));
    expect([...updateParts(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(mine)), server.receiver)]).toEqual(
      [],
    );
  }
});

test("[P81] a paste of 1.2 MB and its undoing go in parts, with emoji whole", () => {
  const mine = examplePlanDoc();
  const server = new Server(mine);
  const undo = new Y.UndoManager(fragmentOf(mine, 0));
  const vector = new Map(server.known.vector);
  paste(mine, 0, ["😀".repeat(400_000), ...Array.from({ length: 4_400 }, (_, at) => `Regel ${at} é`)]);
  const pasted = fragmentOf(mine, 0).toJSON();
  for (const { update } of updateParts(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(vector))))
    server.take(update);
  expect(fragmentOf(server.doc, 0).toJSON() === pasted).toBe(true);
  const before = server.receiver;
  undo.undo();
  undo.destroy();
  // A page that was loaded anew keeps what was deleted as collected structs.
  const reloaded = new Y.Doc();
  Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(mine));
  const late = new Server(new Y.Doc());
  for (const [receiver, doc] of [
    [server, mine],
    [late, reloaded],
  ] as const) {
    const since = receiver === server ? before : receiver.receiver;
    const waiting = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(since.reach)));
    for (const { update } of updateParts(waiting, since)) receiver.take(update);
    expect(toPlan(receiver.doc)).toEqual(toPlan(mine));
  }
});

test("[P84] what an update brings is read past its contents as Yjs reads it", () => {
  const random = seeded(SEED);
  const doc = examplePlanDoc();
  const editor = new RandomEditor(doc, random, "some");
  const text = fragmentOf(doc, 1);
  doc.transact(() => {
    const element = new Y.XmlElement("paragraph");
    element.setAttribute("class", "x");
    const line = new Y.XmlText("vet 😀");
    line.format(0, 3, { bold: true, link: { href: "https://een.nl" } });
    line.insertEmbed(1, { kind: "embed" });
    element.insert(0, [line]);
    text.insert(0, [element]);
    doc.getMap("cells").set("bytes", new Uint8Array([1, 2, 3]));
    doc.getArray("list").insert(0, [1, "a", null, { a: [true, 2.5, undefined] }]);
    doc.getMap("cells").set("doc", new Y.Doc());
  });
  const updates = [Y.encodeStateAsUpdate(doc)];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let step = 0; step < cases(5_000, 0.04); step++) editor.edit();
  updates.push(Y.encodeStateAsUpdate(doc), new Uint8Array([0, 0]));
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    const reach = new Map(structs.map(({ id, length }) => [id.client, id.clock + length]));
    expect(updateContents(update)).toEqual({ reach, deletes: sortedRanges(ds.clients) });
  }
});

test("[P82] deletes that the receiver has are not sent again", () => {
  const mine = examplePlanDoc();
  for (const [id] of entriesOf(rootMap(mine, "activities")))
    setRegister(mine, "activities", id, "status", "done");
  const server = new Server(mine);
  const [first] = [...entriesOf(rootMap(mine, "activities"))];
  if (first === undefined) throw new Error("the example has activities");
  setRegister(mine, "activities", first[0], "status", "active");
  const waiting = Y.encodeStateAsUpdate(mine, Y.encodeStateVector(server.known.vector));
  const parts = [...updateParts(waiting, server.receiver)];
  expect(parts).toHaveLength(1);
  expect([...(parts[0]?.deletes.values() ?? [])].flat()).toHaveLength(1);
});

test("[P83] what names something that nobody has stays behind", () => {
  const first = new Y.Doc();
  const root = rootMap(first, "cells");
  root.set("one", 1);
  const missing = Y.encodeStateAsUpdate(first);
  root.set("one", 2);
  const later = Y.diffUpdate(Y.encodeStateAsUpdate(first), Y.encodeStateVectorFromUpdate(missing));
  const mine = new Y.Doc();
  Y.applyUpdate(mine, later);
  mine.getMap("cells").set("two", 2);
  expect(mine.store.pendingStructs).not.toBeNull();
  const nobody: Receiver = { reach: new Map(), deletes: new Map() };
  const parts = [...updateParts(Y.encodeStateAsUpdate(mine), nobody)];
  expect(parts.map(({ reach }) => [...reach.keys()])).toEqual([[mine.clientID]]);
});
