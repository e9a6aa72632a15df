import type { LocalDate } from "../kernel/clock.ts";
import type { Blackout, Plan } from "../plan/schema.ts";
import type { CopyChoices } from "./choices.ts";
import { dateMover, type Moved } from "./move-date.ts";

/** A date of the plan, and where it is in the copy. */
export interface CopiedDate extends Moved {
  readonly of: "phase" | "activity" | "decision" | "communication";
  readonly id: string;
  /** What it is called in the plan. */
  readonly title: string;
  readonly field: "start" | "end" | "neededBy" | "date";
  readonly from: LocalDate;
}

type Dated = Omit<CopiedDate, keyof Moved>;

/** Every date that goes along, in the order of the plan. */
export function copiedDates(plan: Plan, choices: CopyChoices): readonly CopiedDate[] {
  const move = moverOf(plan, choices);
  return [...datesOf(plan, choices.parts)].map((dated) => ({ ...dated, ...move(dated.from) }));
}

/** How dates of this plan move: only free periods that go along are gone round. */
export function moverOf({ blackouts }: Plan, { parts, weeks }: CopyChoices): (date: LocalDate) => Moved {
  return dateMover(weeks, parts.includes("blackouts") ? blackouts : []);
}

/** The day on which the plan begins: its phases, or, when none has a date, the first date of all. Null without dates. */
export function firstDayOf(plan: Plan): LocalDate | null {
  const dates = [...datesOf(plan, ["decisions", "communications"])];
  const ofPhases = dates.filter((dated) => dated.of === "phase");
  return earliest((ofPhases.length > 0 ? ofPhases : dates).map(({ from }) => from));
}

/** The free periods that go along: all of them, but in a plan that moves those that are over before anything is planned. */
export function copiedBlackouts(plan: Plan, choices: CopyChoices): readonly Blackout[] {
  if (!choices.parts.includes("blackouts")) return [];
  const first = choices.weeks === 0 ? null : earliest(copiedDates(plan, choices).map(({ to }) => to));
  return plan.blackouts.filter(({ start, end }) => first === null || (end ?? start ?? first) >= first);
}

function earliest(dates: readonly LocalDate[]): LocalDate | null {
  return dates.reduce<LocalDate | null>(
    (first, date) => (first === null || date < first ? date : first),
    null,
  );
}

function* datesOf(plan: Plan, parts: CopyChoices["parts"]): Generator<Dated> {
  for (const { id, name, start, end } of plan.phases)
    yield* spanOf({ of: "phase", id, title: name }, start, end);
  for (const { id, title, start, end } of plan.activities)
    yield* spanOf({ of: "activity", id, title }, start, end);
  if (parts.includes("decisions"))
    for (const { id, question, neededBy } of plan.decisions)
      if (neededBy !== null) yield { of: "decision", id, title: question, field: "neededBy", from: neededBy };
  if (parts.includes("communications"))
    for (const { id, message, date } of plan.communications)
      if (date !== null) yield { of: "communication", id, title: message, field: "date", from: date };
}

function* spanOf(
  entry: Pick<Dated, "of" | "id" | "title">,
  start: LocalDate | null,
  end: LocalDate | null,
): Generator<Dated> {
  if (start !== null) yield { ...entry, field: "start", from: start };
  if (end !== null) yield { ...entry, field: "end", from: end };
}
