import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Logger } from "pino";
import type { Budgets } from "../budgets/budgets.ts";
import { JudgeBroke, JudgeClosed, JudgeThread } from "./judge-thread.ts";

/** After a thread broke its plan gets no other for this long; each time twice as long as the time before. */
const REST_MS = 30_000;
const MAX_REST_MS = 3_600_000;

interface Broken {
  readonly times: number;
  readonly untilMs: number;
}

export interface JudgesOptions {
  readonly budgets: Pick<Budgets, "hold">;
  readonly clock: Clock;
  readonly log: Pick<Logger, "error">;
}

/**
 * The threads that judge, one for a plan and so many in all: when there are as many, the one that was used longest ago goes, and is
 * started anew when it is needed. A plan of which the thread broke rests before it gets another. Rules R80 to R83 of SPEC.md.
 */
export class Judges {
  readonly #options: JudgesOptions;
  /** Used last stands last. */
  readonly #threads = new Map<string, JudgeThread>();
  readonly #broken = new Map<string, Broken>();

  constructor(options: JudgesOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#threads.size;
  }

  /** For how much longer a plan gets no thread, in milliseconds; 0 when it gets one. */
  restMs(planId: string): number {
    return Math.max(0, (this.#broken.get(planId)?.untilMs ?? 0) - this.#options.clock());
  }

  /** Starts the thread of a plan that has none. `ended` is told when it is no more. @throws JudgeBroke while the plan rests */
  start(planId: string, ended: (error: Error) => void): JudgeThread {
    if (this.restMs(planId) > 0) throw new JudgeBroke("the plan rests");
    const release = this.#hold();
    const thread = new JudgeThread((error) => {
      release();
      if (this.#threads.get(planId) === thread) this.#threads.delete(planId);
      if (error instanceof JudgeBroke) this.#rest(planId, error);
      ended(error);
    });
    this.#threads.set(planId, thread);
    return thread;
  }

  /** A thread is used: others go before it. */
  used(planId: string, thread: JudgeThread): void {
    if (this.#threads.get(planId) !== thread) return;
    this.#threads.delete(planId);
    this.#threads.set(planId, thread);
  }

  /** A thread did what it was asked: what broke before is forgotten. */
  served(planId: string): void {
    if (this.restMs(planId) === 0) this.#broken.delete(planId);
  }

  close(): void {
    for (const thread of this.#threads.values()) thread.close();
  }

  /** @throws JudgeClosed when not one may be started */
  #hold(): () => void {
    for (;;) {
      const release = this.#options.budgets.hold("plan-judges", "all");
      if (release !== null) return release;
      const threads = [...this.#threads.values()];
      const oldest = threads.find(({ isIdle }) => isIdle) ?? threads[0];
      if (oldest === undefined) throw new JudgeClosed("no thread may be started");
      oldest.close();
    }
  }

  #rest(planId: string, error: JudgeBroke): void {
    const times = (this.#broken.get(planId)?.times ?? 0) + 1;
    const restMs = Math.min(REST_MS * 2 ** (times - 1), MAX_REST_MS);
    this.#broken.set(planId, { times, untilMs: this.#options.clock() + restMs });
    this.#options.log.error({ err: error, plan: planId, restMs }, "edits of a plan cannot be judged");
  }
}
