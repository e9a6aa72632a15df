import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { admit, type Writer } from "@planwand/server/relay/admission.ts";
import { knownNothing } from "../../builders/known-nothing.ts";
import { mutate } from "../../builders/mutate.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";
import { KNOWN_LAYOUTS, randomLayout } from "../../builders/worst-layouts.ts";
import { type Layout, LAYOUT_VALUES, worstUpdate } from "../../builders/worst-updates.ts";

const ANJA: Writer = { actorId: "anja-000001", access: { kind: "all" }, mayBind: () => true };

/** What Yjs does with an update of a plan: cannot read it, changes nothing, waits for what it names, or takes it in. */
type ByYjs = "unreadable" | "nothing" | "waits" | "taken";

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

function byYjs(before: readonly Uint8Array[], update: Uint8Array): ByYjs {
  const doc = docOf(before);
  const had = Y.snapshot(doc);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return "unreadable";
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return "waits";
  return Y.equalSnapshots(had, Y.snapshot(doc)) ? "nothing" : "taken";
}

/** Refusals of what Yjs would take: what no client writes, however soundly. */
const STRICTER = new Set(["malformed", "forged", "too-large"]);

function expectAsYjs(before: readonly Uint8Array[], update: Uint8Array): string {
  const known = knownNothing();
  for (const each of before) expect(admit(known, ANJA, each).kind).not.toBe("refused");
  const admission = admit(known, ANJA, update);
  const plain = byYjs(before, update);
  if (admission.kind === "refused") {
    // Over an item that names a later one of its own client Yjs stumbles, where it waits for those of others.
    if (admission.code === "resync") expect(["waits", "unreadable"]).toContain(plain);
    else expect(STRICTER).toContain(admission.code);
    return admission.code;
  }
  if (admission.kind === "nothing") {
    // Of what is known nothing is read again: Yjs may stumble over what a forged copy of it names, but changes nothing.
    expect(plain).not.toBe("taken");
    return "nothing";
  }
  expect(byYjs(before, admission.bytes)).toBe("taken");
  if (plain !== "taken") {
    expect(admission.bytes).not.toBe(update);
    return "admitted";
  }
  // What was cut out was known: the rest makes the same document.
  const [whole, rest] = [docOf([...before, update]), docOf([...before, admission.bytes])];
  expect(Y.equalSnapshots(Y.snapshot(rest), Y.snapshot(whole))).toBe(true);
  expect(rest.toJSON()).toEqual(whole.toJSON());
  return "admitted";
}

function expectLayoutAsYjs(layout: Layout, bytes: number): string {
  const { before, update } = worstUpdate(layout, bytes);
  return expectAsYjs(before, update);
}

describe("admission and a plain reading by Yjs", () => {
  test.for(Object.entries(KNOWN_LAYOUTS))("[R16][R17][R19] decide the same: %s", ([, layout]) => {
    for (const known of LAYOUT_VALUES.known) expectLayoutAsYjs({ ...layout, known }, 600);
  });

  test("[R16][R17][R19] decide the same on the layouts that a search comes upon", () => {
    const random = seeded(SEED);
    const outcomes = new Set<string>();
    const rounds = cases(20_000);
    let admitted = 0;
    for (let round = 0; round < rounds; round++) {
      const outcome = expectLayoutAsYjs(randomLayout(random), 100 + 900 * random());
      outcomes.add(outcome);
      if (outcome === "admitted") admitted++;
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(["admitted", "nothing", "resync"]));
    // What is malformed by mistake would prove little.
    expect(admitted / rounds).toBeGreaterThan(0.5);
  });

  test("[R12][R16][R17][R19] decide the same on what honest people write, in any order, twice, and with bytes changed", () => {
    const random = seeded(SEED + 1);
    const outcomes = new Set<string>();
    for (let round = 0; round < cases(5_000); round++) {
      const updates = honestUpdates(random);
      const split = Math.floor(random() * updates.length);
      const before = updates.slice(0, split);
      const next = updates[Math.floor(random() * updates.length)] as Uint8Array;
      outcomes.add(expectAsYjs(before, next));
      outcomes.add(expectAsYjs(before, Y.mergeUpdates(updates)));
      outcomes.add(expectAsYjs(before, mutate(next, random)));
    }
    expect([...outcomes]).toEqual(expect.arrayContaining(["admitted", "nothing", "resync", "malformed"]));
  });
});

/** Some edits of two people who hear of each other now and then, each update sound after those before it. */
function honestUpdates(random: () => number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const docs = [11, 22].map((clientId) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "other") updates.push(update);
    });
    return doc;
  });
  for (let edit = 0; edit < 12; edit++) {
    const doc = docs[Math.floor(random() * 2)] as Y.Doc;
    if (random() < 0.4) for (const update of updates) Y.applyUpdate(doc, update, "other");
    const text = doc.getText("tekst");
    const at = Math.floor(random() * (text.length + 1));
    if (random() < 0.3 && text.length > at) text.delete(at, 1 + Math.floor(random() * (text.length - at)));
    else if (random() < 0.7) text.insert(at, "abc");
    else doc.getMap("kaart").set("titel", edit);
  }
  return updates;
}
