import type { Actor, Role } from "../access/role.ts";

/** The most bytes of JSON that one person's presence may take. */
export const PRESENCE_MAX_BYTES = 1024;

/** The activity, and the field in it, in which someone works. */
export interface Focus {
  readonly activity: string;
  readonly field: string | null;
}

/** What a client says of itself; every other key that it sends is dropped by the server. */
export interface OwnPresence {
  /** The editor's relative positions; opaque to the server. */
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown } | null;
  readonly focus?: Focus | null;
  /** The id of the activity being dragged. */
  readonly dragging?: string | null;
  readonly typing?: boolean;
  readonly view?: string;
}

/** What others see: identity stamped by the server from the session, whatever the client claimed. */
export interface PresenceState extends OwnPresence {
  readonly user: Actor & { readonly role: Role };
}

/** The keys of a client's own state that the server passes on. */
export const PRESENCE_KEYS = ["cursor", "focus", "dragging", "typing", "view"] as const;
