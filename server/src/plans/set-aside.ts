import type { Clock } from "@planwand/shared/kernel/clock.ts";

/** A plan of which no document can be built now: it would take too much, as it did before. */
export class PlanUnbuildable extends Error {
  override readonly name = "PlanUnbuildable";
  /** After how many milliseconds it is tried again. */
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super("the plan is set aside: its document takes too much");
    this.retryAfterMs = retryAfterMs;
  }
}

const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 3_600_000;

interface Aside {
  readonly untilMs: number;
  readonly waitMs: number;
}

/**
 * Plans whose document ended the thread in which it was built. Each is left alone for a time that doubles, then tried once; the first
 * document that is built takes it back.
 */
export class SetAside {
  readonly #plans = new Map<string, Aside>();
  readonly #clock: Clock;
  readonly #changed: (planId: string, isAside: boolean) => void;

  /** `changed` is told when a plan is set aside and when it is taken back. */
  constructor(clock: Clock, changed: (planId: string, isAside: boolean) => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get size(): number {
    return this.#plans.size;
  }

  has(planId: string): boolean {
    return this.#plans.has(planId);
  }

  /** @throws PlanUnbuildable while a plan is left alone */
  check(planId: string): void {
    const aside = this.#plans.get(planId);
    const leftMs = aside === undefined ? 0 : aside.untilMs - this.#clock();
    if (leftMs > 0) throw new PlanUnbuildable(leftMs);
  }

  /** Sets a plan aside, or for longer. What to throw for it. */
  add(planId: string): PlanUnbuildable {
    const before = this.#plans.get(planId);
    const waitMs = before === undefined ? FIRST_WAIT_MS : Math.min(LONGEST_WAIT_MS, before.waitMs * 2);
    this.#plans.set(planId, { untilMs: this.#clock() + waitMs, waitMs });
    if (before === undefined) this.#changed(planId, true);
    return new PlanUnbuildable(waitMs);
  }

  remove(planId: string): void {
    if (this.#plans.delete(planId)) this.#changed(planId, false);
  }
}
