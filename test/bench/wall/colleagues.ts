import { encodeAwareness, encodeBarrier, encodeSyncUpdate } from "@planwand/shared/protocol/codec.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import { setRegister, setStepDone } from "@planwand/shared/plan/edit-field.ts";
import { entryOf } from "@planwand/shared/plan/entry.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import type { Activity, Plan } from "@planwand/shared/plan/schema.ts";
import * as Y from "yjs";
import { seeded } from "../../builders/run-length.ts";
import { join, type RunningServer } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";
import { clientFrame, RawClient } from "../raw-client.ts";
import type { SizedPlan } from "./stage.ts";
import { steadily } from "./steady.ts";

/** Somebody with a socket and activities of their own. */
interface Colleague {
  readonly socket: RawClient;
  readonly clientId: number;
  readonly activities: readonly Activity[];
  presenceClock: number;
}

/**
 * Other people who work in a plan, each with a name, a socket and activities of their own. One document makes the edits of them all,
 * and what they receive is not looked into: twenty whole copies of a large plan in one thread would keep it busy for so long that
 * it answers no ping of the server, and the page that is measured would stand still meanwhile.
 */
export class Colleagues {
  readonly #doc: Y.Doc;
  readonly #plan: Plan;
  readonly #people: Colleague[] = [];
  readonly #random: () => number;
  #saved = 0;

  private constructor(doc: Y.Doc, seed: number) {
    this.#doc = doc;
    this.#plan = toPlan(doc);
    this.#random = seeded(seed);
  }

  /** `count` people come in with the key for editors. */
  static async join(
    server: RunningServer,
    { created }: SizedPlan,
    count: number,
    seed: number,
  ): Promise<Colleagues> {
    const { plan, cookie, keys } = created;
    const reader = await WireClient.join({ url: server.url, planId: plan.id, cookie, live: false });
    await reader.close();
    const colleagues = new Colleagues(reader.doc, seed);
    for (let nth = 0; nth < count; nth++) {
      const person = await join(server.url, keys.editor, `Collega ${String(nth + 1)}`);
      const socket = await RawClient.open({
        port: server.port,
        path: `/sync/${plan.id}`,
        cookie: person.cookie,
        onFrame: (payload) => colleagues.#heard(payload[0]),
      });
      // Nobody touches what another does, so that no edit waits for one that is still under way.
      const activities = colleagues.#plan.activities.filter((_, index) => index % count === nth);
      colleagues.#people.push({ socket, clientId: new Y.Doc().clientID, activities, presenceClock: 0 });
    }
    return colleagues;
  }

  /**
   * They work for `durationMs`, together `perSecond` edits at a steady pace: half of them typing, the rest moves, progress and steps.
   * Returns how many edits were made; all of them are saved.
   */
  async work(perSecond: number, durationMs: number): Promise<number> {
    const total = Math.round((perSecond * durationMs) / 1_000);
    await steadily(total, perSecond, (nth) => this.#edit(nth));
    await this.#allSaved();
    return total;
  }

  /** They work, `perSecond` edits together, for as long as `during` takes. */
  async workDuring<Value>(perSecond: number, during: () => Promise<Value>): Promise<Value> {
    let nth = 0;
    const timer = setInterval(() => this.#edit(++nth), 1_000 / perSecond);
    try {
      return await during();
    } finally {
      clearInterval(timer);
      await this.#allSaved();
    }
  }

  leave(): void {
    for (const { socket } of this.#people) socket.close();
  }

  #heard(type: number | undefined): void {
    if (type === MESSAGE.barrier) this.#saved++;
    if (type === MESSAGE.auth) throw new Error("an edit was refused");
  }

  async #allSaved(): Promise<void> {
    this.#saved = 0;
    for (const { socket } of this.#people) socket.send(clientFrame(encodeBarrier(1)));
    while (this.#saved < this.#people.length) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  /** One edit by the next person in turn. */
  #edit(nth: number): void {
    const person = this.#people[nth % this.#people.length];
    if (person === undefined) throw new Error("there are colleagues");
    const activity = this.#pick(person.activities);
    const send = (update: Uint8Array): void => person.socket.send(clientFrame(encodeSyncUpdate(update)));
    this.#doc.clientID = person.clientId;
    this.#doc.on("update", send);
    const isTyping = this.#random() < 0.5;
    const show = { focus: { activity: activity.id, field: isTyping ? "title" : null }, typing: isTyping };
    const state = JSON.stringify(show);
    const entry = { client: person.clientId, clock: ++person.presenceClock, state };
    person.socket.send(clientFrame(encodeAwareness([entry])));
    if (isTyping) this.#type(activity);
    else this.#pick([this.#move, this.#progress, this.#step]).call(this, activity);
    this.#doc.off("update", send);
  }

  #pick<Value>(from: readonly Value[]): Value {
    const picked = from[Math.floor(this.#random() * from.length)];
    if (picked === undefined) throw new Error("the plan has phases, domains and activities");
    return picked;
  }

  /** One character at the end of the title. */
  #type({ id }: Activity): void {
    const title = entryOf(this.#doc, "activities", id)?.get("title");
    if (title instanceof Y.Text) title.insert(title.length, "x");
  }

  #move({ id }: Activity): void {
    const { phases, domains } = this.#plan;
    const index = Math.floor(this.#random() * 20);
    moveActivity(this.#doc, id, { phase: this.#pick(phases).id, domain: this.#pick(domains).id, index });
  }

  #progress({ id }: Activity): void {
    setRegister(this.#doc, "activities", id, "progress", Math.floor(this.#random() * 101));
  }

  #step({ id, steps }: Activity): void {
    for (const step of steps.slice(0, 1)) setStepDone(this.#doc, id, step.id, this.#random() < 0.5);
  }
}
