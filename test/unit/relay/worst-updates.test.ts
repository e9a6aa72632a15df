import { afterAll, describe, expect, test } from "vitest";
import { admit, type Known, type Writer } from "@planwand/server/relay/admission.ts";
import { knownNothing } from "../../builders/known-nothing.ts";
import { SEED, cases, seeded } from "../../builders/run-length.ts";
import { StepCounter } from "../../builders/steps.ts";
import { type Layout, LAYOUT_VALUES, worstUpdate } from "../../builders/worst-updates.ts";

const counter = new StepCounter();
afterAll(() => counter.close());

const ALL: Writer = { actorId: "anja-000001", access: { kind: "all" }, mayBind: () => true };
const WRITERS = {
  editor: ALL,
  "somebody who has no client ids left": { ...ALL, mayBind: () => false },
  "participant in a step": { ...ALL, access: { kind: "outside", phases: ["fase-000001"] } },
  viewer: { ...ALL, access: { kind: "none", code: "read-only" } },
} satisfies Record<string, Writer>;

const PLAIN: Layout = {
  lists: "one",
  order: "up",
  content: "text",
  left: "own",
  right: "nothing",
  deletes: "nothing",
  isHalfKnown: false,
  isTorn: false,
};

/** Shapes that once took time by the square, and the plainest one. */
const KNOWN_SHAPES: Readonly<Record<string, Partial<Layout>>> = {
  "typed text": {},
  "collected structs, each in its own range": { content: "collected", deletes: "own all" },
  "lists that wait for each other backwards": { lists: "many", left: "same of next" },
  "lists that wait for each other forwards": { lists: "many", left: "same of next", order: "down" },
  "lists that wait for each other in turns": { lists: "two", left: "in turns", right: "in turns" },
  "lists that all wait for the last of the next": {
    lists: "some",
    left: "last of next",
    right: "same of next",
  },
  "one range over what was torn": { deletes: "standing all", isTorn: true },
  "the same range over and over": { deletes: "standing over and over", isTorn: true },
  "what is known by half": { isHalfKnown: true, lists: "some", deletes: "own torn" },
};

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
  if (small.outcome === large.outcome) expect(large.perByte / small.perByte).toBeLessThanOrEqual(1.1);
  expect(large.perByte).toBeLessThan(40);
}

function randomLayout(random: () => number): Layout {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  return Object.fromEntries(
    Object.entries(LAYOUT_VALUES).map(([key, values]) => [key, pick<unknown>(values)]),
  ) as unknown as Layout;
}

describe("the worst updates", () => {
  test.for(Object.entries(KNOWN_SHAPES))("[R47] %s: twice as much takes twice the steps", ([, shape]) => {
    for (const writer of Object.values(WRITERS))
      for (const kib of [16, 64]) expectLinear({ ...PLAIN, ...shape }, kib, writer);
  });

  test("[R47] and so do the layouts that a search comes upon, from every role", () => {
    const random = seeded(SEED);
    for (let round = 0; round < cases(600, 0.02); round++) {
      const layout = randomLayout(random);
      const kib = [4, 16, 64, 120][round % 4] ?? 4;
      for (const writer of Object.values(WRITERS)) expectLinear(layout, kib, writer);
    }
  });
});
