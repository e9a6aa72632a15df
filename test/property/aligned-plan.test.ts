import { alignedPlan, differencesBetween } from "@planwand/shared/diff/aligned-plan.ts";
import { COPIED_PARTS } from "@planwand/shared/copying/choices.ts";
import { copyPlan } from "@planwand/shared/copying/copy-plan.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import * as Y from "yjs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePlanDoc, STAMP } from "../builders/plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";

const random = seeded(SEED);

/** A copy as it is read again from its document; its ids have another order than those of its source. */
function copied(plan: Plan): Plan {
  const newId = () => idFrom((size) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256)));
  const doc = new Y.Doc();
  const copy = copyPlan(plan, { parts: COPIED_PARTS, weeks: 0, title: plan.title }, newId);
  writePlan(doc, copy, STAMP);
  return toPlan(doc);
}

test("[DF9] the copy of any plan has what its source has, and nothing else", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const copy = copied(plan);
      const { added, dropped } = differencesBetween(copy, copied(copy));
      expect([...added, ...dropped]).toEqual([]);
    }),
    { numRuns: cases(2_000, 0.05) },
  );
});

test("[DF9] a copy of the example differs only in what was done in one of the two", () => {
  const copy = copied(toPlan(examplePlanDoc()));
  const again = copied(copy);
  expect(differencesBetween(copy, again)).toMatchObject({
    added: [],
    dropped: [],
    moved: [],
    changed: [],
    plan: [],
  });
  const [first, second, ...rest] = again.activities;
  if (first === undefined || second === undefined) throw new Error("the example has activities");
  const [phase] = again.phases.filter(({ id }) => id !== first.phase);
  const edited: Plan = {
    ...again,
    activities: [
      { ...first, phase: phase?.id ?? null },
      { ...second, steps: [...second.steps, { id: "extra", title: "Nog een stap", done: false }] },
      ...rest.slice(1),
      { ...first, id: "new", title: "Iets nieuws" },
    ],
  };
  const { added, dropped, moved, changed } = differencesBetween(copy, edited);
  expect(added.map(({ title }) => title)).toEqual(["Iets nieuws"]);
  expect(dropped.map(({ title }) => title)).toEqual([rest[0]?.title]);
  expect(moved.map(({ title }) => title)).toEqual([first.title]);
  expect(changed.filter(({ kind }) => kind === "activities").map(({ title }) => title)).toContain(
    second.title,
  );
});

test("[DF9] of several with one name those in the same place are the same, and each is taken once", () => {
  const plan = copied(toPlan(examplePlanDoc()));
  const [one] = plan.activities;
  if (one === undefined) throw new Error("the example has activities");
  const [here, there] = plan.phases;
  const twice: Plan = {
    ...plan,
    activities: [
      { ...one, id: "a", title: "Overleg", phase: here?.id ?? null },
      { ...one, id: "b", title: "Overleg", phase: there?.id ?? null },
    ],
  };
  const copy = copied(twice);
  const other: Plan = {
    ...copy,
    activities: copy.activities.toReversed().map((activity) => ({ ...activity, title: "overleg" })),
  };
  expect(alignedPlan(twice, other).activities.map(({ id }) => id)).toEqual(["b", "a"]);
});
