import type { Lock } from "../access/plan-access.ts";
import type { Circle } from "../access/role.ts";
import type { Scope, Step } from "./agenda.ts";
import type { ClaimedSlot, Focus, ItemTotal, Reaction, SpotlightTarget, Stance } from "./session.ts";
import type { StepWords } from "./step-words.ts";

/** What stays of a workshop event for ever; `content` is what a person may want erased. Who did it is the event's actor. */
interface Happened<Type extends string, Body, Content = null> {
  readonly type: Type;
  readonly body: { readonly session: string } & Readonly<Body>;
  readonly content: Content | null;
}

/** Nothing more than that it happened. */
type Bare<Type extends string> = Happened<Type, unknown>;

/** Every kind of event of a workshop. `person` is the actor, or the proxy in whose name the actor spoke. */
export type WorkshopEventDraft =
  /** The goal stood in the body in the first weeks, and the words of the steps in the steps. */
  | Happened<
      "session.opened",
      { goal?: string; steps: readonly Step[]; sharedDevices: boolean; snapshot: string },
      { readonly goal: string; readonly steps: StepWords }
    >
  | Happened<"session.closed", { snapshot: string; discardedIdeas: number }>
  | Bare<"session.paused">
  | Bare<"session.resumed">
  /** `ballot`: what can be voted on, for a vote that begins for the first time. */
  | Happened<"step.begun", { step: string; ballot: readonly string[] | null }>
  | Happened<"agenda.changed", { steps: readonly Step[] }, { readonly steps: StepWords }>
  | Bare<"session.attended">
  | Happened<"proxy.added", { proxy: string }, { readonly name: string; readonly circle: Circle }>
  | Happened<"proxy.removed", { proxy: string }>
  | Happened<"timer.started", { ms: number }>
  | Bare<"timer.paused">
  | Bare<"timer.resumed">
  | Happened<"timer.extended", { ms: number }>
  | Bare<"timer.stopped">
  | Happened<"lead.handed", { to: string }>
  | Happened<
      "idea.revealed",
      { step: string; idea: string; scope: Scope; person: string | null },
      { readonly text: string }
    >
  | Happened<"idea.merged", { idea: string; into: string }>
  | Happened<"idea.unmerged", { idea: string }>
  | Happened<"idea.became", { idea: string; activity: string }>
  | Happened<"vote.cast", { step: string; item: string; person: string; dots: number }>
  | Happened<"votes.revealed", { step: string; voters: number; items: readonly ItemTotal[] }>
  | Happened<"focus.set", { focus: Focus | null }>
  | Happened<
      "advice.given",
      { decision: string; person: string; circle: Circle | null; stance: Stance },
      { readonly text: string }
    >
  | Happened<"role.claimed", { activity: string; slot: ClaimedSlot; party: string; person: string }>
  | Happened<
      "checkout.given",
      { step: string; person: string; circle: Circle | null; fingers: number | null },
      { readonly word: string }
    >
  | Happened<"spotlight.set", { target: SpotlightTarget; held: boolean }>
  | Bare<"spotlight.cleared">
  | Happened<"lock.set", { lock: Lock }>
  | Bare<"lock.cleared">
  | Happened<"hand.raised", { person: string }>
  | Happened<"hand.lowered", { person: string }>
  | Happened<"reaction.set", { activity: string; reaction: Reaction; person: string; on: boolean }>;

/** Whether an event belongs to a workshop: only those name a session. */
export function isOfWorkshop<Event extends { readonly body: object }>(
  event: Event,
): event is Extract<Event, WorkshopEventDraft> {
  return "session" in event.body;
}

export type WorkshopEvent = WorkshopEventDraft & {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
};
