import { COPIED_PARTS, type CopiedPart } from "@planwand/shared/copying/choices.ts";
import { copiedDates, firstDayOf } from "@planwand/shared/copying/copied-dates.ts";
import { copyPlan } from "@planwand/shared/copying/copy-plan.ts";
import { weeksTo } from "@planwand/shared/copying/school-year.ts";
import { schoolYearOf } from "@planwand/shared/dates/school-year.ts";
import { filedPlan } from "@planwand/shared/exchange/plan-file.ts";
import { addDays, daysBetween, type LocalDate } from "@planwand/shared/kernel/clock.ts";
import { weekday, weekNumber } from "@planwand/shared/dates/calendar.ts";
import { examine } from "@planwand/shared/plan/doctor.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { renamedPlan } from "@planwand/shared/plan/renamed-plan.ts";
import type { Blackout, Plan } from "@planwand/shared/plan/schema.ts";
import { writePlan } from "@planwand/shared/plan/write-plan.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { markedPlan, marksIn } from "../builders/marked-plan.ts";
import { countingIds, STAMP } from "../builders/plan-doc.ts";
import { randomPlan } from "../builders/random-plan.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = { numRuns: cases(1_000) };
const someParts = fc.subarray([...COPIED_PARTS]);
const someWeeks = fc.integer({ min: -120, max: 120 });
const TITLE = "Volgend jaar";

const copied = (plan: Plan, parts: readonly CopiedPart[], weeks: number): Plan =>
  copyPlan(plan, { title: TITLE, parts, weeks }, countingIds("copy"));

/** Without the dates at the ends of time, where none can move. */
function withNearDates(plan: Plan): Plan {
  const text = JSON.stringify(plan).replaceAll(/"(?:0001-01-01|9999-12-31)"/gu, '"2026-12-01"');
  return JSON.parse(text) as Plan;
}
const nearPlan = randomPlan().map(withNearDates);
const WITHOUT_PERIODS = COPIED_PARTS.filter((part) => part !== "blackouts");

test("[CP50] what was chosen goes along word for word, and no word of what was left out or happened does", () => {
  fc.assert(
    fc.property(randomPlan(), someParts, (plan, parts) => {
      const marked = markedPlan(plan);
      const [before, after] = [marksIn(marked), marksIn(copied(marked, parts, 0))];
      const goesAlong = (mark: string): boolean =>
        mark === "always" ||
        (parts.some((part) => part === mark) && (mark !== "names" || parts.includes("parties")));
      for (const mark of new Set([...before.keys(), ...after.keys()]))
        expect(after.get(mark) ?? 0, mark).toBe(goesAlong(mark) ? before.get(mark) : 0);
    }),
    RUNS,
  );
});

test("[CP51] nothing has happened in it yet", () => {
  fc.assert(
    fc.property(randomPlan(), someParts, someWeeks, (plan, parts, weeks) => {
      const copy = copied(plan, parts, weeks);
      copy.activities.forEach((activity, at) => {
        const before = plan.activities[at]?.status;
        expect(activity.status).toBe(before === "idea" || before === "dropped" ? "idea" : "planned");
        expect(activity).toMatchObject({ progress: 0, waiting: null, acceptedBy: null, acceptedOn: null });
        expect(activity.steps.some(({ done }) => done)).toBe(false);
      });
      const untaken = { status: "open", outcome: "", rationale: "", decidedOn: null, replaces: null };
      for (const decision of copy.decisions) expect(decision).toMatchObject(untaken);
      expect(copy.communications.some(({ done }) => done)).toBe(false);
      expect(copy.goals.every(({ actual }) => actual === "")).toBe(true);
      expect([copy.waivers, copy.bin]).toEqual([[], []]);
      expect(copy.title).toBe(TITLE);
    }),
    RUNS,
  );
});

const ROOTS = [
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
] as const;

