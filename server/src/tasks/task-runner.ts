import { type Channel, Place } from "./place.ts";
import { TaskError } from "./task-error.ts";
import { type Queued, TaskQueue } from "./task-queue.ts";

export interface TaskRunnerOptions<Task> {
  /** How many are done at once, at least two: one place takes long tasks too, the others never. */
  readonly places: number;
  readonly start: () => Channel | Promise<Channel>;
  /** Whether so many of one key, and so many in all, may wait. */
  readonly mayWait: (ofKey: number, inAll: number) => boolean;
  /** What a task is told that it asks for while it is done. */
  readonly reply?: (question: unknown, task: Task) => Promise<unknown>;
  /** A place without work for this long is ended: its memory goes back. */
  readonly idleMs: number;
}

export interface TaskOrder extends Queued {
  /** How long it may take, from its start. */
  readonly timeoutMs: number;
}

interface Waiting<Task, Answer> extends TaskOrder {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

interface Slot<Task, Answer> {
  readonly mayBeLong: boolean;
  place: Place<Task, Answer> | null;
  isBusy: boolean;
  idle: NodeJS.Timeout | undefined;
}

/** Does tasks in threads or processes: few at once, by turns, each with a time of its own. Rules of SPEC.md. */
export class TaskRunner<Task, Answer> {
  readonly #options: TaskRunnerOptions<Task>;
  readonly #slots: readonly Slot<Task, Answer>[];
  readonly #queue = new TaskQueue<Waiting<Task, Answer>>();
  readonly #running = new Set<string>();
  #isClosed = false;

  constructor(options: TaskRunnerOptions<Task>) {
    this.#options = options;
    this.#slots = Array.from({ length: options.places }, (_, at) => ({
      mayBeLong: at === options.places - 1,
      place: null,
      isBusy: false,
      idle: undefined,
    }));
  }

  /** How many wait, and how many are being done. */
  get load(): { readonly waiting: number; readonly running: number } {
    return { waiting: this.#queue.size, running: this.#running.size };
  }

  /** Does a task in its turn. @throws TaskError */
  run(task: Task, order: TaskOrder): Promise<Answer> {
    if (this.#isClosed) return Promise.reject(new TaskError("stopped", "the server stops"));
    const ofKey = this.#queue.waiting(order.key) + 1;
    const mustWait = ofKey > 1 || this.#running.has(order.key) || !this.#hasRoom(order.isLong);
    if (mustWait && !this.#options.mayWait(ofKey, this.#queue.size + 1))
      return Promise.reject(new TaskError("busy", "too many wait"));
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    this.#queue.add({ ...order, task, resolve, reject });
    this.#fill();
    return promise;
  }

  /** Refuses those of a key that wait and that `isMeant`. */
  drop(key: string, error: Error, isMeant: (task: Task) => boolean): void {
    for (const { reject } of this.#queue.remove(key, ({ task }) => isMeant(task))) reject(error);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#queue.clear()) reject(new TaskError("stopped", "the server stops"));
    await Promise.all(this.#slots.map((slot) => this.#empty(slot)));
  }

  #hasRoom(isLong: boolean): boolean {
    return this.#slots.some(({ isBusy, mayBeLong }) => !isBusy && (mayBeLong || !isLong));
  }

  #fill(): void {
    for (const slot of this.#slots) {
      if (slot.isBusy || this.#isClosed) continue;
      const next = this.#queue.next((key) => this.#running.has(key), slot.mayBeLong);
      if (next !== null) void this.#do(slot, next);
    }
  }

  async #do(slot: Slot<Task, Answer>, { task, key, timeoutMs, resolve, reject }: Waiting<Task, Answer>) {
    slot.isBusy = true;
    this.#running.add(key);
    clearTimeout(slot.idle);
    const { start, reply = nothing } = this.#options;
    try {
      if (slot.place?.isUsable === false) slot.place = null;
      slot.place ??= new Place<Task, Answer>(await start(), reply);
      resolve(await slot.place.perform(task, timeoutMs));
    } catch (error) {
      reject(error);
    }
    if (slot.place?.isUsable !== true) await this.#empty(slot);
    else if (!this.#isClosed) this.#endWhenIdle(slot);
    slot.isBusy = false;
    this.#running.delete(key);
    this.#fill();
  }

  #endWhenIdle(slot: Slot<Task, Answer>): void {
    slot.idle = setTimeout(() => void this.#empty(slot), this.#options.idleMs);
    slot.idle.unref();
  }

  async #empty(slot: Slot<Task, Answer>): Promise<void> {
    const { place } = slot;
    slot.place = null;
    clearTimeout(slot.idle);
    await place?.close();
  }
}

function nothing(): Promise<never> {
  return Promise.reject(new Error("no question is answered here"));
}
