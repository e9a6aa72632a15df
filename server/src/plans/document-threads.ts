import { availableParallelism } from "node:os";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Logger } from "pino";
import type { Budgets } from "../budgets/budgets.ts";
import type { Storage } from "../storage/port.ts";
import { TaskError } from "../tasks/task-error.ts";
import { TaskRunner } from "../tasks/task-runner.ts";
import { startThread } from "../tasks/thread.ts";
import type {
  DocumentAnswer,
  DocumentAnswers,
  DocumentForm,
  DocumentTask,
  DocumentTasks,
  LogQuestion,
  LogReply,
} from "./document-task.ts";
import { SetAside } from "./set-aside.ts";

/** Threads that build documents; the rest of the machine is for those who write. */
const MIN_THREADS = 2;
const MAX_THREADS = 4;
/** What of the log goes to a thread at once: more would hold up everybody while it is read. */
const SLICE_BYTES = 512 * 1024;
/** A thread without work for this long is ended, with the histories that it keeps. */
const IDLE_MS = 60_000;
/** Forms that may read a whole log. */
const LONG: ReadonlySet<DocumentForm> = new Set(["changes", "history", "trend", "past"]);
/** Forms that are of the past, or read what was kept of it: they say nothing of the plan as it is now. */
const PAST: ReadonlySet<DocumentForm> = new Set([...LONG, "moment", "value"]);

export interface DocumentThreadsOptions {
  readonly log: Storage["log"];
  readonly clock: Clock;
  readonly budgets: Budgets;
  readonly logger: Logger;
}

/** The threads for documents: by turns for each plan, and a plan that breaks them is set aside. */
export class DocumentThreads {
  readonly #options: DocumentThreadsOptions;
  readonly #runner: TaskRunner<DocumentTask, DocumentAnswer>;
  readonly #aside: SetAside;
  /** Plans whose past takes too much. */
  readonly #pastAside: SetAside;

  constructor(options: DocumentThreadsOptions) {
    const { budgets, clock, logger } = options;
    this.#options = options;
    this.#aside = new SetAside(clock, (planId, isAside) =>
      logger.warn(
        { plan: planId },
        isAside ? "plan set aside: its document takes too much" : "plan taken back",
      ),
    );
    this.#pastAside = new SetAside(clock, (planId, isAside) =>
      logger.warn({ plan: planId }, isAside ? "past set aside: it takes too much" : "past taken back"),
    );
    this.#runner = new TaskRunner({
      places: Math.max(MIN_THREADS, Math.min(MAX_THREADS, availableParallelism() - 1)),
      start: () =>
        startThread(new URL("./document-worker.ts", import.meta.url), budgets.limit("document-megabytes")),
      mayWait: (ofKey, inAll) =>
        budgets.allows("plan-documents", ofKey) && budgets.allows("documents", inAll),
      reply: (question, task) => this.#reply(question as LogQuestion, task),
      idleMs: IDLE_MS,
    });
  }

  /** How many plans are set aside. */
  get aside(): number {
    return this.#aside.size;
  }

  isAside(planId: string): boolean {
    return this.#aside.has(planId);
  }

  /** A plan became another: whatever was wrong with it may be gone. */
  forget(planId: string): void {
    this.#aside.remove(planId);
    this.#pastAside.remove(planId);
  }

  /** Builds the document of a plan in one form. @throws PlanUnbuildable, TaskError */
  async perform<Form extends DocumentForm>(
    planId: string,
    form: Form,
    task: DocumentTasks[Form],
  ): Promise<DocumentAnswers[Form]> {
    const isLong = LONG.has(form);
    const isPast = PAST.has(form);
    const aside = isPast ? this.#pastAside : this.#aside;
    aside.check(planId);
    const seconds = this.#options.budgets.limit(isLong ? "history-seconds" : "document-seconds");
    const order = { key: planId, isLong, timeoutMs: seconds * 1_000 };
    try {
      const answer = await this.#runner.run({ form, ...task } as DocumentTask, order);
      aside.remove(planId);
      // A thread gives the answer that its form has.
      return answer as DocumentAnswers[Form];
    } catch (error) {
      if (!(error instanceof TaskError && error.isDeadly)) throw error;
      const unbuildable = aside.add(planId);
      // What waits would take as much.
      this.#runner.drop(planId, unbuildable, (waiting) => PAST.has(waiting.form) === isPast);
      throw unbuildable;
    }
  }

  close(): Promise<void> {
    return this.#runner.close();
  }

  async #reply(question: LogQuestion, task: DocumentTask): Promise<LogReply> {
    const { log } = this.#options;
    if (!("planId" in task)) throw new Error("this task is about no plan");
    return "checkpoint" in question
      ? log.checkpoint(task.planId)
      : log.slice(task.planId, question.after, SLICE_BYTES);
  }
}
