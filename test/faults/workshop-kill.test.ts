import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import type { Step } from "@planwand/shared/workshop/agenda.ts";
import { IDEAS_PER_PERSON_MAX, PROXIES_PER_MEMBER_MAX } from "@planwand/shared/workshop/limits.ts";
import { expect, test } from "vitest";
import { freshId, journalOf } from "../builders/commands.ts";
import type { Wish } from "../builders/journal.ts";
import { cases, SEED, seeded } from "../builders/run-length.ts";
import { planOf, startServer } from "../builders/server.ts";
import { EVERY_STEP, type RoomMember, stepId, Workshop } from "../builders/workshop.ts";

/** The progress that somebody writes on the card in focus. */
const WRITTEN = 7;

/** What people give while the server dies: each with a mark that is in it alone. */
interface Given {
  readonly wish: Wish & { readonly id: string };
  readonly mark: string;
}

/** What there is to give something about. */
interface Matter {
  readonly session: string;
  readonly step: string;
  readonly ideas: readonly string[];
  readonly activities: readonly string[];
  readonly party: string;
  readonly decision: string;
}

/** The next thing that somebody gives in a step of this kind. */
function give(kind: Step["kind"], matter: Matter, turn: number): Given {
  const [id, mark] = [freshId(), freshId()];
  const { session, step } = matter;
  const turnOf = (list: readonly string[]): string => list[turn % list.length] ?? "";
  switch (kind) {
    case "ideas": {
      const scope = { kind: "plan" } as const;
      return { mark, wish: { id, type: "idea.submit", session, step, idea: mark, scope, text: mark } };
    }
    case "vote":
      return {
        mark: turnOf(matter.ideas),
        wish: { id, type: "vote.cast", session, step, item: turnOf(matter.ideas), dots: 1 },
      };
    case "decide":
      return {
        mark,
        wish: { id, type: "advice.give", session, decision: matter.decision, stance: "for", text: mark },
      };
    case "roles": {
      const activity = turnOf(matter.activities);
      const claim = {
        type: "role.claim",
        session,
        activity,
        slot: "codecider",
        party: matter.party,
      } as const;
      return { mark: activity, wish: { id, ...claim } };
    }
    case "checkout":
      return { mark, wish: { id, type: "checkout.give", session, step, word: mark } };
    case "free":
      return {
        mark,
        wish: {
          id,
          type: "comment.add",
          comment: mark,
          anchor: { kind: "plan", id: "plan" },
          text: "Blijft",
        },
      };
    case "info":
    case "reveal":
    case "write":
      return { mark, wish: { id, type: "proxy.add", session, proxy: mark, name: "Chris", circle: "ict" } };
  }
}

/** How much one person may give in a step of this kind: of some things there are few, or so many for each and no more. */
function mostOf(kind: Step["kind"], { ideas, activities }: Matter): number {
  switch (kind) {
    case "vote":
      return ideas.length;
    case "roles":
      return activities.length;
    case "ideas":
      return IDEAS_PER_PERSON_MAX;
    case "info":
    case "reveal":
    case "write":
      return PROXIES_PER_MEMBER_MAX;
    case "decide":
    case "checkout":
    case "free":
      return 500;
  }
}

/** Brings the room to this step, with three ideas on the table. */
async function prepare(room: Workshop, number: number): Promise<string[]> {
  const ideas = [freshId(), freshId(), freshId()];
  const { session } = room;
  const [step, scope] = [stepId(2), { kind: "plan" } as const];
  await room.goTo(2);
  for (const idea of ideas)
    await room.lead.give({ type: "idea.submit", session, step, idea, scope, text: `Eerder ${idea}` });
  await room.lead.give({ type: "ideas.reveal", session, step, which: { kind: "all" } });
  await room.goTo(number);
  return ideas;
}

/** Gives one thing after another until the server is gone; what it answered and what it did not. */
async function giveOn(
  person: RoomMember,
  next: (turn: number) => Given,
  most: number,
  answered: Given[],
): Promise<Given | null> {
  for (let turn = 0; turn < most; turn++) {
    const given = next(turn);
    try {
      const answer = await person.give(given.wish);
      expect(answer, JSON.stringify(given.wish)).toBeTypeOf("number");
      answered.push(given);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return given;
    }
  }
  return null;
}

