import { useSyncExternalStore } from "react";
import type { ReadableStore } from "../../sync/store.ts";

/** A part of a store; `select` must give a primitive or a value that stays the same while nothing changed. */
export function useStore<Value, Part>(store: ReadableStore<Value>, select: (value: Value) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}
