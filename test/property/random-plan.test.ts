import { toPlan } from "@planwand/shared/plan/read.ts";
import { resolveReferences } from "@planwand/shared/plan/resolve.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPlanAndJournal } from "../builders/random-journal.ts";
import { docOfPlan } from "../builders/random-plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(2_000, 0.05);

test("a random plan reads the same from the document that is made of it, and none of its references leads nowhere", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      expect(resolveReferences(plan)).toEqual(plan);
      expect(toPlan(docOfPlan(plan))).toEqual(plan);
    }),
    { numRuns: RUNS },
  );
});

test("random plans and journals hold all that views stumble over", () => {
  const seen = new Set<string>();
  const samples = fc.sample(randomPlanAndJournal(), { numRuns: 200, seed: 5 });
  for (const { plan, journal } of samples) {
    for (const trait of traitsOf(plan)) seen.add(trait);
    if ([...journal.seals.values()].flat().length > 0) seen.add("a decision taken");
    if (journal.agreements.size > 0) seen.add("an agreement");
    if ([...journal.comments.values()].some(({ replyTo }) => replyTo !== null)) seen.add("a reply");
  }
  expect([...seen].toSorted()).toEqual([
    "a decision of an activity",
    "a decision of nothing",
    "a decision taken",
    "a moment of a phase and an activity",
    "a party without any role",
    "a period turned round",
    "a reply",
    "an activity without a place",
    "an agreement",
    "an empty title",
    "several sponsors",
    "something in the bin",
    "two that wait for each other",
  ]);
});

function* traitsOf(plan: Plan): Generator<string> {
  const inRoles = new Set(plan.activities.flatMap(({ roles }) => Object.values(roles).flat()));
  if (plan.parties.some(({ id }) => !inRoles.has(id))) yield "a party without any role";
  if (plan.bin.length > 0) yield "something in the bin";
  for (const decision of plan.decisions)
    yield decision.activity === null ? "a decision of nothing" : "a decision of an activity";
  if (plan.communications.some(({ phase, activity }) => phase !== null && activity !== null))
    yield "a moment of a phase and an activity";
  const byId = new Map(plan.activities.map((activity) => [activity.id, activity]));
  for (const { id, title, phase, start, end, roles, dependsOn } of plan.activities) {
    if (title === "") yield "an empty title";
    if (phase === null) yield "an activity without a place";
    if (roles.sponsor.length > 1) yield "several sponsors";
    if (start !== null && end !== null && end < start) yield "a period turned round";
    if (dependsOn.some((other) => byId.get(other)?.dependsOn.includes(id)))
      yield "two that wait for each other";
  }
}
