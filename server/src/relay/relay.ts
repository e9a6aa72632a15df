import type { Actor } from "@planwand/shared/access/role.ts";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { ok, type Result } from "@planwand/shared/kernel/result.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { Logger } from "pino";
import type { WebSocket } from "ws";
import type { Principal } from "../access/principal.ts";
import type { Budgets, Release } from "../budgets/budgets.ts";
import type { SecurityLog } from "../ops/security-events.ts";
import type { Outcomes } from "../storage/outcomes.ts";
import { type Storage, StorageUnavailable } from "../storage/port.ts";
import { Connection } from "./connection.ts";
import { GroupCommit } from "./group-commit.ts";
import { Inbox } from "./inbox.ts";
import { type Incoming, Ping, priceOf, UNREADABLE } from "./incoming.ts";
import { LiveNews } from "./live-news.ts";
import { Judges } from "./judges.ts";
import type { Author } from "./author.ts";
import type { JournalTail } from "./journal-tail.ts";
import type { Room } from "./room.ts";
import { Rooms } from "./rooms.ts";
import { Turns } from "./turns.ts";
import type { AccessRefusal } from "./write-access.ts";

/** How often presence is sent and sockets are looked after. */
const PRESENCE_TICK_MS = 40;
const CARE_TICK_MS = 1_000;
/** A socket that is silent from one ping to the next is dead: at most twice this. */
const PING_EVERY_MS = 12_000;
/** Clients forget presence that they have not heard of for 30 s. */
const PRESENCE_REFRESH_EVERY_MS = 15_000;
/** What is unknown after a commit that was reported as failed. */
const COMMITS = "commits";

export interface RelayStats {
  readonly rooms: number;
  readonly connections: number;
  readonly updates: number;
  readonly refused: number;
  readonly degraded: boolean;
  /** Connections from which nothing is read, because they sent more than they may. */
  readonly paused: number;
  /** What waits in memory for all readers together. */
  readonly bufferedBytes: number;
}

export interface Relay {
  /**
   * Takes over an upgraded socket of somebody at `address`; `extensions` when the client asked for `?v=1`. `journalAfter`: the last
   * event of the journal that the client has; it gets those that follow, or for null only those to come. Null when the socket is sent
   * away at once.
   */
  connect(
    socket: WebSocket,
    who: Principal,
    options: {
      readonly extensions: boolean;
      readonly journalAfter: number | null;
      readonly address: string;
    },
  ): Pick<Connection, "close"> | null;
  /** Tells everybody in a plan what was added to its journal. */
  publish(planId: string, events: readonly JournalEvent[], session: Session | null): void;
  /** Somebody is called otherwise from now on, wherever they have the plan open; `journalSeq` is the last event of its journal. */
  introduce(planId: string, actor: Actor, journalSeq: number): void;
  /** Tells those who take part what of a workshop is no event: `by` at once, the others a moment later together. */
  publishLive(planId: string, by: string, live: JournalTail["live"]): void;
  /**
   * Writes all of these updates for somebody or none of them; everybody in the plan gets them. Resolves when they are on disk.
   * @throws StorageUnavailable when the disk takes no writes, or while it is unknown whether they are there, and Error when an update is
   * no sound continuation of the plan
   */
  write(planId: string, author: Author, updates: readonly Uint8Array[]): Promise<Result<void, AccessRefusal>>;
  /** Why not all of these updates could be written for somebody now; null when they could. Writes nothing. */
  judge(planId: string, author: Author, updates: readonly Uint8Array[]): Promise<AccessRefusal | null>;
  /** Changes on disk what is past in a plan, while no checkpoint of it is made, and answers joins from what is there then. */
  rewrite<T>(planId: string, work: () => Promise<T>): Promise<T>;
  /** Ends a plan for good: its sockets are closed with 4410, and nothing is written in it any more when this resolves. */
  end(planId: string): Promise<void>;
  /** Closes the sockets of a plan for which `select` holds. */
  disconnect(planId: string, select: (who: Principal) => boolean, code: number): void;
  /** Resolves when no admitted update waits for the disk. */
  flush(planId: string): Promise<void>;
  stats(): RelayStats;
  /** Commits what is pending, closes every socket with 1012 and stops all timers. */
  drain(): Promise<void>;
}

export interface RelayOptions {
  readonly storage: Storage;
  readonly outcomes: Outcomes;
  readonly clock: Clock;
  readonly log: Logger;
  readonly budgets: Budgets;
  readonly security: Pick<SecurityLog, "note">;
  /** Makes a checkpoint of all that is on disk. */
  readonly compact: (planId: string) => Promise<unknown>;
  readonly openJournal: (planId: string) => Promise<JournalTail>;
}

