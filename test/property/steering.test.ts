import { RANDOM_TODAY, randomPlan } from "../builders/random-plan.ts";
import { addUp, progressOf, rollUp } from "@planwand/shared/views/progress.ts";
import { GROUPINGS, timelineOf } from "@planwand/shared/views/timeline.ts";
import { lengthOf } from "@planwand/shared/views/timeline-dates.ts";
import { steeringOf } from "@planwand/shared/views/steering.ts";
import { standingOf } from "@planwand/shared/views/decisions.ts";
import { burnUpOf, standsUpTo } from "@planwand/shared/views/trend.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cases } from "../builders/run-length.ts";

const RUNS = { numRuns: cases(5_000, 0.02) };

test("domain W5a: of any plan, phases, domains and cells add up to the whole, and parties and goals hold just their own", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const view = progressOf(plan, RANDOM_TODAY);
      expect(view.whole).toEqual(rollUp(plan.activities, RANDOM_TODAY));
      for (const parts of [view.phases, view.domains, view.cells.flat()])
        expect(addUp([...parts, view.unplaced].map((part) => part.rollUp))).toEqual(view.whole);
      for (const [parts, keysOf] of [
        [view.parties, (one: (typeof plan.activities)[number]) => one.roles.executor],
        [view.goals, (one: (typeof plan.activities)[number]) => one.goals],
      ] as const) {
        const known = new Set(parts.flatMap(({ id }) => (id === null ? [] : [id])));
        for (const { id, activities, rollUp: part } of parts) {
          const own = plan.activities.filter((one) =>
            id === null ? !keysOf(one).some((key) => known.has(key)) : keysOf(one).includes(id),
          );
          expect(activities.map((one) => one.id)).toEqual(own.map((one) => one.id));
          expect(part).toEqual(rollUp(own, RANDOM_TODAY));
        }
      }
      const steering = steeringOf(
        { ...plan, cells: view.cells },
        (decision) => standingOf(decision, null),
        RANDOM_TODAY,
      );
      expect(steering.late).toHaveLength(view.whole.late);
      expect(steering.blocked).toHaveLength(view.whole.statuses.blocked);
      expect(
        burnUpOf(standsUpTo([], plan.activities, RANDOM_TODAY), plan.activities).length,
      ).toBeLessThanOrEqual(122);
    }),
    RUNS,
  );
});

test("domain W4b: of any plan, every activity is on the timeline once or in the list without dates, and what is drawn can be drawn", () => {
  fc.assert(
    fc.property(randomPlan(), fc.constantFrom(...GROUPINGS), (plan, by) => {
      const timeline = timelineOf(plan, by, RANDOM_TODAY);
      const bars = timeline.groups.flatMap((group) => group.bars);
      const shown = [...bars.map(({ activity }) => activity.id), ...timeline.unplanned.map(({ id }) => id)];
      expect(shown.toSorted()).toEqual(plan.activities.map(({ id }) => id).toSorted());
      for (const { span } of bars) expect(span.first <= span.last).toBe(true);
      const onIt = new Set(bars.map(({ activity }) => activity.id));
      for (const { from, to } of timeline.lines) expect(onIt.has(from) && onIt.has(to)).toBe(true);
      expect(lengthOf(timeline.range)).toBeLessThanOrEqual(21 * 366);
      expect(timeline.range.first <= RANDOM_TODAY && RANDOM_TODAY <= timeline.range.last).toBe(true);
      for (const bands of [timeline.phases, timeline.blackouts])
        for (const one of bands)
          for (const other of bands)
            if (one !== other && one.lane === other.lane)
              expect(one.span.last < other.span.first || other.span.last < one.span.first).toBe(true);
    }),
    RUNS,
  );
});
