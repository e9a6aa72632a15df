import { type Profiler, Session } from "node:inspector";
import { setFlagsFromString } from "node:v8";

// Optimised code counts nothing.
for (const flag of ["--no-opt", "--no-maglev", "--no-sparkplug", "--no-use-osr"]) setFlagsFromString(flag);

/** Whose work is counted: the product's, and what it calls in Yjs and lib0. */
const COUNTED = /\/(server\/src|shared\/src|yjs|lib0)\//;

/**
 * Counts how many steps some work takes: how often each block of code is entered, as the engine itself counts it. It is the same on
 * any machine and at any moment. What the engine does by itself, such as moving the rest of a list, is one step. Code counts from the
 * second time that it is run.
 */
export class StepCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  stepsOf(work: () => void): number {
    this.#take();
    work();
    let steps = 0;
    for (const { url, functions } of this.#take()) {
      if (!COUNTED.test(url)) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  close(): void {
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
  }

  /** What was counted since the last time. */
  #take(): readonly Profiler.ScriptCoverage[] {
    let taken: readonly Profiler.ScriptCoverage[] = [];
    this.#session.post("Profiler.takePreciseCoverage", (error, { result }) => {
      if (error !== null) throw error;
      taken = result;
    });
    return taken;
  }
}
