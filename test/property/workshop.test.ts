import type { Role } from "@planwand/shared/access/role.ts";
import { type Command, command } from "@planwand/shared/journal/commands.ts";
import { decide } from "@planwand/shared/journal/decide.ts";
import type { EventType } from "@planwand/shared/journal/events.ts";
import type { Hidden } from "@planwand/shared/workshop/hidden.ts";
import { expect, test } from "vitest";
import { ACTIVITY, DECISION, FACTS, idOf, JournalDesk, PARTY } from "../builders/journal.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { asAsked, EVERY_STEP, stepId } from "../builders/workshop.ts";

const SESSION = idOf("session", 1);
const IDEAS = [1, 2, 3].map((number) => idOf("idea", number));
const PEOPLE = ["anja-000001", "bram-000001"];
const ITEMS = [...IDEAS, ACTIVITY, idOf("gone", 1)];

/** What a participant's commands can cause in a step of each kind, besides introducing and attending. */
const CAUSES: Record<(typeof EVERY_STEP)[number]["kind"], readonly EventType[]> = {
  info: [],
  ideas: [],
  reveal: [],
  vote: ["vote.cast"],
  write: [],
  decide: ["advice.given"],
  roles: ["role.claimed", "agreement.given", "agreement.withdrawn"],
  checkout: ["checkout.given"],
  free: ["comment.added", "comment.edited", "thread.resolved", "thread.reopened"],
};
const ALWAYS: readonly EventType[] = [
  "member.introduced",
  "session.attended",
  "proxy.added",
  "proxy.removed",
  "hand.raised",
  "hand.lowered",
  "reaction.set",
  "comment.withdrawn",
];

/** A random command of any kind with ids that mean something, some of the time out of range or of another step. */
function randomCommand(random: () => number, number: number): Command | null {
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  const { id, session } = {
    id: idOf("command", number),
    session: random() < 0.97 ? SESSION : idOf("session", 2),
  };
  const step = stepId(1 + Math.floor(random() * EVERY_STEP.length));
  const as = random() < 0.8 ? null : idOf("proxy", 1 + Math.floor(random() * 8));
  const [idea, item, dots] = [pick(IDEAS), pick(ITEMS), Math.floor(random() * 5)];
  const scope = { kind: "plan" };
  const anchor = { kind: "plan", id: "plan" };
  const comment = idOf("comment", 1 + Math.floor(random() * 5));
  const wishes: readonly Record<string, unknown>[] = [
    {
      type: "idea.submit",
      step,
      idea: idOf("idea", 1 + Math.floor(random() * 99)),
      scope,
      text: `Idee ${String(number)}`,
      as,
    },
    { type: "idea.edit", idea, text: "Anders" },
    { type: "idea.withdraw", idea },
    { type: "ideas.reveal", step, which: { kind: "all" } },
    { type: "idea.merge", idea, into: pick(IDEAS) },
    { type: "idea.became", idea, activity: ACTIVITY },
    { type: "vote.cast", step, item, dots, as },
    { type: "vote.cast", step, item, dots, as },
    { type: "votes.reveal", step },
    { type: "session.next", from: step },
    { type: "session.goto", step },
    { type: "session.pause" },
    { type: "session.close", hidden: "discard" },
    { type: "agenda.change", steps: asAsked() },
    { type: "timer.start", ms: 60_000 },
    { type: "lead.hand", to: pick(PEOPLE) },
    { type: "lead.take" },
    { type: "focus.set", focus: { kind: "decision", id: DECISION } },
    { type: "advice.give", decision: DECISION, stance: "for", text: String(number), as },
    {
      type: "role.claim",
      activity: ACTIVITY,
      slot: "executor",
      party: random() < 0.9 ? PARTY : idOf("party", 2),
      as,
    },
    { type: "checkout.give", step, word: `woord ${String(number)}`, as },
    { type: "spotlight.set", target: { kind: "activity", id: ACTIVITY } },
    { type: "lock.set", lock: { kind: "plan" } },
    { type: "hand.raise", as },
    { type: "hand.lower", person: pick(PEOPLE) },
    { type: "reaction.set", activity: ACTIVITY, reaction: "agree", on: random() < 0.5, as },
    { type: "proxy.add", proxy: idOf("proxy", 1 + Math.floor(random() * 8)), name: "Carla", circle: "ict" },
    { type: "proxy.remove", proxy: idOf("proxy", 1 + Math.floor(random() * 8)) },
    { type: "comment.add", comment, anchor, text: "Opmerking" },
    { type: "comment.withdraw", comment },
    { type: "agreement.give", activity: ACTIVITY, party: PARTY },
    { type: "change.explain", activity: ACTIVITY, field: "status", from: "a", to: "b", reason: "c" },
    { type: "decision.take", decision: DECISION, decidedOn: "2026-11-23" },
  ];
  const parsed = command.safeParse({ id, session, ...pick(wishes) });
  return parsed.success ? parsed.data : null;
}

