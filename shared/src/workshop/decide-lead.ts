import { may } from "../access/policy.ts";
import { ok, refuse } from "../kernel/result.ts";
import { isAgenda, isChangeOf } from "./check-agenda.ts";
import type { WorkshopCommandOf } from "./commands.ts";
import { revealAllIdeas } from "./decide-ideas.ts";
import { ballotFor, candidatesFor, revealAllVotes } from "./decide-votes.ts";
import {
  type Decided,
  type Desk,
  happens,
  hiddenOf,
  isRunning,
  NOTHING,
  type Outcome,
  withLead,
  withOpen,
} from "./desk.ts";
import type { WorkshopEventDraft } from "./events.ts";
import type { HiddenChange } from "./hidden.ts";
import type { Session } from "./session.ts";
import { apart } from "./step-words.ts";

/** A workshop begins with its first step; one of a plan goes on at a time. */
export function openWorkshop(desk: Desk, command: WorkshopCommandOf<"session.open">): Decided {
  const { session, goal, steps, sharedDevices } = command;
  const [first] = steps;
  if (desk.sessions.has(session)) return refuse("exists");
  if (isRunning(desk)) return refuse("session-running");
  if (first === undefined || !isAgenda(steps)) return refuse("bad-agenda");
  const ballot = first.kind === "vote" ? candidatesFor(first, [], desk.facts.outline) : null;
  const bare = apart(steps, []);
  return happens(
    {
      type: "session.opened",
      body: { session, steps: bare.steps, sharedDevices, snapshot: desk.facts.snapshot },
      content: { goal, steps: bare.words },
    },
    { type: "step.begun", body: { session, step: first.id, ballot }, content: null },
  );
}

/** Ends it. What is still hidden is told or thrown away, as the lead says; nothing is lost without having been asked. */
export function closeWorkshop(desk: Desk, command: WorkshopCommandOf<"session.close">): Decided {
  return withLead(desk, command.session, (session) => {
    const left = hiddenOf(desk, session);
    if (left.length > 0 && command.hidden === "ask") return refuse("hidden-left");
    const told =
      command.hidden === "reveal" ? [revealAllIdeas(desk, session), revealAllVotes(desk, session)] : [];
    const discardedIdeas =
      command.hidden === "reveal" ? 0 : left.filter(({ kind }) => kind === "idea").length;
    const closed: WorkshopEventDraft = {
      type: "session.closed",
      body: { session: session.id, snapshot: desk.facts.snapshot, discardedIdeas },
      content: null,
    };
    const outcome: Outcome = {
      events: [...told.flatMap(({ events }) => events), closed],
      hidden: left.map(({ kind, id }): HiddenChange => ({ change: "remove", session: session.id, kind, id })),
      role: null,
    };
    return ok(outcome);
  });
}

/** The step after or before the one that the lead saw; when it is another by now, that was pressed already. */
export function stepOn(
  desk: Desk,
  command: WorkshopCommandOf<"session.next"> | WorkshopCommandOf<"session.back">,
): Decided {
  return withLead(desk, command.session, (session) => {
    if (session.current !== command.from) return NOTHING;
    const by = command.type === "session.next" ? 1 : -1;
    const at = session.steps.findIndex(({ id }) => id === session.current);
    const step = session.steps[at + by];
    return step === undefined ? NOTHING : begin(desk, session, step.id);
  });
}

export function goTo(desk: Desk, command: WorkshopCommandOf<"session.goto">): Decided {
  return withLead(desk, command.session, (session) =>
    session.current === command.step ? NOTHING : begin(desk, session, command.step),
  );
}

function begin(desk: Desk, session: Session, id: string): Decided {
  const step = session.steps.find((one) => one.id === id);
  if (step === undefined) return refuse("not-found");
  const ballot = step.kind === "vote" ? ballotFor(desk, session, step, desk.facts.outline) : null;
  return happens({ type: "step.begun", body: { session: session.id, step: id, ballot }, content: null });
}

