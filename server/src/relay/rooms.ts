import type { Logger } from "pino";
import type { Storage } from "../storage/port.ts";
import { checkpointIsDue, type Tail } from "./checkpoint-due.ts";
import type { Connection } from "./connection.ts";
import { JoinFrames } from "./join-frames.ts";
import { type JournalTail, Room, type RoomPorts } from "./room.ts";
import { type StoredPlan, readStoredPlan } from "./stored-plan.ts";

/** How long an empty room stays in memory: people reload pages. */
const UNLOAD_AFTER_MS = 30_000;
export interface RoomsOptions {
  readonly storage: Storage;
  readonly log: Logger;
  readonly compact: (planId: string) => Promise<unknown>;
  readonly openJournal: (planId: string) => Promise<JournalTail>;
  readonly isReadonly: () => boolean;
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

  read(planId: string): Promise<StoredPlan> {
    return readStoredPlan(this.#options.storage, planId);
  }

  /** The room of this plan, read when it is not in memory. */
  async open(planId: string): Promise<Room> {
    return this.#rooms.get(planId) ?? this.#load(planId);
  }

  /** The room of this plan with the connection in it, or null when the connection went away meanwhile. */
  async enter(planId: string, connection: Connection, journalAfter: number | null): Promise<Room | null> {
    // The journal first: between having both and coming in, nothing can happen that this connection would not hear of.
    const journal = await this.#options.openJournal(planId);
    const room = this.#rooms.get(planId) ?? (await this.#load(planId));
    if (!connection.isOpen || this.#closed) return null;
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
    await Promise.all(this.#compacting.values());
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
    let stored = await this.read(planId);
    if (!this.#options.isReadonly() && checkpointIsDue(tailOf(stored), "loading")) {
      await this.#tryCompact(planId);
      stored = await this.read(planId);
    }
    const joinFrames = await JoinFrames.of(stored);
    const room = new Room(planId, stored, joinFrames, this.#options.isReadonly(), {
      ...this.#options.ports,
      readStored: (id) => this.read(id),
    });
    this.#rooms.set(planId, room);
    this.#unloadLater(room);
    return room;
  }

  #unloadLater(room: Room): void {
    clearTimeout(this.#unloadTimers.get(room.planId));
    const timer = setTimeout(() => void this.#unload(room), UNLOAD_AFTER_MS);
    timer.unref();
    this.#unloadTimers.set(room.planId, timer);
  }

  async #unload(room: Room): Promise<void> {
    if (room.isIdle && checkpointIsDue(room.joinFrames.tail, "leaving")) await this.#compact(room);
    if (!room.isIdle || this.#closed) return;
    this.#unloadTimers.delete(room.planId);
    this.#rooms.delete(room.planId);
  }

  #compact(room: Room): Promise<void> {
    const underWay = this.#compacting.get(room.planId);
    if (underWay !== undefined) return underWay;
    const compacting = this.#checkpoint(room).finally(() => this.#compacting.delete(room.planId));
    this.#compacting.set(room.planId, compacting);
    return compacting;
  }

  async #checkpoint(room: Room): Promise<void> {
    if (!(await this.#tryCompact(room.planId))) return;
    room.replaceJoinFrames(await JoinFrames.of(await this.read(room.planId)));
  }

  async #tryCompact(planId: string): Promise<boolean> {
    try {
      await this.#options.compact(planId);
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
