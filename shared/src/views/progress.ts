import { daysBetween, type LocalDate } from "../kernel/clock.ts";
import { type Activity, ACTIVITY_STATUSES, type ActivityStatus, type EmptyCell } from "../plan/schema.ts";

/** What a roll-up asks of an activity. */
export type Measured = Pick<Activity, "status" | "progress" | "end">;

/**
 * How far a handful of activities are. Counts and a sum, so that the roll-ups of parts add up to that of the whole; the mean is
 * taken by `meanProgress`, only when it is shown.
 */
export interface RollUp {
  /** How many there are of each status; together all of them. */
  readonly statuses: Readonly<Record<ActivityStatus, number>>;
  /** The progress of those that count, added up, in per cent. */
  readonly progressSum: number;
  /** How many are past their end and neither done nor dropped. */
  readonly late: number;
}

/** How far activities are, whatever day it is. */
export type Counts = Pick<RollUp, "statuses" | "progressSum">;

/** How these activities stand: the only way in which progress is added up, on every page, in every comparison and every document. */
export function countUp(activities: Iterable<Pick<Measured, "status" | "progress">>): Counts {
  const statuses = noneOfEach();
  let progressSum = 0;
  for (const { status, progress } of activities) {
    statuses[status] += 1;
    if (counts(status)) progressSum += progress;
  }
  return { statuses, progressSum };
}

/** The roll-up of these activities, for a cell, a phase, a party or the plan. */
export function rollUp(activities: Iterable<Measured>, today: LocalDate): RollUp {
  const all = [...activities];
  return { ...countUp(all), late: all.filter((activity) => isLate(activity, today)).length };
}

/** The roll-up of everything that is in these parts, each activity being in one of them. */
export function addUp(parts: Iterable<RollUp>): RollUp {
  const statuses = noneOfEach();
  let [progressSum, late] = [0, 0];
  for (const part of parts) {
    for (const status of ACTIVITY_STATUSES) statuses[status] += part.statuses[status];
    progressSum += part.progressSum;
    late += part.late;
  }
  return { statuses, progressSum, late };
}

/** An idea is no promise and what was dropped is none any more: neither makes progress more or less. */
export function counts(status: ActivityStatus): boolean {
  return status !== "idea" && status !== "dropped";
}

/** How many activities there are, ideas and dropped ones among them. */
export function sizeOf({ statuses }: Counts): number {
  return ACTIVITY_STATUSES.reduce((sum, status) => sum + statuses[status], 0);
}

/** How many activities count for progress. */
export function countedIn({ statuses }: Counts): number {
  return ACTIVITY_STATUSES.reduce((sum, status) => sum + (counts(status) ? statuses[status] : 0), 0);
}

/** The mean progress of those that count, in whole per cent; null when none does. */
export function meanProgress(part: Counts): number | null {
  const counted = countedIn(part);
  return counted === 0 ? null : Math.round(part.progressSum / counted);
}

/** Whether an activity is past its end and neither done nor dropped. */
export function isLate({ status, end }: Pick<Activity, "status" | "end">, today: LocalDate): boolean {
  return end !== null && end < today && status !== "done" && status !== "dropped";
}

/** Whole days since the end of an activity that is neither done nor dropped; 0 when there are none. */
export function daysLate(activity: Pick<Activity, "status" | "end">, today: LocalDate): number {
  return activity.end !== null && isLate(activity, today) ? daysBetween(activity.end, today) : 0;
}

/** What the progress of a plan is read from. */
export interface MeasuredPlan<A extends Placed = Placed> {
  readonly phases: readonly { readonly id: string }[];
  readonly domains: readonly { readonly id: string }[];
  readonly parties: readonly { readonly id: string }[];
  readonly goals: readonly { readonly id: string }[];
  readonly cells: readonly EmptyCell[];
  readonly activities: readonly A[];
}
type Placed = Measured & Pick<Activity, "phase" | "domain" | "goals" | "roles">;

/** The activities of a phase, domain, party or goal rolled up; null for those of none. */
export interface Part<A> {
  readonly id: string | null;
  readonly activities: readonly A[];
  readonly rollUp: RollUp;
}

/** A phase of a domain. */
export interface HeatCell<A> {
  readonly phase: string;
  readonly domain: string;
  readonly activities: readonly A[];
  readonly rollUp: RollUp;
  /** Why it is empty on purpose; null when nobody said so. */
  readonly emptyReason: string | null;
}

/** How far a plan is, by every way of dividing it. */
export interface ProgressView<A> {
  readonly whole: RollUp;
  /** By domain, the phases in order; with `unplaced` every activity once. */
  readonly cells: readonly (readonly HeatCell<A>[])[];
  readonly unplaced: Part<A>;
  readonly phases: readonly Part<A>[];
  readonly domains: readonly Part<A>[];
  /** By who carries them out; an activity with two of them is in both, one without any in the last, of nobody. */
  readonly parties: readonly Part<A>[];
  /** By goal; an activity for two of them is in both, one without any in the last, of none. */
  readonly goals: readonly Part<A>[];
}

/** How far a plan is on a day. An activity without a place is in no phase and no domain. */
export function progressOf<A extends Placed>(plan: MeasuredPlan<A>, today: LocalDate): ProgressView<A> {
  const { phases, domains, activities } = plan;
  const part = (id: string | null, own: readonly A[]): Part<A> => ({
    id,
    activities: own,
    rollUp: rollUp(own, today),
  });
  const isPlaced = ({ phase, domain }: A): boolean => phase !== null && domain !== null;
  const placed = activities.filter(isPlaced);
  const inCell = Map.groupBy(placed, ({ phase, domain }) => `${String(domain)} ${String(phase)}`);
  const cells = domains.map(({ id: domain }) =>
    phases.map(({ id: phase }) => {
      const own = inCell.get(`${domain} ${phase}`) ?? [];
      const empty = plan.cells.find((cell) => cell.phase === phase && cell.domain === domain);
      return { ...part(null, own), phase, domain, emptyReason: empty?.emptyReason ?? null };
    }),
  );
  const inPhase = Map.groupBy(placed, ({ phase }) => phase);
  const inDomain = Map.groupBy(placed, ({ domain }) => domain);
  const ofEach = (
    entries: readonly { readonly id: string }[],
    keysOf: (activity: A) => readonly string[],
  ) => {
    const known = new Map<string, A[]>(entries.map(({ id }) => [id, []]));
    const rest: A[] = [];
    for (const activity of activities) {
      const lists = [...new Set(keysOf(activity))].flatMap((key) => {
        const list = known.get(key);
        return list === undefined ? [] : [list];
      });
      for (const list of lists.length === 0 ? [rest] : lists) list.push(activity);
    }
    return [...[...known].map(([id, own]) => part(id, own)), part(null, rest)];
  };
  return {
    whole: rollUp(activities, today),
    cells,
    unplaced: part(
      null,
      activities.filter((activity) => !isPlaced(activity)),
    ),
    phases: phases.map(({ id }) => part(id, inPhase.get(id) ?? [])),
    domains: domains.map(({ id }) => part(id, inDomain.get(id) ?? [])),
    parties: ofEach(plan.parties, ({ roles }) => roles.executor),
    goals: ofEach(plan.goals, ({ goals }) => goals),
  };
}

function noneOfEach(): Record<ActivityStatus, number> {
  return { idea: 0, planned: 0, active: 0, blocked: 0, done: 0, dropped: 0 };
}
