import { archiveEntry, archiveItem, restoreEntry, restoreItem } from "@planwand/shared/plan/archive.ts";
import { archiveAxis } from "@planwand/shared/plan/axis.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import type { ItemAt } from "@planwand/shared/plan/edit-field.ts";
import { canonicalContent } from "@planwand/shared/plan/fingerprint.ts";
import { archiveParty } from "@planwand/shared/plan/party.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Archived, Plan } from "@planwand/shared/plan/schema.ts";
import { UndoStack } from "@planwand/shared/plan/undo.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { STAMP } from "../builders/plan-doc.ts";
import { Mail } from "../builders/plan-replicas.ts";
import { docOfPlan } from "../builders/random-plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(2_000, 0.03);

const KINDS = [
  "goals",
  "phases",
  "domains",
  "parties",
  "activities",
  "decisions",
  "communications",
  "parking",
  "blackouts",
  "cells",
  "waivers",
] as const satisfies readonly Archived["root"][];

type Root = (typeof KINDS)[number];
/** Something that was put away: an entry, or a step, link or option of one. */
type Binned = { readonly root: Root; readonly id: string } | { readonly item: ItemAt };

const wish = fc.record({
  kind: fc.constantFrom(...KINDS, "items" as const),
  at: fc.nat({ max: 40 }),
  target: fc.nat({ max: 40 }),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

/** All but the bin, whose stamps tell when something was put away. */
function readable(doc: Y.Doc): Omit<Plan, "bin"> {
  const { bin: _bin, ...plan } = toPlan(doc);
  return plan;
}

/** Puts away what the wish points at, with something in its place where that is asked; null when there is no such thing. */
function putAway(doc: Y.Doc, { kind, at, target }: Wish): Binned | null {
  const plan = toPlan(doc);
  if (kind === "items") {
    const items = itemsOf(plan);
    const item = items[at % Math.max(1, items.length)];
    return item !== undefined && archiveItem(doc, item, STAMP).ok ? { item } : null;
  }
  const entries = plan[kind];
  const id = entries[at % Math.max(1, entries.length)]?.id;
  if (id === undefined) return null;
  const others = entries.filter((other) => other.id !== id);
  const other = others[target % Math.max(1, others.length)]?.id ?? null;
  const done =
    kind === "phases" || kind === "domains"
      ? archiveAxis(doc, kind, id, other, STAMP)
      : kind === "parties"
        ? archiveParty(doc, id, other, STAMP)
        : archiveEntry(doc, kind, id, STAMP);
  return done.ok ? { root: kind, id } : null;
}

function itemsOf({ activities, decisions }: Plan): ItemAt[] {
  return [
    ...activities.flatMap(({ id, steps, links }) => [
      ...steps.map((step) => ({ root: "activities", id, field: "steps", item: step.id }) as const),
      ...links.map((link) => ({ root: "activities", id, field: "links", item: link.id }) as const),
    ]),
    ...decisions.flatMap(({ id, options }) =>
      options.map((option) => ({ root: "decisions", id, field: "options", item: option.id }) as const),
    ),
  ];
}

function bringBack(doc: Y.Doc, binned: Binned): void {
  if ("item" in binned) restoreItem(doc, binned.item);
  else restoreEntry(doc, binned.root, binned.id);
}

test("[P38] whatever is put away comes back to a plan that is as it was before, one after the other and in any order", () => {
  fc.assert(
    fc.property(randomPlan(), fc.array(wish, { maxLength: 8 }), fc.nat(), (plan, wishes, order) => {
      const doc = docOfPlan(plan);
      const start = readable(doc);
      const states = [start];
      const binned: Binned[] = [];
      for (const one of wishes) {
        const gone = putAway(doc, one);
        if (gone === null) continue;
        binned.push(gone);
        states.push(readable(doc));
      }
      expect(
        examine(doc).filter(({ code }) => code === "unknown-field" || code.startsWith("invalid")),
      ).toEqual([]);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      for (const gone of binned.toReversed()) {
        states.pop();
        bringBack(doc, gone);
        expect(readable(doc)).toEqual(states.at(-1));
      }
      for (const gone of shuffled(binned, order)) bringBack(copy, gone);
      expect(readable(copy)).toEqual(start);
    }),
    { numRuns: RUNS },
  );
});

test("[P38] putting something back is undone and done again as one step", () => {
  fc.assert(
    fc.property(randomPlan(), fc.array(wish, { maxLength: 4 }), (plan, wishes) => {
      const doc = docOfPlan(plan);
      for (const one of wishes) {
        const before = toPlan(doc);
        const stack = new UndoStack<string>(doc);
        const gone = stack.run("archive", () => putAway(doc, one));
        if (gone === null) continue;
        const without = toPlan(doc);
        stack.run("restore", () => bringBack(doc, gone));
        const after = toPlan(doc);
        stack.undo(STAMP);
        expect(toPlan(doc)).toEqual(without);
        stack.redo(STAMP);
        expect(toPlan(doc)).toEqual(after);
        stack.undo(STAMP);
        stack.undo(STAMP);
        expect(toPlan(doc)).toEqual(before);
        stack.redo(STAMP);
      }
    }),
    { numRuns: RUNS },
  );
});

test("[P39] two who put away and put back at once end with the same plan, in which every card is somewhere once", () => {
  fc.assert(
    fc.property(
      randomPlan(),
      fc.array(fc.record({ who: fc.nat({ max: 1 }), wish, back: fc.boolean(), meet: fc.boolean() }), {
        maxLength: 14,
      }),
      (plan, deeds) => {
        const state = Y.encodeStateAsUpdate(docOfPlan(plan));
        const docs = [0, 1].map((at) => {
          const doc = new Y.Doc();
          doc.clientID = 700 + at;
          Y.applyUpdate(doc, state);
          return doc;
        });
        const mail = new Mail(docs);
        const cards = plan.activities.length + plan.bin.filter(({ root }) => root === "activities").length;
        for (const { who, wish: one, back, meet } of deeds) {
          const doc = docs[who];
          if (doc === undefined) continue;
          const { bin } = toPlan(doc);
          const lying = bin[one.at % Math.max(1, bin.length)];
          if (back && lying !== undefined) restoreEntry(doc, lying.root, lying.id);
          else putAway(doc, one);
          if (meet) mail.deliverAll();
        }
        mail.deliverAll();
        const [first, second] = docs.map((doc) => canonicalContent(doc));
        expect(first).toBe(second);
        for (const doc of docs) {
          const { activities, bin } = toPlan(doc);
          const ids = [...activities, ...bin.filter(({ root }) => root === "activities")].map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.length).toBe(cards);
        }
      },
    ),
    { numRuns: RUNS },
  );
});

function shuffled<T>(values: readonly T[], seed: number): T[] {
  const left = [...values];
  const order: T[] = [];
  let state = seed + 1;
  while (left.length > 0) {
    state = (state * 48_271) % 2_147_483_647;
    order.push(...left.splice(state % left.length, 1));
  }
  return order;
}
