/** What a step of a workshop is for. */
export const STEP_KINDS = [
  "info",
  "ideas",
  "reveal",
  "vote",
  "write",
  "decide",
  "roles",
  "checkout",
  "free",
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** A part of the wall: all of it, a phase, or one cell. */
export type Scope =
  | { readonly kind: "plan" }
  | { readonly kind: "phase"; readonly phase: string }
  | { readonly kind: "cell"; readonly phase: string; readonly domain: string };

/** One text for a scope, the same for equal scopes. */
export function scopeKey(scope: Scope): string {
  switch (scope.kind) {
    case "plan":
      return "plan";
    case "phase":
      return scope.phase;
    case "cell":
      return `${scope.phase}:${scope.domain}`;
  }
}

/** Whether `inner` lies in `outer`; everything lies in itself and in the plan. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  if (outer.kind === "plan") return true;
  if (inner.kind === "plan" || inner.phase !== outer.phase) return false;
  return outer.kind === "phase" || (inner.kind === "cell" && inner.domain === outer.domain);
}

/** What a step may allow participants besides what it is for. */
export const EXTRAS = ["comment", "card", "agree"] as const;
export type Extra = (typeof EXTRAS)[number];

/** How people close: one word, or a number of fingers from 1 to 5. */
export const CHECKOUT_FORMS = ["word", "fingers"] as const;
export type CheckoutForm = (typeof CHECKOUT_FORMS)[number];

interface StepFrame {
  readonly id: string;
  readonly title: string;
  /** What is asked of people, in one sentence; may be empty. */
  readonly question: string;
  /** Planned; 0 for a step without a timer. */
  readonly minutes: number;
  /** What participants may do here besides what the step is for. */
  readonly extras: readonly Extra[];
}

/** A step of an agenda. `of` names an earlier step of kind `ideas`. */
export type Step = StepFrame &
  (
    | { readonly kind: "info" | "roles" | "free" }
    /** A private round: each writes ideas into one of `scopes`, that nobody else sees until they are revealed. */
    | { readonly kind: "ideas"; readonly scopes: readonly Scope[]; readonly anonymous: boolean }
    /** The ideas of that round are shown, merged and made into cards. */
    | { readonly kind: "reveal"; readonly of: string }
    | {
        readonly kind: "vote";
        /** The round of ideas that is voted on; null for the activities in `scope`. */
        readonly of: string | null;
        readonly scope: Scope;
        /** Dots for each person, and how many of them may go to one item. */
        readonly budget: number;
        readonly perItem: number;
        /** Nobody sees a total until it is revealed; who voted what is never told. */
        readonly blind: boolean;
        /** Whether totals of each circle are shown apart. */
        readonly perCircle: boolean;
      }
    /** One activity at a time, the one in focus; with `open` also participants write in it. */
    | { readonly kind: "write"; readonly scope: Scope; readonly open: boolean }
    | { readonly kind: "decide" }
    | { readonly kind: "checkout"; readonly form: CheckoutForm }
  );

export type StepOf<Kind extends StepKind> = Extract<Step, { readonly kind: Kind }>;