/** All of a plan that a copy takes over, without the ids of steps, links and options, which are new. */
function takenOver(plan: Plan): unknown {
  const bare = <Item extends { readonly id: string }>(items: readonly Item[]) =>
    items.map(({ id: _id, ...item }) => item);
  return {
    ...plan,
    title: TITLE,
    goals: plan.goals.map((goal) => ({ ...goal, actual: "" })),
    activities: plan.activities.map(({ steps, links, ...activity }) => ({
      ...activity,
      status: activity.status === "idea" || activity.status === "dropped" ? "idea" : "planned",
      waiting: null,
      progress: 0,
      acceptedBy: null,
      acceptedOn: null,
      steps: bare(steps).map((step) => ({ ...step, done: false })),
      links: bare(links),
    })),
    decisions: plan.decisions.map(({ options, rich: { context }, ...decision }) => ({
      ...decision,
      options: bare(options),
      status: "open",
      outcome: "",
      rationale: "",
      rich: context === undefined ? {} : { context },
      decidedOn: null,
      replaces: null,
    })),
    communications: plan.communications.map((moment) => ({ ...moment, done: false })),
    waivers: [],
    bin: [],
  };
}

test("[CP52] every entry is there once under a fresh id, in order, and every reference leads to the copy of what it led to", () => {
  fc.assert(
    fc.property(randomPlan(), (plan) => {
      const copy = copied(plan, COPIED_PARTS, 0);
      const ids = ROOTS.flatMap((root) => copy[root].map(({ id }) => id));
      const items = [
        ...copy.activities.flatMap(({ steps, links }) => [...steps, ...links]),
        ...copy.decisions.flatMap(({ options }) => options),
      ].map(({ id }) => id);
      expect(new Set([...ids, ...items]).size).toBe(ids.length + items.length);
      const isKnown = new Set(ROOTS.flatMap((root) => plan[root].map(({ id }) => id)));
      expect(ids.some((id) => isKnown.has(id))).toBe(false);
      // Under the ids of before it is the plan of before.
      const back = new Map(
        ROOTS.flatMap((root) =>
          copy[root].map(({ id }, at) => [`${root}:${id}`, plan[root][at]?.id ?? ""] as const),
        ),
      );
      expect(takenOver(renamedPlan(copy, back))).toEqual(takenOver(plan));
    }),
    RUNS,
  );
});

test("[CP52] whatever is left out, the copy is a sound plan: it reads back as it is, and nothing in it leads nowhere", () => {
  fc.assert(
    fc.property(nearPlan, someParts, someWeeks, (plan, parts, weeks) => {
      const copy = copied(plan, parts, weeks);
      const { bin: _bin, ...filed } = copy;
      expect(filedPlan.safeParse(filed).error).toBeUndefined();
      const doc = new Y.Doc();
      expect(writePlan(doc, copy, STAMP).ok).toBe(true);
      const ids = ROOTS.map((root) => copy[root].map(({ id }) => id));
      const read = toPlan(doc);
      expect(ROOTS.map((root) => read[root].map(({ id }) => id).toSorted())).toEqual(
        ids.map((of) => of.toSorted()),
      );
      expect(examine(doc).filter(({ code }) => code === "dangling")).toEqual([]);
    }),
    RUNS,
  );
});

/** All dates of a plan that a copy may move. */
const datesIn = (plan: Plan): readonly (LocalDate | null)[] => [
  ...[...plan.phases, ...plan.activities].flatMap(({ start, end }) => [start, end]),
  ...plan.decisions.map(({ neededBy }) => neededBy),
  ...plan.communications.map(({ date }) => date),
];

test("[CP53] dates move by whole weeks and back again; none is lost, and no free period is in the way that stays behind", () => {
  fc.assert(
    fc.property(nearPlan, someWeeks, (plan, weeks) => {
      const there = copied(plan, WITHOUT_PERIODS, weeks);
      const days = datesIn(there);
      datesIn(plan).forEach((date, at) => {
        const day = days[at] ?? null;
        expect(day).toBe(date === null ? null : addDays(date, weeks * 7));
        if (day !== null) expect(weekday(day)).toBe(weekday(date ?? ""));
      });
      expect(datesIn(copied(there, WITHOUT_PERIODS, -weeks))).toEqual(datesIn(plan));
      expect(datesIn(copied(plan, COPIED_PARTS, 0))).toEqual(datesIn(plan));
    }),
    RUNS,
  );
});