/** What the test knows an event by; null for one that it did not cause. */
function markOf(event: JournalEvent): string | null {
  if (event.type === "vote.cast") return event.body.item;
  if (event.type === "advice.given") return event.content?.text ?? null;
  if (event.type === "checkout.given") return event.content?.word ?? null;
  if (event.type === "role.claimed") return event.body.activity;
  if (event.type === "comment.added") return event.body.comment;
  return event.type === "proxy.added" ? event.body.proxy : null;
}

/** The marks of what this person gave in this step and the server has, in no order; those of a hidden round as told to them alone. */
async function marksOf(room: Workshop, person: RoomMember, step: Step): Promise<string[]> {
  const isBlind = step.kind === "vote" && step.blind;
  if (step.kind === "ideas") return person.live.own.ideas.map(({ id }) => id);
  if (isBlind) return person.live.own.votes.map(({ item }) => item);
  const events = await journalOf(room.server.url, room.planId, room.plan.cookie);
  return events
    .filter(({ actor }) => actor === person.actor)
    .map(markOf)
    .filter((mark) => mark !== null);
}

test("[WS23] kill -9 in a step of each kind: the session goes on where it was, what was confirmed is there once, the time runs on", async () => {
  const random = seeded(SEED);
  const server = await startServer();
  const first = SEED % EVERY_STEP.length;
  for (let round = 0; round < cases(50, 0.06); round++) {
    const number = 1 + ((first + round) % EVERY_STEP.length);
    const step = EVERY_STEP[number - 1];
    if (step === undefined) throw new Error("there are as many steps");
    const room = await Workshop.open(server);
    const ideas = await prepare(room, number);
    const people = await Promise.all([room.join("Anja", "ict"), room.join("Bram", "onderwijs")]);
    const { plan } = await planOf(server.url, room.planId, room.plan.cookie);
    const [activities, party, decision] = [
      plan.activities.map(({ id }) => id),
      plan.parties[0]?.id ?? "",
      plan.decisions.find(({ status }) => status === "open")?.id ?? "",
    ];
    // What is done stands at a hundred whatever is written.
    const written = plan.activities.find(({ status }) => status !== "done")?.id ?? "";
    const onBallot = step.kind === "vote" && step.of === null ? activities.slice(0, 3) : ideas;
    const matter: Matter = {
      session: room.session,
      step: step.id,
      ideas: onBallot,
      activities,
      party,
      decision,
    };
    const focus =
      step.kind === "write"
        ? ({ kind: "activity", id: written } as const)
        : ({ kind: "decision", id: decision } as const);
    if (step.kind === "write" || step.kind === "decide")
      await room.lead.give({ type: "focus.set", session: room.session, focus });
    const before = await room.state();

    const answered = people.map((): Given[] => []);
    // There are six votes to give.
    const enough = 2 + Math.floor(random() * 4);
    const most = mostOf(step.kind, matter);
    const giving = people.map((person, at) =>
      giveOn(person, (turn) => give(step.kind, matter, turn * people.length + at), most, answered[at] ?? []),
    );
    if (step.kind === "write") {
      setRegister(people[0].client.doc, "activities", written, "progress", WRITTEN);
      await people[0].client.saved();
    }
    await expect.poll(() => answered.flat().length, { interval: 1 }).toBeGreaterThanOrEqual(enough);
    await server.kill();
    const unanswered = await Promise.all(giving);
    await server.restart();

    const again = await Promise.all(people.map(({ cookie }) => room.enter(cookie)));
    for (const [at, person] of again.entries()) {
      const left = unanswered[at];
      if (left === null || left === undefined) continue;
      expect(await person.give(left.wish)).toBeTypeOf("number");
      answered[at]?.push(left);
    }
    const after = await room.state();
    expect(after.current).toBe(step.id);
    expect(after.state).toBe("running");
    expect(after.timer).toEqual(before.timer);
    for (const [at, person] of again.entries()) {
      const marks = (answered[at] ?? []).map(({ mark }) => mark).toSorted();
      await expect.poll(async () => (await marksOf(room, person, step)).toSorted()).toEqual(marks);
    }
    if (step.kind === "write") {
      const { plan: now } = await planOf(server.url, room.planId, room.plan.cookie);
      expect(now.activities.find(({ id }) => id === written)?.progress).toBe(WRITTEN);
    }
    const onward = { type: "session.next", session: room.session, from: step.id } as const;
    if (number < EVERY_STEP.length) expect(await room.lead.give(onward)).toBeTypeOf("number");
    await Promise.all(again.map(({ client }) => client.close()));
  }
  await server.stop();
});
