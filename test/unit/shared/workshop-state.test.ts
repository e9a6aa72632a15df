import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { secondsLeft, voteStandings, workshopNow } from "@planwand/shared/views/workshop.ts";
import { isAgenda } from "@planwand/shared/workshop/check-agenda.ts";
import type { WorkshopEventDraft } from "@planwand/shared/workshop/events.ts";
import { planAccess } from "@planwand/shared/access/plan-access.ts";
import { allowances, stepAllows, writingRules } from "@planwand/shared/workshop/policy.ts";
import { reduceTimer, remainingMs } from "@planwand/shared/workshop/reduce-timer.ts";
import { SCRIPTS } from "@planwand/shared/workshop/script-words.ts";
import { scriptAgenda } from "@planwand/shared/workshop/scripts.ts";
import { ROLES } from "@planwand/shared/access/role.ts";
import { command } from "@planwand/shared/journal/commands.ts";
import type { Session } from "@planwand/shared/workshop/session.ts";
import { expect, test } from "vitest";
import { idOf } from "../../builders/journal.ts";
import { countingIds } from "../../builders/plan-doc.ts";
import { EVERY_STEP, stepId } from "../../builders/workshop.ts";

const SESSION = idOf("session", 1);
const LEAD = "lead-000001";
const T0 = 1_795_000_000_000;

/** The journal after these events, one a second. */
function after(...drafts: readonly WorkshopEventDraft[]) {
  const opened: WorkshopEventDraft = {
    type: "session.opened",
    body: {
      session: SESSION,
      goal: "Samen",
      steps: EVERY_STEP,
      sharedDevices: true,
      snapshot: idOf("snapshot", 1),
    },
    content: null,
  };
  const events = [opened, ...drafts].map((draft, index): JournalEvent => ({
    ...draft,
    seq: index + 1,
    at: T0 + index * 1_000,
    actor: LEAD,
  }));
  return reduceJournal(EMPTY_JOURNAL, events);
}

const begun = (number: number, ballot: readonly string[] | null = null): WorkshopEventDraft => ({
  type: "step.begun",
  body: { session: SESSION, step: stepId(number), ballot },
  content: null,
});

function sessionAfter(...drafts: readonly WorkshopEventDraft[]): Session {
  const session = after(...drafts).sessions.get(SESSION);
  if (session === undefined) throw new Error("no session");
  return session;
}

test("[WS1] events about what is not there, or without content, change nothing else and throw nothing", () => {
  const session = idOf("session", 99);
  const lost: WorkshopEventDraft[] = [
    { type: "session.closed", body: { session, snapshot: "", discardedIdeas: 0 }, content: null },
    { type: "idea.merged", body: { session: SESSION, idea: "x", into: "y" }, content: null },
    { type: "proxy.removed", body: { session: SESSION, proxy: "x" }, content: null },
    { type: "step.begun", body: { session: SESSION, step: "gone", ballot: null }, content: null },
  ];
  expect(after(begun(1), ...lost).sessions).toEqual(after(begun(1)).sessions);
  const bare = sessionAfter(
    {
      type: "idea.revealed",
      body: { session: SESSION, step: stepId(2), idea: "i", scope: { kind: "plan" }, person: null },
      content: null,
    },
    { type: "proxy.added", body: { session: SESSION, proxy: "p" }, content: null },
  );
  expect(bare.ideas.get("i")?.text).toBe("");
  expect(bare.proxies.get("p")?.name).toBeNull();
});

test("[WS2] a timer runs to a time of the server, pauses with what is left, and gets more time from now on when it had run out", () => {
  const running = { state: "running", endsAt: T0 + 60_000, lengthMs: 60_000 } as const;
  expect(remainingMs(running, T0 + 20_000)).toBe(40_000);
  const paused = reduceTimer(running, "pause", T0 + 20_000);
  expect(paused).toEqual({ state: "paused", remainingMs: 40_000, lengthMs: 60_000 });
  expect(reduceTimer(paused, "resume", T0 + 90_000)).toMatchObject({ endsAt: T0 + 130_000 });
  expect(reduceTimer(running, 60_000, T0 + 20_000)).toMatchObject({ endsAt: T0 + 120_000 });
  expect(reduceTimer(running, 60_000, T0 + 100_000)).toMatchObject({ endsAt: T0 + 160_000 });
  expect(reduceTimer(null, "pause", T0)).toBeNull();
  expect(secondsLeft({ timer: running }, T0 + 59_001)).toBe(1);
  expect(secondsLeft({ timer: running }, T0 + 90_000)).toBe(0);
});

test("[WS3] a step that begins ends the one before, starts its own timer, and lets go of focus and spotlight", () => {
  const focus: WorkshopEventDraft = {
    type: "focus.set",
    body: { session: SESSION, focus: { kind: "activity", id: "card" } },
    content: null,
  };
  const session = sessionAfter(begun(1), focus, begun(2));
  expect(session.runs).toEqual([
    { step: stepId(1), startedAt: T0 + 1_000, endedAt: T0 + 3_000 },
    { step: stepId(2), startedAt: T0 + 3_000, endedAt: null },
  ]);
  expect(session.timer).toEqual({ state: "running", endsAt: T0 + 303_000, lengthMs: 300_000 });
  expect(session.focus).toBeNull();
  const paused = sessionAfter(
    begun(1),
    { type: "session.paused", body: { session: SESSION }, content: null },
    begun(2),
  );
  expect(paused.timer).toEqual({ state: "paused", remainingMs: 300_000, lengthMs: 300_000 });
});