const span = ({ start, end }: Blackout) => [start ?? end ?? "", end ?? start ?? ""] as const;
const isFree = (date: LocalDate, { blackouts }: Plan): boolean =>
  blackouts.some((one) => span(one)[0] !== "" && span(one)[0] <= date && date <= span(one)[1]);

test("[CP54] a date goes on to the first working day behind the free periods, and that is told of no other", () => {
  fc.assert(
    fc.property(nearPlan, someWeeks, (plan, weeks) => {
      for (const { from, to, behind } of copiedDates(plan, { parts: COPIED_PARTS, weeks })) {
        const wanted = addDays(from, weeks * 7);
        if (weeks === 0) expect({ to, behind }).toEqual({ to: from, behind: null });
        else if (behind === null)
          expect({ to, isFree: isFree(to, plan) }).toEqual({ to: wanted, isFree: false });
        else {
          expect(weekday(to)).toBeLessThan(5);
          expect(isFree(to, plan)).toBe(false);
          // No working day in between was free of periods.
          for (let day = wanted; day < to; day = addDays(day, 1))
            expect(isFree(day, plan) || weekday(day) >= 5, day).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test("[CP55] what came before comes no later, whatever free periods are in between", () => {
  fc.assert(
    fc.property(nearPlan, someWeeks, (plan, weeks) => {
      const dates = copiedDates(plan, { parts: COPIED_PARTS, weeks }).toSorted((a, b) =>
        a.from < b.from ? -1 : 1,
      );
      dates.slice(1).forEach(({ to }, at) => expect(to >= (dates[at]?.to ?? "")).toBe(true));
    }),
    RUNS,
  );
});

test("[CP56] free periods stay on their days, but for those that are over before a plan that moves begins", () => {
  fc.assert(
    fc.property(nearPlan, someWeeks, (plan, weeks) => {
      const bare = ({ blackouts }: Plan) => blackouts.map(({ id: _id, ...period }) => period);
      const there = copied(plan, COPIED_PARTS, weeks);
      const first = datesIn(there)
        .filter((date) => date !== null)
        .toSorted()[0];
      const isOver = ({ end, start }: Omit<Blackout, "id">): boolean =>
        weeks !== 0 && first !== undefined && (end ?? start ?? first) < first;
      expect(bare(there)).toEqual(bare(plan).filter((period) => !isOver(period)));
      expect(bare(copied(plan, WITHOUT_PERIODS, weeks))).toEqual([]);
    }),
    RUNS,
  );
});

test("[CP57] a plan comes to begin in the school year that was chosen, in the week of the same number when that is in it", () => {
  const anyDay = fc
    .integer({ min: 0, max: daysBetween("2000-01-01", "2090-01-01") })
    .map((days) => addDays("2000-01-01", days));
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5, max: 5 }), (first, later) => {
      const year = schoolYearOf(first) + later;
      const weeks = weeksTo(year, first);
      const day = addDays(first, weeks * 7);
      expect(schoolYearOf(day)).toBe(year);
      expect(weekday(day)).toBe(weekday(first));
      if (later === 0) expect(weeks).toBe(0);
      const others = [weeks - 1, weeks + 1].map((count) => addDays(first, count * 7));
      const isSame = (date: LocalDate): boolean =>
        weekNumber(date) === weekNumber(first) && schoolYearOf(date) === year;
      if (others.some(isSame)) expect(isSame(day)).toBe(true);
    }),
    RUNS,
  );
  fc.assert(
    fc.property(nearPlan, (plan) => {
      const first = firstDayOf(plan);
      expect(first === null).toBe(datesIn(plan).every((date) => date === null));
    }),
    RUNS,
  );
});
