import { may } from "../access/policy.ts";
import type { Role } from "../access/role.ts";
import type { Scope, Step } from "./agenda.ts";
import { currentStep, type Session } from "./session.ts";

/** Everything that a step can allow to those who take part. */
export const ALLOWANCES = [
  "idea",
  "vote",
  "advise",
  "claim",
  "checkout",
  "comment",
  "agree",
  "card",
  "edit-focus",
  "hand",
  "react",
] as const;
export type Allowance = (typeof ALLOWANCES)[number];

/** Tools that are there in every step, also while it is paused. */
const ALWAYS: readonly Allowance[] = ["hand", "react"];

/** What each kind of step is for. The one table that the server enforces and the client shows. */
const PURPOSES: Record<Step["kind"], readonly Allowance[]> = {
  info: [],
  ideas: ["idea"],
  reveal: [],
  vote: ["vote"],
  write: [],
  decide: ["advise"],
  roles: ["claim", "agree"],
  checkout: ["checkout"],
  free: [],
};

/** What this step allows to everybody who takes part, whatever their role. */
export function stepAllows(step: Step): ReadonlySet<Allowance> {
  const allowed = new Set<Allowance>([...ALWAYS, ...PURPOSES[step.kind], ...step.extras]);
  if (step.kind === "write" && step.open) allowed.add("edit-focus");
  return allowed;
}

/**
 * What somebody with this role may do now. Without a session: what the role allows by itself. In one: what the step is for, and for
 * those who write the plan anyway also commenting, agreeing and cards. While it is paused only hands and signs.
 */
export function allowances(session: Session | null, role: Role): ReadonlySet<Allowance> {
  if (!may(role, "journal.command")) return new Set();
  const own: readonly Allowance[] = may(role, "plan.write") ? ["comment", "agree", "card", "edit-focus"] : [];
  if (session === null || session.state === "closed") return new Set<Allowance>([...own, "comment", "agree"]);
  const step = currentStep(session);
  const ofStep = session.state === "paused" || step === null ? ALWAYS : stepAllows(step);
  return new Set<Allowance>([...own, ...ofStep]);
}

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

/**
 * What of the plan somebody with this role may write now. Facilitators and owners write through a lock: they hold it. A participant
 * writes what the step grants and nothing else; the relay holds them to it.
 */
export function planAccess(session: Session | null, role: Role): PlanAccess {
  const isOpen = session !== null && session.state !== "closed";
  const lock = isOpen ? session.lock : null;
  if (may(role, "session.lead")) return { kind: "all" };
  if (may(role, "plan.write")) {
    if (lock === null) return { kind: "all" };
    return lock.kind === "plan" ? { kind: "none", code: "locked" } : { kind: "outside", phases: lock.phases };
  }
  if (!isOpen || !may(role, "journal.command")) return { kind: "none", code: "read-only" };
  const allowed = allowances(session, role);
  const cards = allowed.has("card");
  const focus = allowed.has("edit-focus") && session.focus?.kind === "activity" ? session.focus.id : null;
  if (!cards && focus === null) return { kind: "none", code: "step-forbids" };
  if (lock?.kind === "plan") return { kind: "none", code: "locked" };
  return { kind: "granted", cards, focus, lockedPhases: lock === null ? [] : lock.phases };
}

/** Whether the lead's controls are this member's now. */
export function leads(session: Session, member: string): boolean {
  return session.state !== "closed" && session.lead === member;
}

/** Where ideas of this step go. */
export function ideaScopes(step: Step | null): readonly Scope[] {
  return step?.kind === "ideas" ? step.scopes : [];
}
