import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** How long opening a plan waits for the copy on this device before it goes on with the server alone. */
const LOAD_TIMEOUT_MS = 1_500;

/** The copy of one plan on this device, kept by plan and actor: another person's unsent edits are never ours. */
export interface OfflineCopy {
  /** Resolves when the copy is in the document: true when edits are now kept on this device, false when they cannot be. */
  readonly loaded: Promise<boolean>;
  /** Whether an update with this origin came out of the copy. */
  isOrigin(origin: unknown): boolean;
  close(): void;
  /** Removes the copy from this device. */
  discard(): Promise<void>;
}

/** Loads the copy into `doc`, and from then on keeps every update. Goes on without when the browser keeps nothing. */
export function openOfflineCopy(planId: string, actorId: string, doc: Y.Doc): OfflineCopy {
  const persistence = tryOpen(`planwand:${planId}:${actorId}`, doc);
  if (persistence === null) {
    const nothing = (): void => undefined;
    return {
      loaded: Promise.resolve(false),
      isOrigin: () => false,
      close: nothing,
      discard: () => Promise.resolve(),
    };
  }
  const timeout = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), LOAD_TIMEOUT_MS);
  });
  const loaded = Promise.race([
    persistence.whenSynced.then(
      () => true,
      () => false,
    ),
    // A browser that refuses storage (a private window) never says synced: its open request fails instead.
    persistence._db.then(
      () => timeout,
      () => false,
    ),
    timeout,
  ]);
  return {
    loaded,
    isOrigin: (origin) => origin === persistence,
    close: () => {
      persistence.destroy().catch(() => undefined);
    },
    discard: () => persistence.clearData(),
  };
}

function tryOpen(name: string, doc: Y.Doc): IndexeddbPersistence | null {
  try {
    return new IndexeddbPersistence(name, doc);
  } catch {
    return null;
  }
}
