import { deleteDB, type IDBPObjectStore, openDB } from "idb";

/** An update of a document, under the number by which it was kept: later ones have higher numbers. */
export interface KeptUpdate {
  readonly key: number;
  readonly update: Uint8Array;
}

/** Updates in a database of the browser. Each method rejects when the browser does not do it, for whatever reason. */
export interface CopyStore {
  /** All that is there, in order, but for those under `known` keys. */
  read(known: ReadonlySet<number>): Promise<KeptUpdate[]>;
  /** Resolves to their keys once they are kept. The request goes out before this returns. */
  add(updates: readonly Uint8Array[]): Promise<number[]>;
  /** Keeps `update` in place of those under `keys`, all or nothing. */
  replace(update: Uint8Array, keys: Iterable<number>): Promise<number>;
  close(): void;
}

/** As y-indexeddb lays a document out, so that copies go on from one to the other. */
const UPDATES = "updates";
const STORES = [UPDATES, "custom"];
const VERSION = 1;

/**
 * Opens the database `name`, and makes it when it is not there. `lost` is told when it goes away: closed by the browser, or let go
 * because somebody wants to remove it.
 */
export async function openCopyStore(name: string, lost: () => void): Promise<CopyStore> {
  const db = await openDB(name, VERSION, {
    upgrade(made) {
      for (const store of STORES) made.createObjectStore(store, { autoIncrement: store === UPDATES });
    },
    blocking() {
      db.close();
      lost();
    },
    terminated: () => lost(),
  });

  /** Does all of `requests` in one transaction, or nothing; resolves once it is kept. */
  async function write<Result>(requests: (store: WritableStore) => Promise<Result>[]): Promise<Result[]> {
    const writing = db.transaction(UPDATES, "readwrite");
    const done = writing.done;
    // A request that is refused at once leaves the others without anybody to hear of them.
    done.catch(() => undefined);
    const results = await Promise.all(requests(writing.store));
    await done;
    return results;
  }

  return {
    async read(known) {
      const reading = db.transaction(UPDATES);
      const keys = (await reading.store.getAllKeys()).map(Number).filter((key) => !known.has(key));
      const updates: unknown[] = await Promise.all(keys.map((key) => reading.store.get(key)));
      return keys.flatMap((key, at) => {
        const update = updates[at];
        return update instanceof Uint8Array ? [{ key, update }] : [];
      });
    },
    async add(updates) {
      const keys = await write((store) => updates.map((update) => heard(store.add(update))));
      return keys.map(Number);
    },
    async replace(update, keys) {
      const [key] = await write<IDBValidKey | undefined>((store) => [
        heard(store.add(update)),
        ...[...keys].map((gone) => heard(store.delete(gone).then(() => undefined))),
      ]);
      return Number(key);
    },
    close: () => db.close(),
  };
}

type WritableStore = IDBPObjectStore<unknown, [typeof UPDATES], typeof UPDATES, "readwrite">;

/** A promise whose refusal is heard of elsewhere. */
function heard<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined);
  return promise;
}

/** Removes the database `name`; resolves also while somebody else still holds it. */
export function removeCopyStore(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    deleteDB(name, { blocked: () => resolve() }).then(resolve, reject);
  });
}
