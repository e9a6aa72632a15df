import type { CommandRequest } from "@planwand/shared/journal/commands.ts";
import { type ApiFailure, postCommand } from "./api.ts";
import { rememberOutbox, rememberedOutbox } from "./device-memory.ts";
import type { PendingCommand } from "./pending-command.ts";
import { createStore, type ReadableStore } from "./store.ts";

/**
 * Commands on their way to the server, in order; kept on this device, so that what was said without a network arrives later. Each
 * has its own id, so sending one again does nothing twice.
 */
export interface Outbox {
  readonly pending: ReadableStore<readonly PendingCommand[]>;
  /** Puts a command in; it goes out as soon as the server can be reached. */
  post(command: CommandRequest, at: number): void;
  /** Takes a refused command away. */
  dismiss(id: string): void;
  /** Tries at once. */
  flush(): void;
  close(): void;
}

const AGAIN_MS = 4_000;

export function createOutbox(planId: string, actorId: string): Outbox {
  const pending = createStore<readonly PendingCommand[]>(rememberedOutbox(planId, actorId));
  let isSending = false;
  let isClosed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function set(commands: readonly PendingCommand[]): void {
    pending.set(commands);
    rememberOutbox(planId, actorId, commands);
  }

  function without(id: string): readonly PendingCommand[] {
    return pending.getSnapshot().filter(({ command }) => command.id !== id);
  }

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    for (;;) {
      const next = pending.getSnapshot().find(({ problem }) => problem === null);
      if (next === undefined || isClosed) break;
      const answer = await postCommand(planId, next.command);
      if (isClosed) return;
      if (answer.ok) set(without(next.command.id));
      else if (isPassing(answer.failure)) {
        timer = setTimeout(() => void send(), AGAIN_MS);
        break;
      } else {
        const problem = answer.failure.title ?? "";
        set(pending.getSnapshot().map((one) => (one === next ? { ...one, problem } : one)));
      }
    }
    isSending = false;
  }

  return {
    pending,
    post(command, at) {
      set([...pending.getSnapshot(), { command, at, problem: null }]);
      void send();
    },
    dismiss: (id) => set(without(id)),
    flush: () => void send(),
    close() {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** Whether the same command may be taken a moment later. */
function isPassing({ status }: ApiFailure): boolean {
  return status === "unreachable" || status === 401 || status === 429 || status >= 500;
}
