import { REFUSALS, type RefusalCode } from "@planwand/shared/protocol/refusal.ts";

/** What the badge says. `saved` is only ever said after the server's echo. */
export type SaveState = "saved" | "saving" | "offline" | "error";

/** How far the connection is: `joined` means that both sides know each other's state. */
export type Link = "connecting" | "closed" | "open" | "joined";

interface Barrier {
  readonly token: number;
  /** How many of the unsaved edits were sent whole before this barrier, and after the one before. */
  readonly edits: number;
  /** Nothing that the server lacked was left to be sent. */
  readonly isAll: boolean;
  /** How many messages it covers, and how long they are together. */
  readonly messages: number;
  readonly bytes: number;
}

/** Which local edits the server has not yet confirmed to be on disk. Changed only by `reduceUnsaved`. */
export interface Unsaved {
  readonly link: Link;
  /** Local edits without confirmation, oldest first; only their number matters. */
  readonly edits: number;
  /** What was sent since the last barrier; null when nothing was. */
  readonly sent: Omit<Barrier, "token"> | null;
  readonly outstanding: Barrier | null;
  readonly lastToken: number;
  /** Whether, on this connection and since its last refusal, an echo covered all that there was to send. */
  readonly isConfirmed: boolean;
  readonly refusal: RefusalCode | null;
}

export type UnsavedEvent =
  | { readonly type: "edited" }
  | { readonly type: "opened" }
  | { readonly type: "joined" }
  | { readonly type: "closed" }
  /** All that waits is sent anew; whatever was on its way counts as not sent. */
  | { readonly type: "restarted" }
  /** A message with a part of what waits went out; with it, `edits` edits are whole. */
  | { readonly type: "sent"; readonly edits: number; readonly isAll: boolean; readonly bytes: number }
  /** Asks for an echo though nothing was sent, to learn whether the server still hears us. */
  | { readonly type: "probed" }
  | { readonly type: "echoed"; readonly token: number }
  | { readonly type: "refused"; readonly code: RefusalCode };

/** The state on opening a plan. `edits`: how many were still unsaved when the page was last left. */
export function initialUnsaved(edits: number): Unsaved {
  return {
    link: "connecting",
    edits,
    sent: null,
    outstanding: null,
    lastToken: 0,
    isConfirmed: false,
    refusal: null,
  };
}

/** Whatever was on its way counts as not sent. */
const NOTHING_SENT = { sent: null, outstanding: null, isConfirmed: false } as const;

/**
 * One event in, the next state out. When `outstanding` becomes another barrier, the caller sends its token: at most one
 * is on its way, tokens only grow, and one that is lost with its connection, or refused, is never waited for.
 */
export function reduceUnsaved(state: Unsaved, event: UnsavedEvent): Unsaved {
  switch (event.type) {
    case "edited":
      return { ...state, edits: state.edits + 1 };
    case "opened":
      return { ...state, ...NOTHING_SENT, link: "open" };
    case "joined":
      return { ...state, link: "joined" };
    case "closed":
      return { ...state, ...NOTHING_SENT, link: "closed" };
    case "restarted":
      return { ...state, ...NOTHING_SENT };
    case "sent":
      return withBarrier({ ...state, sent: sentWith(state.sent, event) });
    case "probed":
      return state.link === "joined" && state.outstanding === null
        ? sendBarrier(state, { edits: 0, isAll: state.isConfirmed, messages: 0, bytes: 0 })
        : state;
    case "echoed":
      return echoed(state, event.token);
    case "refused": {
      const isShown = REFUSALS[event.code].retry !== "resync";
      return { ...state, ...NOTHING_SENT, refusal: isShown ? event.code : state.refusal };
    }
  }
}

type Sent = Extract<UnsavedEvent, { type: "sent" }>;

function sentWith(before: Unsaved["sent"], { edits, isAll, bytes }: Sent): Unsaved["sent"] {
  const { messages = 0, edits: whole = 0, bytes: long = 0 } = before ?? {};
  return { edits: whole + edits, isAll, messages: messages + 1, bytes: long + bytes };
}

function echoed(state: Unsaved, token: number): Unsaved {
  const { outstanding } = state;
  if (outstanding === null || token !== outstanding.token) return state;
  const { isAll } = outstanding;
  return withBarrier({
    ...state,
    edits: state.edits - outstanding.edits,
    outstanding: null,
    isConfirmed: state.isConfirmed || isAll,
    refusal: isAll ? null : state.refusal,
  });
}

function withBarrier(state: Unsaved): Unsaved {
  const { sent } = state;
  if (state.link !== "joined" || state.outstanding !== null || sent === null) return state;
  return sendBarrier({ ...state, sent: null }, sent);
}

function sendBarrier(state: Unsaved, covers: Omit<Barrier, "token">): Unsaved {
  const token = state.lastToken + 1;
  return { ...state, lastToken: token, outstanding: { ...covers, token } };
}

/** What the badge may say of this state. */
export function saveState(state: Unsaved): SaveState {
  if (state.refusal !== null) return "error";
  if (state.link === "closed") return "offline";
  return state.link === "joined" && state.isConfirmed && state.edits === 0 ? "saved" : "saving";
}
