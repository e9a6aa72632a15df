import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { WebSocket } from "ws";
import {
  encodeBarrier,
  encodeSyncStep1,
  encodeSyncStep2,
  encodeSyncUpdate,
} from "@planwand/shared/protocol/codec.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { type Hello, MESSAGE, type Refusal, SYNC } from "@planwand/shared/protocol/messages.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";

export interface WireClientOptions {
  readonly url: string;
  readonly planId: string;
  readonly cookie?: string;
  readonly key?: string;
  /** Speaks the extensions (`?v=1`); on by default. */
  readonly extensions?: boolean;
  /** Which `?v=` to ask for; the present one unless told. */
  readonly version?: string;
  readonly doc?: Y.Doc;
  /** The last event of the journal that this client has: it asks for those that follow. */
  readonly journalAfter?: number;
  /** Sends local edits by itself; on by default. */
  readonly live?: boolean;
  /** Makes a document of what comes; on by default. Without it, whatever comes costs this process little. */
  readonly reads?: boolean;
}
/**
 * A client that speaks the wire by hand, so that a test can see every message and send what no honest client sends.
 */
export class WireClient {
  readonly doc: Y.Doc;
  readonly socket: WebSocket;
  readonly refusals: Refusal[] = [];
  readonly denied: string[] = [];
  readonly echoed: number[] = [];
  readonly awareness: Uint8Array[] = [];
  readonly events: JournalEvent[] = [];
  /** Every message that came, as text. */
  readonly frames: string[] = [];
  /** The type of every message, as they came. */
  readonly order: number[] = [];
  readonly #reads: boolean;
  hello: Hello | null = null;
  serverVector: Uint8Array | null = null;
  synced = false;
  closeCode: number | null = null;
  readonly #changed = new Set<() => void>();
  #token = 0;

  constructor(options: WireClientOptions) {
    this.doc = options.doc ?? new Y.Doc();
    this.#reads = options.reads !== false;
    const journal = options.journalAfter === undefined ? "" : `&journal=${String(options.journalAfter)}`;
    const query = options.extensions === false ? "" : `?v=${options.version ?? PROTOCOL_VERSION}${journal}`;
    const headers: Record<string, string> = {};
    if (options.cookie !== undefined) headers["cookie"] = options.cookie;
    if (options.key !== undefined) headers["authorization"] = `Bearer ${options.key}`;
    const url = `${options.url.replace(/^http/, "ws")}/sync/${options.planId}${query}`;
    this.socket = new WebSocket(url, { headers });
    this.socket.binaryType = "nodebuffer";
    this.socket.on("open", () => this.send(encodeSyncStep1(Y.encodeStateVector(this.doc))));
    this.socket.on("message", (data: Buffer) => {
      this.frames.push(data.toString("latin1"));
      this.#receive(new Uint8Array(data));
      this.#tell();
    });
    this.socket.on("close", (code) => {
      this.closeCode = code;
      this.#tell();
    });
    this.socket.on("error", () => this.#tell());
    if (options.live !== false) {
      this.doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== this && this.isOpen) this.send(encodeSyncUpdate(update));
      });
    }
  }

  /** A client that has everything the server has. */
  static async join(options: WireClientOptions): Promise<WireClient> {
    const client = new WireClient(options);
    await client.until(() => client.synced || client.closeCode !== null);
    if (!client.synced) throw new Error(`closed with ${client.closeCode} before it was synchronised`);
    return client;
  }

  get isOpen(): boolean {
    return this.socket.readyState === WebSocket.OPEN;
  }

  send(message: Uint8Array): void {
    if (this.isOpen) this.socket.send(message);
  }

  /** Sends a barrier and returns its token; `echoed` tells when it came back. */
  sendBarrier(): number {
    this.send(encodeBarrier(++this.#token));
    return this.#token;
  }

  /** Resolves when all that was sent so far is on disk; rejects when the socket closes first. */
  async saved(): Promise<void> {
    const token = this.sendBarrier();
    await this.until(() => this.echoed.includes(token) || this.closeCode !== null);
    if (!this.echoed.includes(token)) throw new Error(`closed with ${this.closeCode} before it was saved`);
  }

  /** Resolves once `condition` holds; looked at after every message and on close. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!condition()) return;
        this.#changed.delete(check);
        resolve();
      };
      this.#changed.add(check);
      check();
    });
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.until(() => this.socket.readyState === WebSocket.CLOSED);
  }

  #tell(): void {
    for (const check of this.#changed) check();
  }

  #receive(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    this.order.push(type);
    switch (type) {
      case MESSAGE.sync:
        return this.#receiveSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      case MESSAGE.awareness:
        this.awareness.push(decoding.readVarUint8Array(decoder));
        return;
      case MESSAGE.auth:
        decoding.readVarUint(decoder);
        this.denied.push(decoding.readVarString(decoder));
        return;
      case MESSAGE.barrier:
        this.echoed.push(decoding.readVarUint(decoder));
        return;
      case MESSAGE.journal:
        this.events.push(...(JSON.parse(decoding.readVarString(decoder)) as JournalEvent[]));
        return;
      case MESSAGE.hello:
        this.hello = JSON.parse(decoding.readVarString(decoder)) as Hello;
        return;
      case MESSAGE.refusal:
        this.refusals.push(JSON.parse(decoding.readVarString(decoder)) as Refusal);
    }
  }

  #receiveSync(kind: number, body: Uint8Array): void {
    if (kind === SYNC.step1) {
      this.serverVector = body;
      this.send(encodeSyncStep2(Y.encodeStateAsUpdate(this.doc, body)));
    } else {
      if (this.#reads) Y.applyUpdate(this.doc, body, this);
      if (kind === SYNC.step2) this.synced = true;
    }
  }
}
