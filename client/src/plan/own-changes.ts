import type { ExplainedField } from "@planwand/shared/journal/events.ts";
import type * as Y from "yjs";
import { createStore, type Store } from "../sync/store.ts";

/** A change of this page that deserves a word of why. */
export interface OwnChange {
  readonly activity: string;
  readonly field: ExplainedField;
  readonly from: string;
  readonly to: string;
}

const stores = new WeakMap<Y.Doc, Store<OwnChange | null>>();
const asking = new WeakSet<Y.Doc>();

/** The last change of this page that may be explained; null when it was explained or passed over. */
export function ownChangeOf(doc: Y.Doc): Store<OwnChange | null> {
  const known = stores.get(doc) ?? createStore<OwnChange | null>(null);
  stores.set(doc, known);
  return known;
}

/** Whether another phase or other dates ask why now: in a draft they do not. */
export function setAsking(doc: Y.Doc, isAsking: boolean): void {
  if (isAsking) asking.add(doc);
  else asking.delete(doc);
}

/**
 * Remembers a change of this page; the same field changed twice in a row is one change. What is blocked or dropped always deserves
 * a reason; another phase or other dates only while this plan asks for them.
 */
export function noteChange(doc: Y.Doc, change: OwnChange): void {
  if (change.field !== "status" && !asking.has(doc)) return;
  const store = ownChangeOf(doc);
  const last = store.getSnapshot();
  const isSame = last?.activity === change.activity && last.field === change.field;
  const next = isSame ? { ...change, from: last.from } : change;
  store.set(next.from === next.to ? null : next);
}
