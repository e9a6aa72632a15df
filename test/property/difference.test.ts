import { differencesOf } from "@planwand/shared/diff/differences.ts";
import { applyDifference, planDifference } from "@planwand/shared/diff/plan-difference.ts";
import { textDifference } from "@planwand/shared/diff/text-difference.ts";
import { ENTRY_KINDS, META_KINDS, valueKindOf } from "@planwand/shared/diff/value-kinds.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../builders/plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { RandomEditor } from "../builders/random-edits.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";

function expectPatch(before: Plan, after: Plan): void {
  const difference = planDifference(before, after);
  expect(applyDifference(before, difference)).toEqual(after);
  // Everything in it can be told, and what can be told is what makes them differ.
  for (const { field } of difference.meta) expect(valueKindOf("meta", field)).not.toBeNull();
  for (const { kind, fields } of difference.entries)
    for (const { field } of fields) expect(valueKindOf(kind, field)).not.toBeNull();
}

test("[DF1] the difference of two random plans, applied to the first, gives the second", () => {
  fc.assert(
    fc.property(randomPlan(), randomPlan(), (before, after) => expectPatch(before, after)),
    { numRuns: cases(5_000, 0.04) },
  );
});

test("[DF1] the difference of a plan and what became of it, applied to it, gives what it became", () => {
  const doc = examplePlanDoc();
  const editor = new RandomEditor(doc, seeded(SEED));
  let before = toPlan(doc);
  for (let round = 0; round < cases(500, 0.1); round++) {
    for (let edit = 0; edit < 5; edit++) editor.edit();
    const after = toPlan(doc);
    expectPatch(before, after);
    before = after;
  }
});

test("[DF2] equal plans differ in nothing, and what differs is told", () => {
  fc.assert(
    fc.property(randomPlan(), randomPlan(), (before, after) => {
      const standing = (plan: Plan) => ({ plan, journal: EMPTY_JOURNAL });
      expect(differencesOf(standing(before), standing(before)).isEmpty).toBe(true);
      const told = differencesOf(standing(before), standing(after));
      const { entries, meta } = planDifference(before, after);
      const heard = new Set(
        [...told.added, ...told.dropped, ...told.moved, ...told.changed].map(({ kind, id }) => kind + id),
      );
      const worth = entries.filter(({ change, kind, fields }) => {
        if (change !== "changed") return true;
        return fields.some(({ field }) => !["order", "rich"].includes(valueKindOf(kind, field) ?? ""));
      });
      for (const { kind, id } of worth) expect(heard.has(kind + id)).toBe(true);
      const metaHeard = new Set(told.plan.map(({ field }) => field));
      for (const { field } of meta)
        if (!["order", "rich"].includes(META_KINDS[field as keyof typeof META_KINDS]))
          expect(metaHeard.has(field)).toBe(true);
    }),
    { numRuns: cases(1_000, 0.05) },
  );
  expect(new Set(ENTRY_KINDS).size).toBe(ENTRY_KINDS.length);
});

test("[DF3] the parts of a text difference make both texts, whatever is in them", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 200 });
  fc.assert(
    fc.property(text, text, (from, to) => {
      const parts = textDifference(from, to);
      const read = (without: string): string =>
        parts.flatMap(({ kind, text: words }) => (kind === without ? [] : [words])).join("");
      expect(read("added")).toBe(from);
      expect(read("removed")).toBe(to);
    }),
    { numRuns: cases(2_000) },
  );
  expect(textDifference("De toets begint op maandag.", "De toets begint op dinsdag.")).toEqual([
    { kind: "same", text: "De toets begint op " },
    { kind: "removed", text: "maandag" },
    { kind: "added", text: "dinsdag" },
    { kind: "same", text: "." },
  ]);
  // Whoever became another is another, whole.
  expect(textDifference("👩‍🏫 en 👨‍👩‍👧", "👩‍🏫 en 👨‍👩‍👦")).toEqual([
    { kind: "same", text: "👩‍🏫 en " },
    { kind: "removed", text: "👨‍👩‍👧" },
    { kind: "added", text: "👨‍👩‍👦" },
  ]);
  expect(textDifference("cafe\u0301", "cafe")).toEqual([
    { kind: "removed", text: "cafe\u0301" },
    { kind: "added", text: "cafe" },
  ]);
});
