import { type Role, roleAtLeast } from "./role.ts";

/** Everything that a role can allow. The server enforces this table; the client greys out by it. */
export const CAPABILITIES = {
  "plan.read": "viewer",
  "journal.command": "participant",
  "plan.write": "editor",
  /** Withdraw what somebody else said, when it must not stand there. */
  "comment.withdraw": "facilitator",
  /** Rename or remove a view that somebody else shared with the plan. */
  "view.manage": "facilitator",
  "session.lead": "facilitator",
  "snapshot.take": "facilitator",
  /** Say that a body adopted a snapshot as a version of the plan. */
  "version.adopt": "facilitator",
  "people.invite": "facilitator",
  "people.manage": "owner",
  /** Say how long the past is kept, and clear away what is older. */
  "plan.keep": "owner",
  "plan.delete": "owner",
} as const satisfies Record<string, Role>;

export type Capability = keyof typeof CAPABILITIES;

/** Whether someone with this role may do that. */
export function may(role: Role, capability: Capability): boolean {
  return roleAtLeast(role, CAPABILITIES[capability]);
}

/** Whether someone with this role may hand out a key of `wanted`: never more than one's own role. */
export function mayInvite(role: Role, wanted: Role): boolean {
  return may(role, "people.invite") && roleAtLeast(role, wanted);
}
