import * as Y from "yjs";
import type { Struct } from "./update-writer.ts";

/** Where in the document something stands: the root, the entry's key, and the keys below; `*` for a place in a sequence. */
export interface Location {
  readonly path: readonly string[];
  /** The item that holds the entry, when the location lies in one. */
  readonly entry: Y.Item | null;
}

/** Nobody nests deeper than this: a location is only ever told by its first keys. */
const MAX_NESTING = 64;
const TOLD_KEYS = 4;

/** Structs of one update by client, in the order of their clocks. */
export type StructsByClient = ReadonlyMap<number, readonly Struct[]>;

/**
 * A plan's document as it stands with everything admitted. Kept only while somebody may write a part of the plan and no other, and in a
 * thread of its own: to see what an update is about takes the parents of what it names.
 */
export class PlanMirror {
  readonly #doc = new Y.Doc();

  /** @throws Error when something is missing before these updates */
  apply(updates: readonly Uint8Array[]): void {
    Y.transact(this.#doc, () => {
      for (const update of updates) Y.applyUpdate(this.#doc, update);
    });
    const { pendingStructs, pendingDs } = this.#doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error("the log has a gap");
  }

  /** A register of an entry, or undefined. */
  register(root: string, id: string, field: string): unknown {
    const entry = this.#doc.getMap(root).get(id);
    return entry instanceof Y.Map ? entry.get(field) : undefined;
  }

  /** Whether there ever was an entry under this key. */
  has(root: string, id: string): boolean {
    return this.#doc.getMap(root)._map.has(id);
  }

  /**
   * Where each item of an update goes; what goes nowhere, because its place was collected, is left out.
   * @throws RangeError when it nests deeper than anybody does
   */
  locate(structs: StructsByClient): Map<Y.Item, Location> {
    const located = new Map<Y.Item, Location | null>();
    for (const run of structs.values())
      for (const struct of run) if (struct instanceof Y.Item) this.#locateNew(struct, structs, located, 0);
    return new Map([...located].filter((pair): pair is [Y.Item, Location] => pair[1] !== null));
  }

  /** Where the known items stand that lie in a range of deletes. */
  locateKnown(client: number, start: number, end: number): Location[] {
    const known = this.#doc.store.clients.get(client);
    if (known === undefined || start >= Y.getState(this.#doc.store, client)) return [];
    const locations: Location[] = [];
    for (let at = Y.findIndexSS(known, start); at < known.length; at++) {
      const struct = known[at];
      if (struct === undefined || struct.id.clock >= end) break;
      const location = struct instanceof Y.Item ? locationOf(struct) : null;
      if (location !== null) locations.push(location);
    }
    return locations;
  }

  /**
   * What Yjs would make the parent of a new item: the one that it names, or that of its neighbours. A chain of neighbours is walked
   * once, since all of it stands in the same place.
   */
  #locateNew(
    item: Y.Item,
    structs: StructsByClient,
    located: Map<Y.Item, Location | null>,
    depth: number,
  ): Location | null {
    if (depth > MAX_NESTING) throw new RangeError("nested too deep");
    const chain: Y.Item[] = [];
    let at: Y.Item = item;
    let location: Location | null | undefined;
    while (location === undefined) {
      location = located.get(at);
      if (location !== undefined) break;
      chain.push(at);
      const parent: unknown = at.parent;
      if (typeof parent === "string") location = childOf(null, parent, at);
      else if (parent instanceof Y.ID) {
        const holder = this.#find(parent, structs);
        if (holder === null) location = null;
        else {
          const above = holder.isNew
            ? this.#locateNew(holder.item, structs, located, depth + 1)
            : locationOf(holder.item);
          location = above === null ? null : childOf({ ...above, holder: holder.item }, "", at);
        }
      } else {
        const neighbour = at.origin ?? at.rightOrigin;
        const found = neighbour === null ? null : this.#find(neighbour, structs);
        if (found === null) location = null;
        else if (found.isNew) at = found.item;
        else location = locationOf(found.item);
      }
    }
    for (const one of chain) located.set(one, location);
    // The entry's own item is the one that is located, not the first of its chain.
    if (location?.path.length === 2) for (const one of chain) located.set(one, { ...location, entry: one });
    return located.get(item) ?? null;
  }

  #find(id: Y.ID, structs: StructsByClient): { readonly item: Y.Item; readonly isNew: boolean } | null {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const known: unknown = Y.getItem(this.#doc.store, id);
      return known instanceof Y.Item ? { item: known, isNew: false } : null;
    }
    const run = structs.get(id.client) ?? [];
    let [low, high] = [0, run.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = run[middle] as Struct;
      if (struct.id.clock > id.clock) high = middle - 1;
      else if (struct.id.clock + struct.length <= id.clock) low = middle + 1;
      else return struct instanceof Y.Item ? { item: struct, isNew: true } : null;
    }
    return null;
  }
}

function childOf(
  above: (Location & { readonly holder: Y.Item }) | null,
  root: string,
  item: Y.Item,
): Location {
  const key = item.parentSub ?? "*";
  if (above === null) return { path: [root, key], entry: item };
  const path = above.path.length < TOLD_KEYS ? [...above.path, key] : above.path;
  return { path, entry: above.path.length === 2 ? above.holder : above.entry };
}

/** Where an item of the document stands; null for one whose place was collected. */
function locationOf(item: Y.Item): Location | null {
  let keys: string[] = [];
  let at = item;
  for (;;) {
    const { parent } = at;
    if (!(parent instanceof Y.AbstractType)) return null;
    keys = [at.parentSub ?? "*", ...keys.slice(0, TOLD_KEYS - 2)];
    const holder = parent._item;
    if (holder === null) return { path: [Y.findRootTypeKey(parent), ...keys], entry: at };
    at = holder;
  }
}
