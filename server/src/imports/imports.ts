import { Worker } from "node:worker_threads";
import { MAX_HEAP_MB, MAX_READING_MS } from "./limits.ts";
import type { ImportAnswer, ImportTask } from "./import-task.ts";

/** Files that wait for their turn; more than this are told to come back. */
const MAX_WAITING = 16;
/** Reading is done one file at a time: the machine is there for those who write. */
const YOUNG_HEAP_MB = 32;

export interface Imports {
  /** Reads a file in its turn; null when too many wait already. */
  read(task: ImportTask): Promise<ImportAnswer | null>;
}

/** Reads files from outside, one after the other, each in a thread that is ended when it takes too much time or memory. */
export function createImports(): Imports {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async read(task) {
      if (waiting >= MAX_WAITING) return null;
      waiting++;
      const done = turn.then(() => readInThread(task));
      turn = done.catch(() => undefined).then(() => waiting--);
      return done;
    },
  };
}

function readInThread(task: ImportTask): Promise<ImportAnswer> {
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  });
  return new Promise((resolve, reject) => {
    const settle = (answer: ImportAnswer): void => {
      clearTimeout(timer);
      void worker.terminate().then(() => resolve(answer));
    };
    const timer = setTimeout(() => settle({ refusal: "file-too-heavy" }), MAX_READING_MS);
    worker.once("message", (answer: ImportAnswer) => settle(answer));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ refusal: "file-too-heavy" });
      else reject(error);
    });
  });
}
