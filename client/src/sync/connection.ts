import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { PLAN_SCHEMA } from "@planwand/shared/plan/schema.ts";
import { CLOSE, type Hello } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import * as Y from "yjs";
import { fetchPlanInfo } from "./api.ts";
import { rememberUnsavedCount, unsavedCount } from "./device-memory.ts";
import { openJournalCopy } from "./journal-copy.ts";
import { createJournalStream } from "./journal-stream.ts";
import { openOfflineCopy } from "./offline-copy.ts";
import { createOutbox } from "./outbox.ts";
import type { PlanConnection, Stopped, SyncStatus } from "./plan-connection.ts";
import type { Seat } from "./seat.ts";
import { followPresence } from "./presence.ts";
import { createSaving } from "./saving.ts";
import { createServerLink } from "./server-link.ts";
import { createStore } from "./store.ts";
import { saveState } from "./unsaved.ts";
import { whenAwake } from "./wake.ts";
import { followWorkshop } from "./workshop-link.ts";

/** How often a quiet connection is asked for a sign of life. */
const PROBE_EVERY_MS = 20_000;
/** The close code of a message that is larger than the server takes. */
const TOO_BIG = 1009;
const STOPPED_BY_CODE = new Map<number, Stopped>([
  [CLOSE.unauthorised, "unauthorised"],
  [CLOSE.revoked, "revoked"],
  [CLOSE.notFound, "notFound"],
  [CLOSE.deleted, "deleted"],
]);

/**
 * Opens a plan: first the copy on this device, then the server, for as long as the page lives. `seat` is who we were
 * when the plan was last opened, or who the server just said we are; the server's hello replaces it.
 */
