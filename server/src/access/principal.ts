import type { Actor, Role } from "@planwand/shared/access/role.ts";

/** Who is at the other end of a request or a socket, in one plan. */
export interface Principal {
  readonly planId: string;
  readonly actor: Actor;
  readonly role: Role;
  /** The session with which they came; null for a bare key, and for the server itself. */
  readonly sessionId: string | null;
  /** The keys that let this actor in and are neither expired nor withdrawn. */
  readonly keyIds: readonly string[];
}
