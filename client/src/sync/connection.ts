import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { PLAN_SCHEMA } from "@planwand/shared/plan/schema.ts";
import { CLOSE, type Hello } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import { fetchPlanInfo } from "./api.ts";
import { hearDevice, tellDevice } from "./device-news.ts";
import { rememberUnsavedCount, unsavedCount } from "./device-memory.ts";
import { createExchange, FROM_SERVER } from "./exchange.ts";
import { openJournalCopy } from "./journal-copy.ts";
import { createJournalStream } from "./journal-stream.ts";
import { FROM_COPY, openOfflineCopy } from "./offline-copy.ts";
import { createOutbox } from "./outbox.ts";
import type { PlanConnection, Stopped, SyncStatus } from "./plan-connection.ts";
import { PlanAwareness, PlanDoc } from "./plan-doc.ts";
import type { Seat } from "./seat.ts";
import { followPresence } from "./presence.ts";
import { createSaving } from "./saving.ts";
import { createServerLink } from "./server-link.ts";
import { readServerMessage } from "./server-messages.ts";
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
 * when the plan was last opened, or who the server just said we are; the server's hello replaces it. `clock` runs at an even pace, and
 * is put right by the server's.
 */
export function openPlan(planId: string, seat: Seat, clock: Clock): PlanConnection {
  const doc = new PlanDoc();
  const awareness = new PlanAwareness(doc);
  const copyName = `planwand:${planId}:${seat.actor.id}`;
  const unsavedBefore = unsavedCount(planId, seat.actor.id);
  const journalCopy = openJournalCopy(planId, seat.actor.id);
  const stream = createJournalStream(journalCopy);
  const outbox = createOutbox(planId, seat.actor.id);
  const journalAtEntry = createStore<number | null>(null);
  const seats = createStore<Seat>(seat);
  const workshop = followWorkshop(clock);
  const saving = createSaving(unsavedBefore, {
    send: (message) => link.send(message),
    onDead: () => link.drop(),
    confirmed: (messages) => exchange.confirmed(messages),
    changed(now, before) {
      if (now.edits !== before.edits) rememberKept();
      if (now.link === "joined" && before.link !== "joined") joined();
      publish({});
    },
  });
  const link = createServerLink(planId, {
    opened() {
      saving.dispatch({ type: "opened" });
      exchange.opened();
    },
    received,
    closed,
    journalSeq: () => stream.seq(),
  });
  const exchange = createExchange(doc, awareness, link, saving);
  const presence = followPresence(awareness, seats);
  const status = createStore<SyncStatus>({
    ...factsOfSaving(),
    unkept: 0,
    keeping: "opening",
    isLoaded: false,
    stopped: null,
  });
  let isReady = false;
  const copy = openOfflineCopy(copyName, doc, { hasUnsaved: unsavedBefore > 0, changed: tellOfCopy });
  // After the copy's own listener: an edit goes to the device before it goes to the server.
  doc.on("update", onUpdate);

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
    // The copy on this device comes first: the server then only needs to send what is new.
    if (status.getSnapshot().stopped === null && isReady) link.connect();
    outbox.flush();
  }

  function received(message: Uint8Array): void {
    try {
      readServerMessage(message, {
        asked: (vector) => exchange.asked(vector),
        update: (update, isLast) => exchange.update(update, isLast),
        awareness: (update) => exchange.awareness(update),
        echoed: (token) => saving.dispatch({ type: "echoed", token }),
        hello,
        refused(code) {
          saving.dispatch({ type: "refused", code });
          exchange.refused(code);
        },
        journal(events) {
          // Something is missing in between: coming back asks for all that follows on what is here.
          if (!stream.take(events)) link.drop();
        },
        workshop: (live) => workshop.take(live),
      });
    } catch (error) {
      reportError(error);
    }
  }

  function joined(): void {
    link.served();
    publish({ isLoaded: true });
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
      role === known.role &&
      actor.name === known.actor.name &&
      actor.circle === known.actor.circle &&
      actor.color === known.actor.color;
    if (!isSame) seats.set({ role, actor });
  }

  function closed(code: number): boolean {
    const { link: before } = saving.now();
    exchange.closed();
    saving.dispatch({ type: "closed" });
    if (before !== "open" && before !== "joined") void askWhy();
    const reason = STOPPED_BY_CODE.get(code);
    if (reason !== undefined) publish({ stopped: reason });
    if (code === TOO_BIG) saving.dispatch({ type: "refused", code: "too-large" });
    return status.getSnapshot().stopped !== null;
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

  function onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === FROM_SERVER) return;
    // What comes out of the copy before we are in step goes along when we are.
    const isNews = origin !== FROM_COPY || saving.now().link === "joined";
    if (isNews) saving.dispatch({ type: "edited" });
    exchange.edited(update);
  }

  /** The next opening of this plan here finds this many unsaved edits: those that are surely kept. */
  function rememberKept(): void {
    const { unkept } = status.getSnapshot();
    rememberUnsavedCount(planId, seat.actor.id, Math.max(0, saving.now().edits - unkept));
  }

  function tellOfCopy(): void {
    const hasPlan = doc.getMap("meta").has("schema");
    publish({ ...copy.facts(), ...(hasPlan ? { isLoaded: true } : {}) });
    rememberKept();
  }

  const probe = (): void => {
    exchange.check();
    saving.dispatch({ type: "probed" });
  };
  const probeTimer = setInterval(probe, PROBE_EVERY_MS);
  const sleep = whenAwake({
    awake() {
      copy.retry();
      connect();
      probe();
    },
    cutOff: () => link.drop(),
  });
  const stopHearing = hearDevice((news) => {
    if (news.kind === "wiped" && (news.planId ?? planId) === planId) copy.close();
    // What was thrown away is what this page cannot save either.
    if (news.kind === "discarded" && news.copy === copyName && saving.now().refusal !== null)
      stop("discarded");
  });
  const stopFollowing = outbox.pending.subscribe(() => publish({}));
  void Promise.all([copy.loaded, stream.loaded]).then(() => {
    isReady = true;
    tellOfCopy();
    connect();
  });

  function close(): void {
    publish({ stopped: status.getSnapshot().stopped ?? "closed" });
    clearInterval(probeTimer);
    sleep();
    stopHearing();
    saving.close();
    stopFollowing();
    outbox.close();
    journalCopy.close();
    presence.close();
    link.close();
    exchange.close();
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
    retry() {
      copy.retry();
      connect();
    },
    async discardOfflineCopy() {
      close();
      await copy.discard();
      journalCopy.discard();
      rememberUnsavedCount(planId, seat.actor.id, 0);
      tellDevice({ kind: "discarded", copy: copyName });
    },
    close,
  };
}
