import type { IndexeddbPersistence } from "y-indexeddb";
import { isSharedDevice } from "./shared-device.ts";
import type * as Y from "yjs";

/** How long opening a plan waits for the copy on this device before it goes on with the server, in milliseconds. */
const WAIT_MS = 1_500;
/** The same when there are edits in it that only this device has: then it was there before, and a slow disk is waited for. */
const PATIENT_WAIT_MS = 20_000;
/** A database of this name is opened to find out whether the browser keeps any. */
const TRIAL = "planwand";

/** The copy of one plan on this device, kept by plan and actor: another person's unsent edits are never ours. */
export interface OfflineCopy {
  /** Resolves when the copy is in the document: true when edits are now kept on this device, false when not or not yet. */
  readonly loaded: Promise<boolean>;
  /** The same, however long it takes; never, in a browser that does not answer at all. */
  readonly arrived: Promise<boolean>;
  /** Resolves when all that was written so far is on this device; false when it could not be kept. */
  settled(): Promise<boolean>;
  /** Whether an update with this origin came out of the copy. */
  isOrigin(origin: unknown): boolean;
  close(): void;
  /** Removes the copy from this device. */
  discard(): Promise<void>;
}

/** Loads the copy into `doc`, and from then on keeps every update. Goes on without when the browser keeps nothing. */
export function openOfflineCopy(
  planId: string,
  actorId: string,
  doc: Y.Doc,
  { hasUnsaved }: { readonly hasUnsaved: boolean },
): OfflineCopy {
  let persistence: IndexeddbPersistence | null = null;
  let isClosed = false;
  let hasFailed = false;

  async function load(): Promise<boolean> {
    if (isSharedDevice() || !(await keepsAnything())) return false;
    const { IndexeddbPersistence } = await import("y-indexeddb");
    if (isClosed) return false;
    persistence = new IndexeddbPersistence(`planwand:${planId}:${actorId}`, doc);
    await persistence.whenSynced;
    persistence.db?.addEventListener("abort", () => {
      hasFailed = true;
    });
    return true;
  }

  const arrived = load().catch(() => false);
  return {
    loaded: Promise.race([arrived, after(hasUnsaved ? PATIENT_WAIT_MS : WAIT_MS)]),
    arrived,
    async settled() {
      const db = persistence?.db ?? null;
      const isRead = db !== null && (await readAfterWrites(db));
      return isRead && !hasFailed;
    },
    isOrigin: (origin) => persistence !== null && origin === persistence,
    close() {
      isClosed = true;
      persistence?.destroy().catch(() => undefined);
    },
    async discard() {
      await persistence?.clearData();
    },
  };
}

/** Reads a little: a reading waits for every writing that began before it. */
function readAfterWrites(db: IDBDatabase): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const reading = db.transaction("updates", "readonly");
      reading.objectStore("updates").getKey(0);
      reading.addEventListener("complete", () => resolve(true));
      reading.addEventListener("abort", () => resolve(false));
    } catch {
      resolve(false);
    }
  });
}

/** A private window, or a browser that was told so, refuses to keep anything: by an error, or by never answering. */
function keepsAnything(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open(TRIAL);
      request.addEventListener("success", () => {
        request.result.close();
        resolve(true);
      });
      request.addEventListener("error", () => resolve(false));
      request.addEventListener("blocked", () => resolve(false));
    } catch {
      resolve(false);
    }
  });
}

function after(waitMs: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), waitMs);
  });
}
