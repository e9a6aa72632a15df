import type { Logger } from "pino";
import { type Storage, StorageUnavailable } from "./port.ts";

/** After a look that did not tell, the next one comes this much later. */
const LOOK_AGAIN_MS = 1_000;

/**
 * Writes that were reported as failed and may be on disk all the same. Whoever made one says here how to look; that is done once storage
 * takes writes again, since then the outcome is decided. Rules S40 and S43 of SPEC.md.
 */
export class Outcomes {
  readonly #storage: Pick<Storage, "probe">;
  readonly #log: Pick<Logger, "info" | "warn">;
  readonly #open = new Map<string, () => Promise<void>>();
  #looking: Promise<void> | null = null;
  /** Something became unknown since the last look began. */
  #hasNew = false;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(storage: Pick<Storage, "probe">, log: Pick<Logger, "info" | "warn">) {
    this.#storage = storage;
    this.#log = log;
  }

  /** What became of a write about `subject` is unknown from now on. `look` finds out, as often as it is asked, until it resolves once. */
  unknown(subject: string, look: () => Promise<void>): void {
    this.#open.set(subject, look);
    this.#hasNew = true;
    this.#lookIn(0);
  }

  /** Resolves when nothing about `subject` is unknown. @throws StorageUnavailable while storage takes no writes */
  async settle(subject: string): Promise<void> {
    await this.#looking;
    if (this.#open.has(subject)) await this.#look();
    if (this.#open.has(subject)) throw new StorageUnavailable(`the outcome for ${subject} is unknown`);
  }

  /** Resolves when writes made from now on are not mixed up with any that was rejected. @throws StorageUnavailable */
  decide(): Promise<void> {
    return this.#storage.probe();
  }

  /** Looks no more; resolves when nobody is looking. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #lookIn(ms: number): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), ms);
    this.#timer.unref();
  }

  #look(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = null;
      if (this.#open.size > 0) this.#lookIn(this.#hasNew ? 0 : LOOK_AGAIN_MS);
    });
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    // What is added meanwhile was rejected after this probe.
    const open = [...this.#open];
    this.#hasNew = false;
    try {
      await this.#storage.probe();
    } catch (error) {
      this.#log.warn({ err: error }, "storage takes no writes");
      return;
    }
    for (const [subject, look] of open) {
      try {
        await look();
        if (this.#open.get(subject) === look) this.#open.delete(subject);
        this.#log.info({ subject }, "storage takes writes; the outcome is known");
      } catch (error) {
        this.#log.warn({ err: error, subject }, "the outcome is still unknown");
      }
    }
  }
}
