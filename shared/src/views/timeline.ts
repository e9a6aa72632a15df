import type { LocalDate } from "../kernel/clock.ts";
import type { Activity, Blackout, Communication, Decision, Phase } from "../plan/schema.ts";
import { endsTooLate } from "./dependencies.ts";
import { rangeOf, type Span, spanOf } from "./timeline-dates.ts";

/** By what the bars of a timeline stand together. */
export const GROUPINGS = ["phase", "domain", "party"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a timeline asks of an activity. */
export type Scheduled = Pick<
  Activity,
  "id" | "title" | "phase" | "domain" | "status" | "start" | "end" | "dependsOn" | "roles"
>;

/** An activity on the timeline. */
export interface Bar<A> {
  readonly activity: A;
  readonly span: Span;
  /** It has a last day before its first. */
  readonly isReversed: boolean;
}

/** Bars under one heading, in the order of their days; the id is null for those that belong nowhere. */
export interface BarGroup<A> {
  readonly id: string | null;
  readonly bars: readonly Bar<A>[];
}

/** `to` waits for `from`; both are on the timeline. */
export interface WaitLine {
  readonly from: string;
  readonly to: string;
  /** `to` begins on or before the last day of `from`. */
  readonly isBroken: boolean;
  /** They are in different domains. */
  readonly crossesDomains: boolean;
  /** `from` was dropped, so it holds nothing up. */
  readonly isVoid: boolean;
}

/** Something with days of its own that is drawn behind or above the bars, beside what overlaps it. */
export interface Band<Entry> {
  readonly entry: Entry;
  readonly span: Span;
  /** 0 for the highest. */
  readonly lane: number;
}

/** A plan in time. Every activity is once in a group or once in `unplanned`. */
export interface Timeline<A> {
  /** The days it covers. */
  readonly range: Span;
  readonly groups: readonly BarGroup<A>[];
  /** Without dates, in the order of the plan; what was dropped comes last. */
  readonly unplanned: readonly A[];
  readonly lines: readonly WaitLine[];
  readonly phases: readonly Band<Phase>[];
  readonly blackouts: readonly Band<Blackout>[];
  /** The moments of communication and the decisions that are needed, by day, the first day first. */
  readonly marks: readonly DayMarks[];
}

/** What is to be said and decided on one day. */
export interface DayMarks {
  readonly date: LocalDate;
  readonly moments: readonly Communication[];
  readonly decisions: readonly Decision[];
}

/** What a timeline is made of. */
export interface TimelinePlan<A extends Scheduled> {
  readonly phases: readonly Phase[];
  readonly domains: readonly { readonly id: string }[];
  readonly parties: readonly { readonly id: string }[];
  readonly activities: readonly A[];
  readonly blackouts: readonly Blackout[];
  readonly communications: readonly Communication[];
  readonly decisions: readonly Decision[];
}

/** A plan in time, by phase, domain or the party that carries out. */
export function timelineOf<A extends Scheduled>(
  plan: TimelinePlan<A>,
  by: Grouping,
  today: LocalDate,
): Timeline<A> {
  const bars = new Map<string, Bar<A>>();
  const unplanned: A[] = [];
  for (const activity of plan.activities) {
    const { start, end } = activity;
    const span = spanOf(activity);
    if (span === null) unplanned.push(activity);
    else
      bars.set(activity.id, {
        activity,
        span,
        isReversed: start !== null && end !== null && end < start,
      });
  }
  const phases = bandsOf(plan.phases);
  const blackouts = bandsOf(plan.blackouts);
  const marks = marksOf(plan);
  const spans = [...bars.values(), ...phases, ...blackouts].map(({ span }) => span);
  const days = marks.map(({ date }) => ({ first: date, last: date }));
  return {
    range: rangeOf([...spans, ...days], today),
    groups: groupsOf([...bars.values()], plan, by),
    unplanned: unplanned.toSorted((a, b) => Number(a.status === "dropped") - Number(b.status === "dropped")),
    lines: linesOf(bars),
    phases,
    blackouts,
    marks,
  };
}

/** Every phase, and every domain, is there, also without bars; a party only when it carries something out. */
function groupsOf<A extends Scheduled>(
  bars: readonly Bar<A>[],
  plan: TimelinePlan<A>,
  by: Grouping,
): readonly BarGroup<A>[] {
  const order = (by === "phase" ? plan.phases : by === "domain" ? plan.domains : plan.parties).map(
    ({ id }) => id,
  );
  const places = new Map(order.map((id, at) => [id, at]));
  const groupOf = ({ phase, domain, roles }: A): string | null => {
    if (by === "phase") return phase !== null && places.has(phase) ? phase : null;
    if (by === "domain") return domain !== null && places.has(domain) ? domain : null;
    // Of several, the first in the order of the parties, so that each bar stands in one place.
    const known = roles.executor.filter((party) => places.has(party));
    return known.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0))[0] ?? null;
  };
  const grouped = Map.groupBy(bars.toSorted(inTime), ({ activity }) => groupOf(activity));
  const rest = grouped.get(null);
  return [
    ...order
      .map((id) => ({ id, bars: grouped.get(id) ?? [] }))
      .filter((group) => by !== "party" || group.bars.length > 0),
    ...(rest === undefined ? [] : [{ id: null, bars: rest }]),
  ];
}

/** By first day, then last day, then title, then id. */
function inTime(a: Bar<Scheduled>, b: Bar<Scheduled>): number {
  return (
    order(a.span.first, b.span.first) ||
    order(a.span.last, b.span.last) ||
    order(a.activity.title, b.activity.title) ||
    order(a.activity.id, b.activity.id)
  );
}

function linesOf<A extends Scheduled>(bars: ReadonlyMap<string, Bar<A>>): readonly WaitLine[] {
  return [...bars.values()].flatMap(({ activity: to }) =>
    to.dependsOn.flatMap((id) => {
      const from = bars.get(id)?.activity;
      if (from === undefined) return [];
      const isVoid = from.status === "dropped";
      const crossesDomains = from.domain !== to.domain;
      return [{ from: id, to: to.id, isBroken: !isVoid && endsTooLate(from, to), crossesDomains, isVoid }];
    }),
  );
}

/** Those that have days, each in the highest lane in which nothing overlaps it. */
function bandsOf<Entry extends { readonly start: LocalDate | null; readonly end: LocalDate | null }>(
  entries: readonly Entry[],
): readonly Band<Entry>[] {
  const lanes: LocalDate[] = [];
  return entries
    .flatMap((entry) => {
      const span = spanOf(entry);
      return span === null ? [] : [{ entry, span }];
    })
    .toSorted((a, b) => order(a.span.first, b.span.first))
    .map(({ entry, span }) => {
      const free = lanes.findIndex((last) => last < span.first);
      const lane = free === -1 ? lanes.length : free;
      lanes[lane] = span.last;
      return { entry, span, lane };
    });
}

function marksOf({
  communications,
  decisions,
}: Pick<TimelinePlan<Scheduled>, "communications" | "decisions">): readonly DayMarks[] {
  const moments = Map.groupBy(communications, ({ date }) => date);
  const needed = Map.groupBy(decisions, ({ neededBy }) => neededBy);
  return [...new Set([...moments.keys(), ...needed.keys()])]
    .filter((date) => date !== null)
    .toSorted()
    .map((date) => ({ date, moments: moments.get(date) ?? [], decisions: needed.get(date) ?? [] }));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
