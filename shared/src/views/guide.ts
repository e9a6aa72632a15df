import type { LocalDate } from "../kernel/clock.ts";
import { COMMUNICATION_KINDS, type Plan } from "../plan/schema.ts";

/** The seven items of the guide *stap voor stap*, in its order. */
export const GUIDE_ITEMS = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type GuideItem = (typeof GUIDE_ITEMS)[number];

/** How far an item is: so many of so many, and how many ideas may still add to that; of none, it has not begun. */
export interface GuideProgress {
  readonly done: number;
  readonly of: number;
  readonly ideas: number;
}

/** Whether nothing of an item is left to do. */
export function isGuided({ done, of, ideas }: GuideProgress): boolean {
  return of > 0 && done === of && ideas === 0;
}

/** What of a plan the guide looks at. */
type Guided = Pick<Plan, "domains" | "phases" | "decisions" | "communications"> & {
  readonly activities: readonly Pick<
    Plan["activities"][number],
    "status" | "what" | "why" | "result" | "criterion" | "roles" | "start"
  >[];
};

/**
 * How far each item of the guide is: impact described, phases with a goal and a period, activities made concrete, people connected,
 * decision points with who and when, phases with a moment of each kind, and activities that should have begun and have. What is an
 * idea yet may still need words, people and decisions.
 */
export function guideProgress(plan: Guided, today: LocalDate): Readonly<Record<GuideItem, GuideProgress>> {
  const live = plan.activities.filter(({ status }) => status !== "idea" && status !== "dropped");
  const begun = live.filter(({ start }) => start !== null && start <= today);
  const toCome = plan.activities.filter(({ status }) => status === "idea").length;
  const count = <Entry>(
    entries: readonly Entry[],
    isDone: (entry: Entry) => boolean,
    ideas = 0,
  ): GuideProgress => ({ done: entries.filter(isDone).length, of: entries.length, ideas });
  return {
    "1": count(plan.domains, ({ impact }) => impact !== ""),
    "2": count(plan.phases, ({ goal, start, end }) => goal !== "" && start !== null && end !== null),
    "3": count(
      live,
      ({ what, why, result, criterion }) => [what, why, result, criterion].every((text) => text !== ""),
      toCome,
    ),
    "4": count(
      live,
      ({ roles }) => [roles.sponsor, roles.executor, roles.codecider].every((parties) => parties.length > 0),
      toCome,
    ),
    "5": count(plan.decisions, ({ decider, neededBy }) => decider !== null && neededBy !== null, toCome),
    "6": count(plan.phases, ({ id }) =>
      COMMUNICATION_KINDS.every((kind) =>
        plan.communications.some((moment) => moment.phase === id && moment.kind === kind),
      ),
    ),
    "7": count(begun, ({ status }) => status !== "planned"),
  };
}
