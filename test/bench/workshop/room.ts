import type { Circle } from "@planwand/shared/access/role.ts";
import { encodeSyncStep1, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { PROTOCOL_VERSION } from "@planwand/shared/protocol/version.ts";
import * as Y from "yjs";
import { giveCommand } from "../../builders/commands.ts";
import type { Wish } from "../../builders/journal.ts";
import { postJson, type RunningServer } from "../../builders/server.ts";
import { clientFrame, RawClient } from "../raw-client.ts";

/** Somebody in the room with a phone: a session, a socket, and edits under a number of their own. */
interface Participant {
  readonly cookie: string;
  readonly socket: RawClient;
  readonly clientId: number;
}

interface Underway {
  readonly bytes: Buffer;
  readonly waiting: Set<number>;
  readonly startMs: number;
  readonly done: (tookMs: number) => void;
}

/** Milliseconds since 1970, finer than whole ones, on the clock that pages on this machine have too. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/**
 * The people in a session. What each socket receives is only searched for the marks that are under way, so that fifty people take
 * next to nothing of the two cores that the server and the browser have to live on.
 */
export class Room {
  readonly #server: RunningServer;
  readonly #planId: string;
  readonly #people: Participant[] = [];
  readonly #underway = new Set<Underway>();
  /** The document that makes the edits of them all. */
  readonly doc: Y.Doc;

  constructor(server: RunningServer, planId: string, doc: Y.Doc) {
    [this.#server, this.#planId, this.doc] = [server, planId, doc];
  }

  get size(): number {
    return this.#people.length;
  }

  /** Somebody comes in with the code on the screen and opens the plan: how long that took, in milliseconds. */
  async join(code: string, name: string, circle: Circle): Promise<number> {
    const startMs = nowMs();
    const response = await postJson(`${this.#server.url}/api/join`, { code, name, circle });
    if (response.status !== 200) throw new Error(`not joined: ${await response.text()}`);
    const cookie = response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const nth = this.#people.length;
    const socket = await RawClient.open({
      port: this.#server.port,
      path: `/sync/${this.#planId}?v=${String(PROTOCOL_VERSION)}&journal=0`,
      cookie,
      onFrame: (payload) => this.#heard(nth, payload),
    });
    this.#people.push({ cookie, socket, clientId: new Y.Doc().clientID });
    socket.send(clientFrame(encodeSyncStep1(new Uint8Array([0]))));
    return nowMs() - startMs;
  }

  /** A command of this person, until the server confirmed it: how long that took. */
  async command(nth: number, wish: Wish): Promise<number> {
    const startMs = nowMs();
    const answer = await giveCommand(
      { url: this.#server.url, planId: this.#planId, cookie: this.#at(nth).cookie },
      wish,
    );
    if (typeof answer !== "number") throw new Error(`${wish.type}: ${answer}`);
    return nowMs() - startMs;
  }

  /**
   * Does something that everybody hears of by a word, and resolves with the time until the last person in the room has it. Who
   * edits hears nothing of it themselves: `but` is that person.
   */
  untilEveryone(word: string, act: () => unknown, but: number | null = null): Promise<number> {
    return new Promise((resolve, reject) => {
      const startMs = nowMs();
      const waiting = new Set(this.#people.keys());
      if (but !== null) waiting.delete(but % this.#people.length);
      this.#underway.add({ bytes: Buffer.from(word), waiting, startMs, done: resolve });
      void (async () => act())().catch(reject);
    });
  }

  /** An edit in the plan by this person, sent at once. */
  edit(nth: number, change: () => void): void {
    const { socket, clientId } = this.#at(nth);
    const send = (update: Uint8Array): void => socket.send(clientFrame(encodeSyncUpdate(update)));
    this.doc.clientID = clientId;
    this.doc.on("update", send);
    change();
    this.doc.off("update", send);
  }

  leave(): void {
    for (const { socket } of this.#people) socket.close();
  }

  #at(nth: number): Participant {
    const person = this.#people[nth % this.#people.length];
    if (person === undefined) throw new Error("there is nobody in the room");
    return person;
  }

  #heard(nth: number, payload: Buffer): void {
    for (const each of this.#underway) {
      if (!each.waiting.has(nth) || !payload.includes(each.bytes)) continue;
      each.waiting.delete(nth);
      if (each.waiting.size > 0) continue;
      this.#underway.delete(each);
      each.done(nowMs() - each.startMs);
    }
  }
}
