import type { Circle, Role } from "../access/role.ts";
import { ok, refuse, type Result } from "../kernel/result.ts";
import type { WorkshopEventDraft } from "./events.ts";
import type { Hidden, HiddenChange } from "./hidden.ts";
import { type Allowance, allowances } from "./policy.ts";
import { type ClaimedSlot, openSession, type Session } from "./session.ts";

/** Why a command of a workshop is not done. A closed list: each has a problem with a sentence for people. */
export type WorkshopRefusal =
  | "role-too-low"
  | "not-found"
  | "not-yours"
  | "exists"
  /** This step is not for that, or it is paused. */
  | "step-forbids"
  | "locked"
  /** The server cannot tell whether it is allowed: the plan is too heavy for that. */
  | "unbuildable"
  | "not-lead"
  | "session-running"
  | "session-closed"
  | "bad-agenda"
  | "over-budget"
  | "revealed"
  | "hidden-left"
  | "limit-reached";

/** What the plan holds, as far as a workshop must know it. */
export interface PlanOutline {
  readonly activities: readonly {
    readonly id: string;
    readonly phase: string | null;
    readonly domain: string | null;
  }[];
  readonly decisions: readonly string[];
  readonly parties: readonly string[];
}

/** What a command needs to know besides the session. */
export interface WorkshopFacts {
  /** Of what goes on: everything that is hidden in it. */
  readonly hidden: readonly Hidden[];
  /** The plan, for commands that are about it; null for others. */
  readonly outline: PlanOutline | null;
  /** What the one to whom the lead is handed may do; null for somebody who is not in the plan. */
  readonly heirRole: Role | null;
  /** The snapshot of opening and closing. */
  readonly snapshot: string;
  /** Milliseconds since 1970, the server's clock. */
  readonly nowMs: number;
}

export interface Participant {
  readonly actor: string;
  readonly circle: Circle | null;
  readonly role: Role;
}

/** Everything before the server when it decides about a command. */
export interface Desk {
  readonly sessions: ReadonlyMap<string, Session>;
  readonly who: Participant;
  readonly facts: WorkshopFacts;
}

/** A role that the server is to write in the plan before the events are written. */
export interface RoleToWrite {
  readonly activity: string;
  readonly slot: ClaimedSlot;
  readonly party: string;
}

/** What a command does: events, and what changes in what is hidden; both or neither. */
export interface Outcome {
  readonly events: readonly WorkshopEventDraft[];
  readonly hidden: readonly HiddenChange[];
  readonly role: RoleToWrite | null;
}

export type Decided = Result<Outcome, WorkshopRefusal>;

export const NOTHING: Decided = ok({ events: [], hidden: [], role: null });

export function happens(...events: readonly WorkshopEventDraft[]): Decided {
  return ok({ events, hidden: [], role: null });
}

export function hides(...hidden: readonly HiddenChange[]): Decided {
  return ok({ events: [], hidden, role: null });
}

/** Goes on with the session when it is there and goes on. */
export function withOpen({ sessions }: Desk, id: string, then: (session: Session) => Decided): Decided {
  const session = sessions.get(id);
  if (session === undefined) return refuse("not-found");
  return session.state === "closed" ? refuse("session-closed") : then(session);
}

/** Goes on when the controls are this person's. */
export function withLead(desk: Desk, id: string, then: (session: Session) => Decided): Decided {
  return withOpen(desk, id, (session) =>
    session.lead === desk.who.actor ? then(session) : refuse("not-lead"),
  );
}

/** Goes on when the step allows it to this person. */
export function withAllowed(
  desk: Desk,
  id: string,
  allowance: Allowance,
  then: (session: Session) => Decided,
): Decided {
  return withOpen(desk, id, (session) =>
    allowances(session, desk.who.role).has(allowance) ? then(session) : refuse("step-forbids"),
  );
}

/** In whose name a command is given. */
export interface Speaker {
  readonly person: string;
  readonly circle: Circle | null;
}

/** Oneself, or somebody on one's own device; null for anybody else. */
export function speakerOf({ who }: Desk, session: Session, as: string | null): Speaker | null {
  if (as === null) return { person: who.actor, circle: who.circle };
  const proxy = session.proxies.get(as);
  if (proxy === undefined || proxy.member !== who.actor || proxy.removedAt !== null) return null;
  return { person: proxy.id, circle: proxy.circle };
}

/** What is hidden in the session that goes on; none for one that does not. */
export function hiddenOf({ facts }: Desk, session: Session): readonly Hidden[] {
  return facts.hidden.filter((entry) => entry.session === session.id);
}

/** Whether another workshop of this plan goes on. */
export function isRunning({ sessions }: Desk): boolean {
  return openSession(sessions) !== null;
}
