import * as Y from "yjs";
import { rootMap } from "./entry.ts";
import { type Root, ROOTS } from "./schema.ts";

/** An entry in which something changed, came or went; the plan's own fields are the entry `meta` of the root `meta`. */
export interface EntryChange {
  readonly root: Root;
  readonly id: string;
}

/** What one transaction changed, each entry once. */
export interface PlanChange {
  readonly entries: readonly EntryChange[];
  /** False for what came from elsewhere. */
  readonly local: boolean;
  readonly origin: unknown;
  /** The client ids that wrote something in it; whoever only took something away is not among them. */
  readonly authors: readonly number[];
}

/**
 * Tells, once after every transaction that touched the plan, which entries changed. The returned function stops it.
 */
export function observePlan(doc: Y.Doc, listener: (change: PlanChange) => void): () => void {
  let changed = new Map<string, EntryChange>();
  const stops = ROOTS.map((root) => {
    const collect = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const id of changedIds(root, events)) changed.set(`${root}/${id}`, { root, id });
    };
    const map = rootMap(doc, root);
    map.observeDeep(collect);
    return () => map.unobserveDeep(collect);
  });
  const tell = (transaction: Y.Transaction) => {
    if (changed.size === 0) return;
    const entries = [...changed.values()];
    changed = new Map();
    listener({
      entries,
      local: transaction.local,
      origin: transaction.origin,
      authors: authorsOf(transaction),
    });
  };
  doc.on("afterTransaction", tell);
  return () => {
    for (const stop of stops) stop();
    doc.off("afterTransaction", tell);
  };
}

function authorsOf({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState].flatMap(([client, clock]) =>
    clock > (beforeState.get(client) ?? 0) ? [client] : [],
  );
}

function changedIds(root: Root, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): string[] {
  if (root === "meta") return ["meta"];
  return events.flatMap((event) => {
    const [id] = event.path;
    if (typeof id === "string") return [id];
    return event instanceof Y.YMapEvent ? [...event.keysChanged].map(String) : [];
  });
}
