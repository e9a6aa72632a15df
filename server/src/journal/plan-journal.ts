import { type Actor, type Role, SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { ok, refuse, type Result } from "@planwand/shared/kernel/result.ts";
import {
  CHAIN_START,
  type ChainedEvent,
  type ChainHead,
  link,
  printedHead,
  type Sha256,
} from "@planwand/shared/journal/chain.ts";
import { type Command, COMMAND_CAPABILITIES } from "@planwand/shared/journal/commands.ts";
import { type CommandRefusal, decide, introduction, type Outcome } from "@planwand/shared/journal/decide.ts";
import { erases } from "@planwand/shared/journal/erasing.ts";
import type { EventDraft, JournalEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { may } from "@planwand/shared/access/policy.ts";
import type { RoleToWrite } from "@planwand/shared/workshop/desk.ts";
import type { WorkshopLive } from "@planwand/shared/workshop/live.ts";
import { openSession, type Session } from "@planwand/shared/workshop/session.ts";
import type { Principal } from "../access/principal.ts";
import type { Outcomes } from "../storage/outcomes.ts";
import type {
  EventLog,
  JournalWrite,
  SnapshotRow,
  Trim,
  WorkshopStore,
  WorkshopWrite,
} from "../storage/port.ts";
import { newJoinCode, newJoinKey } from "./join-code.ts";
import { HiddenEntries } from "./hidden-entries.ts";
import type { GatheredFacts } from "./plan-facts.ts";

export interface PlanJournalPorts {
  readonly log: EventLog;
  readonly workshops: WorkshopStore;
  readonly outcomes: Outcomes;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly newSalt: () => string;
  /** How many characters a joining code has that is made now. */
  readonly codeLength: () => number;
  /** What the plan says now of what the command is about. */
  readonly factsFor: (planId: string, command: Command) => Promise<GatheredFacts>;
  /** Called after the events are on disk, in order. */
  readonly publish: (planId: string, events: readonly JournalEvent[], session: Session | null) => void;
  /** Called after what is hidden, or the joining code, changed; `by` whoever's doing it was. */
  readonly publishLive: (planId: string, by: string, live: LiveOf) => void;
  /** Writes a role in the plan in somebody's name, when they may; nothing when it is there. */
  readonly writeRole: (who: Principal, role: RoleToWrite) => Promise<Result<void, CommandRefusal>>;
}

/** What of a running workshop is no event, as this person may know it. */
export type LiveOf = (who: { readonly actor: string; readonly role: Role }) => WorkshopLive;

/** The journal of one plan in memory: everything in it is on disk. Commands are done one after the other. */
export class PlanJournal {
  readonly #planId: string;
  readonly #ports: PlanJournalPorts;
  readonly #seqByCommand = new Map<string, number>();
  #events: JournalEvent[] = [];
  /** Of each event the head of the chain that ended with it, as it is printed. */
  #heads: string[] = [];
  #hidden = new HiddenEntries([]);
  #code: string | null = null;
  #head: ChainHead = { seq: 0, hash: CHAIN_START };
  #journal: Journal = EMPTY_JOURNAL;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** A write was reported as failed and may be on disk all the same. */
  #isUnknown = false;

  private constructor(planId: string, ports: PlanJournalPorts) {
    this.#planId = planId;
    this.#ports = ports;
  }

  static async read(planId: string, ports: PlanJournalPorts): Promise<PlanJournal> {
    const journal = new PlanJournal(planId, ports);
    await journal.#read();
    return journal;
  }

  async #read(): Promise<void> {
    const { log, workshops } = this.#ports;
    const stored = await log.read(this.#planId, 0);
    const hidden = new HiddenEntries(await workshops.hidden(this.#planId));
    const head = await log.head(this.#planId);
    const events = stored.map(eventOf);
    const journal = reduceJournal(EMPTY_JOURNAL, events);
    const session = openSession(journal.sessions);
    const code = session === null ? null : await workshops.codeOf(this.#planId, session.id);
    for (const event of stored) this.#rememberCommand(event);
    this.#events = events;
    this.#heads = stored.map(printedHead);
    this.#hidden = hidden;
    this.#head = head;
    this.#journal = journal;
    this.#code = code;
  }

  /** The number of the last event; 0 for none. */
  get seq(): number {
    return this.#head.seq;
  }

  /** The head of the chain when event `seq` was its last, as it is printed; empty for none. */
  headAt(seq: number): string {
    return this.#heads[seq - 1] ?? "";
  }

  /** All of it reduced. */
  get journal(): Journal {
    return this.#journal;
  }

  /** The workshop that goes on, or null. */
  get session(): Session | null {
    return openSession(this.#journal.sessions);
  }

  /** What of the running workshop is no event, as this person may know it. */
  live({ actor, role }: { readonly actor: string; readonly role: Role }): WorkshopLive {
    const { session } = this;
    const code = may(role, "journal.command") ? this.#code : null;
    return { session: session?.id ?? null, code, ...this.#hidden.live(session, actor) };
  }

  /** Whether commands are under way or wait for their turn, or a write has an unknown outcome. */
  get isBusy(): boolean {
    return this.#waiting > 0 || this.#isUnknown;
  }

  /** The events after that number, as far as `through`, in order. */
  after(seq: number, through?: number): readonly JournalEvent[] {
    return this.#events.slice(Math.max(0, seq), through);
  }

  /**
   * Does a command in its turn and returns the number of its last event; for one of the same actor that was done before, the number
   * it had then. Refused without writing anything. @throws StorageUnavailable; then it was not done, or whether it was is unknown and
   * the same command, sent again, tells.
   */
  run(who: Principal, command: Command): Promise<Result<number, CommandRefusal>> {
    return this.#inTurn(() => this.#do(who, command));
  }

  /** Resolves when no command is under way or waits. */
  async settled(): Promise<void> {
    while (this.#waiting > 0) await this.#turn;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const done = this.#turn.then(() => this.#decided()).then(work);
    this.#turn = done.catch(() => undefined).then(() => this.#waiting--);
    return done;
  }

  async #do(who: Principal, command: Command): Promise<Result<number, CommandRefusal>> {
    const { actor, role } = who;
    // Before anything is read for it.
    if (!may(role, COMMAND_CAPABILITIES[command.type])) return refuse("role-too-low");
    const done = this.#seqByCommand.get(commandKey(actor.id, command.id));
    if (done !== undefined) return ok(done);
    const { facts: gathered, state } = await this.#ports.factsFor(this.#planId, command);
    const commander = { actor: actor.id, name: actor.name, circle: actor.circle, role };
    const workshop = { ...gathered.workshop, hidden: this.#hidden.all(), nowMs: this.#ports.clock() };
    const known = command.type === "member.anonymise" ? this.#namesOf(command.member) : [];
    const memberNames = [...new Set([...gathered.memberNames, ...known])];
    const decided = decide(this.#journal, commander, command, { ...gathered, memberNames, workshop });
    if (!decided.ok) return decided;
    const { events, hidden, role: claimed } = decided.value;
    if (events.length === 0 && hidden.length === 0) return ok(this.#head.seq);
    // The plan first: when the server stops in between, the command comes again and finds it written.
    const written = claimed === null ? ok(undefined) : await this.#ports.writeRole(who, claimed);
    if (!written.ok) return written;
    await this.#append(actor.id, command.id, decided.value, { state });
    return ok(this.#head.seq);
  }

  /** Writes in its turn that what is older than `before` went, and lets it go with that. Tells which snapshots went. */
  trim(before: number, past: Omit<Trim, "snapshots">): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const old = [...this.#journal.snapshots.values()].filter(
        ({ at, adopted }) => at < before && adopted === null,
      );
      const snapshots = old.map(({ id }) => id);
      const body = { before, planSeq: past.base.seq };
      const draft = { type: "history.trimmed", body, content: null } as const;
      await this.#append(
        SERVER_ACTOR,
        null,
        { events: [draft], hidden: [] },
        { trim: { ...past, snapshots } },
      );
      return snapshots;
    });
  }

  /** Writes that somebody is called otherwise, when the journal knows them by another name. Tells the number of the last event. */
  introduce({ id, name, circle }: Actor): Promise<number> {
    return this.#inTurn(async () => {
      const known = this.#journal.members.get(id);
      const isKnown = known !== undefined && known.name !== null;
      const events = isKnown ? introduction(this.#journal, { actor: id, name, circle }) : [];
      if (events.length > 0) await this.#append(id, null, { events, hidden: [] }, {});
      return this.#head.seq;
    });
  }

  /** Gives the workshop that goes on another code than this one, which lets nobody in any more; false when it has another already. */
  renewCode(code: string): Promise<boolean> {
    return this.#inTurn(async () => {
      const { session } = this;
      if (session === null || this.#code !== code) return false;
      const { workshops, codeLength, publishLive } = this.#ports;
      const renewed = { session: session.id, code: await newJoinCode(workshops, codeLength()) };
      const workshop = { hidden: [], code: null, renewed, ended: null };
      const nothing = { events: [], erase: [], anonymise: [], snapshots: [], trim: null };
      if (await this.#isFoundOnDisk({ ...nothing, planId: this.#planId, workshop })) return true;
      this.#code = renewed.code;
      publishLive(this.#planId, SERVER_ACTOR, (who) => this.live(who));
      return true;
    });
  }

  /** Every name under which this member was introduced and that is still known. */
  #namesOf(member: string): string[] {
    return this.#events.flatMap((event) =>
      event.type === "member.introduced" && event.body.member === member && event.content !== null
        ? [event.content.name]
        : [],
    );
  }

  async #append(
    actor: string,
    command: string | null,
    { events: drafts, hidden }: Pick<Outcome, "events" | "hidden">,
    { state = null, trim = null }: { readonly state?: Uint8Array | null; readonly trim?: Trim | null },
  ): Promise<void> {
    const { clock, sha256, newSalt, publish, publishLive } = this.#ports;
    // Time never runs backwards in a journal, whatever the machine's clock does.
    const at = Math.max(clock(), this.#events.at(-1)?.at ?? 0);
    const chained: ChainedEvent[] = [];
    let head = this.#head;
    drafts.forEach((draft, index) => {
      const isLast = index === drafts.length - 1;
      const event = { ...draft, at, actor, command: isLast ? command : null };
      const linked = link(head, event, newSalt(), sha256);
      chained.push(linked);
      head = linked;
    });
    const events = chained.map(eventOf);
    const erased = this.#events.filter((past) => events.some((event) => erases(event, past)));
    const anonymise = events.flatMap(({ type, body }) => (type === "member.anonymised" ? [body.member] : []));
    const erase = erased.map(({ seq }) => seq);
    const snapshots = events.flatMap((event) => snapshotRow(event, state));
    const begun = drafts.find(({ type }) => type === "session.opened");
    const ended = drafts.find(({ type }) => type === "session.closed");
    const code = begun === undefined ? null : await this.#codeFor(sessionIn(begun));
    const workshop = { hidden, code, ended: ended === undefined ? null : sessionIn(ended) };
    const write = { planId: this.#planId, events: chained, erase, anonymise, snapshots, workshop, trim };
    if (await this.#isFoundOnDisk(write)) return;
    for (const seq of erase) this.#erase(seq);
    this.#events.push(...events);
    this.#heads.push(...chained.map(printedHead));
    for (const event of chained) this.#rememberCommand(event);
    this.#head = { seq: head.seq, hash: head.hash };
    // What was erased is nowhere in a journal that is read anew.
    this.#journal =
      erase.length > 0 ? reduceJournal(EMPTY_JOURNAL, this.#events) : reduceJournal(this.#journal, events);
    this.#hidden.change(hidden);
    if (code !== null) this.#code = code.code;
    if (ended !== undefined) this.#code = null;
    if (events.length > 0) publish(this.#planId, events, this.session);
    const isNews = hidden.length > 0 || code !== null || ended !== undefined;
    if (isNews) publishLive(this.#planId, actor, (who) => this.live(who));
  }

  async #codeFor(session: string): Promise<NonNullable<WorkshopWrite["code"]>> {
    const { workshops, clock, codeLength } = this.#ports;
    return {
      session,
      code: await newJoinCode(workshops, codeLength()),
      key: newJoinKey(this.#planId, clock),
    };
  }

  /**
   * Writes; false when that was confirmed. When it was reported as failed and is on disk all the same, it is shown, and this tells true.
   * @throws what storage threw, when it is not there or that is unknown
   */
  async #isFoundOnDisk(write: JournalWrite): Promise<boolean> {
    const { log, outcomes } = this.#ports;
    try {
      await log.append(write);
      return false;
    } catch (error) {
      this.#isUnknown = true;
      outcomes.unknown(`journal of ${this.#planId}`, () => this.#inTurn(() => Promise.resolve()));
      await this.#decided().catch(() => undefined);
      if (this.#isUnknown || !this.#holds(write)) throw error;
      return true;
    }
  }

  /** Finds out what became of a write of which that is unknown, and shows what nobody saw of it. @throws StorageUnavailable */
  async #decided(): Promise<void> {
    if (!this.#isUnknown) return;
    await this.#ports.outcomes.decide();
    const shown = this.#head.seq;
    await this.#read();
    this.#isUnknown = false;
    const unseen = this.after(shown);
    if (unseen.length > 0) this.#ports.publish(this.#planId, unseen, this.session);
    this.#ports.publishLive(this.#planId, SERVER_ACTOR, (who) => this.live(who));
  }

  /** Whether all of a write is in what was read. */
  #holds({ events, workshop }: JournalWrite): boolean {
    const last = events.at(-1);
    if (last === undefined) {
      const isRenewed = workshop?.renewed === undefined || workshop.renewed.code === this.#code;
      return isRenewed && this.#hidden.hold(workshop?.hidden ?? []);
    }
    return this.#head.seq === last.seq && this.#head.hash === last.hash;
  }

  #erase(seq: number): void {
    const event = this.#events[seq - 1];
    if (event !== undefined) this.#events[seq - 1] = { ...event, content: null };
  }

  #rememberCommand({ actor, command, seq }: ChainedEvent): void {
    if (command !== null) this.#seqByCommand.set(commandKey(actor, command), seq);
  }
}

function sessionIn({ body }: EventDraft): string {
  if (!("session" in body)) throw new Error("a workshop's event names its session");
  return body.session;
}

/** What is kept of the plan with the event that takes a snapshot. */
function snapshotRow({ type, body, seq, at }: JournalEvent, state: Uint8Array | null): SnapshotRow[] {
  if (type !== "snapshot.taken") return [];
  if (state === null) throw new Error("a snapshot is taken of a state");
  const { snapshot: id, planSeq, sha256 } = body;
  return [{ id, planSeq, journalSeq: seq, at, sha256, state }];
}

function commandKey(actor: string, command: string): string {
  return `${actor}/${command}`;
}

/** The event as everybody gets it, without what only proves it. */
export function eventOf({ seq, at, actor, type, body, content }: ChainedEvent): JournalEvent {
  return {
    seq,
    at,
    actor,
    type,
    body: JSON.parse(body),
    content: content === null ? null : JSON.parse(content),
  } as JournalEvent;
}
