import type { Lock } from "../access/plan-access.ts";
import type { Circle } from "../access/role.ts";
import type { Scope, Step } from "./agenda.ts";

export type SessionState = "running" | "paused" | "closed";

/** A time in which a step was the current one; `endedAt` is null while it is. Milliseconds since 1970, the server's clock. */
export interface StepRun {
  readonly step: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** The shared timer. Running until `endsAt` (server time), or paused with `remainingMs` to go. */
export type Timer =
  | { readonly state: "running"; readonly endsAt: number; readonly lengthMs: number }
  | { readonly state: "paused"; readonly remainingMs: number; readonly lengthMs: number };

/** Somebody who shares the device of a member; acts under their own name, recorded as coming from that device. */
export interface Proxy {
  readonly id: string;
  readonly member: string;
  /** Null once the member was made anonymous. */
  readonly name: string | null;
  readonly circle: Circle | null;
  readonly removedAt: number | null;
}

/** An idea, once it is revealed. */
export interface Idea {
  readonly id: string;
  readonly seq: number;
  readonly step: string;
  readonly scope: Scope;
  readonly text: string;
  /** A member or a proxy; null for an anonymous round. */
  readonly person: string | null;
  readonly revealedAt: number;
  /** The idea that it was merged into. */
  readonly mergedInto: string | null;
  /** The activity that was made of it. */
  readonly became: string | null;
}

/** A person's dots for an item in an open round; in a blind round nobody ever gets to see these. */
export interface Vote {
  readonly step: string;
  readonly item: string;
  readonly person: string;
  readonly dots: number;
}

/** Dots of one item; of each circle too when the step asks for it. */
export interface ItemTotal {
  readonly item: string;
  readonly dots: number;
  readonly byCircle: { readonly [circle in Circle]?: number };
}

/** What a blind round came to, once revealed. */
export interface VoteResult {
  readonly step: string;
  readonly at: number;
  /** How many people voted. */
  readonly voters: number;
  readonly items: readonly ItemTotal[];
}

/** What a step is about at this moment: everybody's screen follows it. */
export interface Focus {
  readonly kind: "activity" | "decision";
  readonly id: string;
}

/** Where everybody is asked to look; held: nobody can look away. */
export type SpotlightTarget =
  | { readonly kind: "phase"; readonly phase: string }
  | { readonly kind: "cell"; readonly phase: string; readonly domain: string }
  | { readonly kind: "activity" | "decision" | "member"; readonly id: string };

export interface Spotlight {
  readonly target: SpotlightTarget;
  readonly held: boolean;
  readonly by: string;
  readonly at: number;
}

export const STANCES = ["for", "condition", "against", "abstain"] as const;
export type Stance = (typeof STANCES)[number];

/** What somebody advises about a decision point, in the name of their circle. */
export interface Advice {
  readonly decision: string;
  readonly person: string;
  readonly circle: Circle | null;
  readonly stance: Stance;
  readonly text: string;
  readonly at: number;
}

export const CLAIMED_SLOTS = ["executor", "codecider"] as const;
export type ClaimedSlot = (typeof CLAIMED_SLOTS)[number];

/** A function of the plan that takes on an activity, said by somebody in the room; written in the plan by the server. */
export interface Claim {
  readonly activity: string;
  readonly slot: ClaimedSlot;
  readonly party: string;
  readonly person: string;
  readonly at: number;
}

/** How somebody leaves: a word, or 1 to 5 fingers. */
export interface Checkout {
  readonly step: string;
  readonly person: string;
  readonly circle: Circle | null;
  readonly fingers: number | null;
  readonly word: string;
  readonly at: number;
}

export const REACTIONS = ["agree", "heart", "question", "doubt"] as const;
export type Reaction = (typeof REACTIONS)[number];

/** A silent sign of somebody on a card. */
export interface CardReaction {
  readonly activity: string;
  readonly reaction: Reaction;
  readonly person: string;
}

/** A workshop as it stands: all of it is what the events say. What is hidden is not in it. */
export interface Session {
  readonly id: string;
  readonly goal: string;
  readonly steps: readonly Step[];
  readonly state: SessionState;
  /** The id of the current step; the last one once closed. */
  readonly current: string;
  /** In the order in which they happened; a step can have several. */
  readonly runs: readonly StepRun[];
  /** What can be voted on, by step of kind `vote`: as it stood when the step began first. */
  readonly ballots: ReadonlyMap<string, readonly string[]>;
  readonly lead: string;
  /** Everybody who led, first to last. */
  readonly leads: readonly { readonly member: string; readonly at: number }[];
  readonly sharedDevices: boolean;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly openingSnapshot: string;
  readonly closingSnapshot: string | null;
  /** The events from `openedSeq` up to `closedSeq` (null while open) belong to it. */
  readonly openedSeq: number;
  readonly closedSeq: number | null;
  /** Ideas that were still hidden at the end and were thrown away. */
  readonly discardedIdeas: number;
  readonly timer: Timer | null;
  /** When each member first took part. */
  readonly attendees: ReadonlyMap<string, number>;
  readonly proxies: ReadonlyMap<string, Proxy>;
  /** Revealed ones only, in the order of revealing. */
  readonly ideas: ReadonlyMap<string, Idea>;
  /** Of open rounds only, by `voteKey`. */
  readonly votes: ReadonlyMap<string, Vote>;
  /** Of blind rounds that were revealed, by step. */
  readonly results: ReadonlyMap<string, VoteResult>;
  readonly focus: Focus | null;
  readonly spotlight: Spotlight | null;
  readonly lock: Lock | null;
  /** Raised hands: person to when, first raised first. */
  readonly hands: ReadonlyMap<string, number>;
  /** By `reactionKey`. */
  readonly reactions: ReadonlyMap<string, CardReaction>;
  /** By `adviceKey`: the last of each person. */
  readonly advice: ReadonlyMap<string, Advice>;
  readonly claims: readonly Claim[];
  /** By `checkoutKey`: the last of each person. */
  readonly checkouts: ReadonlyMap<string, Checkout>;
}

/** A vote is a round, a person and an item: there can be one of each. */
export function voteKey(step: string, person: string, item: string): string {
  return `${step}:${person}:${item}`;
}

export function adviceKey(decision: string, person: string): string {
  return `${decision}:${person}`;
}

export function checkoutKey(step: string, person: string): string {
  return `${step}:${person}`;
}

export function reactionKey(activity: string, person: string, reaction: Reaction): string {
  return `${activity}:${person}:${reaction}`;
}

/** The step that is the current one. A session always has one. */
export function currentStep(session: Pick<Session, "steps" | "current">): Step | null {
  return session.steps.find(({ id }) => id === session.current) ?? null;
}

/** The workshop of this plan that is not closed, or null: there is one at most. */
export function openSession(sessions: ReadonlyMap<string, Session>): Session | null {
  for (const session of sessions.values()) if (session.state !== "closed") return session;
  return null;
}
