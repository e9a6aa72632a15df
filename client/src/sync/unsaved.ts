import { REFUSALS, type RefusalCode } from "@planwand/shared/protocol/refusal.ts";

/** What the badge says. `saved` is only ever said after the server's echo. */
export type SaveState = "saved" | "saving" | "offline" | "error";

/** How far the connection is: `joined` means that both sides have answered each other's state. */
export type Link = "connecting" | "closed" | "open" | "joined";

interface Barrier {
  readonly token: number;
  /** How many of the unsaved edits this barrier covers. */
  readonly edits: number;
}

/** Which local edits the server has not yet confirmed to be on disk. Changed only by `reduceUnsaved`. */
export interface Unsaved {
  readonly link: Link;
  /** Local edits without confirmation, oldest first; only their number matters. */
  readonly edits: number;
  readonly outstanding: Barrier | null;
  readonly lastToken: number;
  /** Whether an echo came since the connection was last joined. */
  readonly isConfirmed: boolean;
  readonly refusal: RefusalCode | null;
}

export type UnsavedEvent =
  | { readonly type: "edited" }
  | { readonly type: "opened" }
  | { readonly type: "joined" }
  | { readonly type: "closed" }
  /** Asks for an echo though nothing is unsaved, to learn whether the server still hears us. */
  | { readonly type: "probed" }
  | { readonly type: "echoed"; readonly token: number }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** The state on opening a plan. `edits`: how many were still unsaved when the page was last left. */
export function initialUnsaved(edits: number): Unsaved {
  return {
    link: "connecting",
    edits,
    outstanding: null,
    lastToken: 0,
    isConfirmed: false,
    refusal: null,
  };
}

/**
 * One event in, the next state out. When `outstanding` becomes another barrier, the caller sends its token: at most one
 * is on its way, tokens only grow, and one that is lost with its connection is never waited for.
 */
export function reduceUnsaved(state: Unsaved, event: UnsavedEvent): Unsaved {
  switch (event.type) {
    case "edited":
      return withBarrier({ ...state, edits: state.edits + 1 });
    case "opened":
      return { ...state, link: "open", outstanding: null, isConfirmed: false };
    case "joined":
      return withBarrier({ ...state, link: "joined" });
    case "closed":
      return { ...state, link: "closed", outstanding: null, isConfirmed: false };
    case "probed":
      return state.link === "joined" && state.outstanding === null ? sendBarrier(state) : state;
    case "echoed":
      return echoed(state, event.token);
    case "refused":
      return REFUSALS[event.code].retry === "resync" ? state : { ...state, refusal: event.code };
  }
}

function echoed(state: Unsaved, token: number): Unsaved {
  const { outstanding } = state;
  if (outstanding === null || token !== outstanding.token) return state;
  // The server echoes nothing while something of ours is refused, so an echo also ends a refusal.
  return withBarrier({
    ...state,
    edits: state.edits - outstanding.edits,
    outstanding: null,
    isConfirmed: true,
    refusal: null,
  });
}

function withBarrier(state: Unsaved): Unsaved {
  if (state.link !== "joined" || state.outstanding !== null) return state;
  if (state.isConfirmed && state.edits === 0) return state;
  return sendBarrier(state);
}

function sendBarrier(state: Unsaved): Unsaved {
  const token = state.lastToken + 1;
  return { ...state, lastToken: token, outstanding: { token, edits: state.edits } };
}

/** What the badge may say of this state. */
export function saveState(state: Unsaved): SaveState {
  if (state.refusal !== null) return "error";
  if (state.link === "closed") return "offline";
  return state.link === "joined" && state.isConfirmed && state.edits === 0 ? "saved" : "saving";
}
