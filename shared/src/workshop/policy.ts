import type { WritingRules } from "../access/plan-access.ts";
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

/** What the workshop that goes on says about writing in the plan; null when none does. What follows from it: access/plan-access.ts. */
export function writingRules(session: Session | null): WritingRules | null {
  if (session === null || session.state === "closed") return null;
  const allowed = allowances(session, "participant");
  const focus = session.focus?.kind === "activity" ? session.focus.id : null;
  return {
    lock: session.lock,
    grants: {
      cards: allowed.has("card"),
      focus: allowed.has("edit-focus") ? focus : null,
      claims: allowed.has("claim"),
    },
  };
}

/** Whether the lead's controls are this member's now. */
export function leads(session: Session, member: string): boolean {
  return session.state !== "closed" && session.lead === member;
}

/** Where ideas of this step go. */
export function ideaScopes(step: Step | null): readonly Scope[] {
  return step?.kind === "ideas" ? step.scopes : [];
}
