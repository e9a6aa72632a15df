import { type RangesByClient, union } from "@planwand/shared/plan/clock-ranges.ts";
import type { UpdateContents } from "@planwand/shared/plan/update-contents.ts";
import type { Receiver } from "@planwand/shared/plan/update-parts.ts";
import * as Y from "yjs";

/** This many are put together at once. */
const BATCH = 200;

/** What the server is known to have, on one connection. What it may have besides is merely sent once more. */
export class ServerState {
  #reach = new Map<number, number>();
  #deletes: RangesByClient = new Map();
  #added: RangesByClient[] = [];

  /** The server's own word for what it has of structs; of deletes it says nothing. */
  asked(vector: Uint8Array): void {
    this.#reach = Y.decodeStateVector(vector);
  }

  /** The server sent this, or its echo covers it. */
  has({ reach, deletes }: UpdateContents): void {
    for (const [client, clock] of reach)
      this.#reach.set(client, Math.max(this.#reach.get(client) ?? 0, clock));
    if (deletes.size === 0) return;
    this.#added.push(deletes);
    if (this.#added.length >= BATCH) this.#putTogether();
  }

  known(): Receiver {
    this.#putTogether();
    return { reach: new Map(this.#reach), deletes: this.#deletes };
  }

  #putTogether(): void {
    this.#deletes = this.#added.splice(0).reduce<RangesByClient>(union, this.#deletes);
  }
}
