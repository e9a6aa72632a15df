import type { LocalDate } from "../kernel/clock.ts";
import type { Communication, Party, Phase } from "../plan/schema.ts";

/** How a moment stands on a day: `late` is passed and not ticked as done. */
export type MomentState = "done" | "late" | "today" | "ahead" | "undated";

export function stateOf({ date, done }: Pick<Communication, "date" | "done">, today: LocalDate): MomentState {
  if (done) return "done";
  if (date === null) return "undated";
  if (date === today) return "today";
  return date < today ? "late" : "ahead";
}

/** By date, the undated last; moments of one day in the order of the plan. */
export function byDate<Moment extends Pick<Communication, "date">>(moments: readonly Moment[]): Moment[] {
  return moments.toSorted((a, b) =>
    a.date === b.date ? 0 : a.date === null ? 1 : b.date === null ? -1 : a.date < b.date ? -1 : 1,
  );
}

/** Moments under one heading, by date; `key` is a phase or a month, and null for those that have none. */
export interface MomentGroup {
  readonly key: string | null;
  readonly moments: readonly Communication[];
}

/** A group for every phase, in their order, also when it is empty; then those whose phase is not in the plan. */
export function byPhase(
  phases: readonly Pick<Phase, "id">[],
  moments: readonly Communication[],
): readonly MomentGroup[] {
  const known = new Set(phases.map(({ id }) => id));
  const groups = phases.map(({ id }) => ({
    key: id,
    moments: byDate(moments.filter(({ phase }) => phase === id)),
  }));
  const rest = byDate(moments.filter(({ phase }) => phase === null || !known.has(phase)));
  return rest.length === 0 ? groups : [...groups, { key: null, moments: rest }];
}

/** A group for every month (`2026-12`) with moments, the earliest first; then those without a date. */
export function byMonth(moments: readonly Communication[]): readonly MomentGroup[] {
  const groups = Map.groupBy(byDate(moments), ({ date }) => date?.slice(0, 7) ?? null);
  return [...groups].map(([key, members]) => ({ key, moments: members }));
}

/** The moments of a phase in the order one asks for them: what comes next, what should have been, the undated, then what was. */
export function inTurn(moments: readonly Communication[], phase: string, today: LocalDate): Communication[] {
  const turns: readonly (readonly MomentState[])[] = [["today", "ahead"], ["late"], ["undated"], ["done"]];
  const here = byDate(moments.filter((moment) => moment.phase === phase));
  return turns.flatMap((states) => here.filter((moment) => states.includes(stateOf(moment, today))));
}

/** The phase that a day falls in, the one that began last when several do; the first one when none does, null without phases. */
export function phaseOn(
  phases: readonly Pick<Phase, "id" | "start" | "end">[],
  day: LocalDate,
): string | null {
  const now = phases.filter(
    ({ start, end }) => start !== null && start <= day && (end === null || day <= end),
  );
  const latest = now.toSorted((a, b) => ((a.start ?? "") < (b.start ?? "") ? 1 : -1))[0];
  return (latest ?? phases[0])?.id ?? null;
}

/** A moment as others see it in a list: who of the audience is still in the plan. */
export function audienceOf(
  { audience }: Pick<Communication, "audience">,
  parties: readonly Party[],
): readonly Party[] {
  const held = new Set(audience);
  return parties.filter(({ id }) => held.has(id));
}
