import type { Budgets } from "../budgets/budgets.ts";
import { startProcess } from "../tasks/process.ts";
import { TaskError } from "../tasks/task-error.ts";
import { TaskRunner } from "../tasks/task-runner.ts";
import { MAX_HEAP_MB, MAX_MEMORY_MB } from "./limits.ts";
import type { ImportAnswer, ImportTask } from "./import-task.ts";

/** Files read at once; one that makes a plan never keeps those waiting that are added to one. */
const PROCESSES = 2;

export interface Imports {
  /** Reads a file in its turn; `key` is the plan to which it is added, or the address of who makes one of it. Null when too many wait. */
  read(task: ImportTask, key: string): Promise<ImportAnswer | null>;
  close(): Promise<void>;
}

/** Reads files from outside, each in a process of its own that is ended after it, and when it takes too much time or memory. */
export function createImports(budgets: Budgets): Imports {
  const limits = { maxHeapMb: MAX_HEAP_MB, maxMemoryMb: MAX_MEMORY_MB };
  const runner = new TaskRunner<ImportTask, ImportAnswer>({
    places: PROCESSES,
    start: () => startProcess(new URL("./import-child.ts", import.meta.url), limits),
    mayWait: (ofKey, inAll) => budgets.allows("plan-imports", ofKey) && budgets.allows("imports", inAll),
    idleMs: 0,
  });
  return {
    async read(task, key) {
      const timeoutMs = budgets.limit("import-seconds") * 1_000;
      try {
        return await runner.run(task, { key, isLong: task.plan === null, timeoutMs });
      } catch (error) {
        if (!(error instanceof TaskError) || error.fate === "failed") throw error;
        return error.isDeadly ? { refusal: "file-too-heavy" } : null;
      }
    },
    close: () => runner.close(),
  };
}
