/**
 * Why a task has no answer: `busy`, too many wait; `stopped`, the server stops; `failed`, it cannot be done; `time`, `memory` and
 * `crash`, it ended the place in which it was done.
 */
export type TaskFate = "busy" | "stopped" | "failed" | "time" | "memory" | "crash";

export class TaskError extends Error {
  override readonly name = "TaskError";
  readonly fate: TaskFate;

  /** `reason` is for the log. */
  constructor(fate: TaskFate, reason: string) {
    super(reason);
    this.fate = fate;
  }

  /** Whether the task took its place with it: asked again, it would do the same. */
  get isDeadly(): boolean {
    return this.fate === "time" || this.fate === "memory" || this.fate === "crash";
  }
}
