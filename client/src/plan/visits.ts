import { keep, kept } from "../ui/kept.ts";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";

/** Who is away for less than this is still on the same visit, in milliseconds. */
const SAME_VISIT_MS = 30 * 60_000;
/** How often an open plan says that somebody is there. */
const EVERY_MS = 60_000;

const stores = new Map<string, Store<number>>();
const keyOf = (planId: string, what: "seen" | "here"): string => `planwand:${what}:${planId}`;

/** Up to when this person has seen what others did, in milliseconds since 1970. */
export function seenUntil(planId: string): ReadableStore<number> {
  return storeOf(planId);
}

function storeOf(planId: string): Store<number> {
  const known = stores.get(planId) ?? createStore(read(planId, "seen") ?? Infinity);
  stores.set(planId, known);
  return known;
}

/**
 * Begins a visit, or goes on with one, until the returned function is called. What happened since the end of the visit before is new;
 * at the very first visit nothing is.
 */
export function beginVisit(planId: string, now: () => number): () => void {
  const here = read(planId, "here");
  if (here === null) markSeen(planId, now());
  else if (now() - here > SAME_VISIT_MS) markSeen(planId, here);
  const stay = (): void => keep(keyOf(planId, "here"), String(now()));
  stay();
  const timer = setInterval(stay, EVERY_MS);
  window.addEventListener("pagehide", stay);
  return () => {
    clearInterval(timer);
    window.removeEventListener("pagehide", stay);
    stay();
  };
}

/** Everything up to `at` was seen. */
export function markSeen(planId: string, at: number): void {
  keep(keyOf(planId, "seen"), String(at));
  storeOf(planId).set(at);
}

function read(planId: string, what: "seen" | "here"): number | null {
  const at = Number(kept(keyOf(planId, what)) ?? Number.NaN);
  return Number.isFinite(at) ? at : null;
}
