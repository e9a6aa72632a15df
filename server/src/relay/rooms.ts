import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { Logger } from "pino";
import type { Outcomes } from "../storage/outcomes.ts";
import { type Storage, StorageUnavailable } from "../storage/port.ts";
import { checkpointIsDue, type Tail } from "./checkpoint-due.ts";
import type { Connection } from "./connection.ts";
import { JoinFrames } from "./join-frames.ts";
import type { JournalTail } from "./journal-tail.ts";
import { Room, type RoomPorts } from "./room.ts";
import { type StoredPlan, readStoredPlan } from "./stored-plan.ts";

/** How long an empty room stays in memory: people reload pages. */
const UNLOAD_AFTER_MS = 30_000;
export interface RoomsOptions {
  readonly storage: Storage;
  readonly outcomes: Outcomes;
  readonly log: Logger;
  readonly compact: (planId: string) => Promise<unknown>;
  readonly openJournal: (planId: string) => Promise<JournalTail>;
  readonly isReadonly: () => boolean;
  /** Another number whenever storage took no writes any more, or took them again. */
  readonly outageRound: () => number;
  readonly ports: Omit<RoomPorts, "readStored">;
}

/** Which plans are in memory: one load for all who come in together, and unloading when the last has left. */
export class Rooms {
  readonly #options: RoomsOptions;
  readonly #loading = new Map<string, Promise<Room>>();
  readonly #rooms = new Map<string, Room>();
  readonly #unloadTimers = new Map<string, NodeJS.Timeout>();
  readonly #compacting = new Map<string, Promise<void>>();
  readonly #tailAtLastLook = new WeakMap<Room, number>();
  readonly #ended = new Set<string>();
  readonly #turns = new Map<string, Promise<unknown>>();
  #closed = false;

