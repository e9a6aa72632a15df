import * as Y from "yjs";
import { canonicalJson } from "./canonical.ts";
import { mapIn, rootMap, type SharedMap } from "./entry.ts";
import { type Root, ROOTS, type Stamp } from "./schema.ts";

/**
 * One value that a command wrote. `path` leads to it from the root map: `[id, "place"]`, `[id, "roles", "executor:…"]`,
 * `[id, "steps", step, "done"]`. `created` is for a whole entry or nested item that the command made.
 */
export interface Change {
  readonly root: Root;
  readonly path: readonly string[];
  readonly before: unknown;
  readonly after: unknown;
  readonly created: boolean;
}

/** Runs `edit` and lists the values that it wrote, each once; text is not among them, since that has its own undo. */
export function recordChanges<T>(doc: Y.Doc, edit: () => T): { value: T; changes: Change[] } {
  const changes = new Map<string, Change>();
  const stops = ROOTS.map((root) => {
    const map = rootMap(doc, root);
    const collect = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (transaction.local) for (const event of events) collectChanges(root, event, changes);
    };
    map.observeDeep(collect);
    return () => map.unobserveDeep(collect);
  });
  try {
    const value = edit();
    return { value, changes: [...changes.values()].filter((change) => change.created || hasEffect(change)) };
  } finally {
    for (const stop of stops) stop();
  }
}

function collectChanges(
  root: Root,
  event: Y.YEvent<Y.AbstractType<unknown>>,
  changes: Map<string, Change>,
): void {
  if (!(event.target instanceof Y.Map)) return;
  const target: SharedMap = event.target;
  const parents = event.path.map(String);
  const isInCreated = parents.some((_, at) => changes.get(keyOf(root, parents.slice(0, at + 1)))?.created);
  if (isInCreated) return;
  for (const [key, { oldValue }] of event.changes.keys) {
    const path = [...parents, key];
    const after = target.get(key);
    const earlier = changes.get(keyOf(root, path));
    const before: unknown = earlier === undefined ? oldValue : earlier.before;
    const created = after instanceof Y.AbstractType;
    changes.set(keyOf(root, path), { root, path, before, after: created ? null : after, created });
  }
}

function keyOf(root: Root, path: readonly string[]): string {
  return [root, ...path].join("/");
}

function hasEffect(change: Change): boolean {
  return !sameValue(change.before, change.after);
}

/** What putting a change back came to: the change that would put it forth again, or null with who wrote the value since. */
export type Reverted =
  | { readonly ok: true; readonly inverse: Change }
  | { readonly ok: false; readonly changedBy: number | null };

/**
 * Compare and set: puts back what was there before the change if the value is still what the change made it, and this replica is still
 * the last who wrote it; undoing a creation puts the entry in the bin, so that nothing that others wrote in it is lost.
 */
export function revertChange(doc: Y.Doc, change: Change, stamp: Stamp): Reverted {
  const { root, path, before, after } = change;
  if (change.created) {
    const archiving: Change = {
      root,
      path: [...path, "archived"],
      before: stamp,
      after: null,
      created: false,
    };
    return revertChange(doc, archiving, stamp);
  }
  const map = mapAt(doc, root, path.slice(0, -1));
  const key = path.at(-1);
  if (map === null || key === undefined) return { ok: false, changedBy: null };
  const present = map.get(key);
  const writer = writerOf(map, key);
  const isOurs = writer === null || writer === doc.clientID;
  if (!isOurs || !sameValue(present, after)) return { ok: false, changedBy: writer };
  if (before === undefined && isSetKey(change)) map.delete(key);
  else map.set(key, before ?? null);
  return { ok: true, inverse: { root, path, before: present, after: before, created: false } };
}

/**
 * A key of a set goes away by deleting it. A register never does: its deletion would also undo what somebody wrote in it at the same
 * time, so it is written as null.
 */
function isSetKey(change: Change): boolean {
  return change.root !== "meta" && change.path.length === 3;
}

function mapAt(doc: Y.Doc, root: Root, path: readonly string[]): SharedMap | null {
  let map: SharedMap | null = rootMap(doc, root);
  for (const key of path) map = map === null ? null : mapIn(map, key);
  return map;
}

/** The client id of whoever wrote the present value of a key. */
function writerOf(map: SharedMap, key: string): number | null {
  const item = map._map.get(key);
  return item === undefined || item.deleted ? null : item.id.client;
}

function sameValue(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}
