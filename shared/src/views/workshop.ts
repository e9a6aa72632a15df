import { type Circle, CIRCLES, type Role } from "../access/role.ts";
import type { Journal } from "../journal/journal.ts";
import type { Scope, Step } from "../workshop/agenda.ts";
import { scopeKey } from "../workshop/agenda.ts";
import { type Allowance, allowances, leads } from "../workshop/policy.ts";
import { remainingMs } from "../workshop/reduce-timer.ts";
import { currentStep, type Idea, openSession, type Session } from "../workshop/session.ts";

/** Who looks at a workshop. */
export interface Viewer {
  readonly member: string;
  readonly role: Role;
}

/** The workshop that goes on, as this member sees it. */
export interface WorkshopNow {
  readonly session: Session;
  readonly step: Step;
  /** 0 for the first step. */
  readonly index: number;
  readonly next: Step | null;
  readonly previous: Step | null;
  readonly allowed: ReadonlySet<Allowance>;
  /** Whether this member has the controls, and whether they may take them. */
  readonly isLead: boolean;
  readonly mayTakeLead: boolean;
  readonly hasAttended: boolean;
}

/** The workshop that goes on in this plan and what this member can do in it; null when there is none. */
export function workshopNow(journal: Journal, { member, role }: Viewer): WorkshopNow | null {
  const session = openSession(journal.sessions);
  const step = session === null ? null : currentStep(session);
  if (session === null || step === null) return null;
  const index = session.steps.indexOf(step);
  const allowed = allowances(session, role);
  const isLead = leads(session, member);
  return {
    session,
    step,
    index,
    next: session.steps[index + 1] ?? null,
    previous: session.steps[index - 1] ?? null,
    allowed,
    isLead,
    mayTakeLead: !isLead && (role === "facilitator" || role === "owner"),
    hasAttended: session.attendees.has(member),
  };
}

/** Whole seconds that the timer still has at a time of the server's clock, rounded up; null without a timer. */
export function secondsLeft({ timer }: Pick<Session, "timer">, serverTimeMs: number): number | null {
  return timer === null ? null : Math.ceil(remainingMs(timer, serverTimeMs) / 1_000);
}

/** An idea and those merged into it, in the order of revealing. */
export interface IdeaCluster {
  readonly idea: Idea;
  readonly merged: readonly Idea[];
}

/** The revealed ideas of a round, merged ones under the one they went into. With a scope only those that lie there. */
export function ideaClusters(session: Session, step: string, scope: Scope | null = null): IdeaCluster[] {
  const ideas = [...session.ideas.values()].filter((idea) => idea.step === step);
  const isThere = (idea: Idea): boolean => scope === null || scopeKey(idea.scope) === scopeKey(scope);
  return ideas
    .filter((idea) => rootOf(session, idea.id) === idea.id && isThere(idea))
    .map((idea) => ({
      idea,
      merged: ideas.filter((one) => one !== idea && rootOf(session, one.id) === idea.id),
    }));
}

/** The idea into which this one was merged in the end; itself when it was not, or when the chain leads nowhere. */
export function rootOf({ ideas }: Pick<Session, "ideas">, id: string): string {
  const seen = new Set([id]);
  let at = id;
  for (;;) {
    const into = ideas.get(at)?.mergedInto ?? null;
    if (into === null || !ideas.has(into)) return at;
    if (seen.has(into)) return id;
    seen.add(into);
    at = into;
  }
}

/** Where one item of a vote stands. Equal dots have equal ranks; 1 is the highest. */
export interface Standing {
  readonly item: string;
  readonly dots: number;
  readonly rank: number;
  readonly isTied: boolean;
  readonly byCircle: { readonly [circle in Circle]?: number };
}

/**
 * The standings of a vote: most dots first, ties in the order of the ballot. Null while they are not to be known: a blind round that
 * was not revealed.
 */
