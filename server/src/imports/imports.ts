import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MAX_HEAP_MB, MAX_READING_MS } from "./limits.ts";
import type { ImportAnswer, ImportMessage, ImportTask } from "./import-task.ts";

/** Files that wait for their turn; more than this are told to come back. */
const MAX_WAITING = 16;
/** Reading is done one file at a time: the machine is there for those who write. */
const YOUNG_HEAP_MB = 16;

export interface Imports {
  /** Reads a file in its turn; null when too many wait already. */
  read(task: ImportTask): Promise<ImportAnswer | null>;
}

/** Reads files from outside, one after the other, each in a process that is ended when it takes too much time or memory. */
export function createImports(): Imports {
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async read(task) {
      if (waiting >= MAX_WAITING) return null;
      waiting++;
      const done = turn.then(() => readInProcess(task));
      turn = done.catch(() => undefined).then(() => waiting--);
      return done;
    },
  };
}

/** What the process may do: read the code of this program. No file is written, no program started, no connection made. */
const CODE = fileURLToPath(new URL("../../..", import.meta.url));
const FLAGS = [
  `--max-old-space-size=${MAX_HEAP_MB}`,
  `--max-semi-space-size=${YOUNG_HEAP_MB}`,
  "--permission",
  `--allow-fs-read=${CODE}`,
];

function readInProcess(task: ImportTask): Promise<ImportAnswer> {
  // Nothing of the server's surroundings goes along; what it would print is about a file of somebody's.
  const child = fork(fileURLToPath(new URL("./import-child.ts", import.meta.url)), {
    execArgv: FLAGS,
    env: {},
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise((resolve, reject) => {
    const settle = (message: ImportMessage): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      if ("failure" in message) reject(new Error(message.failure));
      else resolve(message);
    };
    const timer = setTimeout(() => settle({ refusal: "file-too-heavy" }), MAX_READING_MS);
    child.once("message", (message: ImportMessage) => settle(message));
    child.once("error", (error) => settle({ failure: String(error) }));
    // Without an answer it ran out of memory, or the system ended it.
    child.once("exit", () => settle({ refusal: "file-too-heavy" }));
    child.send(task);
  });
}
