import type { JournalTail } from "./journal-tail.ts";
import type { Room } from "./room.ts";

/** Fifty people who write at once are told to each other this often, and not fifty times. */
const TOGETHER_MS = 100;

/** Tells rooms how much is hidden in their workshop, what changed in one moment together. */
export class LiveNews {
  readonly #waiting = new Map<Room, { timer: NodeJS.Timeout; live: JournalTail["live"] }>();

  soon(room: Room, live: JournalTail["live"]): void {
    const known = this.#waiting.get(room);
    if (known !== undefined) {
      known.live = live;
      return;
    }
    const timer = setTimeout(() => this.#tell(room), TOGETHER_MS);
    timer.unref();
    this.#waiting.set(room, { timer, live });
  }

  close(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #tell(room: Room): void {
    const waiting = this.#waiting.get(room);
    this.#waiting.delete(room);
    if (waiting === undefined) return;
    for (const connection of room.connections.values()) room.sendLive(connection, waiting.live);
  }
}
