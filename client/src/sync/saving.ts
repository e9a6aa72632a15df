import { encodeBarrier } from "@planwand/shared/protocol/codec.ts";
import { initialUnsaved, reduceUnsaved, type Unsaved, type UnsavedEvent } from "./unsaved.ts";

/** A barrier without an echo for this long means that the connection is dead. */
const ECHO_TIMEOUT_MS = 10_000;

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
    readonly changed: (now: Unsaved, before: Unsaved) => void;
  },
): Saving {
  let state = initialUnsaved(edits);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function onNoEcho(): void {
    // While the server refuses something it holds the echo back on purpose: the connection is fine.
    if (state.refusal === null) effects.onDead();
  }

  return {
    now: () => state,
    dispatch(event) {
      const before = state;
      state = reduceUnsaved(before, event);
      if (state === before) return;
      if (state.outstanding !== before.outstanding) {
        clearTimeout(timer);
        if (state.outstanding !== null) {
          timer = setTimeout(onNoEcho, ECHO_TIMEOUT_MS);
          effects.send(encodeBarrier(state.outstanding.token));
        }
      }
      effects.changed(state, before);
    },
    close: () => clearTimeout(timer),
  };
}
