import { PlanMirror } from "./plan-mirror.ts";
import type { StoredPlan } from "./stored-plan.ts";

/**
 * The document of a room, while somebody may write a part of it only: read from disk when it is first needed, kept in step with what
 * is admitted, and let go of when nobody needs it.
 */
export class RoomMirror {
  readonly #read: () => Promise<StoredPlan>;
  readonly #ready: (mirror: PlanMirror | null) => void;
  #mirror: PlanMirror | null = null;
  /** What was admitted since reading began; null while nothing is being read. */
  #since: Uint8Array[] | null = null;

  /** `ready` is told whenever there is a document, or none any more. */
  constructor(read: () => Promise<StoredPlan>, ready: (mirror: PlanMirror | null) => void) {
    this.#read = read;
    this.#ready = ready;
  }

  /** Begins to keep the document; `pending` is what was admitted and is not on disk yet. */
  keep(pending: readonly Uint8Array[]): void {
    if (this.#mirror !== null || this.#since !== null) return;
    const since = [...pending];
    this.#since = since;
    this.#read().then(
      ({ state, tail }) => {
        if (this.#since !== since) return;
        this.#since = null;
        this.#mirror = new PlanMirror([state, ...tail.map(({ bytes }) => bytes), ...since]);
        this.#ready(this.#mirror);
      },
      () => {
        // Whoever writes a part stays locked out until this is tried again.
        if (this.#since === since) this.#since = null;
      },
    );
  }

  admitted(update: Uint8Array): void {
    this.#since?.push(update);
    this.#mirror?.apply(update);
  }

  /** Nobody needs it, or it holds what came to nothing. */
  drop(): void {
    if (this.#mirror === null && this.#since === null) return;
    this.#since = null;
    this.#mirror?.destroy();
    this.#mirror = null;
    this.#ready(null);
  }
}
