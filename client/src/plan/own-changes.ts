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

/** The last change of this page that may be explained; null when it was explained or passed over. */
export function ownChangeOf(doc: Y.Doc): Store<OwnChange | null> {
  const known = stores.get(doc) ?? createStore<OwnChange | null>(null);
  stores.set(doc, known);
  return known;
}

/** Remembers a change of this page; the same field changed twice in a row is one change. */
export function noteChange(doc: Y.Doc, change: OwnChange): void {
  const store = ownChangeOf(doc);
  const last = store.getSnapshot();
  const isSame = last?.activity === change.activity && last.field === change.field;
  const next = isSame ? { ...change, from: last.from } : change;
  store.set(next.from === next.to ? null : next);
}
