import { type Journal, sealOf } from "@planwand/shared/journal/journal.ts";
import type { Activity, Decision, Place, Plan } from "@planwand/shared/plan/schema.ts";
import { byDate, byMonth, byPhase, inTurn, stateOf } from "@planwand/shared/views/communication.ts";
import { coverageOf } from "@planwand/shared/views/coverage.ts";
import { agendaOf, inRegisterOrder, type Standing, standingOf } from "@planwand/shared/views/decisions.ts";
import { discussionsOf } from "@planwand/shared/views/discussion.ts";
import { expectationsOf } from "@planwand/shared/views/expectations.ts";
import {
  PRODUCT_GROUPS,
  PRODUCT_SORTS,
  PRODUCT_STATES,
  productsOf,
} from "@planwand/shared/views/products.ts";
import { addUp, progressOf, rollUp, sizeOf } from "@planwand/shared/views/progress.ts";
import { cardsByPhase, partyUseOf, slotsOf, workOf } from "@planwand/shared/views/roles.ts";
import { steeringOf } from "@planwand/shared/views/steering.ts";
import { linesOf, TABLE_COLUMNS, TABLE_GROUPS, tableOf } from "@planwand/shared/views/table.ts";
import { GROUPINGS, timelineOf } from "@planwand/shared/views/timeline.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPlanAndJournal } from "../builders/random-journal.ts";
import { RANDOM_TODAY } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(5_000, 0.05);
const words = new Intl.Collator("nl");

/** Looks at random plans; `pick` chooses among the ways of a view. */
function everyPlan(
  look: (plan: Plan, journal: Journal, pick: <One>(from: readonly One[]) => One) => void,
): void {
  const choices = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(randomPlanAndJournal(), choices, ({ plan, journal }, chosen) => {
      let turn = 0;
      look(plan, journal, (from) => {
        const one = from[(chosen[turn++ % chosen.length] ?? 0) % from.length];
        if (one === undefined) throw new Error("there is nothing to choose from");
        return one;
      });
    }),
    { numRuns: RUNS },
  );
}

const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
const once = (seen: readonly string[], all: readonly { readonly id: string }[]): void =>
  expect(seen.toSorted()).toEqual(idsOf(all).toSorted());
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const isNear = (date: string): boolean => date > "2024" && date < "2030";

/** An activity as the pages have it: with where it was put instead of where it is. */
const cardsOf = ({ activities }: Plan): (Activity & { readonly place: Place })[] =>
  activities.map((activity) => {
    const { phase, domain, order } = activity;
    return { ...activity, place: [phase ?? "gone", domain ?? "gone", `a${String(order).padStart(3, "0")}`] };
  });
const openDecisionsOf = ({ decisions }: Plan): ReadonlyMap<string, number> => {
  const open = decisions.filter(({ status, activity }) => status !== "decided" && activity !== null);
  const counts = Map.groupBy(open, ({ activity }) => activity ?? "");
  return new Map([...counts].map(([id, all]) => [id, all.length]));
};
const standingIn =
  (journal: Journal) =>
  (decision: Decision): Standing =>
    standingOf(decision, sealOf(journal, decision.id));
const isTaken = (standing: Standing): boolean => standing === "decided" || standing === "unsealed";

test("the table: every activity in one row, however it is sorted and grouped, and the counts of its groups add up", () => {
  everyPlan((plan, _journal, pick) => {
    const cards = cardsOf(plan);
    const order = {
      sort: pick([null, ...TABLE_COLUMNS.map((column) => ({ column, isDown: pick([true, false]) }))]),
      group: pick(TABLE_GROUPS),
    };
    const groups = tableOf(cards, { ...plan, openDecisions: openDecisionsOf(plan) }, order, words.compare);
    once(
      groups.flatMap((group) => idsOf(group.cards)),
      plan.activities,
    );
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    const done = plan.activities.filter(({ status }) => status === "done").length;
    expect(sum(groups.map((group) => group.done))).toBe(done);
    const rows = linesOf(groups, order.group, new Set()).filter(({ kind }) => kind === "card");
    once(
      rows.map(({ key }) => key),
      plan.activities,
    );
    if (order.sort === null && order.group === "none")
      expect(rows.map(({ key }) => key)).toEqual(idsOf(plan.activities));
  });
});

