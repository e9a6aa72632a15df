import type { Activity } from "@planwand/shared/plan/schema.ts";
import { useMemo } from "react";
import { useActivities, useDomains, usePhases } from "./hooks.ts";
import type { CardSnapshot } from "./plan-index.ts";

/** An activity with the phase and domain that it is in; null for both when one of them is not in the plan. */
export type PlacedCard = CardSnapshot & Pick<Activity, "phase" | "domain">;

const known = new WeakMap<CardSnapshot, PlacedCard>();

/** One that did not change and did not lose its place keeps its identity, so that what draws it need not be drawn again. */
function placed(card: CardSnapshot, phase: string | null, domain: string | null): PlacedCard {
  const before = known.get(card);
  if (before?.phase === phase && before.domain === domain) return before;
  const after = { ...card, phase, domain };
  known.set(card, after);
  return after;
}

/** All activities that are not in the bin, by title, each with where it is. Renders on every change of any of them. */
export function usePlacedActivities(): readonly PlacedCard[] {
  const activities = useActivities();
  const phases = usePhases();
  const domains = useDomains();
  return useMemo(() => {
    const [inPhases, inDomains] = [phases, domains].map((list) => new Set(list.map(({ id }) => id)));
    return activities.map((card) => {
      const [phase, domain] = card.place;
      const isPlaced = inPhases?.has(phase) === true && inDomains?.has(domain) === true;
      return isPlaced ? placed(card, phase, domain) : placed(card, null, null);
    });
  }, [activities, phases, domains]);
}
