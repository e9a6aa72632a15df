import type { Journal } from "@planwand/shared/journal/journal.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { EntryRoot } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Activity, Blackout, Decision, Plan } from "@planwand/shared/plan/schema.ts";
import example from "@planwand/shared/templates/example.json" with { type: "json" };
import { seedJournal } from "@planwand/shared/templates/seed-journal.ts";
import { seedPlan } from "@planwand/shared/templates/seed-plan.ts";
import * as Y from "yjs";
import { countingIds, STAMP } from "./plan-doc.ts";

/** The day on which the example stands as its authors meant it. */
export const EXAMPLE_DAY = "2026-11-23";

/** The weeks in which schools are shut in the example's year; spring in the region that has it late. */
const HOLIDAYS: readonly Blackout[] = [
  { id: "holiday-autumn", name: "Herfstvakantie", start: "2026-10-19", end: "2026-10-23" },
  { id: "holiday-christmas", name: "Kerstvakantie", start: "2026-12-21", end: "2027-01-01" },
  { id: "holiday-spring", name: "Voorjaarsvakantie", start: "2027-02-22", end: "2027-02-26" },
  { id: "holiday-may", name: "Meivakantie", start: "2027-04-26", end: "2027-05-07" },
  { id: "holiday-summer", name: "Zomervakantie", start: "2027-07-19", end: "2027-08-27" },
];

/** The example plan with its journal and its holidays, under the short ids of its file. */
export interface CheckedExample {
  readonly plan: Plan;
  readonly journal: Journal;
}

/** The example, as every new plan from it begins, with every id put back to that of the file. */
export function exampleToCheck(): CheckedExample {
  const doc = new Y.Doc();
  const options = { title: example.title, language: "nl", newId: countingIds(), stamp: STAMP } as const;
  const seeded = seedPlan(doc, "example", options);
  if (!seeded.ok) throw new Error("the example was not seeded");
  const idOf = seeded.value;
  const drafts = seedJournal("example", idOf, { ...options, now: Date.parse("2026-11-23T12:00:00Z") });
  const journal = drafts.reduce(
    (state, draft, at) => reduceJournal(state, [{ ...draft, seq: at + 1 }]),
    EMPTY_JOURNAL,
  );
  const roots = [
    "goals",
    "phases",
    "domains",
    "parties",
    "activities",
    "decisions",
    "communications",
  ] as const satisfies readonly EntryRoot[];
  const short = new Map(
    roots.flatMap((root) => example[root].map(({ id }) => [idOf(root, id), id] as const)),
  );
  const back = <Value>(value: Value): Value =>
    JSON.parse(JSON.stringify(value), (_key, inner: unknown) =>
      typeof inner === "string" ? (short.get(inner) ?? inner) : inner,
    ) as Value;
  const seals = [...journal.seals].map(([id, all]) => [short.get(id) ?? id, back(all)] as const);
  const comments = [...journal.comments].map(([id, comment]) => [id, back(comment)] as const);
  return {
    plan: { ...back(toPlan(doc)), blackouts: HOLIDAYS },
    journal: { ...journal, seals: new Map(seals), comments: new Map(comments) },
  };
}

/** The plan with one activity changed. */
export function withActivity(plan: Plan, id: string, change: Partial<Activity>): Plan {
  return { ...plan, activities: changed(plan.activities, id, change) };
}

/** The plan with one decision point changed. */
export function withDecision(plan: Plan, id: string, change: Partial<Decision>): Plan {
  return { ...plan, decisions: changed(plan.decisions, id, change) };
}

/** The list with one entry changed. @throws Error when there is none of that id. */
export function changed<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  id: string,
  change: Partial<Entry>,
): readonly Entry[] {
  if (!entries.some((entry) => entry.id === id)) throw new Error(`no entry ${id}`);
  return entries.map((entry) => (entry.id === id ? { ...entry, ...change } : entry));
}
