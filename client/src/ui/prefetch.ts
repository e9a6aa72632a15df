const waiting: (() => Promise<unknown>)[] = [];

/**
 * Registers a part of the page that is fetched when it is first needed, and gives back how to fetch it. Parts are also fetched
 * by `prefetchAll` once the page is at rest, so that they are there without a network.
 */
export function prefetched<Module>(load: () => Promise<Module>): () => Promise<Module> {
  waiting.push(load);
  return load;
}

/** Fetches every registered part while the browser has nothing better to do. */
export function prefetchAll(): void {
  const parts = waiting.splice(0);
  const fetchParts = (): void => {
    // A part that does not come now is asked for again when it is needed.
    void Promise.allSettled(parts.map((load) => load()));
  };
  if ("requestIdleCallback" in window) requestIdleCallback(fetchParts, { timeout: 3_000 });
  else setTimeout(fetchParts, 1_500);
}
