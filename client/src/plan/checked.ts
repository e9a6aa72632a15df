import { checkPlan, type CheckedPlan } from "@planwand/shared/checks/check-plan.ts";
import { planScore, type PlanScore } from "@planwand/shared/checks/completeness.ts";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import { useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { usePlanSession } from "../sync/session.tsx";
import { createStore, type ReadableStore } from "../sync/store.ts";
import { today } from "./clock.ts";
import { planNow, watchPlan } from "./plan-value.ts";

/** What the plan still lacks, and how complete it is. */
export interface PlanState extends CheckedPlan {
  readonly score: PlanScore;
}

/** How long somebody who types without a pause waits for a new count, in milliseconds. */
const AT_LAST_MS = 500;

const known = new WeakMap<Y.Doc, ReadableStore<PlanState>>();

/**
 * What the plan still lacks now, worked out while the page is at rest after each change of plan or journal, so that typing is
 * never kept waiting for it.
 */
export function checkedStore(doc: Y.Doc, journal: ReadableStore<Journal>): ReadableStore<PlanState> {
  const made = known.get(doc);
  if (made !== undefined) return made;
  const look = (): PlanState => {
    const plan = planNow(doc);
    return { ...checkPlan(plan, journal.getSnapshot(), today()), score: planScore(plan) };
  };
  const store = createStore(look());
  known.set(doc, store);
  let isWaiting = false;
  const wait = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    whenAtRest(() => {
      isWaiting = false;
      store.set(look());
    });
  };
  const stops = [watchPlan(doc, wait), journal.subscribe(wait)];
  // A page that was left open is a day older when somebody comes back to it.
  document.addEventListener("visibilitychange", wait);
  doc.on("destroy", () => {
    for (const stop of stops) stop();
    document.removeEventListener("visibilitychange", wait);
  });
  return store;
}

function whenAtRest(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: AT_LAST_MS });
  else setTimeout(run, AT_LAST_MS);
}

/** What the plan still lacks. Renders soon after every change of it. */
export function useChecked(): PlanState {
  const { doc, connection } = usePlanSession();
  const store = checkedStore(doc, connection.journal);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
