import { addDays, daysBetween, type LocalDate } from "../kernel/clock.ts";
import type { Activity } from "../plan/schema.ts";
import { counts, countedIn, type Measured, meanProgress, type RollUp, rollUp } from "./progress.ts";

/** How far a plan was at the end of a day. */
export interface DayStand {
  readonly date: LocalDate;
  readonly rollUp: RollUp;
}

/** A day of the burn-up: how many there were to do and were done, null for days to come; and how many should be done by then. */
export interface BurnUpDay {
  readonly date: LocalDate;
  readonly scope: number | null;
  readonly done: number | null;
  readonly planned: number;
}

/** A day of the trend. */
export interface TrendDay {
  readonly date: LocalDate;
  /** Mean progress in per cent; null while nothing counts. */
  readonly progress: number | null;
  readonly late: number;
  readonly blocked: number;
}

/** More points than this in a picture say nothing more. */
const MAX_POINTS = 120;
/** Farther from today than this nothing is shown: ten years. */
const MAX_DAYS_AWAY = 3_650;

/**
 * How far the plan was on every day from the first that is known up to today. A day on which nothing changed is like the one
 * before, except that more may have become late: that is only known of days with a change.
 */
export function standsUpTo(
  past: readonly DayStand[],
  activities: readonly Measured[],
  today: LocalDate,
): readonly DayStand[] {
  const stands: DayStand[] = [];
  for (const stand of past.filter(({ date }) => date < today).toSorted(byDate)) {
    fillTo(stands, stand.date);
    stands.push(stand);
  }
  fillTo(stands, today);
  stands.push({ date: today, rollUp: rollUp(activities, today) });
  return stands;
}

function fillTo(stands: DayStand[], date: LocalDate): void {
  const last = stands.at(-1);
  if (last === undefined) return;
  for (let day = addDays(last.date, 1); day < date; day = addDays(day, 1))
    stands.push({ date: day, rollUp: last.rollUp });
}

/**
 * What had to be done, what was done and what should be done by each day: the known days, and from there to the last end of the plan.
 * At most a hundred and twenty days, evenly spread, with today and the last one among them.
 */
export function burnUpOf(
  stands: readonly DayStand[],
  activities: readonly Pick<Activity, "status" | "start" | "end">[],
): readonly BurnUpDay[] {
  const [first, today] = [stands[0]?.date, stands.at(-1)?.date];
  if (first === undefined || today === undefined) return [];
  const ends = activities
    .flatMap(({ status, end }) => (counts(status) && end !== null ? [end] : []))
    .toSorted();
  const begun = activities.flatMap(({ status, start }) => (counts(status) && start !== null ? [start] : []));
  // A year typed wrong would leave nothing of the rest to be seen.
  const [nearest, farthest] = [addDays(today, -MAX_DAYS_AWAY), addDays(today, MAX_DAYS_AWAY)];
  const from = [first, ...begun].filter((date) => date >= nearest).toSorted()[0] ?? today;
  const until =
    [today, ...ends]
      .filter((date) => date <= farthest)
      .toSorted()
      .at(-1) ?? today;
  const known = new Map(stands.map((stand) => [stand.date, stand.rollUp]));
  let planned = 0;
  return sampled(from, until, today).map((date) => {
    const stand = known.get(date);
    while (planned < ends.length && (ends[planned] ?? "") <= date) planned += 1;
    return {
      date,
      scope: stand === undefined ? null : countedIn(stand),
      done: stand === undefined ? null : stand.statuses.done,
      planned,
    };
  });
}

/** How progress, what is late and what is blocked went on the known days, at most a hundred and twenty of them. */
export function trendOf(stands: readonly DayStand[]): readonly TrendDay[] {
  const [first, today] = [stands[0]?.date, stands.at(-1)?.date];
  if (first === undefined || today === undefined) return [];
  const known = new Map(stands.map((stand) => [stand.date, stand.rollUp]));
  return sampled(first, today, today).flatMap((date) => {
    const stand = known.get(date);
    if (stand === undefined) return [];
    return [{ date, progress: meanProgress(stand), late: stand.late, blocked: stand.statuses.blocked }];
  });
}

/** Days from the first to the last, both included, at even distances, with `always` among them. */
function sampled(first: LocalDate, last: LocalDate, always: LocalDate): LocalDate[] {
  const length = daysBetween(first, last);
  const step = Math.max(1, Math.ceil(length / (MAX_POINTS - 2)));
  const days = new Set<LocalDate>([always, addDays(first, length)]);
  for (let at = 0; at <= length; at += step) days.add(addDays(first, at));
  return [...days].toSorted();
}

function byDate(a: DayStand, b: DayStand): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