/** Takes a place for one more socket of a person at an address; null when they, or all together, have as many as they may. */
function holdSocket(budgets: Budgets, person: string, address: string): Release | null {
  if (budgets.take("person-joins", person) > 0) return null;
  const places = [
    ["person-sockets", person],
    ["address-sockets", address],
    ["sockets", "all"],
  ] as const;
  const held: Release[] = [];
  const release: Release = () => held.forEach((one) => one());
  for (const [name, key] of places) {
    const place = budgets.hold(name, key);
    if (place === null) {
      release();
      return null;
    }
    held.push(place);
  }
  return release;
}

/** The live side of every plan: admits updates, writes them to disk, and only then shows them to the others. */
export function createRelay(options: RelayOptions): Relay {
  const { storage, outcomes, clock, log, budgets, security } = options;
  const counted = { updates: 0, refused: 0 };
  const connections = new Map<number, Connection>();
  const toFlush = new Set<Connection>();
  let nextConnectionId = 1;
  let degraded = false;
  /** Grows when an outage begins and when it is over. */
  let outageRound = 0;
  let draining = false;

  const turns = new Turns(budgets.meter("large-parts", "all"));
  const judges = new Judges({ budgets, clock, log });
  const commit = new GroupCommit(storage, onCommitFailure);
  const rooms = new Rooms({
    storage,
    outcomes,
    log,
    compact: options.compact,
    openJournal: options.openJournal,
    isReadonly: () => degraded,
    outageRound: () => outageRound,
    ports: {
      clock,
      counted,
      budgets,
      turns,
      judges,
      commitSoon: (room) => commit.add(room),
      flushSoon,
      sentAway,
    },
  });

  const liveNews = new LiveNews();

  function sentAway({ planId, actor }: Principal, reason: "refusals" | "too-slow" | "furthest-behind"): void {
    security.note("socket-sent-away", { plan: planId, actor: actor.id, reason });
  }

  function flushSoon(connection: Connection): void {
    if (toFlush.size === 0) {
      setImmediate(() => {
        for (const waiting of toFlush) waiting.flush(null);
        toFlush.clear();
      });
    }
    toFlush.add(connection);
  }

  function onCommitFailure(failed: readonly Room[], error: unknown): void {
    log.error({ err: error, rooms: failed.length }, "commit failed");
    if (!(error instanceof StorageUnavailable)) log.fatal({ err: error }, "storage broke a promise");
    degraded = true;
    const round = ++outageRound;
    for (const room of new Set([...rooms.loaded(), ...failed])) room.commitFailed();
    outcomes.unknown(COMMITS, async () => {
      for (let room = rooms.readonly(); room !== undefined; room = rooms.readonly()) {
        await rooms.recover(room);
        // What failed meanwhile is decided by a later look only.
        if (outageRound !== round) return;
      }
      degraded = false;
      outageRound++;
    });
  }

  const presenceTimer = setInterval(() => {
    for (const room of rooms.loaded()) room.presenceTick();
  }, PRESENCE_TICK_MS);

  const bufferedBytes = (): number =>
    [...connections.values()].reduce((sum, each) => sum + each.bufferedBytes, 0);

  /** What waits for readers is memory: when it is too much for all together, those who are furthest behind come back later. */
  function sendFurthestBehindAway(): void {
    let total = bufferedBytes();
    if (budgets.allows("buffered-bytes", total)) return;
    const byBuffered = [...connections.values()].sort((a, b) => b.bufferedBytes - a.bufferedBytes);
    for (const connection of byBuffered) {
      if (total <= budgets.limit("buffered-bytes")) return;
      total -= connection.bufferedBytes;
      sentAway(connection.who, "furthest-behind");
      connection.close(CLOSE.tryAgainLater);
    }
  }

  const careTimer = setInterval(() => {
    const nowMs = clock();
    for (const connection of connections.values()) {
      if (!connection.isTooSlow(nowMs)) continue;
      sentAway(connection.who, "too-slow");
      connection.close(CLOSE.tryAgainLater);
    }
    sendFurthestBehindAway();
    for (const room of rooms.loaded()) rooms.compactWhenLong(room);
  }, CARE_TICK_MS);

  const pingTimer = setInterval(() => {
    for (const connection of connections.values()) {
      // From who is paused nothing is read, not even a sign of life.
      if (connection.heard || connection.isPaused || !connection.isOpen) connection.ping();
      else connection.terminate();
    }
  }, PING_EVERY_MS);

  const refreshTimer = setInterval(() => {
    for (const room of rooms.loaded()) room.presence.refresh();
  }, PRESENCE_REFRESH_EVERY_MS);

  return {
    connect(socket, who, { extensions, journalAfter, address }) {
      const refuse = (code: number): null => {
        socket.close(code);
        return null;
      };
      if (draining) return refuse(CLOSE.serviceRestart);
      const person = `${who.planId} ${who.actor.id}`;
      const release = holdSocket(budgets, person, address);
      if (release === null) return refuse(CLOSE.tryAgainLater);
      const spending = {
        messages: budgets.meter("person-messages", person),
        bytes: budgets.meter("person-bytes", person),
        parts: budgets.meter("person-parts", person),
        disk: budgets.meter("person-disk", person),
      };
      const inbox = new Inbox<Incoming>({
        pause: () => socket.pause(),
        resume: () => socket.resume(),
        turns,
        spending,
        priceOf,
        failed(error) {
          log.error({ err: error }, "message could not be handled");
          connection.close(CLOSE.tryAgainLater);
        },
      });
      const connection = new Connection(nextConnectionId++, socket, who, extensions, inbox);
      connections.set(connection.id, connection);
      let room: Room | null = null;
      socket.on("message", (data, isBinary) => {
        connection.heard = true;
        if (isBinary && data instanceof Uint8Array) return inbox.take(data);
        if (data instanceof Uint8Array) inbox.pay(0, data.byteLength);
        inbox.take(UNREADABLE);
      });
      socket.on("ping", (data) => {
        connection.heard = true;
        inbox.take(new Ping(data));
      });
      socket.on("pong", () => {
        connection.heard = true;
        inbox.pay(1, 0);
      });
      socket.on("close", () =>
        inbox.finish(() => {
          for (const meter of Object.values(spending)) meter.close();
          release();
          connections.delete(connection.id);
          if (room !== null) rooms.leave(room, connection);
        }),
      );
      socket.on("error", (error) => log.debug({ err: error }, "socket error"));
      rooms.enter(who.planId, connection, journalAfter).then(
        (entered) => {
          if (entered === null) return inbox.drop();
          room = entered;
          inbox.open((message) => {
            if (!(message instanceof Ping)) return entered.receive(connection, message);
            connection.pong(message.data);
            return 0;
          });
        },
        (error: unknown) => {
          log.error({ err: error }, "plan could not be read");
          connection.close(CLOSE.tryAgainLater);
        },
      );
      return connection;
    },
    publish(planId, events, session) {
      const room = rooms.find(planId);
      room?.sessionIs(session);
      room?.publish(events);
    },
    introduce(planId, actor, journalSeq) {
      const room = rooms.find(planId);
      for (const connection of connections.values()) {
        const { who } = connection;
        if (who.planId !== planId || who.actor.id !== actor.id) continue;
        connection.introduce(actor);
        // One that is still coming in is told as it does.
        if (room?.connections.has(connection.id) === true) room.introduce(connection, journalSeq);
      }
    },
    publishLive(planId, by, live) {
      const room = rooms.find(planId);
      if (room === undefined) return;
      for (const connection of room.connections.values())
        if (connection.who.actor.id === by) room.sendLive(connection, live);
      liveNews.soon(room, live);
    },
    async write(planId, author, updates) {
      const room = await rooms.open(planId);
      const written = await room.writing.write(author, updates);
      if (!written.ok) return written;
      await commit.flush();
      if (degraded) await outcomes.settle(COMMITS);
      if (!(await written.value.isOnDisk)) throw new StorageUnavailable("it did not come to the disk");
      return ok(undefined);
    },
    judge: async (planId, author, updates) => (await rooms.open(planId)).writing.judge(author, updates),
    rewrite: (planId, work) => rooms.rewrite(planId, work),
    async end(planId) {
      const room = await rooms.end(planId);
      for (const connection of connections.values())
        if (connection.who.planId === planId) connection.close(CLOSE.deleted);
      room?.end();
      await commit.flush();
    },
    disconnect(planId, select, code) {
      for (const connection of connections.values()) {
        if (connection.who.planId === planId && select(connection.who)) connection.close(code);
      }
    },
    flush: () => commit.flush(),
    stats: () => ({
      rooms: rooms.size,
      connections: connections.size,
      ...counted,
      degraded,
      paused: [...connections.values()].filter(({ isPaused }) => isPaused).length,
      bufferedBytes: bufferedBytes(),
    }),
    async drain() {
      draining = true;
      for (const timer of [presenceTimer, careTimer, pingTimer, refreshTimer]) clearInterval(timer);
      liveNews.close();
      await commit.flush();
      for (const connection of connections.values()) connection.close(CLOSE.serviceRestart);
      turns.close();
      judges.close();
      await rooms.close();
      await commit.flush();
    },
  };
}
