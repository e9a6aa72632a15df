import { filterOf, type Filter, FILTER_KINDS, NO_FILTER } from "@planwand/client/plan/filter.ts";
import { filterFrom, withFilter, withoutFilter } from "@planwand/client/plan/filter-address.ts";
import {
  findCards,
  followFilter,
  isAsking,
  type Surroundings,
  surroundingsOf,
  without,
} from "@planwand/client/plan/find-cards.ts";
import { PlanIndex } from "@planwand/client/plan/plan-index.ts";
import { createStore } from "@planwand/client/sync/store.ts";
import { missingIn } from "@planwand/client/plan/missing.ts";
import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { addDays } from "@planwand/shared/kernel/clock.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examplePlanDoc } from "../../../builders/plan-doc.ts";
import { cases } from "../../../builders/run-length.ts";

/** The day on which the example stands, a Monday: one activity is late, and another becomes so on Saturday. */
const TODAY = "2026-11-23";
const doc = examplePlanDoc();
const index = new PlanIndex(doc);
const around = surroundingsOf(index, new Map([[index.activities()[0]?.id ?? "", new Set(["K01"])]]), TODAY);
const find = (filter: Partial<Filter>): ReadonlySet<string> | null =>
  findCards(index.activities(), { ...NO_FILTER, ...filter }, around);

const VALUES = {
  mine: ["circle:ict", `party:${index.list("parties")[0]?.id ?? ""}`],
  status: ["planned", "active", "blocked", "done"],
  priority: ["high", "normal", "low"],
  circle: ["ict", "onderwijs", "bestuur"],
  without: ["ict", "bestuur"],
  party: index.list("parties").map(({ id }) => id),
  person: ["Anja de Vries", "O’Neil & Zn?"],
  goal: index.list("goals").map(({ id }) => id),
  flow: ["0", "3", "6"],
  choice: [""],
  late: [""],
  missing: ["K01"],
} as const;

const chosen = fc
  .record(
    Object.fromEntries(
      FILTER_KINDS.map((kind) => [kind, fc.subarray<string>([...VALUES[kind]], { minLength: 1 })]),
    ),
    { requiredKeys: [] },
  )
  .map((values) => values as Filter["chosen"]);
const filters = fc.record({
  text: fc.string({ maxLength: 30 }),
  chosen,
  isHiding: fc.boolean(),
});

test("ux C4: any filter is read back from its address as it was, beside what else the address asks", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const query = withFilter("?lens=ict&sort=end&status=idea", filter);
      expect(filterFrom(new URLSearchParams(query))).toEqual(filter);
      expect(withoutFilter(query).toString()).toBe("lens=ict&sort=end");
    }),
    { numRuns: cases(2_000, 0.1) },
  );
});

test("ux C4: what is no choice is left out of an address that somebody made up", () => {
  const params = new URLSearchParams(
    "filter=&status=planned&status=nonsense&circle=marketing&party=x&goal=__proto__&flow=9&late=yes&mine=circle:none&missing=%3Cscript%3E",
  );
  expect(filterFrom(params)).toEqual({ text: "", chosen: { status: ["planned"] }, isHiding: false });
});

test("ux C2: kinds are combined with and, values within a kind with or", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const all = find(filter);
      if (!isAsking(filter)) return expect(all).toBeNull();
      const parts = [
        ...(filter.text.trim() === "" ? [] : [find({ text: filter.text })]),
        ...FILTER_KINDS.map((kind) => filter.chosen[kind] ?? []).flatMap((values, at) => {
          const kind = FILTER_KINDS[at];
          if (values.length === 0 || kind === undefined) return [];
          const each = values.flatMap((value) => [...(find({ chosen: { [kind]: [value] } }) ?? [])]);
          return [new Set(each)];
        }),
      ];
      const expected = index
        .activities()
        .filter(({ id }) => parts.every((part) => part === null || part.has(id)));
      expect([...(all ?? [])].toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      for (const kind of FILTER_KINDS)
        for (const id of all ?? [])
          expect(findCards(index.activities(), without(filter, kind), around)?.has(id) ?? true).toBe(true);
    }),
    { numRuns: cases(1_000, 0.1) },
  );
});

test("ux C2: what an activity lacks is found by its rule and by its weight, as the checks say it", () => {
  const { findings } = checkPlan(toPlan(doc), EMPTY_JOURNAL, TODAY);
  const here = surroundingsOf(index, missingIn(findings), TODAY);
  const lacking = (value: string): string[] =>
    [
      ...(findCards(index.activities(), { ...NO_FILTER, chosen: { missing: [value] } }, here) ?? []),
    ].toSorted();
  const about = (isIt: (finding: (typeof findings)[number]) => boolean): string[] =>
    [
      ...new Set(
        findings
          .filter((one) => one.subject.kind === "activity" && !one.isFar && isIt(one))
          .map(({ subject }) => subject.id),
      ),
    ].toSorted();
  expect(lacking("K24")).toEqual(about(({ rule }) => rule === "K24"));
  expect(lacking("K24")).toHaveLength(1);
  expect(lacking("M")).toEqual(about(({ severity }) => severity === "M"));
  expect(lacking("M").length).toBeGreaterThan(1);
});

test("domain T4: a circle is involved in an activity or it is not, and every activity is one of both", () => {
  const [involved, not] = [find({ chosen: { circle: ["ict"] } }), find({ chosen: { without: ["ict"] } })];
  expect((involved?.size ?? 0) + (not?.size ?? 0)).toBe(index.size);
  expect(involved?.size).toBeGreaterThan(0);
  expect(not?.size).toBeGreaterThan(0);
});

test("ux C2: what is found follows the plan and the filter, until nobody looks any more", () => {
  const planFilter = filterOf(doc);
  const days = createStore(TODAY);
  const stop = followFilter(index, planFilter, createStore<Surroundings["missing"]>(new Map()), days);
  expect(planFilter.found.getSnapshot()).toBeNull();
  planFilter.filter.set({ ...NO_FILTER, chosen: { status: ["dropped"] } });
  const before = planFilter.found.getSnapshot()?.size ?? 0;
  const card = index.activities().find(({ status }) => status !== "dropped");
  if (card === undefined) throw new Error("the example has activities");
  setRegister(doc, "activities", card.id, "status", "dropped");
  expect(planFilter.found.getSnapshot()?.has(card.id)).toBe(true);
  expect(planFilter.found.getSnapshot()?.size).toBe(before + 1);

  // What was in time when somebody asked for what is late is not any more when the day turns.
  planFilter.filter.set({ ...NO_FILTER, chosen: { late: [""] } });
  const late = planFilter.found.getSnapshot() ?? new Set();
  const next = index
    .activities()
    .filter(({ id, end, status }) => end !== null && !["done", "dropped"].includes(status) && !late.has(id))
    .map(({ end }) => end ?? "")
    .sort()[0];
  days.set(next ?? "");
  expect(planFilter.found.getSnapshot()).toEqual(late);
  days.set(addDays(next ?? "", 1));
  expect(planFilter.found.getSnapshot()?.size).toBeGreaterThan(late.size);
  stop();
  expect(planFilter.found.getSnapshot()).toBeNull();
  setRegister(doc, "activities", card.id, "status", card.status);
  expect(planFilter.found.getSnapshot()).toBeNull();
});