test("products: every activity with its result or among those without, every decision once, and the choices of a filter share them out", () => {
  everyPlan((plan, journal, pick) => {
    const standing = standingIn(journal);
    const ask = (asked: { state?: (typeof PRODUCT_STATES)[number]; kind?: "result" | "decision" }) => {
      const order = { group: pick(PRODUCT_GROUPS), sort: pick(PRODUCT_SORTS) };
      const all = { kind: null, phase: null, state: null, party: null, ...order, ...asked };
      return productsOf(cardsOf(plan), plan.decisions, plan, all, (one) => isTaken(standing(one)));
    };
    const seen = ({ groups, without }: ReturnType<typeof ask>): string[] => [
      ...groups.flatMap(({ products }) => idsOf(products)),
      ...idsOf(without),
    ];
    once(seen(ask({})), [...plan.activities, ...plan.decisions]);
    once(
      PRODUCT_STATES.flatMap((state) => seen(ask({ state }))),
      [...plan.activities, ...plan.decisions],
    );
    once(seen(ask({ kind: "decision" })), plan.decisions);
    const ready = sum(ask({}).groups.map((group) => group.ready));
    const done = plan.activities.filter(({ status, result }) => status === "done" && result.trim() !== "");
    expect(ready).toBe(done.length + plan.decisions.filter((one) => isTaken(standing(one))).length);
  });
});

test("domain W5a: progress of cells, phases, domains, parties and goals: every activity in its part, and the parts add up to the whole", () => {
  everyPlan((plan) => {
    const view = progressOf(plan, RANDOM_TODAY);
    const cells = view.cells.flat();
    once(
      [...cells, view.unplaced].flatMap((part) => idsOf(part.activities)),
      plan.activities,
    );
    for (const parts of [cells, view.phases, view.domains]) {
      once(
        [...parts, view.unplaced].flatMap((part) => idsOf(part.activities)),
        plan.activities,
      );
      const rolled = addUp([...parts, view.unplaced].map((part) => part.rollUp));
      expect(rolled).toEqual(view.whole);
    }
    for (const parts of [view.parties, view.goals]) {
      const all = new Set(parts.flatMap((part) => idsOf(part.activities)));
      once([...all], plan.activities);
      for (const part of parts) expect(part.rollUp).toEqual(rollUp(part.activities, RANDOM_TODAY));
    }
    expect(sizeOf(view.whole)).toBe(plan.activities.length);
  });
});

test("what asks for attention is a part of the plan, nothing in it twice, and as much as the roll-up says", () => {
  everyPlan((plan, journal) => {
    const view = progressOf(plan, RANDOM_TODAY);
    const steering = steeringOf({ ...plan, cells: view.cells }, standingIn(journal), RANDOM_TODAY);
    expect(steering.late).toHaveLength(view.whole.late);
    expect(steering.blocked).toHaveLength(view.whole.statuses.blocked);
    const late = new Set(idsOf(steering.late));
    expect(steering.next.filter(({ id }) => late.has(id))).toEqual([]);
    for (const list of [steering.late, steering.blocked, steering.next, steering.decisions, steering.moments])
      expect(new Set(idsOf(list)).size).toBe(list.length);
    const filled = view.cells
      .flat()
      .filter((cell) => cell.activities.length > 0 || cell.emptyReason !== null);
    expect(filled.length + steering.emptyCells.length).toBe(plan.phases.length * plan.domains.length);
  });
});

