import { type JournalEvent, readEvent } from "@planwand/shared/journal/events.ts";
import { isSharedDevice } from "./shared-device.ts";

const STORE = "events";

/** The copy of a plan's journal on this device, by plan and actor. A browser that keeps nothing just has none. */
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
  const opening = isSharedDevice() ? Promise.resolve(null) : open(name);
  return {
    async load() {
      const db = await opening;
      if (db === null) return [];
      const found = await new Promise<unknown[]>((resolve) => {
        const reading = db.transaction(STORE).objectStore(STORE).getAll();
        reading.addEventListener("success", () => resolve(reading.result));
        reading.addEventListener("error", () => resolve([]));
      });
      const events = found.map(readEvent).filter((event) => event !== null);
      const gap = events.findIndex((event, index) => event.seq !== index + 1);
      return gap === -1 ? events : events.slice(0, gap);
    },
    keep(events) {
      void opening.then((db) => {
        if (db === null || events.length === 0) return;
        const store = db.transaction(STORE, "readwrite").objectStore(STORE);
        for (const event of events) store.put(event, event.seq);
      });
    },
    clear() {
      void opening.then((db) => db?.transaction(STORE, "readwrite").objectStore(STORE).clear());
    },
    close() {
      void opening.then((db) => db?.close());
    },
    discard() {
      void opening.then((db) => {
        db?.close();
        if (db !== null) indexedDB.deleteDatabase(name);
      });
    },
  };
}

function open(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(name);
      request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE));
      request.addEventListener("success", () => resolve(request.result));
      request.addEventListener("error", () => resolve(null));
      request.addEventListener("blocked", () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}
