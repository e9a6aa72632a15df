import {
  type AwarenessEntry,
  type ClientMessage,
  decodeClientMessage,
  encodeBarrier,
  encodeJson,
  encodeSyncStep1,
} from "@planwand/shared/protocol/codec.ts";
import { CLOSE, MESSAGE, type Refusal } from "@planwand/shared/protocol/messages.ts";
import type { Role } from "@planwand/shared/access/role.ts";
import { type PlanAccess, planAccess } from "@planwand/shared/access/plan-access.ts";
import { writingRules } from "@planwand/shared/workshop/policy.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { may } from "@planwand/shared/access/policy.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { Principal } from "../access/principal.ts";
import type { Budgets } from "../budgets/budgets.ts";
import type { ClientBinding, UpdateRow } from "../storage/port.ts";
import { isSameAccess, UPDATE_MAX_BYTES } from "./admission.ts";
import type { Connection } from "./connection.ts";
import { permissionDenied } from "./auth-message.ts";
import { frame, updateFrames } from "./frame.ts";
import { helloTo } from "./hello.ts";
import type { JoinFrames } from "./join-frames.ts";
import { JournalFeeds } from "./journal-feed.ts";
import type { JournalTail } from "./journal-tail.ts";
import { mergedForReaders } from "./merging.ts";
import { Presence } from "./presence.ts";
import { type RoomEffect, type RoomEvent, type RoomState, reduce, roomState } from "./room-core.ts";
import type { Judges } from "./judges.ts";
import { RoomJudge, UNBUILDABLE } from "./room-judge.ts";
import { encodeVector } from "./state-vector.ts";
import { isPart } from "./write-access.ts";
import { Writing } from "./writing.ts";
import type { StoredPlan } from "./stored-plan.ts";
import type { Turns } from "./turns.ts";

/** Bytes of a state vector that tell of one client, at the least that clients write. */
const BYTES_A_CLOCK = 4;

export interface RoomPorts {
  readonly clock: Clock;
  /** There are rows to commit. */
  readonly commitSoon: (room: Room) => void;
  /** A connection has frames of its own to write. */
  readonly flushSoon: (connection: Connection) => void;
  readonly readStored: (planId: string) => Promise<StoredPlan>;
  readonly counted: { updates: number; refused: number };
  readonly budgets: Budgets;
  readonly turns: Turns;
  readonly judges: Judges;
  readonly sentAway: (who: Principal, reason: "refusals") => void;
}

/** One plan's live room: turns messages into core events and runs the effects. */
export class Room {
  readonly planId: string;
  readonly connections = new Map<number, Connection>();
  readonly presence = new Presence();
  readonly #state: RoomState;
  readonly #ports: RoomPorts;
  readonly #judge: RoomJudge;
  /** How updates come in, over a socket or through the server. */
  readonly writing: Writing;
  readonly #feeds: JournalFeeds;
  #session: Session | null;
  #joinFrames: JoinFrames;
  #isEnded = false;
  #rows: UpdateRow[] = [];
  #bindings: ClientBinding[] = [];

  constructor(
    planId: string,
    stored: StoredPlan,
    joinFrames: JoinFrames,
    { readonly, session }: { readonly readonly: boolean; readonly session: Session | null },
    ports: RoomPorts,
  ) {
    this.planId = planId;
    this.#state = roomState(stored.known, stored.seq);
    this.#state.readonly = readonly;
    this.#joinFrames = joinFrames;
    this.#ports = ports;
    this.#feeds = new JournalFeeds(ports);
    this.#session = session;
    this.#judge = new RoomJudge({
      planId,
      judges: ports.judges,
      read: () => ports.readStored(planId),
      pending: () => this.#state.pending.map(({ bytes }) => bytes),
      owners: () => [...this.#state.known.owners],
      broke: () => this.#tellUnbuildable(),
      mended: () => this.#tellAccess(),
    });
    this.writing = new Writing({
      state: this.#state,
      judge: this.#judge,
      rules: () => writingRules(this.#session),
      perform: (effect) => this.#perform(effect),
      isEnded: () => this.#isEnded,
    });
  }

  get joinFrames(): JoinFrames {
    return this.#joinFrames;
  }

  /** Whether it takes no writes until storage does again. */
  get isReadonly(): boolean {
    return this.#state.readonly;
  }

  /** The last update that may be shown: it is known to be on disk. */
  get committedSeq(): number {
    return this.#state.committedSeq;
  }

  get isIdle(): boolean {
    return this.connections.size === 0 && this.#state.pending.length === 0 && !this.writing.isBusy;
  }