test("domain W4b: the timeline: every activity is one bar or unplanned, and days of these years are in its range", () => {
  everyPlan((plan, _journal, pick) => {
    const view = timelineOf(plan, pick(GROUPINGS), RANDOM_TODAY);
    const bars = view.groups.flatMap((group) => group.bars);
    once([...bars.map(({ activity }) => activity.id), ...idsOf(view.unplanned)], plan.activities);
    for (const { span } of bars) {
      expect(span.first <= span.last).toBe(true);
      // A year that somebody is still typing does not make the picture a thousand years long.
      if (isNear(span.first)) expect(view.range.first <= span.first).toBe(true);
      if (isNear(span.last)) expect(span.last <= view.range.last).toBe(true);
    }
    const drawn = new Set(bars.map(({ activity }) => activity.id));
    for (const line of view.lines) expect(drawn.has(line.from) && drawn.has(line.to)).toBe(true);
    const dated = plan.communications.filter(({ date }) => date !== null);
    once(
      view.marks.flatMap(({ moments }) => idsOf(moments)),
      dated,
    );
  });
});

test("the register: every decision is open or decided, as the journal says, and on the agenda of whoever has to do with it", () => {
  everyPlan((plan, journal) => {
    const standing = standingIn(journal);
    const { open, decided } = inRegisterOrder(plan.decisions, standing);
    once([...idsOf(open), ...idsOf(decided)], plan.decisions);
    expect(decided.every((one) => isTaken(standing(one)))).toBe(true);
    const agendas = plan.parties.map(({ id }) => agendaOf(id, plan, standing));
    once(
      agendas.flatMap(({ toDecide }) => idsOf(toDecide)),
      open.filter(({ decider }) => decider !== null),
    );
  });
});

test("communication: every moment once by phase, by month and by date, and in one state", () => {
  everyPlan((plan) => {
    const { communications, phases } = plan;
    for (const groups of [byPhase(phases, communications), byMonth(communications)])
      once(
        groups.flatMap(({ moments }) => idsOf(moments)),
        communications,
      );
    once(idsOf(byDate(communications)), communications);
    for (const { id } of phases)
      once(
        idsOf(inTurn(communications, id, RANDOM_TODAY)),
        communications.filter(({ phase }) => phase === id),
      );
    for (const moment of communications)
      expect(["done", "late", "today", "ahead", "undated"]).toContain(stateOf(moment, RANDOM_TODAY));
    const rows = coverageOf({ ...plan, moments: communications });
    const heard = sum(rows.flatMap(({ cells }) => cells.map(({ hears }) => hears.length)));
    const meant = communications.filter(({ phase }) => phase !== null);
    expect(heard).toBe(sum(meant.map(({ audience }) => audience.length)));
  });
});

test("domain W2b: who does what: every role once, every activity in its phase, and all that is expected adds up", () => {
  everyPlan((plan) => {
    const cards = cardsOf(plan);
    once(
      cardsByPhase(cards, plan.phases, plan.domains).flatMap((group) => idsOf(group.cards)),
      plan.activities,
    );
    const work = workOf(cards, plan.parties, { circle: null, slot: null, status: null });
    const roles = sum(work.flatMap((one) => one.work.map(({ slots }) => slots.length)));
    const given = plan.activities.flatMap((one) => Object.values(one.roles).flat());
    expect(roles).toBe(given.length);
    for (const { id } of plan.parties) {
      const expected = expectationsOf(id, plan, ({ status }) => status === "decided", RANDOM_TODAY);
      const use = partyUseOf(id, plan);
      const inActivities = plan.activities.filter((one) => slotsOf(one, id).length > 0).length;
      expect(expected).toHaveLength(inActivities + use.decisions + use.communications);
    }
  });
});

test("the discussion: every comment that still stands is in one thread, and nothing is counted twice", () => {
  everyPlan((_plan, journal) => {
    const discussions = [...discussionsOf(journal).values()];
    const threads = discussions.flatMap((one) => one.threads);
    const shown = threads.flatMap(({ root, replies }) => [root, ...replies]);
    expect(new Set(idsOf(shown)).size).toBe(shown.length);
    const standing = [...journal.comments.values()].filter(({ withdrawn }) => withdrawn === null);
    once(idsOf(shown.filter(({ withdrawn }) => withdrawn === null)), standing);
    const open = threads
      .filter(({ root }) => root.resolved === null)
      .flatMap(({ root, replies }) => [root, ...replies])
      .filter(({ withdrawn }) => withdrawn === null);
    expect(sum(discussions.map((one) => one.open))).toBe(open.length);
  });
});
