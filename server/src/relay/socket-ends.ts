import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import type { Logger } from "pino";
import type { WebSocket } from "ws";
import type { AccessRefusal, Admittance, Standing } from "../access/authenticate.ts";
import type { Principal } from "../access/principal.ts";
import type { Connection } from "./connection.ts";

/** Longer timers fire at once. */
const TIMER_MAX_MS = 2 ** 31 - 1;

const CODE_OF: Readonly<Record<AccessRefusal, number>> = {
  unauthenticated: CLOSE.unauthorised,
  "no-access": CLOSE.revoked,
  "not-found": CLOSE.notFound,
  "plan-deleted": CLOSE.deleted,
};

interface Seat {
  readonly connection: Pick<Connection, "close">;
  admittance: Admittance;
  timer: NodeJS.Timeout | undefined;
}

export interface SocketEndsOptions {
  readonly standing: Standing;
  readonly clock: Clock;
  readonly log: Pick<Logger, "error">;
}

/**
 * Closes sockets of people who may not stay. Each is looked at when it comes in, since what let it in can have ended meanwhile, when the
 * first of session and keys expires, and whenever that may have become another moment. Rules A9, A30 and A31 of access/SPEC.md.
 */
export class SocketEnds {
  readonly #options: SocketEndsOptions;
  readonly #seats = new Set<Seat>();

  constructor(options: SocketEndsOptions) {
    this.#options = options;
  }

  /** Closes this connection as soon as whoever it belongs to may not stay. */
  watch(socket: Pick<WebSocket, "on">, connection: Pick<Connection, "close">, admittance: Admittance): void {
    const seat: Seat = { connection, admittance, timer: undefined };
    this.#seats.add(seat);
    socket.on("close", () => {
      this.#seats.delete(seat);
      clearTimeout(seat.timer);
    });
    void this.#look(seat);
  }

  /** Looks again at the sockets for which `select` holds: their access may be another by now. */
  async look(select: (who: Principal) => boolean = () => true): Promise<void> {
    const seats = [...this.#seats].filter(({ admittance }) => select(admittance.who));
    await Promise.all(seats.map((seat) => this.#look(seat)));
  }

  async #look(seat: Seat): Promise<void> {
    const { standing, log } = this.#options;
    try {
      const found = await standing(seat.admittance.who);
      if (!this.#seats.has(seat)) return;
      if (!found.ok) return seat.connection.close(CODE_OF[found.refusal]);
      // With another role, or other keys, they come back by themselves.
      if (!isSame(seat.admittance, found.value)) return seat.connection.close(CLOSE.tryAgainLater);
      this.#lookAtEnd(seat, found.value);
    } catch (error) {
      log.error({ err: error }, "who has a socket open could not be looked at");
      seat.connection.close(CLOSE.tryAgainLater);
    }
  }

  #lookAtEnd(seat: Seat, admittance: Admittance): void {
    seat.admittance = admittance;
    clearTimeout(seat.timer);
    const { validUntilMs } = admittance;
    if (validUntilMs === null) return;
    const leftMs = validUntilMs - this.#options.clock();
    seat.timer = setTimeout(() => void this.#look(seat), Math.min(Math.max(leftMs, 1), TIMER_MAX_MS));
    seat.timer.unref();
  }
}

function isSame({ who: a }: Admittance, { who: b }: Admittance): boolean {
  const [before, now] = [a, b].map(({ keyIds }) => keyIds.toSorted().join(" "));
  return a.role === b.role && before === now;
}