export function openPlan(planId: string, seat: Seat, clock: Clock): PlanConnection {
  const doc = new Y.Doc();
  const unsavedBefore = unsavedCount(planId, seat.actor.id);
  const copy = openOfflineCopy(planId, seat.actor.id, doc, { hasUnsaved: unsavedBefore > 0 });
  const journalCopy = openJournalCopy(planId, seat.actor.id);
  const stream = createJournalStream(journalCopy);
  const outbox = createOutbox(planId, seat.actor.id);
  const journalAtEntry = createStore<number | null>(null);
  const seats = createStore<Seat>(seat);
  const workshop = followWorkshop(clock);
  const saving = createSaving(unsavedBefore, {
    send: (message) => link.send(message),
    onDead: () => link.drop(),
    changed(now, before) {
      if (now.edits !== before.edits) rememberKept();
      publish({});
    },
  });
  const link = createServerLink(planId, doc, {
    opened: () => saving.dispatch({ type: "opened" }),
    joined() {
      publish({ isLoaded: true });
      saving.dispatch({ type: "joined" });
      outbox.flush();
    },
    closed,
    echoed: (token) => saving.dispatch({ type: "echoed", token }),
    hello,
    refused: (code) => saving.dispatch({ type: "refused", code }),
    journal(message) {
      // Something is missing in between: coming back asks for all that follows on what is here.
      if (!stream.take(message)) link.drop();
    },
    workshop: (message) => workshop.take(message),
    journalSeq: () => stream.seq(),
  });
  const { awareness } = link.provider;
  const presence = followPresence(awareness, seat.actor, seat.role);
  const status = createStore<SyncStatus>({
    ...factsOfSaving(),
    unkept: 0,
    isKeptOnDevice: null,
    isLoaded: false,
    stopped: null,
  });

  let edits = 0;
  let kept = 0;
  let isFollowing = false;

  function factsOfSaving(): Pick<SyncStatus, "state" | "unsaved" | "refusal" | "isConnecting"> {
    const now = saving.now();
    const unsent = outbox.pending.getSnapshot().filter(({ problem }) => problem === null).length;
    const state = saveState(now);
    return {
      state: state === "saved" && unsent > 0 ? "saving" : state,
      unsaved: now.edits + unsent,
      refusal: now.refusal,
      isConnecting: now.link === "connecting",
    };
  }

  function publish(facts: Partial<SyncStatus>): void {
    const before = status.getSnapshot();
    const next = { ...before, ...factsOfSaving(), ...facts };
    const isSame = Object.entries(next).every(([name, value]) => Reflect.get(before, name) === value);
    if (!isSame) status.set(next);
  }

  function stop(stopped: Stopped): void {
    publish({ stopped });
    link.giveUp();
  }

  function connect(): void {
    const { stopped, isKeptOnDevice } = status.getSnapshot();
    // The copy on this device comes first: the server then only needs to send what is new.
    if (stopped === null && isKeptOnDevice !== null) link.connect();
    outbox.flush();
  }

  function hello({ actor, role, protocol, schema, journalSeq, serverTimeMs }: Hello): void {
    workshop.clockIs(serverTimeMs);
    if (actor.id !== seat.actor.id) return stop("otherActor");
    if (protocol !== PROTOCOL_VERSION || schema !== PLAN_SCHEMA) {
      saving.dispatch({ type: "refused", code: "stale-client" });
      return stop("stale");
    }
    if (journalAtEntry.getSnapshot() === null) journalAtEntry.set(journalSeq);
    if (journalSeq < stream.seq()) {
      stream.forget();
      link.drop();
    }
    const known = seats.getSnapshot();
    const isSame =
      role === known.role && actor.name === known.actor.name && actor.color === known.actor.color;
    if (!isSame) seats.set({ role, actor });
  }

  function closed(code: number): boolean {
    const { link: before } = saving.now();
    saving.dispatch({ type: "closed" });
    if (before !== "open" && before !== "joined") void askWhy();
    const reason = STOPPED_BY_CODE.get(code);
    if (reason !== undefined) publish({ stopped: reason });
    if (code === TOO_BIG) saving.dispatch({ type: "refused", code: "too-large" });
    return status.getSnapshot().stopped !== null || code === TOO_BIG;
  }

  /** A socket that is refused before it opens does not say why: the plan's own address does. */
  async function askWhy(): Promise<void> {
    const info = await fetchPlanInfo(planId);
    if (info.ok || status.getSnapshot().stopped !== null) return;
    const { status: answer } = info.failure;
    if (answer === 401 || answer === 403) stop("unauthorised");
    if (answer === 404) stop("notFound");
    if (answer === 410) stop("deleted");
  }

  function onUpdate(_update: Uint8Array, origin: unknown): void {
    if (origin === link.provider) return;
    if (copy.isOrigin(origin)) {
      // A copy that came late holds something that the server, which we are in step with, does not have.
      if (saving.now().link === "joined") saving.dispatch({ type: "edited" });
      return;
    }
    edits += 1;
    publish({ unkept: edits - kept });
    saving.dispatch({ type: "edited" });
    void followKept();
  }

  /** The next opening of this plan here finds this many unsaved edits: those that are surely kept. */
  function rememberKept(): void {
    rememberUnsavedCount(planId, seat.actor.id, Math.max(0, saving.now().edits - (edits - kept)));
  }

  /** Finds out when the edits of this page are on the device. They are written there after this listener is called. */
  async function followKept(): Promise<void> {
    if (isFollowing) return;
    isFollowing = true;
    while (kept < edits && status.getSnapshot().isKeptOnDevice === true) {
      const upTo = edits;
      await Promise.resolve();
      if (await copy.settled()) kept = upTo;
      else publish({ isKeptOnDevice: false });
      publish({ unkept: edits - kept });
      rememberKept();
    }
    isFollowing = false;
  }

  function tellOfCopy(isKeptOnDevice: boolean): void {
    const hasPlan = doc.getMap("meta").has("schema");
    publish({ isKeptOnDevice, ...(hasPlan ? { isLoaded: true } : {}) });
    void followKept();
  }

  const probe = (): void => saving.dispatch({ type: "probed" });
  const probeTimer = setInterval(probe, PROBE_EVERY_MS);
  const sleep = whenAwake({
    awake() {
      connect();
      probe();
    },
    cutOff: () => link.drop(),
  });
  // After the provider's own listener, so that an edit is sent before the barrier that covers it.
  doc.on("update", onUpdate);
  const stopFollowing = outbox.pending.subscribe(() => publish({}));
  void Promise.all([copy.loaded, stream.loaded]).then(([isKeptOnDevice]) => {
    tellOfCopy(isKeptOnDevice);
    connect();
  });
  void copy.arrived.then((isKeptOnDevice) => {
    // On a slow disk the copy comes when the server was long asked, and is as good.
    if (isKeptOnDevice && status.getSnapshot().isKeptOnDevice === false) tellOfCopy(true);
  });

  function close(): void {
    publish({ stopped: status.getSnapshot().stopped ?? "closed" });
    clearInterval(probeTimer);
    sleep();
    saving.close();
    stopFollowing();
    outbox.close();
    journalCopy.close();
    presence.close();
    link.close();
    awareness.destroy();
    copy.close();
    doc.destroy();
  }

  return {
    planId,
    doc,
    awareness,
    seat: seats,
    status,
    presence,
    journal: stream.journal,
    journalAtEntry,
    outbox,
    workshop,
    retry: connect,
    async discardOfflineCopy() {
      close();
      await copy.discard();
      journalCopy.discard();
      rememberUnsavedCount(planId, seat.actor.id, 0);
    },
    close,
  };
}
