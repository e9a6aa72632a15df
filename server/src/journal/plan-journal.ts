import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { ok, type Result } from "@planwand/shared/kernel/result.ts";
import { type ChainedEvent, type ChainHead, link, type Sha256 } from "@planwand/shared/journal/chain.ts";
import type { Command } from "@planwand/shared/journal/commands.ts";
import { type CommandRefusal, decide } from "@planwand/shared/journal/decide.ts";
import { erases } from "@planwand/shared/journal/erasing.ts";
import type { EventDraft, JournalEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL, type Journal } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { Principal } from "../access/principal.ts";
import type { EventLog, SnapshotRow, Trim } from "../storage/port.ts";
import type { GatheredFacts } from "./plan-facts.ts";

export interface PlanJournalPorts {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly sha256: Sha256;
  readonly newSalt: () => string;
  /** What the plan says now of what the command is about. */
  readonly factsFor: (planId: string, command: Command) => Promise<GatheredFacts>;
  /** Called after the events are on disk, in order. */
  readonly publish: (planId: string, events: readonly JournalEvent[]) => void;
}

/** The journal of one plan in memory: everything in it is on disk. Commands are done one after the other. */
export class PlanJournal {
  readonly #planId: string;
  readonly #ports: PlanJournalPorts;
  readonly #events: JournalEvent[];
  readonly #seqByCommand = new Map<string, number>();
  #head: ChainHead;
  #journal: Journal;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  private constructor(
    planId: string,
    ports: PlanJournalPorts,
    stored: readonly ChainedEvent[],
    head: ChainHead,
  ) {
    this.#planId = planId;
    this.#ports = ports;
    this.#head = head;
    this.#events = stored.map(eventOf);
    this.#journal = reduceJournal(EMPTY_JOURNAL, this.#events);
    for (const event of stored) this.#rememberCommand(event);
  }

  static async read(planId: string, ports: PlanJournalPorts): Promise<PlanJournal> {
    const stored = await ports.log.read(planId, 0);
    return new PlanJournal(planId, ports, stored, await ports.log.head(planId));
  }

  /** The number of the last event; 0 for none. */
  get seq(): number {
    return this.#head.seq;
  }

  /** All of it reduced. */
  get journal(): Journal {
    return this.#journal;
  }

  /** Whether commands are under way or wait for their turn. */
  get isBusy(): boolean {
    return this.#waiting > 0;
  }

  /** The events after that number, in order. */
  after(seq: number): readonly JournalEvent[] {
    return this.#events.slice(Math.max(0, seq));
  }

  /**
   * Does a command in its turn and returns the number of its last event; for one of the same actor that was done before, the number
   * it had then. Refused without writing anything. @throws StorageUnavailable; then nothing was written either.
   */
  run(who: Principal, command: Command): Promise<Result<number, CommandRefusal>> {
    return this.#inTurn(() => this.#do(who, command));
  }

  /** Resolves when no command is under way or waits. */
  async settled(): Promise<void> {
    while (this.isBusy) await this.#turn;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined).then(() => this.#waiting--);
    return done;
  }

  async #do(who: Principal, command: Command): Promise<Result<number, CommandRefusal>> {
    const { actor, role } = who;
    const done = this.#seqByCommand.get(commandKey(actor.id, command.id));
    if (done !== undefined) return ok(done);
    const { facts, state } = await this.#ports.factsFor(this.#planId, command);
    const { memberNames } = facts;
    const known = command.type === "member.anonymise" ? this.#namesOf(command.member) : [];
    const told = { ...facts, memberNames: [...new Set([...memberNames, ...known])] };
    const commander = { actor: actor.id, name: actor.name, circle: actor.circle, role };
    const decided = decide(this.#journal, commander, command, told);
    if (!decided.ok) return decided;
    if (decided.value.length > 0) await this.#append(actor.id, command.id, decided.value, { state });
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
      await this.#append(SERVER_ACTOR, null, [draft], { trim: { ...past, snapshots } });
      return snapshots;
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
    drafts: readonly EventDraft[],
    { state = null, trim = null }: { readonly state?: Uint8Array | null; readonly trim?: Trim | null },
  ): Promise<void> {
    const { clock, sha256, newSalt, log, publish } = this.#ports;
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
    await log.append({ planId: this.#planId, events: chained, erase, anonymise, snapshots, trim });
    for (const seq of erase) this.#erase(seq);
    this.#events.push(...events);
    for (const event of chained) this.#rememberCommand(event);
    this.#head = { seq: head.seq, hash: head.hash };
    // What was erased is nowhere in a journal that is read anew.
    this.#journal =
      erase.length > 0 ? reduceJournal(EMPTY_JOURNAL, this.#events) : reduceJournal(this.#journal, events);
    publish(this.#planId, events);
  }

  #erase(seq: number): void {
    const event = this.#events[seq - 1];
    if (event !== undefined) this.#events[seq - 1] = { ...event, content: null };
  }

  #rememberCommand({ actor, command, seq }: ChainedEvent): void {
    if (command !== null) this.#seqByCommand.set(commandKey(actor, command), seq);
  }
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
