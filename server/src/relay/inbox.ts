import type { Meter } from "../budgets/budgets.ts";
import type { LargeSharer, Sharer, Turns } from "./turns.ts";

/** What a connection may spend. */
export interface Spending {
  readonly messages: Meter;
  readonly bytes: Meter;
  readonly parts: Meter;
  readonly disk: Meter;
}

/** Something that came over a socket, and how many bytes of it. */
interface Sized {
  readonly byteLength: number;
}

export interface InboxPorts<Message extends Sized> {
  /** Stops reading from the socket, and goes on; what was read before still comes. */
  readonly pause: () => void;
  readonly resume: () => void;
  readonly turns: Turns;
  readonly spending: Spending;
  /** What a message costs of `bytes`. */
  readonly priceOf: (message: Message) => number;
  /** A message could not be handled, which is a mistake of the server. */
  readonly failed: (error: unknown) => void;
}

/** Handles one message and returns what it cost in parts: structs and delete ranges. A promise holds the next message back. */
export type Handle<Message> = (message: Message) => number | Promise<number>;

/** One connection takes on at most so much of a turn at once, in parts. */
const SHARE_PARTS = 1_000;
/** What a message costs of a turn before it is looked into, in parts. */
const MESSAGE_PARTS = 10;
/** From this price on, a message waits for a turn of its own. */
const LARGE_PRICE = 16 * 1024;
/** With more than this waiting nothing more is read. */
const WAITING_MAX_MESSAGES = 64;
const WAITING_MAX_BYTES = 64 * 1024;
/** A rest is never shorter: a timer for each message would be dear. */
const MIN_REST_MS = 10;

/**
 * The messages of one connection, handled one at a time in their order, as fast as the connection may spend and not faster. Nothing
 * is dropped for coming too fast: what is over waits, first here and then, as nothing more is read, at whoever sends it.
 */
export class Inbox<Message extends Sized> implements Sharer, LargeSharer {
  readonly #ports: InboxPorts<Message>;
  #handle: Handle<Message> | null = null;
  #waiting: Message[] = [];
  #waitingBytes = 0;
  /** A handler has promised. */
  #isBusy = false;
  #rest: NodeJS.Timeout | null = null;
  /** Stands in line for a turn, or for one of its own. */
  #isInLine = false;
  #isPaused = false;
  #isDropped = false;
  #onEmpty: (() => void) | null = null;
  #share = 0;
  #shareOfTurn = -1;

  constructor(ports: InboxPorts<Message>) {
    this.#ports = ports;
  }

  /** Whether the socket is not being read because of what it sent, and not because a handler takes long. */
  get isPaused(): boolean {
    return this.#isPaused && !this.#isBusy;
  }

  /** Takes in what came over the socket. */
  take(message: Message): void {
    if (this.#isDropped) return;
    const { turns } = this.#ports;
    if (this.#shareOfTurn !== turns.number) this.#share = 0;
    const isFirst = this.#waiting.length === 0 && this.#isReady;
    if (isFirst && this.#share < SHARE_PARTS && turns.hasRoom && !this.#isLarge(message)) {
      this.#do(message);
      this.#goOn();
      return;
    }
    this.#waiting.push(message);
    this.#waitingBytes += message.byteLength;
    this.#goOn();
  }

  /** Pays for what needs no handling: a frame of control, or bytes that were not kept. */
  pay(messages: number, bytes: number): void {
    const { spending } = this.#ports;
    this.#restFor(Math.max(spending.messages.charge(messages), spending.bytes.charge(bytes)));
    this.#goOn();
  }

  /** Pays for so many bytes that go to the disk and stay there. */
  keep(bytes: number): void {
    this.#restFor(this.#ports.spending.disk.charge(bytes));
    this.#goOn();
  }

  /** From now on `handle` gets what comes, and first what came before. */
  open(handle: Handle<Message>): void {
    this.#handle = handle;
    this.#goOn();
  }

  /** Nothing more comes; `then` is called once what is here was handled. */
  finish(then: () => void): void {
    this.#onEmpty = then;
    this.#goOn();
  }

  /** Forgets what waits, and takes nothing any more. */
  drop(): void {
    this.#isDropped = true;
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = null;
    this.#goOn();
  }

  turn(): boolean {
    this.#isInLine = false;
    this.#share = 0;
    while (this.#canGoOn && this.#share < SHARE_PARTS) this.#doNext();
    const hasMore = this.#canGoOn;
    this.#isInLine = hasMore;
    this.#goOn();
    return hasMore;
  }

  largeTurn(): number {
    this.#isInLine = false;
    const parts = this.#isReady && this.#waiting.length > 0 ? this.#doNext() : 0;
    this.#goOn();
    return parts;
  }

  get #isReady(): boolean {
    return this.#handle !== null && !this.#isBusy && this.#rest === null && !this.#isDropped;
  }

  get #canGoOn(): boolean {
    const [next] = this.#waiting;
    return next !== undefined && this.#isReady && !this.#isLarge(next);
  }

  #isLarge(message: Message): boolean {
    return message.byteLength >= LARGE_PRICE && this.#ports.priceOf(message) >= LARGE_PRICE;
  }

