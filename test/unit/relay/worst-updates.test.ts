import { afterAll, describe, expect, test } from "vitest";
import { admit, type Known, type Writer } from "@planwand/server/relay/admission.ts";
import { knownNothing } from "../../builders/known-nothing.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";
import { StepCounter } from "../../builders/steps.ts";
import { KNOWN_LAYOUTS, randomLayout } from "../../builders/worst-layouts.ts";
import { type Layout, worstUpdate } from "../../builders/worst-updates.ts";

const counter = new StepCounter();
afterAll(() => counter.close());

const ALL: Writer = { actorId: "anja-000001", access: { kind: "all" }, mayBind: () => true };
const WRITERS = {
  editor: ALL,
  "somebody who has no client ids left": { ...ALL, mayBind: () => false },
  "participant in a step": { ...ALL, access: { kind: "outside", phases: ["fase-000001"] } },
  viewer: { ...ALL, access: { kind: "none", code: "read-only" } },
} satisfies Record<string, Writer>;

function prepared(layout: Layout, bytes: number): { readonly known: Known; readonly update: Uint8Array } {
  const { before, update } = worstUpdate(layout, bytes);
  const known = knownNothing();
  for (const each of before) expect(admit(known, ALL, each).kind).toBe("admitted");
  return { known, update };
}

/** The steps that this update takes, for a byte of it. */
function cost(
  layout: Layout,
  bytes: number,
  writer: Writer,
): { readonly perByte: number; readonly outcome: string } {
  const { known, update } = prepared(layout, bytes);
  let outcome = "";
  const steps = counter.stepsOf(() => {
    const admission = admit(known, writer, update);
    outcome = admission.kind === "refused" ? admission.code : admission.kind;
  });
  return { perByte: steps / update.byteLength, outcome };
}

function expectLinear(layout: Layout, kib: number, writer: Writer): void {
  const [small, large] = [cost(layout, kib * 1024, writer), cost(layout, 2 * kib * 1024, writer)];
  // What is malformed is left where that shows, early in the one and late in the other.
  const isReadAlike = small.outcome === large.outcome && small.outcome !== "malformed";
  if (isReadAlike) expect(large.perByte / small.perByte).toBeLessThanOrEqual(1.1);
  expect(large.perByte).toBeLessThan(40);
}

describe("the worst updates", () => {
  test.for(Object.entries(KNOWN_LAYOUTS))("[R47] %s: twice as much takes twice the steps", ([, layout]) => {
    for (const writer of Object.values(WRITERS)) expectLinear(layout, cases(16, 0.5), writer);
  });

  test("[R47] and so do the layouts that a search comes upon, from every role", () => {
    const random = seeded(SEED);
    for (let round = 0; round < cases(600, 0.01); round++) {
      const layout = randomLayout(random);
      const kib = [4, 8, 16, 120][round % 4] ?? 4;
      for (const writer of Object.values(WRITERS)) expectLinear(layout, kib, writer);
    }
  });
});
