import type { WorkshopEvent } from "./events.ts";
import { reduceContribution } from "./reduce-contribution.ts";
import { reduceTimer } from "./reduce-timer.ts";
import type { Session, StepRun } from "./session.ts";
import { withWords } from "./step-words.ts";

/** The sessions after this event. Total: an event of a session that is not there changes nothing. */
export function reduceWorkshop(
  sessions: ReadonlyMap<string, Session>,
  event: WorkshopEvent,
): ReadonlyMap<string, Session> {
  const { session: id } = event.body;
  const before = sessions.get(id);
  if (event.type === "session.opened") {
    if (before !== undefined) return sessions;
    return new Map(sessions).set(id, opened(event));
  }
  if (before === undefined) return sessions;
  const after = reduceSession(before, event);
  return after === before ? sessions : new Map(sessions).set(id, after);
}

function opened({
  actor,
  at,
  seq,
  body,
  content,
}: Extract<WorkshopEvent, { type: "session.opened" }>): Session {
  const { session: id, sharedDevices, snapshot } = body;
  const steps = withWords(body.steps, content?.steps, []);
  return {
    id,
    goal: content?.goal ?? body.goal ?? "",
    steps,
    state: "running",
    current: steps[0]?.id ?? "",
    runs: [],
    ballots: new Map(),
    lead: actor,
    leads: [{ member: actor, at }],
    sharedDevices,
    openedAt: at,
    closedAt: null,
    openingSnapshot: snapshot,
    closingSnapshot: null,
    openedSeq: seq,
    closedSeq: null,
    discardedIdeas: 0,
    timer: null,
    attendees: new Map([[actor, at]]),
    proxies: new Map(),
    ideas: new Map(),
    votes: new Map(),
    results: new Map(),
    focus: null,
    spotlight: null,
    lock: null,
    hands: new Map(),
    reactions: new Map(),
    advice: new Map(),
    claims: [],
    checkouts: new Map(),
  };
}

function reduceSession(session: Session, event: WorkshopEvent): Session {
  switch (event.type) {
    case "session.closed":
      return {
        ...session,
        state: "closed",
        closedAt: event.at,
        closedSeq: event.seq,
        closingSnapshot: event.body.snapshot,
        discardedIdeas: event.body.discardedIdeas,
        runs: endRun(session.runs, event.at),
        timer: null,
        spotlight: null,
        lock: null,
        hands: new Map(),
      };
    case "session.paused":
      return { ...session, state: "paused", timer: reduceTimer(session.timer, "pause", event.at) };
    case "session.resumed":
      return { ...session, state: "running", timer: reduceTimer(session.timer, "resume", event.at) };
    case "step.begun":
      return beginStep(session, event);
    case "agenda.changed":
      return { ...session, steps: withWords(event.body.steps, event.content?.steps, session.steps) };
    case "session.attended":
      if (session.attendees.has(event.actor)) return session;
      return { ...session, attendees: new Map(session.attendees).set(event.actor, event.at) };
    case "timer.started":
      return {
        ...session,
        timer: { state: "running", endsAt: event.at + event.body.ms, lengthMs: event.body.ms },
      };
    case "timer.paused":
      return { ...session, timer: reduceTimer(session.timer, "pause", event.at) };
    case "timer.resumed":
      return { ...session, timer: reduceTimer(session.timer, "resume", event.at) };
    case "timer.extended":
      return { ...session, timer: reduceTimer(session.timer, event.body.ms, event.at) };
    case "timer.stopped":
      return { ...session, timer: null };
    case "lead.handed": {
      const { to } = event.body;
      return { ...session, lead: to, leads: [...session.leads, { member: to, at: event.at }] };
    }
    case "focus.set":
      return { ...session, focus: event.body.focus };
    case "spotlight.set": {
      const { target, held } = event.body;
      return { ...session, spotlight: { target, held, by: event.actor, at: event.at } };
    }
    case "spotlight.cleared":
      return { ...session, spotlight: null };
    case "lock.set":
      return { ...session, lock: event.body.lock };
    case "lock.cleared":
      return { ...session, lock: null };
    case "proxy.added":
    case "proxy.removed":
    case "idea.revealed":
    case "idea.merged":
    case "idea.unmerged":
    case "idea.became":
    case "vote.cast":
    case "votes.revealed":
    case "advice.given":
    case "role.claimed":
    case "checkout.given":
    case "hand.raised":
    case "hand.lowered":
    case "reaction.set":
      return reduceContribution(session, event);
    // Opened already, or of a kind that this version does not know.
    case "session.opened":
    default:
      return session;
  }
}

/** A timed step brings its timer with it; what the step before was about is over. */
function beginStep(session: Session, event: Extract<WorkshopEvent, { type: "step.begun" }>): Session {
  const { step: id, ballot } = event.body;
  const { at } = event;
  const step = session.steps.find((one) => one.id === id);
  if (step === undefined) return session;
  const ms = step.minutes * 60_000;
  const timer =
    ms === 0
      ? null
      : session.state === "paused"
        ? ({ state: "paused", remainingMs: ms, lengthMs: ms } as const)
        : ({ state: "running", endsAt: at + ms, lengthMs: ms } as const);
  return {
    ...session,
    current: id,
    runs: [...endRun(session.runs, at), { step: id, startedAt: at, endedAt: null }],
    ballots: ballot === null ? session.ballots : new Map(session.ballots).set(id, ballot),
    timer,
    focus: null,
    spotlight: null,
  };
}

function endRun(runs: readonly StepRun[], at: number): readonly StepRun[] {
  return runs.map((run) => (run.endedAt === null ? { ...run, endedAt: at } : run));
}
