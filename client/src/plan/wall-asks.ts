import type * as Y from "yjs";
import { createStore, type Store } from "../sync/store.ts";

/** Something that the wall is asked to do from elsewhere: add an activity in a cell, bring a phase or domain into view, or a cell. */
export type WallAsk =
  | { readonly what: "add"; readonly phase: string; readonly domain: string }
  | { readonly what: "show"; readonly phase: string | null; readonly domain: string | null }
  | { readonly what: "look"; readonly phase: string; readonly domain: string | null };

const asks = new WeakMap<Y.Doc, Store<WallAsk | null>>();

/** What the wall of this plan is asked; the wall takes it as soon as it is there. */
export function wallAskOf(doc: Y.Doc): Store<WallAsk | null> {
  const known = asks.get(doc) ?? createStore<WallAsk | null>(null);
  asks.set(doc, known);
  return known;
}
