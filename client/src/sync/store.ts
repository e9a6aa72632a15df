import { callEach } from "@planwand/shared/kernel/call-each.ts";

/** A value that can be watched, in the shape that React's useSyncExternalStore wants. */
export interface ReadableStore<Value> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => Value;
}

export interface Store<Value> extends ReadableStore<Value> {
  /** Keeps `value` and tells the listeners, unless it is the very same value. */
  set(value: Value): void;
}

/** A store that holds `initial` until it is set. */
export function createStore<Value>(initial: Value): Store<Value> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => current,
    set(value) {
      if (Object.is(current, value)) return;
      current = value;
      callEach(listeners, [], (error) => reportError(error));
    },
  };
}
