import { EMPTY_JOURNAL } from "../journal/journal.ts";
import { plainText } from "../kernel/plain-text.ts";
import { compareCodeUnits } from "../order/rank.ts";
import type { EntryRoot } from "../plan/entry.ts";
import { renamedPlan } from "../plan/renamed-plan.ts";
import type { Activity, Decision, Plan } from "../plan/schema.ts";
import { type Differences, differencesOf, type Standing } from "./differences.ts";
import { titleOf } from "./value-kinds.ts";

/** Kinds that people know by a name; in this order, since what comes later is told apart by what came before. */
const NAMED = [
  "phases",
  "domains",
  "parties",
  "goals",
  "activities",
  "decisions",
  "communications",
  "parking",
  "blackouts",
] as const satisfies readonly EntryRoot[];

/**
 * Another plan with the ids of `plan` for whatever is the same in both: what has the same id, and else what has the same name, capitals
 * and accents aside; of several with one name first those in the same place. Each is taken once.
 */
export function alignedPlan(plan: Plan, other: Plan): Plan {
  let aligned = other;
  for (const root of NAMED) aligned = renamedPlan(aligned, sameEntries(root, plan, aligned));
  aligned = renamedPlan(aligned, sameCells(plan, aligned));
  const activities = new Map(plan.activities.map((activity) => [activity.id, activity]));
  const decisions = new Map(plan.decisions.map((decision) => [decision.id, decision]));
  return {
    ...aligned,
    activities: aligned.activities.map((activity) =>
      withSameParts(inOrder(activity), activities.get(activity.id)),
    ),
    decisions: aligned.decisions.map((decision) =>
      withSameOptions(
        { ...decision, advisers: decision.advisers.toSorted(compareCodeUnits) },
        decisions.get(decision.id),
      ),
    ),
    communications: aligned.communications.map((moment) => ({
      ...moment,
      audience: moment.audience.toSorted(compareCodeUnits),
    })),
  };
}

/** What is different between two plans, told as what came and went from `other` to `plan`; their names and their past are left aside. */
export function differencesBetween(other: Plan, plan: Plan): Differences {
  const bare = (one: Plan): Standing => ({
    plan: { ...one, title: plan.title, waivers: [], bin: [] },
    journal: EMPTY_JOURNAL,
  });
  return differencesOf(bare(alignedPlan(plan, other)), bare(plan));
}

/** Sets are read in the order of their ids, which are others now. */
function inOrder(activity: Activity): Activity {
  const { sponsor, executor, codecider, consulted, informed } = activity.roles;
  const sorted = (ids: readonly string[]): readonly string[] => ids.toSorted(compareCodeUnits);
  return {
    ...activity,
    goals: sorted(activity.goals),
    dependsOn: sorted(activity.dependsOn),
    roles: {
      sponsor: sorted(sponsor),
      executor: sorted(executor),
      codecider: sorted(codecider),
      consulted: sorted(consulted),
      informed: sorted(informed),
    },
    names: Object.fromEntries(Object.entries(activity.names).toSorted(([a], [b]) => compareCodeUnits(a, b))),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
  /** Where it stands, which tells those of one name apart. */
  readonly place: string;
}

function namedOf(root: (typeof NAMED)[number], plan: Plan): Named[] {
  return plan[root].map((entry) => ({
    id: entry.id,
    name: plainText(titleOf(root, entry)),
    place: "phase" in entry ? `${entry.phase ?? ""}:${"domain" in entry ? (entry.domain ?? "") : ""}` : "",
  }));
}

function sameEntries(root: (typeof NAMED)[number], plan: Plan, other: Plan): ReadonlyMap<string, string> {
  const pairs = pairsOf(namedOf(root, plan), namedOf(root, other));
  return new Map([...pairs].map(([from, to]) => [`${root}:${from}`, to]));
}

function sameCells(plan: Plan, other: Plan): ReadonlyMap<string, string> {
  const placed = ({ cells }: Plan): Named[] =>
    cells.map(({ id, phase, domain }) => ({ id, name: `${phase}:${domain}`, place: "" }));
  return new Map([...pairsOf(placed(plan), placed(other))].map(([from, to]) => [`cells:${from}`, to]));
}

/** From the ids of others to those of what they are the same as. */
function pairsOf(own: readonly Named[], others: readonly Named[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const keys: readonly ((one: Named) => string)[] = [
    ({ id }) => id,
    ({ name, place }) => `${name}\n${place}`,
    ({ name }) => name,
  ];
  for (const key of keys) {
    const free = Map.groupBy(
      own.filter(({ id }) => !taken.has(id)),
      key,
    );
    for (const other of others) {
      const same = pairs.has(other.id) ? undefined : free.get(key(other))?.shift();
      if (same === undefined) continue;
      pairs.set(other.id, same.id);
      taken.add(same.id);
    }
  }
  return pairs;
}

/** Parts of an entry under the ids of those that say the same. */
function sameParts<Part extends { readonly id: string }>(
  parts: readonly Part[],
  own: readonly Part[],
  textOf: (part: Part) => string,
): readonly Part[] {
  const named = (part: Part): Named => ({ id: part.id, name: plainText(textOf(part)), place: "" });
  const pairs = pairsOf(own.map(named), parts.map(named));
  return parts.map((part) => ({ ...part, id: pairs.get(part.id) ?? part.id }));
}

function withSameParts(activity: Activity, own: Activity | undefined): Activity {
  if (own === undefined) return activity;
  return {
    ...activity,
    steps: sameParts(activity.steps, own.steps, ({ title }) => title),
    links: sameParts(activity.links, own.links, ({ url }) => url),
  };
}

function withSameOptions(decision: Decision, own: Decision | undefined): Decision {
  if (own === undefined) return decision;
  return { ...decision, options: sameParts(decision.options, own.options, ({ title }) => title) };
}
