import { WireClient, type WireClientOptions } from "./wire-client.ts";

/**
 * Someone who keeps writing marked entries and remembers which of them the server called saved. `seen` collects the
 * marks of others that arrived here: neither kind may ever be lost.
 */
export class Typist {
  readonly name: string;
  readonly client: WireClient;
  readonly saved = new Set<string>();
  readonly #root: string;
  #next = 0;
  #typing: Promise<void> = Promise.resolve();
  #stopped = false;

  private constructor(name: string, client: WireClient, root: string) {
    this.name = name;
    this.client = client;
    this.#root = root;
  }

  static async start(name: string, options: WireClientOptions): Promise<Typist> {
    const typist = new Typist(name, await WireClient.join(options), "cells");
    typist.#typing = typist.#type();
    return typist;
  }

  /** Marks of other people that arrived at this client. */
  get seen(): string[] {
    return [...this.client.doc.getMap(this.#root).keys()].filter((mark) => !mark.startsWith(`${this.name}-`));
  }

  /** Resolves when all that was typed was called saved, or the socket closed. */
  stop(): Promise<void> {
    this.#stopped = true;
    return this.#typing;
  }

  /** Three edits, then a barrier for them, and again, until stopped or cut off. */
  async #type(): Promise<void> {
    while (!this.#stopped && this.client.closeCode === null) {
      const marks = [0, 1, 2].map(() => `${this.name}-${String(this.#next++).padStart(8, "0")}`);
      for (const mark of marks) this.client.doc.getMap(this.#root).set(mark, true);
      const token = this.client.sendBarrier();
      await this.client.until(() => this.client.echoed.includes(token) || this.client.closeCode !== null);
      if (this.client.echoed.includes(token)) for (const mark of marks) this.saved.add(mark);
      this.client.echoed.length = 0;
    }
  }
}