const outline = {
  activities: [{ id: ACTIVITY, phase: null, domain: null }],
  decisions: [DECISION],
  parties: [PARTY],
};

for (const role of ["viewer", "participant", "editor"] as const satisfies readonly Role[]) {
  test(`[WS22] random commands of a ${role} in every step: nothing that the step forbids, never over the budget, no word of what is hidden`, () => {
    const random = seeded(SEED);
    EVERY_STEP.forEach((step, index) => {
      const desk = new JournalDesk();
      desk.facts = { ...FACTS, workshop: { ...FACTS.workshop, outline } };
      const give = (wish: Parameters<JournalDesk["give"]>[2]) =>
        expect(desk.give("owner", "lead-000001", wish)).toBe("ok");
      give({ type: "session.open", session: SESSION, goal: "Samen", steps: asAsked() });
      const reveals = IDEAS.map((idea) => ({
        type: "idea.revealed" as const,
        body: {
          session: SESSION,
          step: stepId(2),
          idea,
          scope: { kind: "plan" as const },
          person: "lead-000001",
        },
        content: { text: idea },
      }));
      desk.write("lead-000001", reveals, idOf("reveal", 1));
      if (index > 0) give({ type: "session.goto", session: SESSION, step: step.id });
      if (step.kind === "decide")
        give({ type: "focus.set", session: SESSION, focus: { kind: "decision", id: DECISION } });
      const hidden = new Map<string, Hidden>();
      const before = desk.journal.sessions.get(SESSION);
      for (let number = 1; number <= cases(10_000); number++) {
        const asked = randomCommand(random, number + 1_000);
        if (asked === null) continue;
        const actor = PEOPLE[number % PEOPLE.length] ?? "";
        const facts = {
          ...desk.facts,
          workshop: { ...desk.facts.workshop, hidden: [...hidden.values()], nowMs: number },
        };
        const decided = decide(desk.journal, { actor, name: actor, circle: "ict", role }, asked, facts);
        if (!decided.ok) continue;
        for (const change of decided.value.hidden) {
          if (change.change === "put") hidden.set(change.entry.id, change.entry);
          else hidden.delete(change.id);
        }
        if (role !== "editor")
          for (const { type } of decided.value.events)
            expect([...ALWAYS, ...CAUSES[step.kind]]).toContain(type);
        desk.write(actor, decided.value.events, asked.id);
      }
      const session = desk.journal.sessions.get(SESSION);
      if (role === "viewer") expect(session).toEqual(before);
      expect(session?.current).toBe(step.id);
      expect(session?.lead).toBe("lead-000001");
      const given = [
        ...(session?.votes.values() ?? []),
        ...[...hidden.values()].filter((entry) => entry.kind === "vote"),
      ];
      if (step.kind !== "vote") expect(given).toEqual([]);
      if (step.kind !== "ideas")
        expect([...hidden.values()].filter((entry) => entry.kind === "idea")).toEqual([]);
      for (const person of new Set(given.map((vote) => vote.person))) {
        const own = given.filter((vote) => vote.person === person);
        expect(own.reduce((sum, { dots }) => sum + dots, 0)).toBeLessThanOrEqual(3);
        for (const { dots } of own) expect(dots).toBeLessThanOrEqual(2);
        expect(new Set(own.map(({ item }) => item)).size).toBe(own.length);
      }
      const told = JSON.stringify(desk.events);
      for (const entry of hidden.values())
        if (entry.kind === "idea") expect(told).not.toContain(`"${entry.text}"`);
    });
  });
}
