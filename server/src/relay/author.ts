import {
  CHORE_ACCESS,
  type PlanAccess,
  planAccess,
  type WayOfWriting,
  type WritingRules,
} from "@planwand/shared/access/plan-access.ts";
import { SERVER_ACTOR } from "@planwand/shared/access/role.ts";
import type { Principal } from "../access/principal.ts";

/** Somebody for whom the server writes: what they may write at a moment follows from what the workshop says then. */
export interface Author {
  readonly actorId: string;
  readonly accessBy: (rules: WritingRules | null) => PlanAccess;
}

/** Who asked the server to write, in this way. */
export function authorOf({ actor, role }: Principal, way: WayOfWriting): Author {
  return { actorId: actor.id, accessBy: (rules) => planAccess(role, rules, way) };
}

/** The server itself, with what nobody asked for. */
export const CHORES: Author = { actorId: SERVER_ACTOR, accessBy: () => CHORE_ACCESS };
