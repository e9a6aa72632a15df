import type { Buffer } from "node:buffer";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import type { Connection } from "./connection.ts";
import { journalFrames } from "./journal-frames.ts";
import type { Sharer, Turns } from "./turns.ts";

/** Events that are framed and sent at once. */
const BLOCK_EVENTS = 200;
/** How many bytes of framed blocks a room keeps while somebody is being sent them. */
const KEPT_MAX_BYTES = 16 * 1024 * 1024;
/** What framing one event costs of a turn of the event loop, in parts. */
const EVENT_PARTS = 10;

/** The past of a journal. */
interface PastEvents {
  readonly seq: number;
  after(seq: number, through?: number): readonly JournalEvent[];
}

/** What feeds need of the relay. */
interface FeedPorts {
  readonly turns: Turns;
  /** A connection has frames of its own to write. */
  readonly flushSoon: (connection: Connection) => void;
}

/** Brings the journal of a room to its readers: first what they lack, in blocks, and then what is added. */
export class JournalFeeds {
  readonly #ports: FeedPorts;
  readonly #blocks = new JournalBlocks();
  /** Those who are still being sent what they lack. */
  readonly #feeds = new Map<number, JournalFeed>();

  constructor(ports: FeedPorts) {
    this.#ports = ports;
  }

  /** Begins to send what follows on `after`; the first block at once. */
  start(connection: Connection, journal: PastEvents, after: number): void {
    const feed = new JournalFeed(connection, journal, after, this.#blocks, this.#ports, () => {
      this.#feeds.delete(connection.id);
      if (this.#feeds.size === 0) this.#blocks.clear();
    });
    this.#feeds.set(connection.id, feed);
    feed.turn();
  }

  /** Tells those of `connections` who speak of journals what was added. */
  publish(connections: Iterable<Connection>, events: readonly JournalEvent[]): void {
    const frames = journalFrames(events);
    // What was erased by these events may stand in what was framed.
    this.#blocks.clear();
    for (const connection of connections) {
      if (!connection.extensions) continue;
      const feed = this.#feeds.get(connection.id);
      if (feed !== undefined) feed.add(frames);
      else {
        for (const framed of frames) connection.queue(framed);
        this.#ports.flushSoon(connection);
      }
    }
  }

  leave({ id }: Connection): void {
    this.#feeds.delete(id);
    if (this.#feeds.size === 0) this.#blocks.clear();
  }
}

/** The frames of a journal's past, made once for all who are being sent them. */
class JournalBlocks {
  readonly #kept = new Map<number, readonly Buffer[]>();
  #keptBytes = 0;

  /** The frames of the events after that number as far as the end of their block, and at most as far as `through`. */
  after(
    journal: PastEvents,
    seq: number,
    through: number,
  ): { readonly frames: readonly Buffer[]; readonly through: number } {
    const end = Math.min(through, seq - (seq % BLOCK_EVENTS) + BLOCK_EVENTS);
    const isWhole = end - seq === BLOCK_EVENTS;
    const kept = isWhole ? this.#kept.get(seq) : undefined;
    if (kept !== undefined) return { frames: kept, through: end };
    const frames = journalFrames(journal.after(seq, end));
    if (isWhole) this.#keep(seq, frames);
    return { frames, through: end };
  }

  /** Forgets what was framed: something of it may have been erased, or nobody needs it. */
  clear(): void {
    this.#kept.clear();
    this.#keptBytes = 0;
  }

  #keep(seq: number, frames: readonly Buffer[]): void {
    const bytes = frames.reduce((sum, frame) => sum + frame.byteLength, 0);
    if (this.#keptBytes + bytes > KEPT_MAX_BYTES) this.clear();
    this.#kept.set(seq, frames);
    this.#keptBytes += bytes;
  }
}

/** One reader who comes in: a block at a time and no faster than they take it in, and then what was added meanwhile. */
class JournalFeed implements Sharer {
  readonly #connection: Connection;
  readonly #journal: PastEvents;
  readonly #blocks: JournalBlocks;
  readonly #ports: FeedPorts;
  readonly #over: () => void;
  readonly #through: number;
  #seq: number;
  #added: Buffer[] = [];

  constructor(
    connection: Connection,
    journal: PastEvents,
    after: number,
    blocks: JournalBlocks,
    ports: FeedPorts,
    over: () => void,
  ) {
    this.#connection = connection;
    this.#journal = journal;
    this.#blocks = blocks;
    this.#ports = ports;
    this.#over = over;
    this.#seq = after;
    this.#through = journal.seq;
  }

  /** Adds what comes after the past; sent when that was. */
  add(frames: readonly Buffer[]): void {
    this.#added.push(...frames);
  }

  turn(): boolean {
    if (!this.#connection.isOpen) return false;
    const lacks = this.#seq < this.#through;
    if (lacks) {
      const { frames, through } = this.#blocks.after(this.#journal, this.#seq, this.#through);
      this.#ports.turns.spent(EVENT_PARTS * (through - this.#seq));
      this.#seq = through;
      const left = this.#connection.queueJoin(frames);
      if (through < this.#through) void left.then(() => this.#ports.turns.add(this));
    }
    if (this.#seq >= this.#through) {
      for (const framed of this.#added) this.#connection.queue(framed);
      this.#over();
    }
    if (lacks) this.#ports.flushSoon(this.#connection);
    return false;
  }
}
