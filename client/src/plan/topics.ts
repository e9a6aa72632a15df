import { callEach } from "@planwand/shared/kernel/call-each.ts";

/** Listeners by topic, so that a change of one card calls only those who look at that card. */
export interface Topics {
  subscribe(topic: string, listener: () => void): () => void;
  /** Calls the listeners of these topics, each once. */
  publish(topics: ReadonlySet<string>): void;
}

export function createTopics(): Topics {
  const listenersByTopic = new Map<string, Set<() => void>>();
  return {
    subscribe(topic, listener) {
      const listeners = listenersByTopic.get(topic) ?? new Set();
      listenersByTopic.set(topic, listeners);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) listenersByTopic.delete(topic);
      };
    },
    publish(topics) {
      const called = new Set<() => void>();
      for (const topic of topics) {
        for (const listener of listenersByTopic.get(topic) ?? []) called.add(listener);
      }
      callEach(called, [], (error) => reportError(error));
    },
  };
}
