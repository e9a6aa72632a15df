import { may } from "./policy.ts";
import type { Role } from "./role.ts";

/** What the lead of a workshop locked: the whole plan, or what lies in some phases. */
export type Lock =
  | { readonly kind: "plan" }
  | { readonly kind: "phases"; readonly phases: readonly string[] };

/** What a workshop that goes on says about writing in the plan. */
export interface WritingRules {
  readonly lock: Lock | null;
  /** What its step lets everybody write who takes part, whatever their role. */
  readonly grants: {
    /** New cards. */
    readonly cards: boolean;
    /** The one activity in focus; null for none. */
    readonly focus: string | null;
    /** Roles of activities, which the server writes for who claims them. */
    readonly claims: boolean;
  };
}

/**
 * How something comes into the plan: as an edit, by whatever road (the socket, an import, a restored moment, something put back from the
 * bin), or as a role that somebody claims.
 */
export type WayOfWriting = "edit" | "claim";

/** What of the plan somebody may write now. */
export type PlanAccess =
  | { readonly kind: "all" }
  | { readonly kind: "none"; readonly code: "read-only" | "locked" | "step-forbids" }
  /** All but what lies in these phases. */
  | { readonly kind: "outside"; readonly phases: readonly string[] }
  /** New cards in this part of the wall, and the one card in focus, if any; nothing else, and nothing in locked phases. */
  | {
      readonly kind: "granted";
      readonly cards: boolean;
      readonly focus: string | null;
      readonly lockedPhases: readonly string[];
    };

const EVERYTHING: PlanAccess = { kind: "all" };

/** What the server's own chores may write: seeding, migrating, emptying the bin of what is too old. No one but an owner sets one off. */
export const CHORE_ACCESS = EVERYTHING;

/**
 * What of the plan somebody with this role may write now: the one place that decides it, for every way of writing. `rules` is null when no
 * workshop goes on. Rules PA1 to PA6 of SPEC.md.
 */
export function planAccess(role: Role, rules: WritingRules | null, way: WayOfWriting = "edit"): PlanAccess {
  if (may(role, "session.lead")) return EVERYTHING;
  const lock = rules?.lock ?? null;
  const claims = way === "claim" && may(role, "journal.command") && rules?.grants.claims === true;
  if (may(role, "plan.write") || claims) return aroundLock(lock);
  if (rules === null || !may(role, "journal.command")) return { kind: "none", code: "read-only" };
  const { cards, focus } = rules.grants;
  if (way === "claim" || (!cards && focus === null)) return { kind: "none", code: "step-forbids" };
  if (lock?.kind === "plan") return { kind: "none", code: "locked" };
  return { kind: "granted", cards, focus, lockedPhases: lock?.phases ?? [] };
}

function aroundLock(lock: Lock | null): PlanAccess {
  if (lock === null) return EVERYTHING;
  return lock.kind === "plan" ? { kind: "none", code: "locked" } : { kind: "outside", phases: lock.phases };
}
