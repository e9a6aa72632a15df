import type { Circle } from "@planwand/shared/access/role.ts";
import type { ActivityStatus } from "@planwand/shared/plan/schema.ts";
import type * as Y from "yjs";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";
import { today } from "./clock.ts";
import { dueOf } from "./due.ts";
import { type CardSnapshot, type PlanIndex, planIndexOf, TOPIC } from "./plan-index.ts";

/** What somebody looks for: all kinds that are asked for must hold, and one of the choices within a kind. */
export interface Filter {
  readonly text: string;
  readonly statuses: readonly ActivityStatus[];
  readonly circles: readonly Circle[];
  /** Ids of parties with a role in it, of goals it contributes to, and the numbered flows it touches. */
  readonly parties: readonly string[];
  readonly goals: readonly string[];
  readonly flows: readonly string[];
  readonly hasOpenDecision: boolean;
  readonly isLate: boolean;
}

export const NO_FILTER: Filter = {
  text: "",
  statuses: [],
  circles: [],
  parties: [],
  goals: [],
  flows: [],
  hasOpenDecision: false,
  isLate: false,
};

/** The filter of this page on this plan: nobody else's, and gone with the page. */
export interface PlanFilter {
  readonly filter: Store<Filter>;
  /** The activities that it finds; null while nothing is asked for. */
  readonly found: ReadableStore<ReadonlySet<string> | null>;
}

const filters = new WeakMap<Y.Doc, PlanFilter>();

/** The one filter of this document; made at the first ask. */
export function filterOf(doc: Y.Doc): PlanFilter {
  const known = filters.get(doc) ?? createFilter(planIndexOf(doc));
  filters.set(doc, known);
  return known;
}

function createFilter(index: PlanIndex): PlanFilter {
  const filter = createStore(NO_FILTER);
  const found = createStore<ReadonlySet<string> | null>(null);
  const look = (): void => {
    const next = find(index, filter.getSnapshot());
    const before = found.getSnapshot();
    if (!isSame(before, next)) found.set(next);
  };
  filter.subscribe(look);
  for (const topic of [TOPIC.activities, TOPIC.list("parties"), TOPIC.list("openDecisions")])
    index.subscribe(topic, () => {
      if (filter.getSnapshot() !== NO_FILTER) look();
    });
  return { filter, found };
}

function isSame(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every((id) => b.has(id));
}

/** Whether anything is asked for. */
export function isAsking(filter: Filter): boolean {
  const { text, hasOpenDecision, isLate, statuses, circles, parties, goals, flows } = filter;
  const chosen = [statuses, circles, parties, goals, flows].some((choices) => choices.length > 0);
  return plain(text) !== "" || chosen || hasOpenDecision || isLate;
}

function find(index: PlanIndex, filter: Filter): ReadonlySet<string> | null {
  if (!isAsking(filter)) return null;
  const circleOf = new Map(index.list("parties").map(({ id, circle }) => [id, circle]));
  const text = plain(filter.text);
  const day = today();
  const matches = (card: CardSnapshot): boolean => {
    const { statuses, circles, hasOpenDecision, isLate } = filter;
    if (text !== "" && !plain(card.title).includes(text)) return false;
    if (statuses.length > 0 && !statuses.includes(card.status)) return false;
    if (hasOpenDecision && (index.list("openDecisions").get(card.id) ?? 0) === 0) return false;
    if (isLate && dueOf(card, day)?.kind !== "late") return false;
    if (!meets(filter.goals, card.goals) || !meets(filter.flows, card.flows)) return false;
    const involved = Object.values(card.roles).flat();
    if (!meets(filter.parties, involved)) return false;
    return (
      circles.length === 0 ||
      involved.some((party) => circles.some((circle) => circleOf.get(party) === circle))
    );
  };
  return new Set(
    index
      .activities()
      .filter(matches)
      .map(({ id }) => id),
  );
}

/** Whether one of the choices is there, or none is asked for. */
function meets(choices: readonly string[], there: readonly string[]): boolean {
  return choices.length === 0 || choices.some((choice) => there.includes(choice));
}

/** Without capitals and accents, so that one need not type them. */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}
