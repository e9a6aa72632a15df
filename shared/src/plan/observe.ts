import * as Y from "yjs";
import { rootMap } from "./entry.ts";
import { type Root, ROOTS } from "./schema.ts";

/** An entry in which something changed, came or went; the plan's own fields are the entry `meta` of the root `meta`. */
export interface EntryChange {
  readonly root: Root;
  readonly id: string;
  /** In which of its fields; null when the entry itself came, went or is another one. */
  readonly fields: ReadonlySet<string> | null;
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
    const map = rootMap(doc, root);
    const add = (id: string, fields: readonly string[] | null): void => {
      const before = changed.get(`${root}/${id}`);
      const known = before === undefined ? [] : before.fields;
      const all = fields === null || known === null ? null : new Set([...known, ...fields]);
      changed.set(`${root}/${id}`, { root, id, fields: all });
    };
    const collect = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const event of events) {
        const keys = event instanceof Y.YMapEvent ? [...event.keysChanged].map(String) : [];
        const [first, second] = pathOf(event.target);
        if (root === "meta") add("meta", first === undefined ? keys : [first]);
        else if (first === undefined) for (const key of keys) add(key, null);
        else add(first, second === undefined ? keys : [second]);
      }
    };
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

/** The keys that lead from its root down to a type; places in a sequence are none. */
function pathOf(target: Y.AbstractType<unknown>): string[] {
  const keys: string[] = [];
  for (let item = target._item; item !== null; item = holderOf(item)) {
    if (item.parentSub !== null) keys.unshift(item.parentSub);
  }
  return keys;
}

function holderOf({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}
