import { type JournalEvent, readEvent } from "@planwand/shared/journal/events.ts";
import { deleteDB, type IDBPDatabase, openDB } from "idb";
import { isSharedDevice } from "./shared-device.ts";

const STORE = "events";
const VERSION = 1;

/**
 * The copy of a plan's journal on this device, by plan and actor. A browser that keeps nothing, or lost it, just has none: the server
 * has all of it.
 */
export interface JournalCopy {
  /** What is kept: the events from the first one on, without a gap. */
  load(): Promise<readonly JournalEvent[]>;
  /** Keeps events, each in place of what was kept under its number. */
  keep(events: readonly JournalEvent[]): void;
  /** Keeps nothing of what was. */
  clear(): void;
  close(): void;
  /** Removes the copy from this device. */
  discard(): void;
}

export function openJournalCopy(planId: string, actorId: string): JournalCopy {
  const name = `planwand-journal:${planId}:${actorId}`;
  const opening = isSharedDevice() ? Promise.resolve(null) : open(name).catch(() => null);

  /** Does something with the database; what the browser does not do is left. */
  function withCopy(work: (db: IDBPDatabase) => unknown): void {
    opening.then((db) => db !== null && work(db)).catch(() => undefined);
  }

  return {
    async load() {
      const db = await opening;
      const found: unknown[] = (await db?.getAll(STORE)) ?? [];
      const events = found.map(readEvent).filter((event) => event !== null);
      const gap = events.findIndex((event, index) => event.seq !== index + 1);
      return gap === -1 ? events : events.slice(0, gap);
    },
    keep(events) {
      if (events.length === 0) return;
      withCopy((db) => {
        const writing = db.transaction(STORE, "readwrite");
        return Promise.all([...events.map((event) => writing.store.put(event, event.seq)), writing.done]);
      });
    },
    clear: () => withCopy((db) => db.clear(STORE)),
    close: () => withCopy((db) => db.close()),
    discard() {
      withCopy((db) => {
        db.close();
        return deleteDB(name);
      });
    },
  };
}

async function open(name: string): Promise<IDBPDatabase> {
  const db = await openDB(name, VERSION, {
    upgrade: (made) => void made.createObjectStore(STORE),
    // Somebody wants to remove it.
    blocking: () => db.close(),
  });
  return db;
}
