import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { fetchHistory } from "../sync/past-api.ts";
import { createStore, type ReadableStore, type Store } from "../sync/store.ts";

/** What happened to the activities of a plan, as far as the server was asked. */
export type LoadedHistory =
  | { readonly kind: "loading" | "away" }
  | {
      readonly kind: "there";
      readonly entries: readonly HistoryEntry[];
      readonly people: ReadonlyMap<string, string>;
    };

const stores = new Map<string, Store<LoadedHistory>>();

/** What was fetched of a plan's history last; the mark in the header and the view read the same. */
export function historyOf(planId: string): ReadableStore<LoadedHistory> {
  return storeOf(planId);
}

function storeOf(planId: string): Store<LoadedHistory> {
  const known = stores.get(planId) ?? createStore<LoadedHistory>({ kind: "loading" });
  stores.set(planId, known);
  return known;
}

/** Asks the server anew. What was there stays when it does not answer. */
export async function loadHistory(planId: string): Promise<void> {
  const store = storeOf(planId);
  const answer = await fetchHistory(planId);
  if (answer.ok) store.set({ kind: "there", ...answer.value });
  else if (store.getSnapshot().kind !== "there") store.set({ kind: "away" });
}
