import * as Y from "yjs";
import { type CopyStore, type KeptUpdate, openCopyStore, removeCopyStore } from "./copy-store.ts";
import { FROM_SERVER } from "./exchange.ts";
import type { PlanDoc } from "./plan-doc.ts";
import { whenAtRest } from "./rest.ts";
import { isSharedDevice } from "./shared-device.ts";

/** How long opening a plan waits for the copy on this device before it goes on with the server, in milliseconds. */
const WAIT_MS = 1_500;
/** The same when there are edits in it that only this device has: then it was there before, and a slow disk is waited for. */
const PATIENT_WAIT_MS = 20_000;
/** How long it waits before it tries again, time after time, in milliseconds. */
const AGAIN_MS = [1_000, 3_000, 10_000, 30_000] as const;
const AGAIN_AT_LAST_MS = 60_000;
/** What came from the server is there too, so it is kept in batches; at once when an edit of our own follows on it. */
const BATCH_MS = 1_000;
const BATCH = 64;
const BATCH_BYTES = 4 * 1024;
/** So many updates behind the checkpoint are put together into one. */
const LONG_TAIL = 300;
/** So are so many bytes; and a tail that is as heavy as half of what is before it makes a new checkpoint. */
const HEAVY_TAIL_BYTES = 256 * 1024;
/** A copy of this size that was written piece by piece is written anew when it is opened: much of it may be gone. */
const HEAVY_COPY_BYTES = 1024 * 1024;

/**
 * Whether edits are kept on this device. `off`: somebody said that others use it too. `never`: the browser does not do it. `lost`: it
 * did, and does not any more. `full`: there is no room.
 */
export type Keeping = "opening" | "kept" | "off" | "never" | "lost" | "full";

export interface CopyFacts {
  readonly keeping: Keeping;
  /** How many of the latest edits of this page are not surely on the device. */
  readonly unkept: number;
}

/** The copy of one plan on this device, kept by plan and actor: another person's unsent edits are never ours. */
export interface OfflineCopy {
  /** Resolves when the copy is in the document, or when it is not waited for any longer. */
  readonly loaded: Promise<void>;
  facts(): CopyFacts;
  /** Tries at once when it is lost. */
  retry(): void;
  close(): void;
  /** Removes the copy from this device. */
  discard(): Promise<void>;
}

/** The origin of what came out of the copy. */
export const FROM_COPY = Symbol("from the copy");

/** What the copy holds in front of its tail. */
interface Checkpoint {
  readonly keys: ReadonlySet<number>;
  readonly vector: Uint8Array;
  readonly bytes: number;
}

/**
 * Loads the copy into `doc`, and from then on keeps every update: a checkpoint, and the tail of what came after it. Goes on without when
 * the browser keeps nothing, and tries again; once it does, the whole document is written. `changed` hears of every change of the facts.
 */
