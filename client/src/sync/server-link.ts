import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { reconnectDelayMs } from "./reconnect.ts";

/** A server that takes a connection and says nothing for this long is away: a browser by itself waits for minutes. */
const SILENT_MS = 20_000;
/** What a server that speaks may take to bring us in step, the largest plan over a slow line included. */
const JOINING_MS = 4 * 60_000;

/** What happens on the way to the server. */
export interface LinkListener {
  /** A socket is open; nothing was exchanged yet. */
  opened(): void;
  received(message: Uint8Array): void;
  /** The socket is gone, with the server's close code, or 0 when there was none. True: do not come back. */
  closed(code: number): boolean;
  /** The last event of the journal that is here, to be asked on from. */
  journalSeq(): number;
}

/** The way to the server: one socket at a time, come back to with patience. */
export interface ServerLink {
  /** Connects now, instead of when the wait is over. */
  connect(): void;
  /** Gives up the socket, to come back later. */
  drop(): void;
  /** Gives up the socket for good, unless `connect` is called. */
  giveUp(): void;
  /** The connection serves: the next one that is lost is come back to at once. */
  served(): void;
  /** Sends a message; into nothing when there is no open socket. */
  send(message: Uint8Array): void;
  close(): void;
}

/** Opens no socket yet: `connect` does. */
export function createServerLink(planId: string, listener: LinkListener): ServerLink {
  const server = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  let socket: WebSocket | null = null;
  let isClosed = false;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function waitNoLongerThan(ms: number): void {
    clearTimeout(patience);
    patience = setTimeout(drop, ms);
  }

  function connect(): void {
    clearTimeout(timer);
    if (socket !== null || isClosed) return;
    const query = new URLSearchParams({
      v: String(PROTOCOL_VERSION),
      journal: String(listener.journalSeq()),
    });
    const opening = new WebSocket(`${server}/${encodeURIComponent(planId)}?${query.toString()}`);
    opening.binaryType = "arraybuffer";
    socket = opening;
    waitNoLongerThan(SILENT_MS);
    const heard = (): void => {
      if (socket === opening) waitNoLongerThan(JOINING_MS);
    };
    opening.addEventListener("message", heard, { once: true });
    opening.addEventListener("open", () => {
      if (socket === opening) listener.opened();
    });
    opening.addEventListener("message", ({ data }) => {
      if (socket === opening && data instanceof ArrayBuffer) listener.received(new Uint8Array(data));
    });
    opening.addEventListener("close", ({ code }) => {
      if (socket === opening) lost(code);
    });
  }

  function lost(code: number): void {
    socket = null;
    clearTimeout(timer);
    clearTimeout(patience);
    if (listener.closed(code) || isClosed) return;
    const isPlanned = code === CLOSE.serviceRestart || code === CLOSE.tryAgainLater;
    timer = setTimeout(connect, reconnectDelayMs(attempt++, isPlanned, Math.random));
  }

  function drop(): void {
    const dropped = socket;
    if (dropped === null) return;
    lost(0);
    // Nobody listens to it any more: a dead connection takes its time to notice.
    dropped.close();
  }

  return {
    connect,
    drop,
    giveUp() {
      drop();
      clearTimeout(timer);
    },
    served() {
      attempt = 0;
      clearTimeout(patience);
    },
    send(message) {
      if (socket?.readyState === WebSocket.OPEN) socket.send(new Uint8Array(message));
    },
    close() {
      isClosed = true;
      drop();
      clearTimeout(timer);
    },
  };
}
