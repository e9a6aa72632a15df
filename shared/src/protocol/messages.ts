import type { Actor, Role } from "../access/role.ts";
import type { RefusalCode } from "./refusal.ts";

/** The first varUint of every message on `/sync/:planId`. 0 to 3 are y-websocket's own; see SPEC.md. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  barrier: 100,
  journal: 101,
  hello: 102,
  refusal: 103,
  workshop: 104,
} as const;

/** The second varUint of a sync message. */
export const SYNC = { step1: 0, step2: 1, update: 2 } as const;

/** Why the server closed a socket. */
export const CLOSE = {
  /** The server stops or restarts: come back by yourself. */
  serviceRestart: 1012,
  /** This reader was too slow, or the server is too busy: come back and synchronise anew. */
  tryAgainLater: 1013,
  /** Too many messages that no honest client sends. */
  policyViolation: 1008,
  /** No session, or a session without access to this plan. */
  unauthorised: 4401,
  /** The key with which this person came was withdrawn. */
  revoked: 4403,
  /** There is no such plan. */
  notFound: 4404,
  /** An owner erased the plan. */
  deleted: 4410,
} as const;

/** Sent once after the plan was loaded, before the server's step 1. */
export interface Hello {
  readonly role: Role;
  readonly actor: Actor;
  /** The version of the plan document's schema on the server. */
  readonly schema: number;
  readonly protocol: number;
  /** The server's clock, milliseconds since 1970. */
  readonly serverTimeMs: number;
  readonly journalSeq: number;
}

export interface Refusal {
  readonly code: RefusalCode;
  /** For logs and developers; people read the code's own sentence in their language. */
  readonly reason: string;
}
