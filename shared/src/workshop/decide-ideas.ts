import { ok, refuse } from "../kernel/result.ts";
import { isWithin, scopeKey, type Step } from "./agenda.ts";
import type { WorkshopCommandOf } from "./commands.ts";
import {
  type Decided,
  type Desk,
  happens,
  hiddenOf,
  hides,
  NOTHING,
  speakerOf,
  withAllowed,
  withLead,
  withOpen,
} from "./desk.ts";
import type { WorkshopEventDraft } from "./events.ts";
import type { HiddenChange, HiddenIdea } from "./hidden.ts";
import { IDEAS_PER_PERSON_MAX } from "./limits.ts";
import type { Session } from "./session.ts";

/** An idea of a private round: kept by the server, told to nobody. Sent again it is there once. */
export function submitIdea(desk: Desk, command: WorkshopCommandOf<"idea.submit">): Decided {
  const { session: sessionId, step: stepId, idea: id, scope, text, as } = command;
  return withAllowed(desk, sessionId, "idea", (session) => {
    const speaker = speakerOf(desk, session, as);
    if (speaker === null) return refuse("not-found");
    const known = hiddenIdeas(desk, session);
    const same = known.find((idea) => idea.id === id) ?? session.ideas.get(id);
    if (same !== undefined) return same.text === text ? NOTHING : refuse("exists");
    const step = session.steps.find((one) => one.id === stepId);
    if (session.current !== stepId || step?.kind !== "ideas") return refuse("step-forbids");
    if (!step.scopes.some((outer) => isWithin(scope, outer))) return refuse("step-forbids");
    const own = known.filter((idea) => idea.step === stepId && idea.person === speaker.person);
    if (own.length >= IDEAS_PER_PERSON_MAX) return refuse("limit-reached");
    const { actor: member } = desk.who;
    const { person } = speaker;
    const at = desk.facts.nowMs;
    const entry: HiddenIdea = {
      kind: "idea",
      session: session.id,
      step: stepId,
      id,
      scope,
      text,
      member,
      person,
      at,
    };
    return hides({ change: "put", entry });
  });
}

/** Other words for one's own idea, as long as it is hidden and its round goes on. */
export function editIdea(desk: Desk, command: WorkshopCommandOf<"idea.edit">): Decided {
  return withAllowed(desk, command.session, "idea", (session) => {
    const own = ownIdea(desk, session, command.idea);
    if (!own.ok) return own;
    if (own.value.step !== session.current) return refuse("step-forbids");
    if (own.value.text === command.text) return NOTHING;
    return hides({ change: "put", entry: { ...own.value, text: command.text } });
  });
}

/** Takes one's own idea back, as long as it is hidden; in any step. */
export function withdrawIdea(desk: Desk, command: WorkshopCommandOf<"idea.withdraw">): Decided {
  return withOpen(desk, command.session, (session) => {
    const own = ownIdea(desk, session, command.idea);
    if (!own.ok) return own.refusal === "not-found" ? NOTHING : own;
    return hides(removal(own.value));
  });
}

function ownIdea(desk: Desk, session: Session, id: string) {
  if (session.ideas.has(id)) return refuse("revealed" as const);
  const idea = hiddenIdeas(desk, session).find((one) => one.id === id);
  if (idea === undefined) return refuse("not-found" as const);
  return idea.member === desk.who.actor ? ok(idea) : refuse("not-yours" as const);
}

/** Shows ideas of a round to everybody, once; those that are shown already are passed over. */
export function revealIdeas(desk: Desk, command: WorkshopCommandOf<"ideas.reveal">): Decided {
  const { session: sessionId, step: stepId, which } = command;
  return withLead(desk, sessionId, (session) => {
    const step = session.steps.find((one) => one.id === stepId);
    if (step?.kind !== "ideas") return refuse("not-found");
    const ideas = inOrder(
      step,
      hiddenIdeas(desk, session).filter((idea) => idea.step === stepId),
    );
    switch (which.kind) {
      case "all":
        return revealed(step, ideas);
      case "next":
        return revealed(step, ideas.slice(0, 1));
      case "scope":
        return revealed(
          step,
          ideas.filter((idea) => scopeKey(idea.scope) === scopeKey(which.scope)),
        );
      case "idea":
        return revealed(
          step,
          ideas.filter((idea) => idea.id === which.idea),
        );
    }
  });
}

