/** What a person may do in a plan, from least to most. */
export const ROLES = ["viewer", "participant", "editor", "facilitator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** The actor in whose name the server itself acts. */
export const SERVER_ACTOR = "server-000000";

/** The parts of a college that work on a plan together. */
export const CIRCLES = ["examenorganisatie", "ict", "informatiemanagement", "onderwijs", "bestuur"] as const;
export type Circle = (typeof CIRCLES)[number];

/** How a key came to be: with its plan, behind the code of a workshop, or because somebody made it. */
export const KEY_ORIGINS = ["plan", "workshop", "person"] as const;
export type KeyOrigin = (typeof KEY_ORIGINS)[number];

/** Who acts in a plan, as others see it. `circle` is null for a script that came with a key. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly circle: Circle | null;
  /** Six-digit hex colour, e.g. `#1d6f8a`; the same for this actor everywhere and always. */
  readonly color: string;
}

/** True when `role` may do at least what `wanted` may. */
export function roleAtLeast(role: Role, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted);
}

/** The strongest of the given roles, or null for none. */
export function strongestRole(roles: readonly Role[]): Role | null {
  let best: Role | null = null;
  for (const role of roles) if (best === null || !roleAtLeast(best, role)) best = role;
  return best;
}
