import { Buffer } from "node:buffer";
import { CIRCLES, type Circle } from "@planwand/shared/access/role.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { MESSAGE } from "@planwand/shared/protocol/messages.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import { NO_WORKSHOP, type WorkshopLive } from "@planwand/shared/workshop/live.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import * as decoding from "lib0/decoding";
import { freshId, giveCommand, journalOf } from "./commands.ts";
import { idOf, type Wish } from "./journal.ts";
import { type CreatedPlan, createPlan, postJson, type RunningServer } from "./server.ts";
import { WireClient } from "./wire-client.ts";

const frame = (number: number, title: string, minutes = 5) => ({
  id: idOf("step", number),
  title,
  question: "",
  minutes,
  extras: [],
});
const WALL = { kind: "plan" } as const;
const VOTE = { scope: WALL, budget: 3, perItem: 2, perCircle: true } as const;

/** One step of every kind, in the order of a session. */
export const EVERY_STEP = [
  { ...frame(1, "Welkom"), kind: "info" },
  { ...frame(2, "Ideeën"), kind: "ideas", scopes: [WALL], anonymous: false },
  { ...frame(3, "Bekijken"), kind: "reveal", of: idOf("step", 2) },
  { ...frame(4, "Stemmen"), kind: "vote", of: idOf("step", 2), ...VOTE, blind: true },
  { ...frame(5, "Concretiseren"), kind: "write", scope: WALL, open: true },
  { ...frame(6, "Beslissen"), kind: "decide" },
  { ...frame(7, "Wie doet wat"), kind: "roles" },
  { ...frame(8, "Afsluiten"), kind: "checkout", form: "word" },
  { ...frame(9, "Vrij"), kind: "free", extras: ["comment", "card"] },
  { ...frame(10, "Zonder naam"), kind: "ideas", scopes: [WALL], anonymous: true },
  { ...frame(11, "Open stemmen"), kind: "vote", of: null, ...VOTE, blind: false },
] as const satisfies readonly Step[];

export const stepId = (number: number): string => idOf("step", number);

/** The steps as a command takes them. */
export function asAsked(
  steps: readonly Step[] = EVERY_STEP,
): Extract<Wish, { type: "session.open" }>["steps"] {
  return steps as unknown as Extract<Wish, { type: "session.open" }>["steps"];
}

/** Somebody in a room: their session and a socket of which everything is kept. */
export class RoomMember {
  readonly url: string;
  readonly planId: string;
  readonly cookie: string;
  readonly client: WireClient;
  /** Everything that came over the socket, as text. */
  readonly frames: string[] = [];
  live: WorkshopLive = NO_WORKSHOP;

  constructor(url: string, planId: string, cookie: string) {
    [this.url, this.planId, this.cookie] = [url, planId, cookie];
    this.client = new WireClient({ url, planId, cookie, journalAfter: 0 });
    this.client.socket.prependListener("message", (data: Buffer) => {
      this.frames.push(Buffer.from(data).toString("utf8"));
      const decoder = decoding.createDecoder(new Uint8Array(data));
      if (decoding.readVarUint(decoder) !== MESSAGE.workshop) return;
      this.live = JSON.parse(decoding.readVarString(decoder)) as WorkshopLive;
    });
  }

  /** Gives a command: the number of its last event, or the code of the problem. */
  give(wish: Wish): Promise<number | string> {
    return giveCommand(this, wish);
  }

  /** Resolves once this holds, looked at after every message. */
  until(condition: () => boolean): Promise<void> {
    return this.client.until(condition);
  }

  get actor(): string {
    return this.client.hello?.actor.id ?? "";
  }

  get heard(): string {
    return this.frames.join("\n");
  }
}

/** A workshop on a real server, led by the owner of a new plan. */
export class Workshop {
  readonly server: Pick<RunningServer, "url">;
  readonly plan: CreatedPlan;
  readonly session = freshId();
  readonly lead: RoomMember;
  readonly everybody: RoomMember[] = [];

  private constructor(server: Pick<RunningServer, "url">, plan: CreatedPlan) {
    this.server = server;
    this.plan = plan;
    this.lead = this.#enter(plan.cookie);
  }

  /** Begins one with these steps, in a new plan unless one is given. */
  static async open(
    server: Pick<RunningServer, "url">,
    steps: readonly Step[] = EVERY_STEP,
    { plan, goal = "Samen" }: { readonly plan?: CreatedPlan; readonly goal?: string } = {},
  ): Promise<Workshop> {
    const workshop = new Workshop(server, plan ?? (await createPlan(server.url)));
    await workshop.lead.until(() => workshop.lead.client.synced);
    const wish = {
      type: "session.open",
      session: workshop.session,
      goal,
      steps: asAsked(steps),
    } as const;
    const done = await workshop.lead.give(wish);
    if (typeof done !== "number") throw new Error(`not opened: ${done}`);
    await workshop.lead.until(() => workshop.lead.live.code !== null);
    return workshop;
  }

  get code(): string {
    return this.lead.live.code ?? "";
  }

  get planId(): string {
    return this.plan.plan.id;
  }

  /** Comes in with the code on the screen. */
  async join(name: string, circle: Circle = CIRCLES[0]): Promise<RoomMember> {
    const response = await postJson(`${this.server.url}/api/join`, { code: this.code, name, circle });
    if (response.status !== 200) throw new Error(`not joined: ${await response.text()}`);
    const [given = ""] = response.headers.getSetCookie();
    return this.enter(given.split(";")[0] ?? "");
  }

  /** Opens a socket for a session that is in the plan. */
  async enter(cookie: string): Promise<RoomMember> {
    const member = this.#enter(cookie);
    await member.until(() => member.client.synced);
    return member;
  }

  /** Somebody goes, and nothing of them is kept. */
  async leave(member: RoomMember): Promise<void> {
    await member.client.close();
    this.everybody.splice(this.everybody.indexOf(member), 1);
  }

  /** The lead goes to a step. */
  async goTo(number: number): Promise<void> {
    const done = await this.lead.give({ type: "session.goto", session: this.session, step: stepId(number) });
    if (typeof done !== "number") throw new Error(`no such step: ${done}`);
  }

  /** The session as the journal has it. */
  async state(): Promise<Session> {
    const events = await journalOf(this.server.url, this.planId, this.plan.cookie);
    const session = reduceJournal(EMPTY_JOURNAL, events).sessions.get(this.session);
    if (session === undefined) throw new Error("no session");
    return session;
  }

  #enter(cookie: string): RoomMember {
    const member = new RoomMember(this.server.url, this.planId, cookie);
    this.everybody.push(member);
    return member;
  }
}
