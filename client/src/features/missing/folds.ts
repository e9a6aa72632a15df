import type { PlanSession } from "../../sync/session.tsx";
import { createStore, type Store } from "../../sync/store.ts";

/** What was opened and closed in this view on this page, by group; what was never touched is not in it. */
export interface Folds {
  readonly open: ReadonlyMap<string, boolean>;
  /** The finding that was gone to last, to come back to. */
  readonly last: string | null;
}

const stores = new WeakMap<PlanSession["doc"], Store<Folds>>();

export function foldsOf(doc: PlanSession["doc"]): Store<Folds> {
  const known = stores.get(doc) ?? createStore<Folds>({ open: new Map(), last: null });
  stores.set(doc, known);
  return known;
}

export function fold(doc: PlanSession["doc"], group: string, isOpen: boolean): void {
  const store = foldsOf(doc);
  const now = store.getSnapshot();
  store.set({ ...now, open: new Map(now.open).set(group, isOpen) });
}

export function rememberLast(doc: PlanSession["doc"], last: string): void {
  const store = foldsOf(doc);
  store.set({ ...store.getSnapshot(), last });
}
