import { createHmac, randomBytes } from "node:crypto";
import type { Clock } from "@planwand/shared/kernel/clock.ts";
import { idFrom } from "@planwand/shared/kernel/id.ts";
import { type AccessStore, type SessionRow, StorageUnavailable } from "../storage/port.ts";
import { hashSecret, newSecret } from "./secret.ts";

/** The name of the cookie that holds a session's secret over plain http. */
export const SESSION_COOKIE = "planwand_session";
/** And over https: browsers take this name only from this very host, over https, so that no sibling host can plant one. */
export const HOST_SESSION_COOKIE = "__Host-planwand_session";
/** How long a session lasts on a device after the last time that its person joined something, in milliseconds: half a year. */
export const SESSION_LASTS_MS = 180 * 86_400_000;

/** How long it lasts on a computer that others use too: a long working day. */
export const SHARED_SESSION_LASTS_MS = 12 * 3_600_000;

/** When a session was last used is written down this often at most. */
const USE_EVERY_MS = 3_600_000;

/** A secret that a request shows, and in which of the two cookies it came. */
export interface PresentedSession {
  readonly secret: string;
  readonly isHostBound: boolean;
}

/** How somebody's device is to keep a session. */
export interface Keeping {
  readonly isSharedDevice: boolean;
  /** In the cookie of https. */
  readonly isHostBound: boolean;
}

/** A session with its secret, which only the cookie keeps. */
export interface OpenedSession {
  readonly row: SessionRow;
  readonly secret: string;
}

export interface SessionsOptions {
  readonly store: AccessStore;
  readonly clock: Clock;
  /** A session that nobody used for this long has ended. */
  readonly idleMs: number;
}

/** What devices remember of who joined. Rules A10, A14, A17, A25 to A27. */
export class Sessions {
  readonly #store: AccessStore;
  readonly #clock: Clock;
  readonly #idleMs: number;
  readonly #nextKey = randomBytes(32);

  constructor({ store, clock, idleMs }: SessionsOptions) {
    this.#store = store;
    this.#clock = clock;
    this.#idleMs = idleMs;
  }

  /** The session of this secret, or null when there is none or its time has passed. From then on the secret before it is worth nothing. */
  async find(presented: PresentedSession | null): Promise<OpenedSession | null> {
    const row = await this.#rowOf(presented);
    if (presented === null || row === null || row.hash !== hashSecret(presented.secret)) return null;
    return { row: await this.#seen(row, presented), secret: presented.secret };
  }

  /**
   * The session of this secret with its time moved on, or a fresh one, under a new secret; the caller stores its row. The secret before
   * it opens nothing any more. All it can do until the new one is seen is ask again: the answer may be lost on its way, and whoever was
   * here must stay who they are. Asking again gives the same secret, so that two tabs do not end each other's.
   */
  async open(presented: PresentedSession | null, keeping: Keeping): Promise<OpenedSession> {
    const lastsMs = keeping.isSharedDevice ? SHARED_SESSION_LASTS_MS : SESSION_LASTS_MS;
    const [nowMs, row] = [this.#clock(), await this.#rowOf(presented)];
    const secret = presented === null || row === null ? newSecret() : this.#after(presented.secret);
    const given = {
      hash: hashSecret(secret),
      isHostBound: keeping.isHostBound,
      expiresAt: nowMs + lastsMs,
      usedAt: nowMs,
    };
    if (presented === null || row === null)
      return { secret, row: { ...given, id: idFrom(randomBytes), spentHash: null, createdAt: nowMs } };
    return { secret, row: { ...row, ...given, spentHash: hashSecret(presented.secret) } };
  }

  /** The secret that follows another: nobody who knows that one can tell, and it is the same each time. */
  #after(secret: string): string {
    return createHmac("sha256", this.#nextKey).update(secret).digest("base64url");
  }

  /** The session that this secret opens, or opened before the one that it has now. */
  async #rowOf(presented: PresentedSession | null): Promise<SessionRow | null> {
    if (presented === null) return null;
    const row = await this.#store.sessionByHash(hashSecret(presented.secret));
    const nowMs = this.#clock();
    if (row === null || row.expiresAt <= nowMs || row.usedAt + this.#idleMs <= nowMs) return null;
    // What was given in the cookie of https is worth nothing in one that another host could have set.
    return row.isHostBound && !presented.isHostBound ? null : row;
  }

  async #seen(row: SessionRow, { isHostBound }: PresentedSession): Promise<SessionRow> {
    const isNews = row.spentHash !== null || isHostBound !== row.isHostBound;
    if (!isNews && this.#clock() - row.usedAt < USE_EVERY_MS) return row;
    const seen = { ...row, spentHash: null, isHostBound, usedAt: this.#clock() };
    try {
      await this.#store.noteUse(seen);
    } catch (error) {
      // Reading goes on while nothing can be written.
      if (!(error instanceof StorageUnavailable)) throw error;
    }
    return seen;
  }
}
