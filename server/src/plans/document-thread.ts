import { Worker } from "node:worker_threads";
import type { AnswerMessage, DocumentAnswer, DocumentTask, TaskMessage } from "./document-task.ts";

/** A document that takes longer than this is stuck: the thread is ended and the next task gets a new one. */
const TASK_TIMEOUT_MS = 60_000;

interface Waiting {
  readonly resolve: (answer: DocumentAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** The worker thread for documents: started at the first task, kept, and started anew after it broke. */
export class DocumentThread {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 1;

  /** @throws when the document cannot be built, or the thread broke or got stuck */
  perform(task: DocumentTask): Promise<DocumentAnswer> {
    const id = this.#nextId++;
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => void this.#end(worker, new Error("a document took too long")),
        TASK_TIMEOUT_MS,
      );
      this.#waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, task } satisfies TaskMessage);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker !== null) await this.#end(worker, new Error("the server stops"));
  }

  #start(): Worker {
    const worker = new Worker(new URL("./document-worker.ts", import.meta.url));
    worker.on("message", (message: AnswerMessage) => this.#settle(message));
    worker.on(
      "error",
      (error) => void this.#end(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on("exit", () => void this.#end(worker, new Error("the document thread ended")));
    worker.unref();
    return worker;
  }

  #settle(message: AnswerMessage): void {
    const waiting = this.#waiting.get(message.id);
    if (waiting === undefined) return;
    this.#waiting.delete(message.id);
    clearTimeout(waiting.timer);
    if ("answer" in message) waiting.resolve(message.answer);
    else waiting.reject(new Error(message.failure));
  }

  async #end(worker: Worker, error: Error): Promise<void> {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
    await worker.terminate();
  }
}
