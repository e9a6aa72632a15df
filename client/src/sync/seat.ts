import type { Actor, Role } from "@planwand/shared/access/role.ts";

/** Who we are in this plan, as the server said it last. */
export interface Seat {
  readonly role: Role;
  readonly actor: Actor;
}
