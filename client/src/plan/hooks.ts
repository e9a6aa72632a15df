import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import type { Domain, Goal, Party, Phase, RoleSlot } from "@planwand/shared/plan/schema.ts";
import { useCallback, useSyncExternalStore } from "react";
import { usePlanSession } from "../sync/session.tsx";
import { filterOf } from "./filter.ts";
import { type CardSnapshot, type PlanIndex, planIndexOf, TOPIC } from "./plan-index.ts";

/** The index of the open plan; reading it directly does not follow its changes. */
export function usePlanIndex(): PlanIndex {
  return planIndexOf(usePlanSession().doc);
}

function useTopic<Value>(topic: string, read: (index: PlanIndex) => Value): Value {
  const index = usePlanIndex();
  const subscribe = useCallback((listener: () => void) => index.subscribe(topic, listener), [index, topic]);
  return useSyncExternalStore(subscribe, () => read(index));
}

/** One activity; null when there is none or it is in the bin. */
export function useActivity(id: string): CardSnapshot | null {
  return useTopic(TOPIC.activity(id), (index) => index.activity(id));
}

/** One activity that is in the bin, as it was; else null. */
export function useBinnedActivity(id: string): CardSnapshot | null {
  return useTopic(TOPIC.activity(id), (index) => index.inBin(id));
}

/** The ids of the cards in a cell, in order. */
export function useCell(phase: string, domain: string): readonly string[] {
  return useTopic(TOPIC.cell(phase, domain), (index) => index.cell(phase, domain));
}

/** The cards in *Niet ingedeeld*. */
export function useUnplaced(): readonly string[] {
  return useTopic(TOPIC.unplaced, (index) => index.unplaced());
}

/** Whether there are more activities than `count`; renders only when that changes. */
export function useHasMoreThan(count: number): boolean {
  return useTopic(TOPIC.activities, (index) => index.size > count);
}

/** All activities that are not in the bin, by title. Renders on every change of any of them. */
export function useActivities(): readonly CardSnapshot[] {
  return useTopic(TOPIC.activities, (index) => index.activities());
}

export function usePhases(): readonly Phase[] {
  return useTopic(TOPIC.list("phases"), (index) => index.list("phases"));
}

export function useDomains(): readonly Domain[] {
  return useTopic(TOPIC.list("domains"), (index) => index.list("domains"));
}

export function useParties(): readonly Party[] {
  return useTopic(TOPIC.list("parties"), (index) => index.list("parties"));
}

export function useGoals(): readonly Goal[] {
  return useTopic(TOPIC.list("goals"), (index) => index.list("goals"));
}

/** A phase by id; null when it is unknown or in the bin. */
export function usePhase(id: string): Phase | null {
  return useTopic(TOPIC.list("phases"), (index) => find(index.list("phases"), id));
}

export function useDomain(id: string): Domain | null {
  return useTopic(TOPIC.list("domains"), (index) => find(index.list("domains"), id));
}

export function useParty(id: string): Party | null {
  return useTopic(TOPIC.list("parties"), (index) => find(index.list("parties"), id));
}

/** The circles of all parties with a role in this activity, in the order of `CIRCLES`. */
export function useCircles({ roles }: Pick<CardSnapshot, "roles">): readonly Circle[] {
  const named = useTopic(TOPIC.list("parties"), (index) => {
    const involved = new Set(Object.values(roles).flat());
    const circles = index.list("parties").flatMap(({ id, circle }) => (involved.has(id) ? [circle] : []));
    // A string, so that a change of another party renders nothing.
    return CIRCLES.filter((circle) => circles.includes(circle)).join(" ");
  });
  return CIRCLES.filter((circle) => named.split(" ").includes(circle));
}

/** How many decision points of this activity have no outcome yet. */
export function useOpenDecisions(activity: string): number {
  return useTopic(TOPIC.list("openDecisions"), (index) => index.list("openDecisions").get(activity) ?? 0);
}

/** How many decision points have no outcome yet, by activity. */
export function useOpenDecisionCounts(): ReadonlyMap<string, number> {
  return useTopic(TOPIC.list("openDecisions"), (index) => index.list("openDecisions"));
}

/** How many decision points without an outcome hang on the cards of a phase, or of one of its cells. */
export function useOpenDecisionsIn(phase: string, domain: string | null): number {
  const index = usePlanIndex();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [TOPIC.activities, TOPIC.list("openDecisions")].map((topic) =>
        index.subscribe(topic, listener),
      );
      return () => {
        for (const stop of stops) stop();
      };
    },
    [index],
  );
  return useSyncExternalStore(subscribe, () => index.openDecisionsIn(phase, domain));
}

/** How many activities a phase or a domain holds. */
export function useCount(axis: "phase" | "domain", id: string): number {
  return useTopic(TOPIC.activities, (index) =>
    axis === "phase" ? index.countInPhase(id) : index.countInDomain(id),
  );
}

/** Whether this page looks for something; renders only when that changes. */
export function useIsFiltering(): boolean {
  const { found } = filterOf(usePlanSession().doc);
  return useSyncExternalStore(found.subscribe, () => found.getSnapshot() !== null);
}

/** Whether what this page looks for is not in this activity; renders only when that changes. */
export function useIsFilteredOut(id: string): boolean {
  const { found, lens } = filterOf(usePlanSession().doc);
  const isNotFound = useSyncExternalStore(found.subscribe, () => found.getSnapshot()?.has(id) === false);
  const isOfOthers = useSyncExternalStore(lens.subscribe, () => lens.getSnapshot()?.roles.has(id) === false);
  return isNotFound || isOfOthers;
}

/** The roles of the circle from whose side the wall is seen, in this activity; empty when it has none or nobody looks so. */
export function useLensSlots(id: string): readonly RoleSlot[] {
  const { lens } = filterOf(usePlanSession().doc);
  return useSyncExternalStore(lens.subscribe, () => lens.getSnapshot()?.roles.get(id) ?? NO_SLOTS);
}

const NO_SLOTS: readonly RoleSlot[] = [];

/** The title of the plan and what else it says of itself. */
export function useMeta() {
  return useTopic(TOPIC.list("meta"), (index) => index.list("meta"));
}

function find<Entry extends { readonly id: string }>(entries: readonly Entry[], id: string): Entry | null {
  return entries.find((entry) => entry.id === id) ?? null;
}
