import fc from "fast-check";
import { expect, test } from "vitest";
import { isReachable } from "@planwand/server/relay/integration-order.ts";
import type { ClientRun, NewStruct } from "@planwand/server/relay/outline.ts";

type Id = readonly [client: number, clock: number];

/** Some ids that a struct names, none for null. */
const named = fc.option(fc.tuple(fc.nat(4), fc.nat(7)), { freq: 2 });
const struct = fc.record({
  length: fc.integer({ min: 1, max: 3 }),
  origin: named,
  right: named,
  parent: named,
});
const run = fc.record({ known: fc.nat(3), structs: fc.array(struct, { minLength: 1, maxLength: 5 }) });

function placedStruct(clock: number, length: number, ids: readonly (Id | null)[]): NewStruct {
  const [origin, right, parent] = ids.map((id) => id ?? ([-1, -1] as const)) as [Id, Id, Id];
  return {
    clock,
    end: clock + length,
    kind: "item",
    from: 0,
    to: 0,
    originClient: origin[0],
    originClock: origin[1],
    rightClient: right[0],
    rightClock: right[1],
    parentClient: parent[0],
    parentClock: parent[1],
    place: 0,
  };
}

/** The same told in the simplest way: round after round, whatever is ready is taken. */
function simply(runs: readonly ClientRun[], vector: ReadonlyMap<number, number>): boolean {
  const reached = new Map(vector);
  const left = new Map(runs.map((each) => [each.client, [...each.structs]]));
  for (let moved = true; moved;) {
    moved = false;
    for (const [client, structs] of left) {
      const next = structs[0];
      if (next === undefined) continue;
      const ids: Id[] = [
        [next.originClient, next.originClock],
        [next.rightClient, next.rightClock],
        [next.parentClient, next.parentClock],
      ];
      const isReady = ids.every(([of, clock]) =>
        of === -1 ? true : of === client ? clock < next.clock : clock < (reached.get(of) ?? 0),
      );
      if (!isReady) continue;
      structs.shift();
      reached.set(client, Math.max(reached.get(client) ?? 0, next.end));
      moved = true;
    }
  }
  return [...left.values()].every(({ length }) => length === 0);
}

test("[R17] what is reached is what is reached by taking whatever is ready, round after round", () => {
  let reachable = 0;
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), fc.nat(3), (given, stranger) => {
      const vector = new Map<number, number>([[9, stranger]]);
      const runs = given.map(({ known, structs }, client): ClientRun => {
        if (known > 0) vector.set(client, known);
        let clock = known;
        const placed = structs.map(({ length, origin, right, parent }) => {
          clock += length;
          return placedStruct(clock - length, length, [origin, right, parent]);
        });
        return { client, start: known, end: clock, known, structs: placed };
      });
      const expected = simply(runs, vector);
      if (expected) reachable++;
      expect(isReachable(runs, vector)).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
  expect(reachable).toBeGreaterThan(0);
});
