import { Worker } from "node:worker_threads";
import type { JudgeAnswer, JudgeTask } from "./judge-task.ts";
import type { AccessRefusal } from "./write-access.ts";

/** A plan of thousands of cards takes a fraction of each. */
const ANSWER_LIMIT_MS = 30_000;
const MEMORY_LIMIT_MB = 256;
/** Bytes of admitted updates that may wait for a thread that is behind. */
const BEHIND_MAX_BYTES = 16 * 1024 * 1024;

/** The thread took too long, fell too far behind, ran out of memory or broke: its plan is more than it can take. */
export class JudgeBroke extends Error {
  override readonly name = "JudgeBroke";
}

/** The thread was put out of work by who had it. */
export class JudgeClosed extends Error {
  override readonly name = "JudgeClosed";
}

interface Waiting {
  /** Bytes of an admitted update. */
  readonly bytes: number;
  readonly resolve: (refusal: AccessRefusal | null) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that judges for one plan. It answers in the order of asking; each answer has its time limit. */
export class JudgeThread {
  readonly #worker: Worker;
  readonly #ended: (error: Error) => void;
  readonly #waiting: Waiting[] = [];
  #behindBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  /** `ended` is told once, when the thread is no more. */
  constructor(ended: (error: Error) => void) {
    this.#ended = ended;
    this.#worker = new Worker(new URL("./judge-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT_MB },
    });
    this.#worker.unref();
    this.#worker.on("message", (answer: JudgeAnswer) => this.#settle(answer));
    this.#worker.on("error", (error) => this.#end(new JudgeBroke("the thread broke", { cause: error })));
    this.#worker.on("exit", () => this.#end(new JudgeBroke("the thread ended")));
  }

  /** Whether it has nothing to answer. */
  get isIdle(): boolean {
    return this.#waiting.length === 0;
  }

  /** @throws JudgeBroke, or JudgeClosed */
  ask(task: JudgeTask): Promise<AccessRefusal | null> {
    if (this.#isOver) return Promise.reject(new JudgeClosed("the thread is over"));
    const bytes = task.ask === "apply" ? task.update.byteLength : 0;
    this.#behindBytes += bytes;
    this.#worker.postMessage(task);
    const answered = new Promise<AccessRefusal | null>((resolve, reject) => {
      this.#waiting.push({ bytes, resolve, reject });
      if (this.#waiting.length === 1) this.#watch();
    });
    if (this.#behindBytes > BEHIND_MAX_BYTES) this.#end(new JudgeBroke("the thread is too far behind"));
    return answered;
  }

  close(): void {
    this.#end(new JudgeClosed("the thread is not needed"));
  }

  #settle(answer: JudgeAnswer): void {
    if ("failure" in answer) return this.#end(new JudgeBroke(answer.failure));
    clearTimeout(this.#timer);
    const first = this.#waiting.shift();
    this.#behindBytes -= first?.bytes ?? 0;
    first?.resolve(answer.refusal);
    if (this.#waiting.length > 0) this.#watch();
  }

  #watch(): void {
    this.#timer = setTimeout(() => this.#end(new JudgeBroke("the thread took too long")), ANSWER_LIMIT_MS);
    this.#timer.unref();
  }

  #end(error: Error): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    void this.#worker.terminate();
    for (const { reject } of this.#waiting.splice(0)) reject(error);
    this.#ended(error);
  }
}
