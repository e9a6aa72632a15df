import type { Circle } from "@planwand/shared/access/role.ts";
import { fragmentsOf, plainText } from "@planwand/shared/kernel/plain-text.ts";
import { findIn } from "@planwand/shared/views/search.ts";
import type { LocalDate } from "@planwand/shared/kernel/clock.ts";
import { dueOf } from "./due.ts";
import { type Filter, FILTER_KINDS, type FilterKind, type PlanFilter } from "./filter.ts";
import type { ReadableStore } from "../sync/store.ts";
import { type CardSnapshot, type PlanIndex, TOPIC } from "./plan-index.ts";

/** What a search knows besides the cards themselves. */
export interface Surroundings {
  readonly today: LocalDate;
  readonly circleOf: ReadonlyMap<string, Circle>;
  readonly openDecisions: ReadonlyMap<string, number>;
  /** The checks that each activity does not meet, by its id. */
  readonly missing: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether anything is asked for. */
export function isAsking({ text, chosen }: Filter): boolean {
  return fragmentsOf(text).length > 0 || FILTER_KINDS.some((kind) => (chosen[kind] ?? []).length > 0);
}

/** The filter without one of its kinds, or without its text. */
export function without(filter: Filter, kind: FilterKind | "text"): Filter {
  if (kind === "text") return { ...filter, text: "" };
  const { [kind]: _, ...chosen } = filter.chosen;
  return { ...filter, chosen };
}

/** Which cards a filter finds; null while nothing is asked for. */
export function findCards(
  cards: readonly CardSnapshot[],
  filter: Filter,
  around: Surroundings,
): ReadonlySet<string> | null {
  if (!isAsking(filter)) return null;
  const asked = FILTER_KINDS.flatMap((kind) => {
    const values = filter.chosen[kind] ?? [];
    return values.length === 0 ? [] : [{ holds: holds(kind, around), values }];
  });
  const found = new Set<string>();
  for (const card of findIn(cards, ({ title }) => title, filter.text)) {
    if (asked.every((one) => one.values.some((value) => one.holds(card, value)))) found.add(card.id);
  }
  return found;
}

/** The names of people on a card; several may stand in one field. */
export function peopleOf({ names }: Pick<CardSnapshot, "names">): readonly string[] {
  return Object.values(names).flatMap((written) =>
    written
      .split(/[,;/]/u)
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );
}

function holds(kind: FilterKind, around: Surroundings): (card: CardSnapshot, value: string) => boolean {
  const involved = ({ roles }: CardSnapshot): readonly string[] => Object.values(roles).flat();
  const hasCircle = (card: CardSnapshot, circle: string): boolean =>
    involved(card).some((party) => around.circleOf.get(party) === circle);
  switch (kind) {
    case "status":
      return (card, value) => card.status === value;
    case "priority":
      return (card, value) => card.priority === value;
    case "circle":
      return hasCircle;
    case "without":
      return (card, value) => !hasCircle(card, value);
    case "party":
      return (card, value) => involved(card).includes(value);
    case "mine":
      return (card, value) => {
        const [what, who = ""] = value.split(":");
        return what === "party" ? involved(card).includes(who) : hasCircle(card, who);
      };
    case "person":
      return (card, value) => peopleOf(card).some((name) => plainText(name) === plainText(value));
    case "goal":
      return (card, value) => card.goals.includes(value);
    case "flow":
      return (card, value) => card.flows.some((flow) => flow === value);
    case "choice":
      return (card) => (around.openDecisions.get(card.id) ?? 0) > 0;
    case "late":
      return (card) => dueOf(card, around.today)?.kind === "late";
    case "missing":
      return (card, value) => around.missing.get(card.id)?.has(value) === true;
  }
}

/** What is around the cards of an index now. */
export function surroundingsOf(
  index: PlanIndex,
  missing: Surroundings["missing"],
  today: LocalDate,
): Surroundings {
  return {
    today,
    circleOf: new Map(index.list("parties").map(({ id, circle }) => [id, circle])),
    openDecisions: index.list("openDecisions"),
    missing,
  };
}

/**
 * Keeps `found` true while the plan and the filter change, until the returned function is called; then nothing is looked for. What is
 * missing is only worked out while the filter asks for it.
 */
export function followFilter(
  index: PlanIndex,
  { filter, found }: PlanFilter,
  missing: ReadableStore<Surroundings["missing"]>,
  days: ReadableStore<LocalDate>,
): () => void {
  let leave: (() => void) | null = null;
  const look = (): void => {
    const asked = filter.getSnapshot();
    const asksMissing = (asked.chosen.missing ?? []).length > 0;
    if (asksMissing) leave ??= missing.subscribe(look);
    else {
      leave?.();
      leave = null;
    }
    const next = findCards(
      index.activities(),
      asked,
      surroundingsOf(index, missing.getSnapshot(), days.getSnapshot()),
    );
    if (!isSame(found.getSnapshot(), next)) found.set(next);
  };
  const topics = [TOPIC.activities, TOPIC.list("parties"), TOPIC.list("openDecisions")];
  const stops = [
    filter.subscribe(look),
    days.subscribe(look),
    ...topics.map((topic) => index.subscribe(topic, look)),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
    leave?.();
    found.set(null);
  };
}

function isSame(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && [...a].every((id) => b.has(id));
}
