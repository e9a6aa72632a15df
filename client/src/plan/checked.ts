import { type CheckedPlan, checkSteps } from "@planwand/shared/checks/check-plan.ts";
import { planScore, type PlanScore } from "@planwand/shared/checks/completeness.ts";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import { useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { usePlanSession } from "../sync/session.tsx";
import { createStore, type ReadableStore } from "../sync/store.ts";
import { days } from "./today.ts";
import { planNow, watchPlan } from "./plan-value.ts";

/** What the plan still lacks, and how complete it is. */
export interface PlanState extends CheckedPlan {
  readonly score: PlanScore;
}

/** How long somebody who types without a pause waits for a new count, in milliseconds. */
const AT_LAST_MS = 500;

const known = new WeakMap<Y.Doc, ReadableStore<PlanState | null>>();

/**
 * What the plan still lacks, worked out in short steps while the page is at rest after each change of plan or journal, so that
 * typing is never kept waiting for it. Null until it was worked out once.
 */
export function checkedStore(doc: Y.Doc, journal: ReadableStore<Journal>): ReadableStore<PlanState | null> {
  const made = known.get(doc);
  if (made !== undefined) return made;
  const store = createStore<PlanState | null>(null);
  known.set(doc, store);
  let steps: ReturnType<typeof stateOf> | null = null;
  let hasChanged = false;
  const look = (): void => {
    hasChanged = true;
    if (steps !== null) return;
    begin();
  };
  const begin = (): void => {
    hasChanged = false;
    steps = stateOf(doc, journal);
    whenAtRest(work);
  };
  const work = (rest: Rest): void => {
    if (steps === null) return;
    do {
      const step = steps.next();
      if (step.done !== true) continue;
      steps = null;
      store.set(step.value);
      // What changed meanwhile is looked at after this, so that even an unbroken stream of changes is counted.
      if (hasChanged) begin();
      return;
    } while (rest.timeRemaining() > 0);
    whenAtRest(work);
  };
  const stops = [watchPlan(doc, look), journal.subscribe(look), days.subscribe(look)];
  doc.on("destroy", () => {
    for (const stop of stops) stop();
    steps = null;
  });
  look();
  return store;
}

function* stateOf(doc: Y.Doc, journal: ReadableStore<Journal>): Generator<undefined, PlanState, undefined> {
  const plan = planNow(doc);
  yield undefined;
  const score = planScore(plan);
  return { ...(yield* checkSteps(plan, journal.getSnapshot(), days.getSnapshot())), score };
}

/** How much of a moment of rest is left, in milliseconds. */
type Rest = Pick<IdleDeadline, "timeRemaining">;

function whenAtRest(run: (rest: Rest) => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: AT_LAST_MS });
  else setTimeout(() => run({ timeRemaining: () => 0 }), 1);
}

/** What the plan still lacks; null until that is known. Renders soon after every change of it. */
export function useChecked(): PlanState | null {
  const { doc, connection } = usePlanSession();
  const store = checkedStore(doc, connection.journal);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
