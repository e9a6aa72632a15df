import { Worker } from "node:worker_threads";
import { type Result, ok, refuse } from "@planwand/shared/kernel/result.ts";
import type { ExportAnswer, ExportTask } from "./export-task.ts";

/** Files made at once; the others wait their turn. */
const MAX_RUNNING = 2;
const MAX_WAITING = 20;
/** A file that takes longer than this is given up. */
const TIMEOUT_MS = 120_000;
/** A thread without work for this long is ended: its memory goes back. */
const IDLE_MS = 30_000;
const MAX_HEAP_MB = 768;

/** `busy` when too many wait already; `failed` when this file cannot be made, `reason` for the log. */
export type ExportRefusal = { readonly code: "busy" } | { readonly code: "failed"; readonly reason: string };

/** The threads in which files are made: few, so that the rest of the machine stays for edits. */
export class ExportThreads {
  readonly #idle = new Map<Worker, NodeJS.Timeout>();
  readonly #running = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #isClosed = false;

  async make(task: ExportTask): Promise<Result<Uint8Array, ExportRefusal>> {
    if (this.#running.size >= MAX_RUNNING) {
      if (this.#waiting.length >= MAX_WAITING) return refuse({ code: "busy" });
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#isClosed) return refuse({ code: "busy" });
    const worker = this.#take();
    const answer = await answerOf(worker, task);
    this.#running.delete(worker);
    if (answer.isAlive) this.#keep(worker);
    this.#waiting.shift()?.();
    return "bytes" in answer ? ok(answer.bytes) : refuse({ code: "failed", reason: answer.failure });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
    for (const timer of this.#idle.values()) clearTimeout(timer);
    await Promise.all([...this.#idle.keys(), ...this.#running].map((worker) => worker.terminate()));
  }

  #take(): Worker {
    const [known] = this.#idle;
    if (known !== undefined) {
      clearTimeout(known[1]);
      this.#idle.delete(known[0]);
    }
    const worker =
      known?.[0] ??
      new Worker(new URL("./export-worker.ts", import.meta.url), {
        resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
      });
    this.#running.add(worker);
    return worker;
  }

  #keep(worker: Worker): void {
    const timer = setTimeout(() => {
      this.#idle.delete(worker);
      void worker.terminate();
    }, IDLE_MS);
    timer.unref();
    worker.unref();
    this.#idle.set(worker, timer);
  }
}

type Settled = ExportAnswer & { readonly isAlive: boolean };

/** Asks a thread for one file. A thread that broke or got stuck is ended, and says so. */
async function answerOf(worker: Worker, task: ExportTask): Promise<Settled> {
  const { promise, resolve } = Promise.withResolvers<Settled>();
  const onMessage = (message: ExportAnswer): void => resolve({ ...message, isAlive: true });
  const onError = (error: unknown): void => resolve({ failure: String(error), isAlive: false });
  const onExit = (): void => resolve({ failure: "the thread ended", isAlive: false });
  const timer = setTimeout(() => resolve({ failure: "took too long", isAlive: false }), TIMEOUT_MS);
  worker.on("message", onMessage).on("error", onError).on("exit", onExit);
  worker.ref();
  worker.postMessage(task);
  const answer = await promise;
  clearTimeout(timer);
  worker.off("message", onMessage).off("exit", onExit);
  if (answer.isAlive) worker.off("error", onError);
  else await worker.terminate();
  return answer;
}
