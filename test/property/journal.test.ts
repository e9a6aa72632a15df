import { ROLES } from "@planwand/shared/access/role.ts";
import { may } from "@planwand/shared/access/policy.ts";
import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { COMMAND_CAPABILITIES } from "@planwand/shared/journal/commands.ts";
import { type JournalEvent, readEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { FACTS, idOf, JournalDesk, sha256, type Wish } from "../builders/journal.ts";
import { cases } from "../builders/run-length.ts";

const RUNS = cases(20_000, 0.02);

const someId = (kind: string) => fc.integer({ min: 1, max: 4 }).map((number) => idOf(kind, number));
const comment = someId("comment");
const text = fc.string({ minLength: 1, maxLength: 20 }).map((words) => `x${words}`);
const anchor = fc.oneof(
  fc.record({ kind: fc.constantFrom("activity", "decision", "phase", "domain"), id: someId("activity") }),
  fc.constant({ kind: "plan", id: "plan" } as const),
);
const actor = fc.constantFrom("anja-0001", "bram-0001", "cor-00001");
const date = fc.constantFrom("2026-11-24", "2027-01-01");

const wish = fc.oneof(
  fc.record({
    type: fc.constant("comment.add"),
    comment,
    anchor,
    replyTo: fc.option(comment),
    text,
  }),
  fc.record({ type: fc.constant("comment.edit"), comment, text }),
  fc.record({ type: fc.constantFrom("comment.withdraw", "thread.resolve", "thread.reopen"), comment }),
  fc.record({
    type: fc.constant("comment.became"),
    comment,
    kind: fc.constantFrom("decision", "step", "parking"),
    offspring: someId("offspring"),
  }),
  fc.record({ type: fc.constant("decision.take"), decision: someId("decision"), decidedOn: date }),
  fc.record({ type: fc.constant("decision.reopen"), decision: someId("decision"), reason: text }),
  fc.record({
    type: fc.constantFrom("agreement.give", "agreement.withdraw"),
    activity: someId("activity"),
    party: someId("party"),
  }),
  fc.record({
    type: fc.constant("change.explain"),
    activity: someId("activity"),
    field: fc.constantFrom("status", "start", "end", "phase"),
    from: fc.string({ maxLength: 10 }),
    to: fc.string({ maxLength: 10 }),
    reason: text,
  }),
  fc.record({
    type: fc.constant("view.save"),
    view: someId("view"),
    name: text,
    address: fc.constantFrom("", "?filter=&status=active", "/people?as=matrix"),
  }),
  fc.record({ type: fc.constant("view.remove"), view: someId("view") }),
  fc.record({ type: fc.constant("member.anonymise"), member: actor }),
) as fc.Arbitrary<Wish>;

const step = fc.record({ role: fc.constantFrom(...ROLES), actor, wish });
const steps = fc.array(step, { minLength: 1, maxLength: 25 });

test("[J1][J3][J13][J14][J40] random commands of random roles: nothing throws, permissions hold, replay gives the same", () => {
  fc.assert(
    fc.property(steps, fc.nat(), (given, cut) => {
      const desk = new JournalDesk();
      for (const one of given) {
        const decision = FACTS.decision;
        if (one.wish.type === "decision.take" && decision !== null)
          desk.facts = { ...FACTS, decision: { ...decision, decision: one.wish.decision } };
        const before = desk.journal;
        const answer = desk.give(one.role, one.actor, one.wish);
        const isAllowed = may(one.role, COMMAND_CAPABILITIES[one.wish.type]);
        if (!isAllowed && answer !== "role-too-low") throw new Error(`${one.role} may not ${one.wish.type}`);
        if (answer !== "ok" && desk.journal !== before) throw new Error("a refusal wrote something");
        if (one.wish.type === "comment.edit" && answer === "ok") {
          const author = before.comments.get(one.wish.comment)?.by;
          if (author !== one.actor) throw new Error("somebody else's comment was changed");
        }
        if ((one.wish.type === "view.save" || one.wish.type === "view.remove") && answer === "ok") {
          const maker = before.views.get(one.wish.view)?.by ?? one.actor;
          if (maker !== one.actor && !may(one.role, "view.manage"))
            throw new Error("somebody else's view was changed");
        }
      }
      const at = cut % (desk.events.length + 1);
      const snapshot = reduceJournal(EMPTY_JOURNAL, desk.events.slice(0, at));
      expect(reduceJournal(snapshot, desk.events.slice(at))).toEqual(desk.journal);
      expect(reduceJournal(EMPTY_JOURNAL, desk.events)).toEqual(desk.journal);
      expect(verifyChain(desk.chain, desk.head, sha256)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test("[J13] events in any order, without content and of unknown kinds never throw", () => {
  fc.assert(
    fc.property(steps, fc.infiniteStream(fc.nat()), (given, picks) => {
      const desk = new JournalDesk();
      for (const one of given) desk.give("owner", one.actor, one.wish);
      const from = picks[Symbol.iterator]();
      const next = (): number => from.next().value ?? 0;
      const garbled = desk.events
        .flatMap((event): JournalEvent[] => {
          const choice = next() % 4;
          if (choice === 0) return [];
          if (choice === 1) return [event, event];
          if (choice === 2) return [{ ...event, content: null }];
          return [{ ...event, type: "from.the.future" } as unknown as JournalEvent];
        })
        .toSorted(() => (next() % 2) - 0.5);
      reduceJournal(EMPTY_JOURNAL, garbled);
    }),
    { numRuns: RUNS },
  );
});

const soundEvent = fc.record({
  seq: fc.maxSafeInteger(),
  at: fc.maxSafeInteger(),
  actor: fc.string(),
  type: fc.string(),
  body: fc.object(),
  content: fc.option(fc.object()),
});
const noNumber = fc.oneof(fc.string(), fc.constantFrom(null, undefined, 1.5, Number.NaN, 2 ** 60));
const noText = fc.oneof(fc.integer(), fc.object(), fc.constantFrom(null, undefined));
const noObject = fc.oneof(fc.string(), fc.integer(), fc.constant(undefined));
const fault = fc.oneof(
  fc.record({ seq: noNumber }),
  fc.record({ at: noNumber }),
  fc.record({ actor: noText }),
  fc.record({ type: noText }),
  fc.record({ body: fc.oneof(noObject, fc.constant(null)) }),
  fc.record({ content: noObject }),
);

test("[J13] what is no event is read as none, and what is one as it is, whatever else is in it", () => {
  fc.assert(
    fc.property(soundEvent, fault, fc.anything(), (event, wrong, value) => {
      expect(readEvent(event)).toBe(event);
      reduceJournal(EMPTY_JOURNAL, [event as unknown as JournalEvent]);
      expect(readEvent({ ...event, ...wrong })).toBeNull();
      const read = readEvent(value);
      if (read !== null) reduceJournal(EMPTY_JOURNAL, [read]);
    }),
    { numRuns: RUNS },
  );
});
