import { rootMap } from "@planwand/shared/plan/entry.ts";
import { type Root, ROOTS } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";

/** A field of an entry, or the entry itself for null; the plan's own fields are those of the entry `meta`. */
export interface UpdatePlace {
  readonly root: Root;
  readonly id: string;
  readonly field: string | null;
}

/** Of more than this it costs less to see afterwards what changed. */
const MAX_ITEMS = 64;
/** No field of a plan lies deeper. */
const MAX_DEPTH = 64;

/** The keys that lead to something in the document, its root's name first. */
type Path = readonly string[];

/**
 * Where an update writes and deletes, told before it is applied: so whoever wrote there before can be told apart. Null when it is about
 * too much, or about something that cannot be found.
 */
export class UpdatePlaces {
  readonly #doc: Y.Doc;
  readonly #roots: ReadonlyMap<unknown, Root>;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
    this.#roots = new Map(ROOTS.map((root) => [rootMap(doc, root), root]));
  }

  of(update: Uint8Array): readonly UpdatePlace[] | null {
    const { structs, ds } = Y.decodeUpdate(update);
    if (structs.length > MAX_ITEMS) return null;
    const paths: (Path | null)[] = [];
    const own = new Map<Y.Item, Path | null>();
    for (const struct of structs) {
      if (!(struct instanceof Y.Item)) continue;
      const path = this.#pathOfNew(struct, own);
      own.set(struct, path);
      paths.push(path);
    }
    for (const [client, ranges] of ds.clients)
      for (const { clock, len } of ranges)
        if (paths.length > MAX_ITEMS || !this.#addDeleted({ client, clock, len }, paths)) return null;
    const places = new Map<string, UpdatePlace>();
    for (const path of paths) {
      if (path === null) return null;
      const place = placeOf(path);
      if (place !== null) places.set(`${place.root}/${place.id}/${String(place.field)}`, place);
    }
    return [...places.values()];
  }

  /** Where a new item goes: below the parent that it names, or beside its neighbour. */
  #pathOfNew(item: Y.Item, own: ReadonlyMap<Y.Item, Path | null>): Path | null {
    const parent: unknown = item.parent;
    const key = item.parentSub === null ? [] : [item.parentSub];
    if (typeof parent === "string") return [parent, ...key];
    if (parent instanceof Y.ID) {
      const above = this.#pathAt(parent, own);
      return above === null ? null : [...above, ...key];
    }
    const neighbour = item.origin ?? item.rightOrigin;
    return neighbour === null ? null : this.#pathAt(neighbour, own);
  }

  #pathAt(id: Y.ID, own: ReadonlyMap<Y.Item, Path | null>): Path | null {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const known: unknown = Y.getItem(this.#doc.store, id);
      return known instanceof Y.Item ? this.#pathOfKnown(known) : null;
    }
    for (const [item, path] of own) {
      const { client, clock } = item.id;
      if (client === id.client && clock <= id.clock && id.clock < clock + item.length) return path;
    }
    return null;
  }

  #pathOfKnown(item: Y.Item): Path | null {
    const keys: string[] = [];
    let at = item;
    for (let depth = 0; depth < MAX_DEPTH; depth++) {
      if (at.parentSub !== null) keys.unshift(at.parentSub);
      const { parent } = at;
      if (!(parent instanceof Y.AbstractType)) return null;
      if (parent._item === null) {
        const root = this.#roots.get(parent);
        return root === undefined ? [""] : [root, ...keys];
      }
      at = parent._item;
    }
    return null;
  }

  #addDeleted(
    { client, clock, len }: { readonly client: number; readonly clock: number; readonly len: number },
    paths: (Path | null)[],
  ): boolean {
    const structs = this.#doc.store.clients.get(client);
    if (structs === undefined || clock >= Y.getState(this.#doc.store, client)) return true;
    for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
      const struct = structs[at];
      if (struct === undefined || struct.id.clock >= clock + len) return true;
      // What is gone already does not go again.
      if (struct instanceof Y.Item && !struct.deleted) paths.push(this.#pathOfKnown(struct));
      if (paths.length > MAX_ITEMS) return false;
    }
    return true;
  }
}

function placeOf([name, ...keys]: Path): UpdatePlace | null {
  const root = ROOTS.find((known) => known === name);
  if (root === undefined) return null;
  if (root === "meta") return { root, id: root, field: keys[0] ?? null };
  const [id, field = null] = keys;
  return id === undefined ? null : { root, id, field };
}
