import type { Storage } from "../storage/port.ts";
import type { Room } from "./room.ts";

/** While updates pour in, commits are this far apart; each then carries many. */
const BUSY_INTERVAL_MS = 14;
/** A commit with this many updates means that they pour in. */
const BUSY_UPDATES = 8;

/**
 * One transaction for all that was admitted in a turn, in every room. The first update of a quiet moment is committed at
 * the end of its own turn; only under load does the next commit wait a little, so that it carries more.
 */
export class GroupCommit {
  readonly #storage: Storage;
  readonly #onFailure: (rooms: readonly Room[], error: unknown) => void;
  #waiting = new Set<Room>();
  #scheduled = false;
  #running: Promise<void> | null = null;
  #lastUpdates = 0;
  #lastAtMs = 0;

  constructor(storage: Storage, onFailure: (rooms: readonly Room[], error: unknown) => void) {
    this.#storage = storage;
    this.#onFailure = onFailure;
  }

  add(room: Room): void {
    this.#waiting.add(room);
    this.#schedule();
  }

  /** Resolves when nothing waits for the disk any more. */
  async flush(): Promise<void> {
    while (this.#waiting.size > 0 || this.#running !== null) await (this.#running ?? this.#commit());
  }

  #schedule(): void {
    if (this.#scheduled || this.#running !== null) return;
    this.#scheduled = true;
    const restMs =
      this.#lastUpdates < BUSY_UPDATES ? 0 : this.#lastAtMs + BUSY_INTERVAL_MS - performance.now();
    if (restMs > 0) setTimeout(() => void this.#commit(), restMs);
    else setImmediate(() => void this.#commit());
  }

  #commit(): Promise<void> {
    this.#scheduled = false;
    if (this.#running !== null) return this.#running;
    if (this.#waiting.size === 0) return Promise.resolve();
    this.#running = this.#write().finally(() => {
      this.#running = null;
      if (this.#waiting.size > 0) this.#schedule();
    });
    return this.#running;
  }

  async #write(): Promise<void> {
    const rooms = [...this.#waiting];
    this.#waiting = new Set();
    const batches = rooms.map((room) => room.takeRows());
    const updates = batches.flatMap((batch) => batch.updates);
    this.#lastUpdates = updates.length;
    this.#lastAtMs = performance.now();
    try {
      if (updates.length > 0)
        await this.#storage.log.append(
          updates,
          batches.flatMap((batch) => batch.bindings),
        );
    } catch (error) {
      return this.#onFailure(rooms, error);
    }
    rooms.forEach((room, index) => {
      const last = batches[index]?.updates.at(-1);
      if (last !== undefined) room.committed(last.seq);
    });
  }
}
