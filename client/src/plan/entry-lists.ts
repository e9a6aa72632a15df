import type { Readable } from "@planwand/shared/plan/entry.ts";
import { observePlan } from "@planwand/shared/plan/observe.ts";
import { readAll } from "@planwand/shared/plan/read-live.ts";
import {
  readBlackout,
  readCommunication,
  readDecision,
  readEmptyCell,
  readParkingItem,
  readWaiver,
} from "@planwand/shared/plan/read-entries.ts";
import { useSyncExternalStore } from "react";
import type * as Y from "yjs";
import { usePlanSession } from "../sync/session.tsx";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";
import { keepSame } from "./keep-same.ts";

/** The kinds of entries that only some views look at; each is read when the first of them does. */
const READERS = {
  decisions: readDecision,
  communications: readCommunication,
  parking: readParkingItem,
  blackouts: readBlackout,
  cells: readEmptyCell,
  waivers: readWaiver,
} as const;
type ListedRoot = keyof typeof READERS;
type Listed<R extends ListedRoot> = ReturnType<(typeof READERS)[R]>;

const known = new WeakMap<Y.Doc, Map<ListedRoot, Store<readonly unknown[]>>>();

/** The live entries of a kind, in order; whatever did not change keeps its identity. */
export function entriesStore<R extends ListedRoot>(doc: Y.Doc, root: R): ReadableStore<readonly Listed<R>[]> {
  const stores = known.get(doc) ?? new Map<ListedRoot, Store<readonly unknown[]>>();
  known.set(doc, stores);
  const store = (stores.get(root) ?? createStore(read(doc, root))) as Store<readonly Listed<R>[]>;
  if (stores.has(root)) return store;
  stores.set(root, store);
  const stop = observePlan(doc, ({ entries }) => {
    if (entries.some((entry) => entry.root === root))
      store.set(keepSame(store.getSnapshot(), read(doc, root)));
  });
  doc.on("destroy", stop);
  return store;
}

function read<R extends ListedRoot>(doc: Y.Doc, root: R): readonly Listed<R>[] {
  // Each reader gives what its own kind holds.
  return readAll<Listed<R>>(doc, root, READERS[root] as (id: string, entry: Readable) => Listed<R>);
}

/** The live entries of a kind, in order. Renders when one of them changes. */
export function useEntries<R extends ListedRoot>(root: R): readonly Listed<R>[] {
  const store = entriesStore(usePlanSession().doc, root);
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