const vote = (item: string, person: string, dots: number): WorkshopEventDraft => ({
  type: "vote.cast",
  body: { session: SESSION, step: stepId(11), item, person, dots },
  content: null,
});

test("[WS4] a vote given again takes the place of the one before, and nought takes it back", () => {
  expect([...sessionAfter(vote("a", "anja", 1), vote("a", "anja", 2)).votes.values()]).toMatchObject([
    { dots: 2 },
  ]);
  expect(sessionAfter(vote("a", "anja", 1), vote("a", "anja", 0)).votes.size).toBe(0);
});

test("[WS5] each kind of step allows what it is for, hands and signs, and nothing else to a participant", () => {
  const expected = {
    info: [],
    ideas: ["idea"],
    reveal: [],
    vote: ["vote"],
    write: ["edit-focus"],
    decide: ["advise"],
    roles: ["claim", "agree"],
    checkout: ["checkout"],
    free: ["comment", "card"],
  };
  EVERY_STEP.forEach((step, index) => {
    const session = sessionAfter(begun(index + 1));
    const allowed = [...allowances(session, "participant")].toSorted();
    expect(allowed).toEqual(["hand", "react", ...expected[step.kind]].toSorted());
    expect([...stepAllows(step)].toSorted()).toEqual(allowed);
    expect(allowances(session, "viewer").size).toBe(0);
  });
});

test("[WS6] while it is paused only hands and signs; without a workshop the role alone", () => {
  const paused = sessionAfter(begun(2), {
    type: "session.paused",
    body: { session: SESSION },
    content: null,
  });
  expect([...allowances(paused, "participant")].toSorted()).toEqual(["hand", "react"]);
  expect([...allowances(null, "participant")].toSorted()).toEqual(["agree", "comment"]);
  expect(allowances(null, "editor").has("card")).toBe(true);
});

test("[WS7] through a lock only facilitators and owners write; a participant what the step grants, and not in a locked phase", () => {
  const lock = (locked: Session["lock"]): WorkshopEventDraft =>
    locked === null
      ? { type: "lock.cleared", body: { session: SESSION }, content: null }
      : { type: "lock.set", body: { session: SESSION, lock: locked }, content: null };
  const access = (session: Session | null) =>
    ROLES.map((role) => planAccess(role, writingRules(session)).kind);
  expect(access(null)).toEqual(["none", "none", "all", "all", "all"]);
  expect(access(sessionAfter(begun(9)))).toEqual(["none", "granted", "all", "all", "all"]);
  expect(access(sessionAfter(begun(9), lock({ kind: "plan" })))).toEqual([
    "none",
    "none",
    "none",
    "all",
    "all",
  ]);
  const byPhase = sessionAfter(begun(9), lock({ kind: "phases", phases: ["p"] }));
  expect(access(byPhase)).toEqual(["none", "granted", "outside", "all", "all"]);
  expect(planAccess("participant", writingRules(byPhase))).toMatchObject({ lockedPhases: ["p"] });
  expect(planAccess("participant", writingRules(sessionAfter(begun(1))))).toEqual({
    kind: "none",
    code: "step-forbids",
  });
});

test("[WS9] every ready-made agenda takes as long as it says in both languages, and can be opened", () => {
  const minutes = { start: 120, decide: 45, progress: 30 };
  for (const name of SCRIPTS) {
    for (const language of ["nl", "en"] as const) {
      const { title, goal, steps } = scriptAgenda(name, language, countingIds("step"));
      expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes[name]);
      expect(isAgenda(steps)).toBe(true);
      expect(title).not.toBe("");
      for (const step of steps) expect(`${step.title}${step.question}`).not.toContain("undefined");
      const wish = { type: "session.open", id: idOf("command", 1), session: SESSION, goal, steps };
      expect(command.safeParse(wish).success).toBe(true);
    }
  }
});

test("[WS10] standings: most dots first, ties in the order of the ballot with one rank, merged ideas as one, none of a blind round", () => {
  const reveal = (idea: string): WorkshopEventDraft => ({
    type: "idea.revealed",
    body: { session: SESSION, step: stepId(2), idea, scope: { kind: "plan" }, person: null },
    content: { text: idea },
  });
  const cast = (item: string, dots: number) => vote(item, `by-${item}`, dots);
  const journal = after(
    reveal("a"),
    reveal("b"),
    reveal("c"),
    reveal("d"),
    begun(11, ["d", "c", "b", "a"]),
    cast("a", 1),
    cast("b", 1),
    cast("c", 1),
    cast("d", 1),
    { type: "idea.merged", body: { session: SESSION, idea: "a", into: "b" }, content: null },
  );
  const session = journal.sessions.get(SESSION);
  if (session === undefined) throw new Error("no session");
  expect(
    voteStandings(journal, session, stepId(11))?.map(({ item, dots, rank, isTied }) => [
      item,
      dots,
      rank,
      isTied,
    ]),
  ).toEqual([
    ["b", 2, 1, false],
    ["d", 1, 2, true],
    ["c", 1, 2, true],
  ]);
  expect(voteStandings(journal, session, stepId(4))).toBeNull();
  expect(workshopNow(journal, { member: LEAD, role: "owner" })).toMatchObject({
    isLead: true,
    index: 10,
    next: null,
  });
});
