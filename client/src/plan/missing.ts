import { checkPlan } from "@planwand/shared/checks/check-plan.ts";
import type { Finding } from "@planwand/shared/checks/finding.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type * as Y from "yjs";
import type { PlanConnection } from "../sync/plan-connection.ts";
import { createStore, type ReadableStore } from "../sync/store.ts";
import { days } from "./today.ts";

/** What each activity lacks, by its id: the rules of the checks and their weights. What can wait is not among them. */
export type Missing = ReadonlyMap<string, ReadonlySet<string>>;

/** How long a plan must be at rest before it is checked again, in milliseconds: checking never gets in the way of typing. */
const REST_MS = 400;

const NOTHING: Missing = new Map();
const stores = new WeakMap<Y.Doc, ReadableStore<Missing>>();

/** What the activities of this plan lack; worked out only while somebody looks at it, first when they begin to. */
export function missingOf({ doc, journal }: Pick<PlanConnection, "doc" | "journal">): ReadableStore<Missing> {
  const known = stores.get(doc);
  if (known !== undefined) return known;
  const store = createStore(NOTHING);
  let watchers = 0;
  let stop = (): void => undefined;
  const check = (): void =>
    store.set(missingIn(checkPlan(toPlan(doc), journal.getSnapshot(), days.getSnapshot()).findings));
  const start = (): void => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(check, REST_MS);
    };
    const stops = [observePlan(doc, later), journal.subscribe(later), days.subscribe(later)];
    stop = () => {
      clearTimeout(timer);
      for (const one of stops) one();
    };
    check();
  };
  const watched: ReadableStore<Missing> = {
    getSnapshot: store.getSnapshot,
    subscribe(listener) {
      if (watchers++ === 0) start();
      const leave = store.subscribe(listener);
      return () => {
        leave();
        if (--watchers === 0) stop();
      };
    },
  };
  stores.set(doc, watched);
  return watched;
}

/** Findings by the activity that they are about. */
export function missingIn(findings: readonly Finding[]): Missing {
  const missing = new Map<string, Set<string>>();
  for (const { subject, rule, severity, isFar } of findings) {
    if (subject.kind !== "activity" || isFar) continue;
    const known = missing.get(subject.id) ?? new Set();
    missing.set(subject.id, known.add(rule).add(severity));
  }
  return missing;
}
