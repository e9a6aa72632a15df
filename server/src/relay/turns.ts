import type { Meter } from "../budgets/budgets.ts";

/** Somebody who wants a share of the event loop. */
export interface Sharer {
  /** Handles a bounded amount; true when more could be handled at once. */
  turn(): boolean;
}

/** Somebody who has a large message to handle. */
export interface LargeSharer {
  /** Handles the message for which it stood in line, and returns its parts. */
  largeTurn(): number;
}

/** What one turn of the event loop takes on before the network is looked at again, in parts: some milliseconds. */
const TURN_PARTS = 8_000;

/**
 * Shares the event loop among connections, so that none holds it. A turn ends with the check phase of the loop; whoever has more
 * goes on in the next one, in the order of asking. Large messages come one a turn, and no faster than their own rate.
 */
export class Turns {
  readonly #largeParts: Meter;
  #ready: Sharer[] = [];
  #large: LargeSharer[] = [];
  #spent = 0;
  #isScheduled = false;
  #largeTimer: NodeJS.Timeout | null = null;
  /** Counts turns, so that a sharer knows whether its share is from this one. */
  number = 0;

  /** `largeParts`: what all large messages together may spend. */
  constructor(largeParts: Meter) {
    this.#largeParts = largeParts;
  }

  /** Whether this turn takes on more. */
  get hasRoom(): boolean {
    return this.#spent < TURN_PARTS;
  }

  /** Something was handled at this cost. */
  spent(parts: number): void {
    this.#spent += parts;
    this.#schedule();
  }

  /** Gives it a turn, after those who asked before. */
  add(sharer: Sharer): void {
    this.#ready.push(sharer);
    this.#schedule();
  }

  /** Gives it a turn of its own for a large message, after those who asked before. */
  addLarge(sharer: LargeSharer): void {
    this.#large.push(sharer);
    this.#schedule();
  }

  close(): void {
    if (this.#largeTimer !== null) clearTimeout(this.#largeTimer);
    this.#ready = [];
    this.#large = [];
    this.#largeParts.close();
  }

  #schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    setImmediate(() => this.#run());
  }

  #run(): void {
    this.#isScheduled = false;
    this.#spent = 0;
    this.number++;
    this.#takeLarge();
    const ready = this.#ready;
    this.#ready = [];
    let at = 0;
    for (; at < ready.length && this.hasRoom; at++) {
      const sharer = ready[at];
      if (sharer?.turn() === true) this.#ready.push(sharer);
    }
    if (at < ready.length) this.#ready = [...ready.slice(at), ...this.#ready];
    if (this.#ready.length > 0) this.#schedule();
  }

  #takeLarge(): void {
    if (this.#large.length === 0 || this.#largeTimer !== null) return;
    const waitMs = this.#largeParts.charge(0);
    if (waitMs > 0) {
      this.#largeTimer = setTimeout(() => {
        this.#largeTimer = null;
        this.#schedule();
      }, waitMs);
      return;
    }
    const parts = this.#large.shift()?.largeTurn() ?? 0;
    this.#largeParts.charge(parts);
    this.#spent += parts;
    if (this.#large.length > 0) this.#schedule();
  }
}
