import type { Actor, Role } from "@planwand/shared/access/role.ts";

/** Who is at the other end of a request or a socket, in one plan. */
export interface Principal {
  readonly planId: string;
  readonly actor: Actor;
  readonly role: Role;
  /** The keys that let this actor in and are neither expired nor withdrawn. */
  readonly keyIds: readonly string[];
}
