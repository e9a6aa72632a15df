import { PLAN_SCHEMA } from "@planwand/shared/plan/schema.ts";
import { CLOSE, type Hello } from "@planwand/shared/protocol/messages.ts";
import { encodeBarrier } from "@planwand/shared/protocol/codec.ts";
import type { RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { rememberUnsavedCount, unsavedCount } from "./device-memory.ts";
import { openOfflineCopy } from "./offline-copy.ts";
import type { PlanConnection, Seat, Stopped, SyncStatus } from "./plan-connection.ts";
import { followPresence } from "./presence.ts";
import { reconnectDelayMs } from "./reconnect.ts";
import { listenToServer } from "./server-messages.ts";
import { createStore } from "./store.ts";
import { initialUnsaved, reduceUnsaved, saveState, type UnsavedEvent } from "./unsaved.ts";

/** A barrier without an echo for this long means that the connection is dead. */
const ECHO_TIMEOUT_MS = 10_000;
/** How often a quiet connection is asked for a sign of life. */
const PROBE_EVERY_MS = 20_000;
/** The close code of a message that is larger than the server takes. */
const TOO_BIG = 1009;
const STOPPED_BY_CODE = new Map<number, Stopped>([
  [CLOSE.unauthorised, "unauthorised"],
  [CLOSE.revoked, "revoked"],
  [CLOSE.notFound, "notFound"],
]);

/**
 * Opens a plan: first the copy on this device, then the server, for as long as the page lives. `seat` is who we were
 * when the plan was last opened, or who the server just said we are; the server's hello replaces it.
 */
export function openPlan(planId: string, seat: Seat): PlanConnection {
  const doc = new Y.Doc();
  const copy = openOfflineCopy(planId, seat.actor.id, doc);
  const server = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/sync`;
  const provider = new WebsocketProvider(server, planId, doc, {
    connect: false,
    disableBc: true,
    params: { v: String(PROTOCOL_VERSION) },
  });
  // Its watchdog hears only the server; ours asks for an echo, which also tells that the server still hears us.
  clearInterval(provider._checkInterval);

  const seats = createStore<Seat>(seat);
  const presence = followPresence(provider.awareness, seat.actor, seat.role);
  let unsaved = initialUnsaved(unsavedCount(planId, seat.actor.id));
  let isKeptOnDevice: boolean | null = null;
  let isLoaded = false;
  let stopped: Stopped | null = null;
  let attempt = 0;
  let wasAsked = false;
  let reconnectTimer: ReturnType<typeof setTimeout> | undefined;
  let echoTimer: ReturnType<typeof setTimeout> | undefined;

  const readStatus = (): SyncStatus => ({
    state: saveState(unsaved),
    unsaved: unsaved.edits,
    refusal: unsaved.refusal,
    isConnecting: unsaved.link === "connecting",
    isKeptOnDevice,
    isLoaded,
    stopped,
  });
  const status = createStore(readStatus());

  function publish(): void {
    const next = readStatus();
    const before = status.getSnapshot();
    const isSame = Object.entries(next).every(([key, value]) => Reflect.get(before, key) === value);
    if (!isSame) status.set(next);
  }

  function dispatch(event: UnsavedEvent): void {
    const before = unsaved;
    unsaved = reduceUnsaved(before, event);
    if (unsaved.edits !== before.edits) rememberUnsavedCount(planId, seat.actor.id, unsaved.edits);
    if (unsaved.outstanding !== before.outstanding) {
      clearTimeout(echoTimer);
      if (unsaved.outstanding !== null) {
        provider.ws?.send(new Uint8Array(encodeBarrier(unsaved.outstanding.token)));
        echoTimer = setTimeout(onNoEcho, ECHO_TIMEOUT_MS);
      }
    }
    publish();
  }

  function onNoEcho(): void {
    // While the server refuses something it holds the echo back on purpose: the connection is fine.
    if (unsaved.refusal === null) dropSocket();
  }

  function dropSocket(): void {
    if (provider.ws !== null) provider.disconnect();
  }

  function joinWhenReady(): void {
    if (!wasAsked || !provider.synced || unsaved.link !== "open") return;
    attempt = 0;
    isLoaded = true;
    dispatch({ type: "joined" });
  }

  function stop(reason: Stopped): void {
    stopped = reason;
    clearTimeout(reconnectTimer);
    dropSocket();
    publish();
  }

  function connect(): void {
    clearTimeout(reconnectTimer);
    if (stopped === null) provider.connect();
  }

  function onHello(hello: Hello): void {
    if (hello.actor.id !== seat.actor.id) return stop("otherActor");
    if (hello.protocol !== PROTOCOL_VERSION || hello.schema !== PLAN_SCHEMA) {
      dispatch({ type: "refused", code: "stale-client" });
      return stop("stale");
    }
    const { role, actor } = seats.getSnapshot();
    if (role !== hello.role || actor.name !== hello.actor.name || actor.color !== hello.actor.color) {
      seats.set({ role: hello.role, actor: hello.actor });
    }
  }

  function onClose(event: CloseEvent | null): void {
    // The provider would come back without jitter: it stays away until we say so.
    provider.shouldConnect = false;
    wasAsked = false;
    clearTimeout(echoTimer);
    dispatch({ type: "closed" });
    const code = event?.code ?? 0;
    stopped ??= STOPPED_BY_CODE.get(code) ?? null;
    publish();
    if (code === TOO_BIG) dispatch({ type: "refused", code: "too-large" });
    if (stopped !== null || code === TOO_BIG) return;
    const isPlanned = code === CLOSE.serviceRestart || code === CLOSE.tryAgainLater;
    clearTimeout(reconnectTimer);
    reconnectTimer = setTimeout(connect, reconnectDelayMs(attempt++, isPlanned, Math.random));
  }

  function onUpdate(_update: Uint8Array, origin: unknown): void {
    if (origin !== provider && !copy.isOrigin(origin)) dispatch({ type: "edited" });
  }

  /** Somebody looks at the page, or the network is back: no reason to wait any longer. */
  function wake(): void {
    if (document.visibilityState === "hidden") return;
    if (provider.ws === null) connect();
    else dispatch({ type: "probed" });
  }

  listenToServer(provider, {
    askedForState() {
      wasAsked = true;
      joinWhenReady();
    },
    echoed: (token) => dispatch({ type: "echoed", token }),
    hello: onHello,
    refused: (code: RefusalCode) => dispatch({ type: "refused", code }),
  });
  provider.on("status", (event) => {
    if (event.status === "connected") dispatch({ type: "opened" });
  });
  provider.on("sync", joinWhenReady);
  provider.on("connection-close", onClose);
  doc.on("update", onUpdate);
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("online", wake);
  window.addEventListener("offline", dropSocket);
  const probeTimer = setInterval(() => dispatch({ type: "probed" }), PROBE_EVERY_MS);

  void copy.loaded.then((isKept) => {
    isKeptOnDevice = isKept;
    isLoaded ||= doc.getMap("meta").has("schema");
    publish();
    connect();
  });

  function close(): void {
    stopped ??= "closed";
    clearTimeout(reconnectTimer);
    clearTimeout(echoTimer);
    clearInterval(probeTimer);
    document.removeEventListener("visibilitychange", wake);
    window.removeEventListener("online", wake);
    window.removeEventListener("offline", dropSocket);
    presence.close();
    provider.destroy();
    provider.awareness.destroy();
    copy.close();
    doc.destroy();
  }

  return {
    planId,
    doc,
    awareness: provider.awareness,
    seat: seats,
    status,
    presence,
    retry: connect,
    async discardOfflineCopy() {
      close();
      await copy.discard();
      rememberUnsavedCount(planId, seat.actor.id, 0);
    },
    close,
  };
}