export function openOfflineCopy(
  name: string,
  doc: PlanDoc,
  { hasUnsaved, changed }: { readonly hasUnsaved: boolean; readonly changed: () => void },
): OfflineCopy {
  let store: CopyStore | null = null;
  let keeping: Keeping = isSharedDevice() ? "off" : "opening";
  let isClosed = false;
  let isOpening = false;
  let isTidying = false;
  let attempts = 0;
  /** Edits of this page: made, written, and written behind all that they build on. */
  let edits = 0;
  let written = 0;
  let kept = 0;
  let checkpoint: Checkpoint = { keys: new Set(), vector: new Uint8Array([0]), bytes: 0 };
  let tail = new Set<number>();
  let tailBytes = 0;
  let queue: Uint8Array[] = [];
  let batchTimer: ReturnType<typeof setTimeout> | undefined;
  let againTimer: ReturnType<typeof setTimeout> | undefined;

  function become(next: Keeping): void {
    keeping = next;
    changed();
  }

  function lost(why: unknown): void {
    if (isClosed) return;
    store?.close();
    store = null;
    queue = [];
    // What was kept may be gone.
    written = kept = 0;
    clearTimeout(batchTimer);
    clearTimeout(againTimer);
    againTimer = setTimeout(() => void attach(), AGAIN_MS[attempts++] ?? AGAIN_AT_LAST_MS);
    const isFull = why instanceof DOMException && why.name === "QuotaExceededError";
    const had = keeping === "kept" || keeping === "lost" || keeping === "full";
    become(isFull ? "full" : had ? "lost" : "never");
  }

  /** Opens the database, takes in what it holds, and writes what it lacks. */
  async function open(): Promise<void> {
    const opened: CopyStore = await openCopyStore(name, () => {
      if (opened === store) lost(null);
    });
    const found = await opened.read(new Set()).catch((error: unknown) => {
      opened.close();
      throw error;
    });
    if (isClosed) return opened.close();
    const lacks = doc.store.clients.size > 0;
    const keys = take(found);
    store = opened;
    checkpoint = {
      keys: new Set(keys),
      vector: Y.encodeStateVector(doc),
      bytes: found.reduce((sum, { update }) => sum + update.byteLength, 0),
    };
    tail = new Set();
    tailBytes = 0;
    const upTo = edits;
    if (lacks) await writeCheckpoint(opened);
    else if (found.length > LONG_TAIL || (found.length > 1 && checkpoint.bytes > HEAVY_COPY_BYTES))
      tidySoon();
    if (store !== opened) return;
    kept = Math.max(kept, upTo, written);
    attempts = 0;
    become("kept");
  }

  async function attach(): Promise<void> {
    if (isOpening || isClosed) return;
    isOpening = true;
    await open().catch(lost);
    isOpening = false;
  }

  /** Takes in what another page or an earlier one kept. Gives the keys of all but what cannot be read: that stays where it is. */
  function take(found: readonly KeptUpdate[]): number[] {
    const taken: number[] = [];
    const takeAll = (): void => {
      for (const { key, update } of found) {
        try {
          Y.applyUpdate(doc, update);
          taken.push(key);
        } catch (error) {
          reportError(error);
        }
      }
    };
    const isLocal = false;
    Y.transact(doc, takeAll, FROM_COPY, isLocal);
    return taken;
  }

  function onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === FROM_COPY || keeping === "off") return;
    const isOwn = origin !== FROM_SERVER;
    if (isOwn) edits++;
    if (store !== null) {
      queue.push(update);
      if (isOwn || queue.length >= BATCH || update.byteLength >= BATCH_BYTES) write();
      else batchTimer ??= setTimeout(write, BATCH_MS);
    }
    if (isOwn) changed();
  }

  function write(): void {
    clearTimeout(batchTimer);
    batchTimer = undefined;
    const [to, batch, upTo] = [store, queue, edits];
    queue = [];
    if (to === null || batch.length === 0) return;
    tailBytes += batch.reduce((sum, update) => sum + update.byteLength, 0);
    to.add(batch).then(
      (keys) => {
        if (to !== store) return;
        for (const key of keys) tail.add(key);
        if (tail.size >= LONG_TAIL || tailBytes > Math.max(HEAVY_TAIL_BYTES, checkpoint.bytes)) tidySoon();
        written = Math.max(written, upTo);
        if (keeping !== "kept" || written === kept) return;
        kept = written;
        changed();
      },
      (error: unknown) => {
        if (to === store) lost(error);
      },
    );
  }

  function tidySoon(): void {
    if (isTidying) return;
    isTidying = true;
    whenAtRest(() => {
      const to = store;
      const tidied = to === null ? Promise.resolve() : tidy(to);
      tidied
        .catch((error: unknown) => {
          if (to === store) lost(error);
        })
        .finally(() => (isTidying = false));
    });
  }

  /** Puts the tail together into one update, or, when that is heavy, all of it into a new checkpoint. */
  async function tidy(to: CopyStore): Promise<void> {
    const known = new Set([...checkpoint.keys, ...tail]);
    const others = await to.read(known);
    if (to !== store) return;
    // Another page of this plan wrote these; they go where this one puts everything.
    for (const key of take(others)) tail.add(key);
    const together = Y.encodeStateAsUpdate(doc, checkpoint.vector);
    const isHeavy = together.byteLength > Math.max(HEAVY_TAIL_BYTES, checkpoint.bytes / 2);
    if (isHeavy || checkpoint.keys.size > 1) return writeCheckpoint(to);
    const keys = tail;
    tail = new Set();
    tailBytes = together.byteLength;
    tail.add(await to.replace(together, keys));
  }

  async function writeCheckpoint(to: CopyStore): Promise<void> {
    const keys = [...checkpoint.keys, ...tail];
    const whole = Y.encodeStateAsUpdate(doc);
    const vector = Y.encodeStateVector(doc);
    tail = new Set();
    tailBytes = 0;
    const key = await to.replace(whole, keys);
    checkpoint = { keys: new Set([key]), vector, bytes: whole.byteLength };
  }

  doc.on("update", onUpdate);
  window.addEventListener("pagehide", write);
  const opening = keeping === "off" ? Promise.resolve() : attach();
  return {
    loaded: Promise.race([opening, after(hasUnsaved ? PATIENT_WAIT_MS : WAIT_MS)]).then(() => {
      if (keeping === "opening") become("never");
    }),
    facts: () => ({ keeping, unkept: edits - kept }),
    retry() {
      if (keeping === "off" || store !== null) return;
      clearTimeout(againTimer);
      void attach();
    },
    close,
    async discard() {
      close();
      await removeCopyStore(name);
    },
  };

  function close(): void {
    write();
    isClosed = true;
    clearTimeout(batchTimer);
    clearTimeout(againTimer);
    doc.off("update", onUpdate);
    window.removeEventListener("pagehide", write);
    store?.close();
    store = null;
  }
}

function after(waitMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, waitMs);
  });
}