  constructor(options: RoomsOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of this plan, when it is in memory. */
  find(planId: string): Room | undefined {
    return this.#rooms.get(planId);
  }

  loaded(): Room[] {
    return [...this.#rooms.values()];
  }

  /** A room that takes no writes, when there is one. */
  readonly(): Room | undefined {
    return this.loaded().find((room) => room.isReadonly);
  }

  /**
   * Lets a room go on from what is on disk, once that is decided, and shows everybody in it what came there though it was reported as
   * failed. One that cannot be read is left, and its people come back by themselves. @throws StorageUnavailable
   */
  async recover(room: Room): Promise<void> {
    const { log } = this.#options.storage;
    try {
      const unseen = await log.read(room.planId, room.committedSeq);
      const stored = await this.#readStored(room.planId);
      if (this.#rooms.get(room.planId) === room) room.storageReturned(stored, unseen);
    } catch (error) {
      if (error instanceof StorageUnavailable) throw error;
      this.#options.log.error({ err: error }, "plan could not be read again");
      this.#rooms.delete(room.planId);
      room.end();
      for (const connection of room.connections.values()) connection.close(CLOSE.tryAgainLater);
    }
  }

  #readStored(planId: string): Promise<StoredPlan> {
    return readStoredPlan(this.#options.storage, planId);
  }

  /**
   * Changes on disk what is past in a plan, while no checkpoint of it is made, and answers joins from what is there then; also when that
   * was reported as failed.
   */
  async rewrite<T>(planId: string, work: () => Promise<T>): Promise<T> {
    try {
      const done = await this.#alone(planId, work);
      await this.#renewJoinFrames(planId);
      return done;
    } catch (error) {
      this.#options.outcomes.unknown(`past of ${planId}`, () => this.#renewJoinFrames(planId));
      throw error;
    }
  }

  async #renewJoinFrames(planId: string): Promise<void> {
    const room = this.#rooms.get(planId);
    room?.replaceJoinFrames(await JoinFrames.of(await this.#readStored(planId)));
  }

  /** Takes a plan out of memory for good, once what is under way with it is over. The room that it had, if it had one. */
  async end(planId: string): Promise<Room | undefined> {
    this.#ended.add(planId);
    clearTimeout(this.#unloadTimers.get(planId));
    await Promise.allSettled([
      this.#loading.get(planId),
      this.#compacting.get(planId),
      this.#turns.get(planId),
    ]);
    const room = this.#rooms.get(planId);
    clearTimeout(this.#unloadTimers.get(planId));
    this.#unloadTimers.delete(planId);
    this.#rooms.delete(planId);
    return room;
  }

  /** The room of this plan, read when it is not in memory. @throws for a plan that was ended */
  async open(planId: string): Promise<Room> {
    if (this.#ended.has(planId)) throw new Error("the plan was erased");
    return this.#rooms.get(planId) ?? this.#load(planId);
  }

  /** The room of this plan with the connection in it, or null when the connection went away meanwhile. */
  async enter(planId: string, connection: Connection, journalAfter: number | null): Promise<Room | null> {
    // The journal first: between having both and coming in, nothing can happen that this connection would not hear of.
    const journal = await this.#options.openJournal(planId);
    const room = this.#rooms.get(planId) ?? (await this.#load(planId));
    if (!connection.isOpen || this.#closed || this.#ended.has(planId)) return null;
    clearTimeout(this.#unloadTimers.get(planId));
    room.join(connection, journal, journalAfter);
    return room;
  }

  leave(room: Room, connection: Connection): void {
    room.leave(connection);
    if (room.connections.size === 0) this.#unloadLater(room);
  }

  /** Called about once a second: starts a checkpoint when joins have become long; at most one at a time for a plan. */
  compactWhenLong(room: Room): void {
    if (this.#ended.has(room.planId)) return;
    const { tail } = room.joinFrames;
    const moment = this.#tailAtLastLook.get(room) === tail.updates ? "quiet" : "busy";
    this.#tailAtLastLook.set(room, tail.updates);
    if (!checkpointIsDue(tail, moment)) return;
    if (!this.#options.isReadonly()) void this.#compact(room);
  }

  /** Waits for checkpoints under way and forgets every room. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#unloadTimers.values()) clearTimeout(timer);
    await Promise.all([...this.#compacting.values(), ...this.#turns.values()]);
    for (const room of this.#rooms.values()) room.close();
    this.#rooms.clear();
  }

  #load(planId: string): Promise<Room> {
    const underWay = this.#loading.get(planId);
    if (underWay !== undefined) return underWay;
    const loading = this.#read(planId).finally(() => this.#loading.delete(planId));
    this.#loading.set(planId, loading);
    return loading;
  }

  async #read(planId: string): Promise<Room> {
    const { isReadonly, outageRound, openJournal, ports } = this.#options;
    const round = outageRound();
    let stored = await this.#readStored(planId);
    if (!isReadonly() && checkpointIsDue(tailOf(stored), "loading")) {
      await this.#tryCompact(planId);
      stored = await this.#readStored(planId);
    }
    const joinFrames = await JoinFrames.of(stored);
    const journal = await openJournal(planId);
    // What was read before an outage was over may not be all that came to the disk.
    if (round !== outageRound()) return this.#read(planId);
    const { session } = journal;
    const room = new Room(
      planId,
      stored,
      joinFrames,
      { readonly: isReadonly(), session },
      {
        ...ports,
        readStored: (id) => this.#readStored(id),
      },
    );
    this.#rooms.set(planId, room);
    this.#unloadLater(room);
    return room;
  }

  #unloadLater(room: Room): void {
    if (this.#ended.has(room.planId)) return;
    clearTimeout(this.#unloadTimers.get(room.planId));
    const timer = setTimeout(() => void this.#unload(room), UNLOAD_AFTER_MS);
    timer.unref();
    this.#unloadTimers.set(room.planId, timer);
  }

  async #unload(room: Room): Promise<void> {
    if (this.#ended.has(room.planId)) return;
    if (room.isIdle && checkpointIsDue(room.joinFrames.tail, "leaving")) await this.#compact(room);
    if (!room.isIdle || this.#closed) return;
    this.#unloadTimers.delete(room.planId);
    this.#rooms.delete(room.planId);
    room.close();
  }

  #compact(room: Room): Promise<void> {
    const underWay = this.#compacting.get(room.planId);
    if (underWay !== undefined) return underWay;
    const compacting = this.#checkpoint(room).finally(() => this.#compacting.delete(room.planId));
    this.#compacting.set(room.planId, compacting);
    return compacting;
  }

  async #checkpoint(room: Room): Promise<void> {
    if (await this.#tryCompact(room.planId)) await this.#renewJoinFrames(room.planId);
  }

  /** One after the other for each plan: a checkpoint, or a change of what is past. */
  #alone<T>(planId: string, work: () => Promise<T>): Promise<T> {
    const done = (this.#turns.get(planId) ?? Promise.resolve()).then(work);
    const over = done
      .catch(() => undefined)
      .finally(() => {
        if (this.#turns.get(planId) === over) this.#turns.delete(planId);
      });
    this.#turns.set(planId, over);
    return done;
  }

  async #tryCompact(planId: string): Promise<boolean> {
    try {
      await this.#alone(planId, () => this.#options.compact(planId));
      return true;
    } catch (error) {
      this.#options.log.error({ err: error }, "checkpoint failed; the log still holds everything");
      return false;
    }
  }
}

function tailOf({ tail }: StoredPlan): Tail {
  return { updates: tail.length, bytes: tail.reduce((sum, row) => sum + row.bytes.byteLength, 0) };
}
