import type { Activity, Plan } from "../plan/schema.ts";
import { isGoing, isLive } from "./check-context.ts";

/** A field that a card needs before it is complete, called as the panel calls it. */
export type NeededField =
  | "title"
  | "what"
  | "why"
  | "result"
  | "criterion"
  | "sponsor"
  | "executor"
  | "place"
  | "start"
  | "end";

/** The six questions that a card answers, each with the fields that answer it. */
export const CARD_PARTS = {
  what: ["title", "what"],
  why: ["why"],
  result: ["result"],
  criterion: ["criterion"],
  who: ["sponsor", "executor"],
  when: ["place", "start", "end"],
} as const satisfies Record<string, readonly NeededField[]>;
export type CardPart = keyof typeof CARD_PARTS;
const PARTS = Object.keys(CARD_PARTS) as readonly CardPart[];
const FIELDS: readonly NeededField[] = PARTS.flatMap((part) => CARD_PARTS[part]);

type Card = Pick<
  Activity,
  "title" | "what" | "why" | "result" | "criterion" | "roles" | "status" | "start" | "end"
> & {
  /** Whether it stands in a cell of the wall. */
  readonly isPlaced: boolean;
};

/** What one card still needs, and how many of its parts are answered. */
export interface CardCompleteness {
  /** In the order of the card. */
  readonly missing: readonly NeededField[];
  readonly filled: number;
  readonly total: number;
}

/** Completeness of a card: guidance, never a gate. Dates are needed once it is planned, in progress or blocked. */
export function cardCompleteness(card: Card): CardCompleteness {
  const missing = FIELDS.filter((field) => !has(card, field));
  const open = PARTS.filter((part) => CARD_PARTS[part].some((field) => missing.includes(field)));
  return { missing, filled: PARTS.length - open.length, total: PARTS.length };
}

function has(card: Card, field: NeededField): boolean {
  switch (field) {
    case "title":
    case "what":
    case "why":
    case "result":
    case "criterion":
      return card[field].trim() !== "";
    case "sponsor":
      return card.roles.sponsor.length === 1;
    case "executor":
      return card.roles.executor.length > 0;
    case "place":
      return card.isPlaced;
    case "start":
    case "end":
      return card[field] !== null || !isGoing(card);
  }
}

/** Whether a card of a plan needs nothing more. */
export function isComplete(activity: Activity): boolean {
  return cardCompleteness({ ...activity, isPlaced: activity.phase !== null }).missing.length === 0;
}

/** How many of the cards that count are complete: those that are neither an idea nor dropped; and how many are an idea yet. */
export interface Score {
  readonly complete: number;
  readonly of: number;
  readonly ideas: number;
}

/** The score of these cards, which may be those of a cell, a phase, a domain, a party or the whole plan. */
export function scoreOf(activities: readonly Activity[]): Score {
  const counted = activities.filter(isLive);
  const ideas = activities.filter(({ status }) => status === "idea").length;
  return { complete: counted.filter(isComplete).length, of: counted.length, ideas };
}

/** The score of the plan, of each phase and of each cell (`cells[phase][domain]`, by their ids). */
export interface PlanScore {
  readonly plan: Score;
  readonly phases: ReadonlyMap<string, Score>;
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, Score>>;
}

export function planScore({ activities, phases, domains }: Plan): PlanScore {
  const inPhase = Map.groupBy(activities, ({ phase }) => phase);
  const cells = phases.map(({ id }): [string, ReadonlyMap<string, Score>] => {
    const inDomain = Map.groupBy(inPhase.get(id) ?? [], ({ domain }) => domain);
    return [id, new Map(domains.map((domain) => [domain.id, scoreOf(inDomain.get(domain.id) ?? [])]))];
  });
  return {
    plan: scoreOf(activities),
    phases: new Map(phases.map(({ id }) => [id, scoreOf(inPhase.get(id) ?? [])])),
    cells: new Map(cells),
  };
}
