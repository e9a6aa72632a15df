import { TaskError, type TaskFate } from "./task-error.ts";

/** What goes to where tasks are done: a task, or the answer to what it asked. */
export type ToPlace<Task> =
  | { readonly type: "task"; readonly task: Task }
  | { readonly type: "reply"; readonly value: unknown }
  | { readonly type: "no-reply"; readonly reason: string };

/** What comes back: a question, or how it ended. `isSpent`: this place is used up, the next task needs a new one. */
export type FromPlace<Answer> =
  | { readonly type: "question"; readonly question: unknown }
  | { readonly type: "answer"; readonly answer: Answer; readonly isSpent: boolean }
  | { readonly type: "failure"; readonly reason: string };

/** A thread or a process, as far as messages go to and from it. */
export interface Channel {
  /** `handsOver`: the sender keeps none of the bytes in it, so they need not be copied. */
  post(message: unknown, handsOver: boolean): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once when it is gone, and why. */
  onEnd(listener: (fate: Extract<TaskFate, "memory" | "crash">, reason: string) => void): void;
  /** Whether the server may end while it is there. */
  hold(isHeld: boolean): void;
  kill(): Promise<void>;
}

/** Where tasks are done, one at a time. */
export class Place<Task, Answer> {
  readonly #channel: Channel;
  readonly #reply: (question: unknown, task: Task) => Promise<unknown>;
  #task: Task | null = null;
  #resolve: (answer: Answer) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #isUsable = true;

  constructor(channel: Channel, reply: (question: unknown, task: Task) => Promise<unknown>) {
    this.#channel = channel;
    this.#reply = reply;
    channel.onMessage((message) => this.#take(message as FromPlace<Answer>));
    channel.onEnd((fate, reason) => this.#end(new TaskError(fate, reason)));
    channel.hold(false);
  }

  /** Whether the next task can be done here. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** @throws TaskError */
  async perform(task: Task, timeoutMs: number): Promise<Answer> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    [this.#task, this.#resolve, this.#reject] = [task, resolve, reject];
    const timer = setTimeout(() => this.#end(new TaskError("time", "took too long")), timeoutMs);
    this.#channel.hold(true);
    this.#channel.post({ type: "task", task } satisfies ToPlace<Task>, false);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#task = null;
      this.#channel.hold(false);
    }
  }

  /** Ends it; a task under way fails as `stopped`. */
  close(): Promise<void> {
    this.#end(new TaskError("stopped", "the server stops"));
    return this.#channel.kill();
  }

  #take(message: FromPlace<Answer>): void {
    if (message.type === "question") void this.#answer(message.question);
    else if (message.type === "failure") this.#reject(new TaskError("failed", message.reason));
    else {
      if (message.isSpent) this.#isUsable = false;
      this.#resolve(message.answer);
    }
  }

  async #answer(question: unknown): Promise<void> {
    const task = this.#task;
    if (task === null) return;
    let message: ToPlace<Task>;
    try {
      message = { type: "reply", value: await this.#reply(question, task) };
    } catch (error) {
      message = { type: "no-reply", reason: error instanceof Error ? error.message : String(error) };
    }
    if (this.#task === task) this.#channel.post(message, true);
  }

  #end(error: TaskError): void {
    this.#isUsable = false;
    this.#reject(error);
    void this.#channel.kill();
  }
}
