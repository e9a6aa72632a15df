import { encodeSyncStep2, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { sortedRanges } from "@planwand/shared/plan/clock-ranges.ts";
import { REFUSALS, type RefusalCode } from "@planwand/shared/protocol/refusal.ts";
import { type UpdateContents, updateContents } from "@planwand/shared/plan/update-contents.ts";
import { type UpdatePart, updateParts } from "@planwand/shared/plan/update-parts.ts";
import * as Y from "yjs";
import { ServerState } from "./server-state.ts";

/** How much may be on its way without an echo when more than one message is. */
const WINDOW_BYTES = 64 * 1024;
/** An edit up to this size goes out as it is: whatever it holds fits in one message. */
const SMALL_BYTES = 8 * 1024;
/** After a refusal an edit is waited for, and then a moment for those that follow on it. */
const AGAIN_MS = 1_000;
/** So often in a row the server may ask for our state because of what we sent. */
const MOST_RESYNCS = 5;
/** An update that holds nothing: the answer of somebody who has nothing that the server lacks. */
const NOTHING: UpdatePart = { update: new Uint8Array([0, 0]), reach: new Map(), deletes: new Map() };

export interface OutgoingEffects {
  readonly send: (message: Uint8Array) => void;
  /** Both sides know each other's state. */
  readonly joined: () => void;
  /** All that waits goes out anew. */
  readonly restarted: () => void;
  /** The server asks and asks, and takes nothing. */
  readonly stuck: () => void;
  /** A message went out; `edits` edits are whole with it, and with `isAll` nothing waits any more. */
  readonly sent: (what: { readonly edits: number; readonly isAll: boolean; readonly bytes: number }) => void;
  /** How many edits are not confirmed. */
  readonly edits: () => number;
}

interface Entry {
  readonly part: UpdatePart;
  readonly message: Uint8Array;
  readonly edits: number;
}

type Phase = "away" | "joining" | "sending" | "refused";

/**
 * What waits for the server, and its way there: in parts of what one message may hold, in causal order, a part on its way at a time
 * when they are large. An edit while nothing waits goes out at once and as it is. After a refusal nothing of what follows is sent: it
 * would be refused too. When the server asks for our state again, or something is edited, all that it lacks is sent again, the first part
 * alone, so that a refusal never causes another by itself.
 */
export class Outgoing {
  readonly #doc: Y.Doc;
  readonly #effects: OutgoingEffects;
  #server = new ServerState();
  #phase: Phase = "away";
  #wasAsked = false;
  #wasAnswered = false;
  /** Whether the document holds anything that the server did not send on this connection. */
  #hasOwn = false;
  #waiting: Iterator<Entry> = noEntries();
  #next: Entry | null = null;
  #live: Entry[] = [];
  #onTheWay: Entry[] = [];
  /** Nothing goes out beside what is on its way, until the first of it is confirmed. */
  #isTrying = false;
  #resyncs = 0;
  /** How far our own clock is handed over. */
  #ownClock = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc, effects: OutgoingEffects) {
    this.#doc = doc;
    this.#effects = effects;
  }

  opened(): void {
    this.closed();
    this.#phase = "joining";
    this.#hasOwn = this.#doc.store.clients.size > 0;
    this.#resyncs = 0;
  }

  closed(): void {
    clearTimeout(this.#timer);
    this.#forget();
    this.#server = new ServerState();
    this.#phase = "away";
    this.#wasAsked = false;
    this.#wasAnswered = false;
  }

  /** The server tells what it has, and asks for the rest. */
  asked(vector: Uint8Array): void {
    this.#server.asked(vector);
    this.#wasAsked = true;
    this.#join();
  }

  /** The server sent this, before it is in the document. */
  heard(update: Uint8Array): void {
    // On a new page all that there is is what the server sent.
    if (this.#hasOwn) this.#server.has(updateContents(update));
  }

  /** The server sent all that we lacked when the connection opened. */
  answered(): void {
    this.#wasAnswered = true;
    this.#join();
  }

  /** Something is in the document that did not come from the server. */
  edited(update: Uint8Array): void {
    this.#hasOwn = true;
    if (this.#phase === "refused") this.#againSoon();
    if (this.#phase !== "sending") return;
    const isSmall = update.byteLength <= SMALL_BYTES;
    const parts = isSmall ? [{ ...updateContents(update), update }] : [...updateParts(update)];
    parts.forEach((part, at) =>
      this.#live.push({
        part,
        message: encodeSyncUpdate(part.update),
        edits: at === parts.length - 1 ? 1 : 0,
      }),
    );
    this.#ownClock = Y.getState(this.#doc.store, this.#doc.clientID);
    this.#send();
  }

  /** The oldest `messages` of those on their way are on the server's disk. */
  confirmed(messages: number): void {
    if (messages === 0) return;
    for (const { part } of this.#onTheWay.splice(0, messages)) this.#server.has(part);
    this.#isTrying = false;
    this.#resyncs = 0;
    this.#send();
  }

  refused(code: RefusalCode): void {
    if (this.#phase === "away") return;
    this.#forget();
    this.#phase = "refused";
    if (REFUSALS[code].retry === "resync" && ++this.#resyncs > MOST_RESYNCS) this.#effects.stuck();
  }

  /** Sends again when the document holds something of ours that was never handed over. */
  check(): void {
    if (this.#phase !== "sending") return;
    if (Y.getState(this.#doc.store, this.#doc.clientID) > this.#ownClock) this.#again();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#phase = "away";
  }

  #join(): void {
    if (!this.#wasAsked || !this.#wasAnswered) return;
    if (this.#phase === "joining") {
      if (!this.#hasOwn) this.#server.has(deletesIn(this.#doc));
      this.#effects.joined();
    }
    this.#again();
  }

  #againSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#again(), AGAIN_MS);
  }

  /** Begins anew with all that the server is not known to have. */
  #again(): void {
    clearTimeout(this.#timer);
    this.#forget();
    this.#effects.restarted();
    this.#phase = "sending";
    this.#isTrying = true;
    this.#hasOwn = true;
    const server = this.#server.known();
    const edits = this.#effects.edits();
    this.#ownClock = Y.getState(this.#doc.store, this.#doc.clientID);
    const waiting = Y.encodeStateAsUpdate(this.#doc, Y.encodeStateVector(new Map(server.reach)));
    this.#waiting = answer(updateParts(waiting, server), edits);
    this.#next = this.#take();
    this.#send();
  }

  #forget(): void {
    this.#waiting = noEntries();
    this.#next = null;
    this.#live = [];
    this.#onTheWay = [];
  }

  #take(): Entry | null {
    const { value } = this.#waiting.next();
    return value ?? this.#live.shift() ?? null;
  }

  #send(): void {
    while (this.#phase === "sending") {
      this.#next ??= this.#take();
      const entry = this.#next;
      if (entry === null || !this.#mayGo(entry)) return;
      this.#next = this.#take();
      this.#onTheWay.push(entry);
      this.#effects.send(entry.message);
      this.#effects.sent({
        edits: entry.edits,
        isAll: this.#next === null,
        bytes: entry.message.byteLength,
      });
    }
  }

  #mayGo({ message }: Entry): boolean {
    if (this.#onTheWay.length === 0) return true;
    if (this.#isTrying) return false;
    const bytes = this.#onTheWay.reduce((sum, sent) => sum + sent.message.byteLength, 0);
    return bytes + message.byteLength <= WINDOW_BYTES;
  }
}

function deletesIn(doc: Y.Doc): UpdateContents {
  const { clients } = Y.createDeleteSetFromStructStore(doc.store);
  return { reach: new Map(), deletes: sortedRanges(clients) };
}

function noEntries(): Iterator<Entry> {
  return [][Symbol.iterator]();
}

/** The parts as answers to the server's step 1, of which there is always one; the last makes all `edits` whole. */
function* answer(parts: Iterable<UpdatePart>, edits: number): Generator<Entry> {
  let before: UpdatePart = NOTHING;
  const entry = (part: UpdatePart, whole: number): Entry => ({
    part,
    message: encodeSyncStep2(part.update),
    edits: whole,
  });
  for (const part of parts) {
    if (before !== NOTHING) yield entry(before, 0);
    before = part;
  }
  yield entry(before, edits);
}
