import type { Circle } from "../access/role.ts";
import { ok, refuse } from "../kernel/result.ts";
import { isWithin, type StepOf } from "./agenda.ts";
import type { WorkshopCommandOf } from "./commands.ts";
import {
  type Decided,
  type Desk,
  happens,
  hiddenOf,
  hides,
  NOTHING,
  type PlanOutline,
  speakerOf,
  withAllowed,
  withLead,
} from "./desk.ts";
import type { WorkshopEventDraft } from "./events.ts";
import type { HiddenChange, HiddenVote } from "./hidden.ts";
import { BALLOT_MAX } from "./limits.ts";
import { type Idea, type ItemTotal, type Session, voteKey } from "./session.ts";
import { circlesToTell } from "./small-groups.ts";

/**
 * What can be voted on when this step begins now; null for a ballot that stands because somebody voted already, or was asked for
 * before.
 */
export function ballotFor(
  desk: Desk,
  session: Session,
  step: StepOf<"vote">,
  outline: PlanOutline | null,
): readonly string[] | null {
  const isUsed =
    session.results.has(step.id) ||
    [...session.votes.values()].some((vote) => vote.step === step.id) ||
    hiddenVotes(desk, session, step.id).length > 0;
  return isUsed ? null : candidatesFor(step, [...session.ideas.values()], outline);
}

/** The revealed ideas of the round that is voted on, merged ones left out; or the activities in the step's part of the wall. */
export function candidatesFor(
  step: StepOf<"vote">,
  ideas: readonly Idea[],
  outline: PlanOutline | null,
): readonly string[] {
  if (step.of !== null)
    return ideas
      .filter((idea) => idea.step === step.of && idea.mergedInto === null)
      .map(({ id }) => id)
      .slice(0, BALLOT_MAX);
  return (outline?.activities ?? [])
    .filter(({ phase, domain }) => {
      if (step.scope.kind === "plan") return true;
      return phase !== null && domain !== null && isWithin({ kind: "cell", phase, domain }, step.scope);
    })
    .map(({ id }) => id)
    .slice(0, BALLOT_MAX);
}

/** The dots of a person for an item from now on, within the budget and the cap; in a blind round told to nobody. */
export function castVote(desk: Desk, command: WorkshopCommandOf<"vote.cast">): Decided {
  const { session: sessionId, step: stepId, item, dots, as } = command;
  return withAllowed(desk, sessionId, "vote", (session) => {
    const speaker = speakerOf(desk, session, as);
    if (speaker === null) return refuse("not-found");
    const step = session.steps.find((one) => one.id === stepId);
    if (session.current !== stepId || step?.kind !== "vote") return refuse("step-forbids");
    if (session.results.has(stepId)) return refuse("revealed");
    if (session.ballots.get(stepId)?.includes(item) !== true) return refuse("not-found");
    const { person, circle } = speaker;
    const given = step.blind ? hiddenVotes(desk, session, stepId) : [...session.votes.values()];
    const own = given.filter((vote) => vote.step === stepId && vote.person === person);
    const before = own.find((vote) => vote.item === item)?.dots ?? 0;
    if (before === dots) return NOTHING;
    const elsewhere = own.reduce((sum, vote) => sum + vote.dots, 0) - before;
    if (dots > step.perItem || elsewhere + dots > step.budget) return refuse("over-budget");
    const body = { session: session.id, step: stepId, item, person, dots };
    if (!step.blind) return happens({ type: "vote.cast", body, content: null });
    const id = voteKey(stepId, person, item);
    if (dots === 0) return hides({ change: "remove", session: session.id, kind: "vote", id });
    const { actor: member } = desk.who;
    const entry: HiddenVote = { ...body, kind: "vote", id, member, circle, at: desk.facts.nowMs };
    return hides({ change: "put", entry });
  });
}

/** Tells the totals of a blind round, once; who voted what is forgotten with that. */
export function revealVotes(desk: Desk, command: WorkshopCommandOf<"votes.reveal">): Decided {
  return withLead(desk, command.session, (session) => {
    const step = session.steps.find((one) => one.id === command.step);
    if (step?.kind !== "vote" || !step.blind || !session.ballots.has(step.id)) return refuse("not-found");
    if (session.results.has(step.id)) return NOTHING;
    const { event, hidden } = resultOf(desk, session, step);
    return ok({ events: [event], hidden, role: null });
  });
}

/** The totals of every blind round in which somebody voted and that was not revealed. */
export function revealAllVotes(
  desk: Desk,
  session: Session,
): {
  readonly events: readonly WorkshopEventDraft[];
  readonly hidden: readonly HiddenChange[];
} {
  const rounds = session.steps.filter(
    (step): step is StepOf<"vote"> =>
      step.kind === "vote" && step.blind && hiddenVotes(desk, session, step.id).length > 0,
  );
  const results = rounds.map((step) => resultOf(desk, session, step));
  return {
    events: results.map(({ event }) => event),
    hidden: results.flatMap(({ hidden }) => hidden),
  };
}

function resultOf(
  desk: Desk,
  session: Session,
  step: StepOf<"vote">,
): { readonly event: WorkshopEventDraft; readonly hidden: readonly HiddenChange[] } {
  const votes = hiddenVotes(desk, session, step.id);
  const circles = step.perCircle
    ? circlesToTell(new Map(votes.map((vote) => [vote.person, vote.circle])))
    : [];
  const items = (session.ballots.get(step.id) ?? []).map((item): ItemTotal => {
    const given = votes.filter((vote) => vote.item === item);
    const byCircle: { [circle in Circle]?: number } = {};
    for (const circle of circles) {
      const dots = sumOf(given.filter((vote) => vote.circle === circle));
      if (dots > 0) byCircle[circle] = dots;
    }
    return { item, dots: sumOf(given), byCircle };
  });
  const voters = new Set(votes.map(({ person }) => person)).size;
  const body = { session: session.id, step: step.id, voters, items };
  return {
    event: { type: "votes.revealed", body, content: null },
    hidden: votes.map(({ id }) => ({ change: "remove", session: session.id, kind: "vote", id })),
  };
}

function sumOf(votes: readonly HiddenVote[]): number {
  return votes.reduce((sum, { dots }) => sum + dots, 0);
}

/** The votes of a blind round that are not revealed. */
export function hiddenVotes(desk: Desk, session: Session, step: string): readonly HiddenVote[] {
  return hiddenOf(desk, session).filter(
    (entry): entry is HiddenVote => entry.kind === "vote" && entry.step === step,
  );
}
