import { encodeBarrier } from "@planwand/shared/protocol/codec.ts";
import { initialUnsaved, reduceUnsaved, type Unsaved, type UnsavedEvent } from "./unsaved.ts";

/** A barrier without an echo for this long means that the connection is dead. */
const ECHO_TIMEOUT_MS = 10_000;
/** What was sent before it may go this slowly. */
const SLOWEST_BYTES_A_SECOND = 2 * 1024;
/** While the server refuses something it holds the echo back; a connection that died meanwhile is found in the end all the same. */
const REFUSED_TIMEOUT_MS = 90_000;

/** Follows which edits are safe, and sends the barriers that find it out. */
export interface Saving {
  readonly now: () => Unsaved;
  dispatch(event: UnsavedEvent): void;
  close(): void;
}

/** `edits`: how many were unsaved when the plan was last left. `changed` hears of every change, after it. */
export function createSaving(
  edits: number,
  effects: {
    readonly send: (message: Uint8Array) => void;
    readonly onDead: () => void;
    /** The server has all of this many messages more, the oldest that were on their way. */
    readonly confirmed: (messages: number) => void;
    readonly changed: (now: Unsaved, before: Unsaved) => void;
  },
): Saving {
  let state = initialUnsaved(edits);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function timeoutMs(): number {
    if (state.refusal !== null) return REFUSED_TIMEOUT_MS;
    return ECHO_TIMEOUT_MS + ((state.outstanding?.bytes ?? 0) / SLOWEST_BYTES_A_SECOND) * 1_000;
  }

  return {
    now: () => state,
    dispatch(event) {
      const before = state;
      state = reduceUnsaved(before, event);
      if (state === before) return;
      const isEcho = event.type === "echoed";
      if (state.outstanding !== before.outstanding) {
        clearTimeout(timer);
        if (state.outstanding !== null) {
          timer = setTimeout(effects.onDead, timeoutMs());
          effects.send(encodeBarrier(state.outstanding.token));
        }
      }
      effects.changed(state, before);
      if (isEcho && before.outstanding !== null) effects.confirmed(before.outstanding.messages);
    },
    close: () => clearTimeout(timer),
  };
}
