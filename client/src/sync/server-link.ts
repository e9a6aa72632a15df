import { CLOSE, type Hello } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { WebsocketProvider } from "y-websocket";
import type * as Y from "yjs";
import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import { reconnectDelayMs } from "./reconnect.ts";
import { listenToServer } from "./server-messages.ts";

/** What happens on the way to the server. */
export interface LinkListener {
  /** A socket is open; nothing was exchanged yet. */
  opened(): void;
  /** Both sides have answered each other's state. */
  joined(): void;
  /** The socket is gone, with the server's close code, or 0 when there was none. True: do not come back. */
  closed(code: number): boolean;
  echoed(token: number): void;
  hello(hello: Hello): void;
  refused(code: RefusalCode): void;
  journal(message: unknown): void;
  workshop(message: unknown): void;
  /** The last event of the journal that is here, to be asked on from. */
  journalSeq(): number;
}

/** The way to the server: one socket at a time, come back to with patience. */
export interface ServerLink {
  readonly provider: WebsocketProvider;
  /** Connects now, instead of when the wait is over. */
  connect(): void;
  /** Gives up the socket, to come back later. */
  drop(): void;
  /** Gives up the socket for good, unless `connect` is called. */
  giveUp(): void;
  send(message: Uint8Array): void;
  close(): void;
}

/** Opens no socket yet: `connect` does. */
export function createServerLink(planId: string, doc: Y.Doc, listener: LinkListener): ServerLink {
  const server = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  const provider = new WebsocketProvider(server, planId, doc, {
    connect: false,
    disableBc: true,
    params: { v: String(PROTOCOL_VERSION) },
  });
  // Its watchdog hears only the server; ours asks for an echo, which also tells that the server still hears us.
  clearInterval(provider._checkInterval);
  let attempt = 0;
  let wasAsked = false;
  let isJoined = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    clearTimeout(timer);
    provider.params["journal"] = String(listener.journalSeq());
    provider.connect();
  }

  function joinWhenReady(): void {
    if (!wasAsked || !provider.synced || isJoined) return;
    isJoined = true;
    attempt = 0;
    listener.joined();
  }

  function onClose(event: CloseEvent | null): void {
    // The provider would come back without jitter: it stays away until we say so.
    provider.shouldConnect = false;
    wasAsked = false;
    isJoined = false;
    clearTimeout(timer);
    const code = event?.code ?? 0;
    if (listener.closed(code)) return;
    const isPlanned = code === CLOSE.serviceRestart || code === CLOSE.tryAgainLater;
    timer = setTimeout(connect, reconnectDelayMs(attempt++, isPlanned, Math.random));
  }

  function drop(): void {
    if (provider.ws !== null) provider.disconnect();
  }

  listenToServer(provider, {
    askedForState() {
      wasAsked = true;
      joinWhenReady();
    },
    echoed: (token) => listener.echoed(token),
    hello: (hello) => listener.hello(hello),
    refused: (code) => listener.refused(code),
    journal: (message) => listener.journal(message),
    workshop: (message) => listener.workshop(message),
  });
  provider.on("status", ({ status }) => {
    if (status === "connected") listener.opened();
  });
  provider.on("sync", joinWhenReady);
  provider.on("connection-close", onClose);

  return {
    provider,
    connect,
    drop,
    giveUp() {
      drop();
      clearTimeout(timer);
    },
    send: (message) => provider.ws?.send(new Uint8Array(message)),
    close() {
      clearTimeout(timer);
      provider.destroy();
      clearTimeout(timer);
    },
  };
}