export function changeAgenda(desk: Desk, command: WorkshopCommandOf<"agenda.change">): Decided {
  return withLead(desk, command.session, (session) => {
    const { steps } = command;
    if (!isChangeOf(session, steps)) return refuse("bad-agenda");
    if (JSON.stringify(steps) === JSON.stringify(session.steps)) return NOTHING;
    const bare = apart(steps, session.steps);
    return happens({
      type: "agenda.changed",
      body: { session: session.id, steps: bare.steps },
      content: Object.keys(bare.words).length === 0 ? null : { steps: bare.words },
    });
  });
}

type PlainCommand = WorkshopCommandOf<
  | "session.pause"
  | "session.resume"
  | "timer.start"
  | "timer.pause"
  | "timer.resume"
  | "timer.add"
  | "timer.stop"
  | "spotlight.set"
  | "spotlight.clear"
  | "lock.set"
  | "lock.clear"
  | "focus.set"
>;

/** The controls that only the lead has. What is so already happens again to nobody. */
export function control(desk: Desk, command: PlainCommand): Decided {
  return withLead(desk, command.session, (session) => {
    const { id, timer, state } = session;
    const bare = (type: WorkshopEventDraft["type"]): Decided =>
      happens({ type, body: { session: id }, content: null } as WorkshopEventDraft);
    switch (command.type) {
      case "session.pause":
        return state === "paused" ? NOTHING : bare("session.paused");
      case "session.resume":
        return state === "running" ? NOTHING : bare("session.resumed");
      case "timer.start":
        return happens({ type: "timer.started", body: { session: id, ms: command.ms }, content: null });
      case "timer.pause":
        return timer?.state === "running" ? bare("timer.paused") : NOTHING;
      case "timer.resume":
        return timer?.state === "paused" ? bare("timer.resumed") : NOTHING;
      case "timer.add":
        if (timer === null) return refuse("not-found");
        return happens({ type: "timer.extended", body: { session: id, ms: command.ms }, content: null });
      case "timer.stop":
        return timer === null ? NOTHING : bare("timer.stopped");
      case "spotlight.set": {
        const { target, held } = command;
        return happens({ type: "spotlight.set", body: { session: id, target, held }, content: null });
      }
      case "spotlight.clear":
        return session.spotlight === null ? NOTHING : bare("spotlight.cleared");
      case "lock.set":
        if (JSON.stringify(session.lock) === JSON.stringify(command.lock)) return NOTHING;
        return happens({ type: "lock.set", body: { session: id, lock: command.lock }, content: null });
      case "lock.clear":
        return session.lock === null ? NOTHING : bare("lock.cleared");
      case "focus.set":
        return setFocus(desk, session, command);
    }
  });
}

function setFocus({ facts }: Desk, session: Session, { focus }: WorkshopCommandOf<"focus.set">): Decided {
  if (session.focus?.kind === focus?.kind && session.focus?.id === focus?.id) return NOTHING;
  const { activities = [], decisions = [] } = facts.outline ?? {};
  const isThere =
    focus === null ||
    (focus.kind === "activity" ? activities.some(({ id }) => id === focus.id) : decisions.includes(focus.id));
  if (!isThere) return refuse("not-found");
  return happens({ type: "focus.set", body: { session: session.id, focus }, content: null });
}

/** Gives the controls to somebody who may have them. */
export function handLead(desk: Desk, command: WorkshopCommandOf<"lead.hand">): Decided {
  return withLead(desk, command.session, (session) => {
    const { to } = command;
    const { heirRole } = desk.facts;
    if (to === session.lead) return NOTHING;
    if (heirRole === null) return refuse("not-found");
    if (!may(heirRole, "session.lead")) return refuse("role-too-low");
    return happens({ type: "lead.handed", body: { session: session.id, to }, content: null });
  });
}

/** Takes the controls; whoever may lead can, at once, for a laptop that died tells nobody. */
export function takeLead(desk: Desk, command: WorkshopCommandOf<"lead.take">): Decided {
  return withOpen(desk, command.session, (session) => {
    const { actor: to } = desk.who;
    if (session.lead === to) return NOTHING;
    return happens({ type: "lead.handed", body: { session: session.id, to }, content: null });
  });
}