/** Everything that is still hidden of every round, to be shown. */
export function revealAllIdeas(
  desk: Desk,
  session: Session,
): {
  readonly events: readonly WorkshopEventDraft[];
  readonly hidden: readonly HiddenChange[];
} {
  const events: WorkshopEventDraft[] = [];
  const hidden: HiddenChange[] = [];
  for (const step of session.steps) {
    if (step.kind !== "ideas") continue;
    const ideas = inOrder(
      step,
      hiddenIdeas(desk, session).filter((idea) => idea.step === step.id),
    );
    events.push(...ideas.map((idea) => revealOf(step, idea)));
    hidden.push(...ideas.map(removal));
  }
  return { events, hidden };
}

function revealed(step: Extract<Step, { kind: "ideas" }>, ideas: readonly HiddenIdea[]): Decided {
  return ok({
    events: ideas.map((idea) => revealOf(step, idea)),
    hidden: ideas.map(removal),
    role: null,
  });
}

function revealOf(
  { anonymous }: Extract<Step, { kind: "ideas" }>,
  { session, step, id: idea, scope, person, text }: HiddenIdea,
): WorkshopEventDraft {
  const body = { session, step, idea, scope, person: anonymous ? null : person };
  return { type: "idea.revealed", body, content: { text } };
}

/** In the order of coming in; those of an anonymous round by their words, for when they came would tell whose they are. */
function inOrder(
  { anonymous }: Extract<Step, { kind: "ideas" }>,
  ideas: readonly HiddenIdea[],
): readonly HiddenIdea[] {
  if (!anonymous) return ideas.toSorted((a, b) => a.at - b.at);
  return ideas.toSorted((a, b) => byCode(scopeKey(a.scope), scopeKey(b.scope)) || byCode(a.text, b.text));
}

function byCode(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function removal({ session, kind, id }: HiddenIdea): HiddenChange {
  return { change: "remove", session, kind, id };
}

function hiddenIdeas(desk: Desk, session: Session): readonly HiddenIdea[] {
  return hiddenOf(desk, session).filter((entry) => entry.kind === "idea");
}

/** Puts an idea under another of its round. */
export function mergeIdea(desk: Desk, command: WorkshopCommandOf<"idea.merge">): Decided {
  const { session: sessionId, idea, into } = command;
  return withOpen(desk, sessionId, (session) => {
    const [from, to] = [session.ideas.get(idea), session.ideas.get(into)];
    if (from === undefined || to === undefined || from.step !== to.step) return refuse("not-found");
    if (from.mergedInto === into) return NOTHING;
    // An idea that lies under this one cannot take it in.
    for (let at = to; ;) {
      if (at.id === idea) return refuse("exists");
      const next = at.mergedInto === null ? undefined : session.ideas.get(at.mergedInto);
      if (next === undefined) break;
      at = next;
    }
    return happens({ type: "idea.merged", body: { session: session.id, idea, into }, content: null });
  });
}

export function unmergeIdea(desk: Desk, command: WorkshopCommandOf<"idea.unmerge">): Decided {
  return withOpen(desk, command.session, (session) => {
    const { idea: id } = command;
    const idea = session.ideas.get(id);
    if (idea === undefined) return refuse("not-found");
    if (idea.mergedInto === null) return NOTHING;
    return happens({ type: "idea.unmerged", body: { session: session.id, idea: id }, content: null });
  });
}

/** Says which activity was made of an idea; once, by whoever made it. */
export function ideaBecame(desk: Desk, command: WorkshopCommandOf<"idea.became">): Decided {
  return withOpen(desk, command.session, (session) => {
    const { idea: id, activity } = command;
    const idea = session.ideas.get(id);
    if (idea === undefined) return refuse("not-found");
    if (idea.became !== null) return idea.became === activity ? NOTHING : refuse("exists");
    return happens({ type: "idea.became", body: { session: session.id, idea: id, activity }, content: null });
  });
}
