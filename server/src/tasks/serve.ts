import type { FromPlace, ToPlace } from "./place.ts";

/** Where the messages of a place come from and go to, seen from within. */
export interface Port {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

/** Asks the server something while a task is done. @throws Error when it has no answer */
export type Ask = (question: unknown) => Promise<unknown>;

/** Does the tasks that come over a port. `isSpent`, asked after each: whether this place has taken so much that it had better end. */
export function serveTasks(
  port: Port,
  perform: (task: unknown, ask: Ask) => unknown,
  isSpent: () => boolean = () => false,
): void {
  let settle: { resolve(value: unknown): void; reject(error: Error): void } | null = null;

  const ask: Ask = (question) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      post({ type: "question", question });
    });

  function post(message: FromPlace<unknown>): void {
    port.post(message);
  }

  async function take(task: unknown): Promise<void> {
    try {
      const answer = await perform(task, ask);
      post({ type: "answer", answer, isSpent: isSpent() });
    } catch (error) {
      post({
        type: "failure",
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }

  port.onMessage((received) => {
    const message = received as ToPlace<unknown>;
    if (message.type === "task") return void take(message.task);
    const asked = settle;
    settle = null;
    if (message.type === "reply") asked?.resolve(message.value);
    else asked?.reject(new Error(message.reason));
  });
}
