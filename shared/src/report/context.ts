import { sealOf, type Journal, type Seal } from "../journal/journal.ts";
import type { LocalDate } from "../kernel/clock.ts";
import type { Activity, Decision, Plan } from "../plan/schema.ts";
import { standingOf, type Standing } from "../views/decisions.ts";
import { isLate } from "../views/progress.ts";
import type { ReportOptions } from "./options.ts";
import type { ReportSource, ReportVersion } from "./report.ts";
import { selectFrom, type Selected } from "./selection.ts";
import type { ReportWords } from "./words/nl.ts";
import { wordsOf } from "./words/words.ts";

/** What every part of a report reads. */
export interface Context {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly version: ReportVersion;
  readonly since: ReportSource["since"];
  readonly options: ReportOptions;
  readonly selected: Selected;
  readonly words: ReportWords;
  readonly language: Plan["language"];
  readonly today: LocalDate;
  /** `A12`, `B3`, `C4`: the number of an activity, decision or moment in the whole plan; empty for what is not in it. */
  readonly numberOf: (id: string | null) => string;
  /** Several numbers in the order of the plan. */
  readonly numbersOf: (ids: readonly string[]) => string;
  readonly partyName: (id: string | null) => string;
  readonly partyNames: (ids: readonly string[]) => string;
  readonly memberName: (id: string) => string;
  readonly sealOf: (decision: string) => Seal | null;
  readonly standing: (decision: Decision) => Standing;
  readonly isLate: (activity: Activity) => boolean;
  readonly decisionsOf: ReadonlyMap<string | null, readonly Decision[]>;
}

/** Reads the source once for all parts. */
export function contextOf(source: ReportSource, options: ReportOptions): Context {
  const { plan, journal, version, since } = source;
  const language = options.language ?? plan.language;
  const words = wordsOf(language);
  const numbers = numbersIn(plan);
  const parties = new Map(plan.parties.map(({ id, name }, at) => [id, { name, at }]));
  const partyName = (id: string | null): string => parties.get(id ?? "")?.name.trim() ?? "";
  return {
    plan,
    journal,
    version,
    since,
    options,
    selected: selectFrom(plan, options),
    words,
    language,
    today: version.day,
    numberOf: (id) => numbers.get(id ?? "")?.text ?? "",
    numbersOf: (ids) =>
      ids
        .flatMap((id) => numbers.get(id) ?? [])
        .toSorted((a, b) => a.at - b.at)
        .map(({ text }) => text)
        .join(", "),
    partyName,
    partyNames: (ids) =>
      ids
        .toSorted((a, b) => (parties.get(a)?.at ?? 0) - (parties.get(b)?.at ?? 0))
        .map(partyName)
        .filter((name) => name !== "")
        .join(", "),
    memberName: (id) => journal.members.get(id)?.name ?? words.decision.anonymous,
    sealOf: (decision) => sealOf(journal, decision),
    standing: (decision) => standingOf(decision, sealOf(journal, decision.id)),
    isLate: (activity) => isLate(activity, version.day),
    decisionsOf: Map.groupBy(plan.decisions, ({ activity }) => activity),
  };
}

function numbersIn(plan: Plan): ReadonlyMap<string, { readonly text: string; readonly at: number }> {
  const kinds = [
    ["A", plan.activities],
    ["B", plan.decisions],
    ["C", plan.communications],
  ] as const;
  return new Map(
    kinds.flatMap(([letter, entries]) =>
      entries.map(({ id }, at) => [id, { text: `${letter}${at + 1}`, at }] as const),
    ),
  );
}