  #doNext(): number {
    const next = this.#waiting.shift();
    if (next === undefined) return 0;
    this.#waitingBytes -= next.byteLength;
    return this.#do(next);
  }

  /** Handles one message and pays for it. Returns its parts as far as they are known now. */
  #do(message: Message): number {
    const { spending, priceOf, turns } = this.#ports;
    let cost: number | Promise<number>;
    try {
      cost = this.#handle?.(message) ?? 0;
    } catch (error) {
      this.#ports.failed(error);
      cost = 0;
    }
    const restMs = Math.max(spending.messages.charge(1), spending.bytes.charge(priceOf(message)));
    this.#restFor(restMs);
    if (typeof cost !== "number") {
      this.#isBusy = true;
      cost.then(
        (parts) => this.#done(parts),
        (error: unknown) => {
          this.#ports.failed(error);
          this.#done(0);
        },
      );
      cost = 0;
    } else this.#restFor(spending.parts.charge(cost));
    const parts = MESSAGE_PARTS + cost;
    this.#share += parts;
    this.#shareOfTurn = turns.number;
    turns.spent(parts);
    return parts;
  }

  #done(parts: number): void {
    this.#isBusy = false;
    this.#restFor(this.#ports.spending.parts.charge(parts));
    this.#goOn();
  }

  #restFor(ms: number): void {
    if (ms === 0 || this.#isDropped) return;
    if (this.#rest !== null) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rested(), Math.max(ms, MIN_REST_MS));
    this.#rest.unref();
  }

  /** The clock that budgets go by decides, not the timer. */
  #rested(): void {
    this.#rest = null;
    this.#restFor(Math.max(...Object.values(this.#ports.spending).map((meter: Meter) => meter.charge(0))));
    this.#goOn();
  }

  /** After every change: stands in line for what waits, reads or stops reading, and tells who waits for the end. */
  #goOn(): void {
    const { turns, pause, resume } = this.#ports;
    const [next] = this.#waiting;
    if (next !== undefined && this.#isReady && !this.#isInLine) {
      this.#isInLine = true;
      if (this.#isLarge(next)) turns.addLarge(this);
      else turns.add(this);
    }
    const isFull = this.#waiting.length > WAITING_MAX_MESSAGES || this.#waitingBytes > WAITING_MAX_BYTES;
    const shouldPause = !this.#isDropped && (this.#rest !== null || isFull);
    if (shouldPause !== this.#isPaused) {
      this.#isPaused = shouldPause;
      if (shouldPause) pause();
      else resume();
    }
    if (next === undefined && !this.#isBusy && this.#onEmpty !== null) {
      const then = this.#onEmpty;
      this.#onEmpty = null;
      then();
    }
  }
}