export function voteStandings(journal: Journal, session: Session, stepId: string): Standing[] | null {
  const step = session.steps.find(({ id }) => id === stepId);
  if (step?.kind !== "vote") return null;
  const result = session.results.get(stepId);
  if (step.blind && result === undefined) return null;
  const dots = new Map<string, number>();
  const circles = new Map<string, { [circle in Circle]?: number }>();
  const add = (item: string, given: number, circle: Circle | null): void => {
    const root = rootOf(session, item);
    dots.set(root, (dots.get(root) ?? 0) + given);
    if (circle === null || !step.perCircle) return;
    const known = circles.get(root) ?? {};
    circles.set(root, { ...known, [circle]: (known[circle] ?? 0) + given });
  };
  if (result === undefined) {
    for (const vote of session.votes.values())
      if (vote.step === stepId) add(vote.item, vote.dots, circleOf(journal, session, vote.person));
  } else {
    for (const total of result.items) {
      const root = rootOf(session, total.item);
      dots.set(root, (dots.get(root) ?? 0) + total.dots);
      const known = circles.get(root) ?? {};
      const sum = { ...known };
      for (const circle of CIRCLES)
        if (total.byCircle[circle] !== undefined) sum[circle] = (sum[circle] ?? 0) + total.byCircle[circle];
      circles.set(root, sum);
    }
  }
  const ballot = [...new Set((session.ballots.get(stepId) ?? []).map((item) => rootOf(session, item)))];
  const ordered = ballot.toSorted((a, b) => (dots.get(b) ?? 0) - (dots.get(a) ?? 0));
  const count = (item: string): number => dots.get(item) ?? 0;
  return ordered.map((item) => ({
    item,
    dots: count(item),
    rank: 1 + ordered.filter((other) => count(other) > count(item)).length,
    isTied: ordered.some((other) => other !== item && count(other) === count(item)),
    byCircle: circles.get(item) ?? {},
  }));
}

/** The name and circle under which a person takes part: a member, or somebody on a member's device. */
export function personOf(
  journal: Journal,
  session: Pick<Session, "proxies">,
  person: string,
): { readonly name: string | null; readonly circle: Circle | null; readonly via: string | null } {
  const proxy = session.proxies.get(person);
  if (proxy !== undefined) return { name: proxy.name, circle: proxy.circle, via: proxy.member };
  const member = journal.members.get(person);
  return { name: member?.name ?? null, circle: member?.circle ?? null, via: null };
}

export function circleOf(journal: Journal, session: Pick<Session, "proxies">, person: string): Circle | null {
  return personOf(journal, session, person).circle;
}

/** Everybody who took part so far, per circle in the order of the circles; who has none comes last. */
export function presentByCircle(
  journal: Journal,
  session: Session,
): { readonly circle: Circle | null; readonly people: readonly string[] }[] {
  const proxies = [...session.proxies.values()].filter(({ removedAt }) => removedAt === null);
  const people = [...session.attendees.keys(), ...proxies.map(({ id }) => id)];
  return [...CIRCLES, null]
    .map((circle) => ({
      circle,
      people: people.filter((person) => circleOf(journal, session, person) === circle),
    }))
    .filter((group) => group.people.length > 0);
}

/** Dots that a person still has in a round, from the votes known to whoever asks. */
export function dotsLeft(
  step: Extract<Step, { kind: "vote" }>,
  given: readonly { readonly step: string; readonly person: string; readonly dots: number }[],
  person: string,
): number {
  const used = given
    .filter((vote) => vote.step === step.id && vote.person === person)
    .reduce((sum, { dots }) => sum + dots, 0);
  return Math.max(0, step.budget - used);
}

/** Dots of each circle that gave any, in the order of the circles. */
export function circlesIn(byCircle: Standing["byCircle"]): readonly (readonly [Circle, number])[] {
  return CIRCLES.flatMap((circle) => {
    const dots = byCircle[circle];
    return dots === undefined ? [] : [[circle, dots] as const];
  });
}
