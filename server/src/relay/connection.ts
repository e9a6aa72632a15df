import type { Actor } from "@planwand/shared/access/role.ts";
import { Buffer } from "node:buffer";
import { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { Principal } from "../access/principal.ts";
import { frameHeader } from "./frame.ts";
import type { Inbox } from "./inbox.ts";

/** Presence is left out for a reader who is this far behind, in bytes. */
const PRESENCE_MAX_BUFFERED_BYTES = 64 * 1024;
/** From this many bytes on, parts go to the socket as they are, in one gathering write, instead of being copied together. */
const GATHER_FROM_BYTES = 64 * 1024;
/** Over this for `SLOW_MS` a reader is sent away to synchronise anew. */
const SLOW_BUFFERED_BYTES = 1024 * 1024;
const SLOW_MS = 5_000;
/** Over this, and what is allowed for a join, at once: memory is not a queue. */
const HOPELESS_BUFFERED_BYTES = 16 * 1024 * 1024;

/**
 * One socket: writes ready-made frames straight to the TCP socket, so that a tick costs one write whatever it holds.
 * ws itself writes only control frames there, whole and at once, because data never goes through its compressor.
 */
export class Connection {
  readonly id: number;
  readonly extensions: boolean;
  readonly deflates: boolean;
  /** Whether anything was heard since the last ping. */
  heard = true;
  /** What it sent and was not handled yet. */
  readonly #inbox: Pick<Inbox<never>, "drop" | "isPaused" | "keep">;
  readonly #socket: WebSocket;
  readonly #tcp: Socket;
  #who: Principal;
  #isSentAway = false;
  #private: Buffer[] = [];
  #slowSinceMs: number | null = null;
  /** Bytes of a join that a reader may still be taking in without being called slow. */
  #joinBytes = 0;
  #answer: Promise<void> | null = null;
  /** Told when what is written next has left this process. */
  #onLeft: (() => void)[] = [];

  constructor(
    id: number,
    socket: WebSocket,
    who: Principal,
    extensions: boolean,
    inbox: Pick<Inbox<never>, "drop" | "isPaused" | "keep">,
  ) {
    const tcp: unknown = Reflect.get(socket, "_socket");
    if (!(tcp instanceof Socket)) throw new Error("an upgraded WebSocket has a TCP socket");
    this.id = id;
    this.#who = who;
    this.extensions = extensions;
    this.deflates = socket.extensions.includes("permessage-deflate");
    this.#inbox = inbox;
    this.#socket = socket;
    this.#tcp = tcp;
    tcp.setNoDelay(true);
  }

  get who(): Principal {
    return this.#who;
  }

  /** Whoever is at the other end is called otherwise from now on. */
  introduce(actor: Actor): void {
    this.#who = { ...this.#who, actor };
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Whether the server sent it away: what it sent and was not taken by then is not taken any more. */
  get isSentAway(): boolean {
    return this.#isSentAway;
  }

  /** Whether its messages wait because there were too many. */
  get isPaused(): boolean {
    return this.#inbox.isPaused;
  }

  get bufferedBytes(): number {
    return this.#tcp.writableLength;
  }

  /** Whether this reader does without presence, until what waits has left. */
  get isBehind(): boolean {
    return this.bufferedBytes > PRESENCE_MAX_BUFFERED_BYTES;
  }

  /** What came from here goes to the disk: so many bytes, which are paid for. */
  keep(bytes: number): void {
    this.#inbox.keep(bytes);
  }

  /** Adds a frame for this reader alone to the next write. */
  queue(framed: Buffer): void {
    this.#private.push(framed);
  }

  /** Adds a join's frames, during which this reader is not slow but busy. Resolves when they have left this process. */
  queueJoin(framed: readonly Buffer[]): Promise<void> {
    const bytes = bytesOf(framed);
    this.#joinBytes += bytes;
    for (const part of framed) this.#private.push(part);
    return new Promise((resolve) => {
      this.#onLeft.push(() => {
        this.#joinBytes -= bytes;
        resolve();
      });
    });
  }

  /** The same for the answer to a step 1, of which there is one under way at most. */
  queueAnswer(framed: readonly Buffer[]): void {
    const left = this.queueJoin(framed).then(() => {
      if (this.#answer === left) this.#answer = null;
    });
    this.#answer = left;
  }

  /** Resolves when the last answer to a step 1 has left this process; null when it has. */
  get answerUnderWay(): Promise<void> | null {
    return this.#answer;
  }

  /** Writes `shared`, if any, and then what was queued for this reader alone, as one write. */
  flush(shared: Buffer | null): void {
    const own = this.#private;
    const left = this.#takeOnLeft();
    if (own.length === 0) {
      if (shared !== null) this.#write(shared, left);
      else left?.();
      return;
    }
    this.#private = [];
    if (shared !== null) own.unshift(shared);
    if (bytesOf(own) < GATHER_FROM_BYTES)
      this.#write(own.length === 1 ? (own[0] as Buffer) : Buffer.concat(own), left);
    else this.#gather(own, left);
  }

  /** Writes one message of presence, unless this reader is behind: presence is the first thing to drop. */
  writePresence(message: readonly Uint8Array[]): void {
    if (this.isBehind) return;
    this.#gather([frameHeader(bytesOf(message)), ...message]);
  }

  /** Whether this reader has been too slow for too long. Called about once a second. */
  isTooSlow(nowMs: number): boolean {
    const buffered = this.bufferedBytes;
    if (buffered > HOPELESS_BUFFERED_BYTES + this.#joinBytes) return true;
    if (buffered <= SLOW_BUFFERED_BYTES + this.#joinBytes) {
      this.#slowSinceMs = null;
      return false;
    }
    this.#slowSinceMs ??= nowMs;
    return nowMs - this.#slowSinceMs >= SLOW_MS;
  }

  ping(): void {
    this.heard = false;
    if (this.isOpen) this.#socket.ping();
  }

  /** Answers a ping, unless this reader is far behind: what it does not read it does not miss. */
  pong(data: Uint8Array): void {
    if (this.isOpen && this.bufferedBytes < SLOW_BUFFERED_BYTES) this.#socket.pong(data);
  }

  /**
   * Says goodbye with a close code; a reader with a full buffer is cut off, since it would not hear it. What it sent and was not
   * handled yet is not taken any more.
   */
  close(code: number): void {
    this.#isSentAway = true;
    this.#inbox.drop();
    this.flush(null);
    this.#socket.close(code);
    if (this.bufferedBytes > SLOW_BUFFERED_BYTES) this.#socket.terminate();
  }

  terminate(): void {
    this.#isSentAway = true;
    this.#inbox.drop();
    this.#socket.terminate();
  }

  #takeOnLeft(): (() => void) | undefined {
    const waiting = this.#onLeft;
    if (waiting.length === 0) return undefined;
    this.#onLeft = [];
    return () => {
      for (const told of waiting) told();
    };
  }

  /** Writes parts without copying them together. */
  #gather(parts: readonly Uint8Array[], left?: () => void): void {
    this.#tcp.cork();
    parts.forEach((part, index) => this.#write(part, index === parts.length - 1 ? left : undefined));
    this.#tcp.uncork();
  }

  /** `left` is told when the bytes have left this process, or never will. */
  #write(bytes: Uint8Array, left?: () => void): void {
    if (this.isOpen && this.#tcp.writable) this.#tcp.write(bytes, left);
    else left?.();
  }
}

function bytesOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.byteLength, 0);
}