  /** Lets a connection in, with the events of the journal after `journalAfter`, or none for null. */
  join(connection: Connection, journal: JournalTail, journalAfter: number | null): void {
    const { actor, role } = connection.who;
    this.connections.set(connection.id, connection);
    if (connection.extensions) {
      this.#send(connection, helloTo(connection.who, journal.seq, this.#ports.clock()));
      if (journalAfter !== null) this.#feeds.start(connection, journal, journalAfter);
    }
    this.#session = journal.session;
    const access = this.#accessOf(role);
    this.#run({ type: "joined", memberId: connection.id, actorId: actor.id, access });
    this.#keepJudge();
    this.#sendPresence(connection);
    if (this.#session !== null) this.sendLive(connection, (who) => journal.live(who));
  }

  /** Somebody here is called otherwise: they hear that, and the others see it. `journalSeq` is the last event of the journal. */
  introduce(connection: Connection, journalSeq: number): void {
    this.presence.introduce(connection.id, connection.who);
    if (connection.extensions)
      this.#send(connection, helloTo(connection.who, journalSeq, this.#ports.clock()));
  }

  /** Tells everybody what was added to the journal. */
  publish(events: readonly JournalEvent[]): void {
    this.#feeds.publish(this.connections.values(), events);
  }

  /** The workshop went on: what each may write of the plan can be another thing now. */
  sessionIs(session: Session | null): void {
    if (this.#session === session) return;
    this.#session = session;
    this.#keepJudge();
    this.#tellAccess();
  }

  /** Tells one who takes part what of the workshop is no event. */
  sendLive(connection: Connection, live: JournalTail["live"]): void {
    const { actor, role } = connection.who;
    if (!connection.extensions || !may(role, "journal.command")) return;
    this.#send(connection, encodeJson(MESSAGE.workshop, live({ actor: actor.id, role })));
  }

  #tellAccess(): void {
    for (const { id: memberId, who } of this.connections.values()) {
      const access = this.#accessOf(who.role);
      const isSame = isSameAccess(this.#state.members.get(memberId)?.access, access);
      if (!isSame || isPart(access)) this.#run({ type: "access", memberId, access });
    }
  }

  #tellUnbuildable(): void {
    for (const connection of this.connections.values())
      if (isPart(this.#accessOf(connection.who.role))) this.#refuse(connection, UNBUILDABLE);
  }

  #accessOf(role: Role): PlanAccess {
    return planAccess(role, writingRules(this.#session));
  }

  /** Keeps the document as long as somebody here may write a part of the plan only. */
  #keepJudge(): void {
    const everybody = [...this.connections.values()];
    this.#judge.keep(everybody.some(({ who }) => isPart(this.#accessOf(who.role))));
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection.id)) return;
    this.presence.leave(connection.id);
    this.#feeds.leave(connection);
    this.#run({ type: "left", memberId: connection.id });
    this.#keepJudge();
  }

  /** Lets go of what it holds besides memory. */
  close(): void {
    this.#judge.close();
  }

  /** Takes nothing any more from anybody; what it took before still goes to the disk. */
  end(): void {
    this.#isEnded = true;
    this.close();
    if (this.isReadonly) this.writing.decided(this.committedSeq);
  }

  /**
   * Takes one message; nothing that it holds makes this throw. Returns what it cost, in parts; a promise when the next message of the
   * connection is to wait: for the answer to a step 1, or until the document was asked.
   */
  receive(connection: Connection, data: Uint8Array): number | Promise<number> {
    if (this.#isEnded) return 0;
    const memberId = connection.id;
    let message: ClientMessage;
    try {
      message = decodeClientMessage(data);
    } catch {
      return this.#run({ type: "unreadable", memberId, code: "malformed" });
    }
    switch (message.type) {
      case "step1":
        return this.#answerInTurn(connection, message.stateVector);
      case "update": {
        const { update: bytes, isStep2 } = message;
        const mayBind = (clients: number) => this.#mayBind(connection.who, clients);
        const event = { type: "update", memberId, bytes, isStep2, mayBind } as const;
        return this.writing.receive(event, () => connection.isSentAway);
      }
      case "barrier":
        return this.#run({ type: "barrier", memberId, token: message.token });
      case "awareness":
        if (message.entry !== null) this.#receivePresence(connection, message.entry);
        return 0;
      case "queryAwareness":
        return this.#sendPresence(connection);
      case "unknown":
        return this.#run({ type: "unreadable", memberId, code: "unknown-message" });
    }
  }

  /** Answers a step 1 once the answer to the one before it has left: there is one on its way at most. */
  #answerInTurn(connection: Connection, stateVector: Uint8Array): number | Promise<number> {
    const answer = (): number => this.#run({ type: "step1", memberId: connection.id, stateVector });
    return connection.answerUnderWay?.then(answer) ?? answer();
  }

  #mayBind({ actor }: Principal, clients: number): boolean {
    const { budgets } = this.#ports;
    if (!budgets.allows("plan-clients", this.#state.known.owners.size + clients)) return false;
    return budgets.take("person-clients", `${this.planId} ${actor.id}`, clients) === 0;
  }

  #receivePresence(connection: Connection, entry: AwarenessEntry): void {
    const { owners } = this.#state.known;
    this.presence.receive(connection.id, connection.who, entry, (client) => owners.get(client));
  }

  /** What waits for the disk; the caller answers with `committed` or `commitFailed`. */
  takeRows(): { readonly updates: readonly UpdateRow[]; readonly bindings: readonly ClientBinding[] } {
    const taken = { updates: this.#rows, bindings: this.#bindings };
    this.#rows = [];
    this.#bindings = [];
    return taken;
  }

  committed(throughSeq: number): void {
    this.#run({ type: "committed", throughSeq });
    this.writing.committed(throughSeq);
  }

  commitFailed(): void {
    this.#rows = [];
    this.#bindings = [];
    this.#judge.drop();
    this.#run({ type: "commitFailed" });
    if (this.#isEnded) this.writing.decided(this.committedSeq);
  }

  /** Goes on from what is on disk; `unseen` is what is there beyond all that was shown. */
  storageReturned(stored: StoredPlan, unseen: readonly UpdateRow[]): void {
    const { known, seq } = stored;
    this.#run({ type: "storageReturned", known, seq, unseen: unseen.map(({ bytes }) => bytes) });
    this.writing.decided(seq);
    this.#keepJudge();
  }

  /** A newer checkpoint serves the joins from now on. */
  replaceJoinFrames(joinFrames: JoinFrames): void {
    joinFrames.continueFrom(this.#joinFrames);
    this.#joinFrames = joinFrames;
  }

  /** Sends what changed in presence since the last time. */
  presenceTick(): void {
    if (!this.presence.hasChanges) return;
    const changes = this.presence.takeChanges(this.#ports.clock());
    for (const connection of this.connections.values()) {
      const message = changes.messageFor(connection.id);
      if (message !== null) connection.writePresence(message);
    }
  }

  /** Runs the effects of an event, and returns what they cost whose event it was, in parts. */
  #run(event: RoomEvent): number {
    let parts = 0;
    for (const effect of reduce(this.#state, event)) parts += this.#perform(effect);
    return parts;
  }

  #perform(effect: RoomEffect): number {
    if (effect.type === "append") return this.#append(effect);
    if (effect.type === "forward") return this.#forward(effect.updates);
    const connection = this.connections.get(effect.memberId);
    if (effect.type === "spent") {
      connection?.keep(effect.keptBytes);
      return effect.parts;
    }
    if (connection === undefined) return 0;
    switch (effect.type) {
      case "askState": {
        const { vector } = this.#state.known;
        this.#send(connection, encodeSyncStep1(encodeVector(vector)));
        return vector.size;
      }
      case "sendState":
        return this.#sendState(connection, effect.stateVector);
      case "echoBarrier":
        this.#send(connection, encodeBarrier(effect.token));
        return 0;
      case "refuse":
        this.#refuse(connection, effect);
        return 0;
      case "judge":
        // `Writing`, by which updates come in, asks.
        return 0;
      case "sendAway":
        this.#ports.sentAway(connection.who, "refusals");
        connection.close(CLOSE.policyViolation);
        return 0;
    }
  }

  #refuse(connection: Connection, { code, reason }: Refusal): void {
    this.#ports.counted.refused++;
    const message = connection.extensions
      ? encodeJson(MESSAGE.refusal, { code, reason })
      : permissionDenied(code);
    this.#send(connection, message);
  }

  #append(effect: Extract<RoomEffect, { type: "append" }>): 0 {
    const { planId } = this;
    const { seq, actorId, bytes, newClients } = effect;
    this.#judge.admitted(
      bytes,
      newClients.map((clientId) => [clientId, actorId] as const),
    );
    this.#rows.push({ planId, seq, actorId, at: this.#ports.clock(), bytes });
    for (const clientId of newClients) this.#bindings.push({ planId, clientId, actorId });
    this.#ports.counted.updates++;
    this.#ports.commitSoon(this);
    return 0;
  }

  #forward(updates: Extract<RoomEffect, { type: "forward" }>["updates"]): 0 {
    const shared = updateFrames(mergedForReaders(updates, this.connections.size));
    this.#joinFrames.append(this.#state.committedSeq, updates.length, shared);
    const first = updates[0]?.memberId;
    const soleSender = updates.every((update) => update.memberId === first) ? first : undefined;
    for (const connection of this.connections.values()) {
      if (connection.id !== soleSender) connection.flush(shared);
    }
    return 0;
  }

  #sendState(connection: Connection, stateVector: Uint8Array): number {
    const isFit = stateVector.byteLength <= UPDATE_MAX_BYTES;
    const answer = isFit ? this.#joinFrames.for(stateVector, connection.deflates) : null;
    if (answer === null) {
      return this.#run({ type: "unreadable", memberId: connection.id, code: "malformed" });
    }
    connection.queueAnswer(answer);
    this.#ports.flushSoon(connection);
    return stateVector.byteLength / BYTES_A_CLOCK + answer.length;
  }

  #sendPresence(connection: Connection): number {
    if (connection.isBehind) return 0;
    const message = this.presence.everyone(this.#ports.clock()).messageFor(connection.id);
    if (message !== null) this.#send(connection, Buffer.concat(message));
    return this.presence.size;
  }

  #send(connection: Connection, message: Uint8Array): void {
    connection.queue(frame(message));
    this.#ports.flushSoon(connection);
  }
}
