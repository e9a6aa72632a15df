import type { Role } from "@planwand/shared/access/role.ts";
import type { PlanFacts } from "@planwand/shared/journal/decide.ts";
import { ANCHOR_KINDS, type Anchor, EXPLAINED_FIELDS } from "@planwand/shared/journal/events.ts";
import type { Journal } from "@planwand/shared/journal/journal.ts";
import { REASON_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import fc from "fast-check";
import { idOf, JournalDesk, type Wish } from "./journal.ts";
import { type PlanSize, RANDOM_TODAY, randomPlan } from "./random-plan.ts";
import { lineOfText } from "./random-text.ts";

const at = fc.nat({ max: 40 });
const comment = fc.integer({ min: 1, max: 12 }).map((number) => idOf("comment", number));
const reason = lineOfText.map((words) => `want ${words}`.slice(0, REASON_MAX_LENGTH));

const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant("comment.add" as const),
      comment,
      kind: fc.constantFrom(...ANCHOR_KINDS),
      at,
      replyTo: fc.option(comment, { freq: 2 }),
      text: reason,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom("comment.withdraw" as const, "thread.resolve" as const, "thread.reopen" as const),
      comment,
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("decision.take" as const), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant("decision.reopen" as const), at, reason }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom("agreement.give" as const, "agreement.withdraw" as const),
      at,
      party: at,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant("change.explain" as const),
      at,
      field: fc.constantFrom(...EXPLAINED_FIELDS),
      reason,
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

/** A random plan with what was said, decided, agreed and explained about it; some of that is about things that are gone. */
export function randomPlanAndJournal(size?: PlanSize): fc.Arbitrary<{ plan: Plan; journal: Journal }> {
  const acts = fc.array(fc.record({ act, by: fc.nat({ max: 3 }) }), { maxLength: 20 });
  return fc.tuple(randomPlan(size), acts).map(([plan, given]) => ({ plan, journal: journalOn(plan, given) }));
}

function journalOn(plan: Plan, given: readonly { readonly act: Act; readonly by: number }[]): Journal {
  const desk = new JournalDesk();
  const role: Role = "owner";
  for (const { act: one, by } of given) {
    const wish = wishOf(plan, one);
    desk.facts = factsFor(plan, wish);
    desk.give(role, `actor-${String(by).padStart(4, "0")}`, wish);
  }
  return desk.journal;
}

/** What a pointer leads to in a list; past its end, the id of something that is not in the plan. */
function idAt(list: readonly { readonly id: string }[], index: number): string {
  return list[index % (list.length + 1)]?.id ?? "gone-000001";
}

function anchorOf(plan: Plan, kind: Anchor["kind"], index: number): Anchor {
  switch (kind) {
    case "plan":
      return { kind, id: "plan" };
    case "phase":
      return { kind, id: idAt(plan.phases, index) };
    case "domain":
      return { kind, id: idAt(plan.domains, index) };
    case "activity":
      return { kind, id: idAt(plan.activities, index) };
    case "decision":
      return { kind, id: idAt(plan.decisions, index) };
  }
}

function wishOf(plan: Plan, one: Act): Wish {
  switch (one.type) {
    case "comment.add": {
      const { kind, at: index, ...rest } = one;
      return { ...rest, anchor: anchorOf(plan, kind, index) };
    }
    case "comment.withdraw":
    case "thread.resolve":
    case "thread.reopen":
      return one;
    case "decision.take":
      return { type: one.type, decision: idAt(plan.decisions, one.at), decidedOn: RANDOM_TODAY };
    case "decision.reopen":
      return { type: one.type, decision: idAt(plan.decisions, one.at), reason: one.reason };
    case "agreement.give":
    case "agreement.withdraw":
      return {
        type: one.type,
        activity: idAt(plan.activities, one.at),
        party: idAt(plan.parties, one.party),
      };
    case "change.explain": {
      const { at: index, ...rest } = one;
      return { ...rest, activity: idAt(plan.activities, index), from: "planned", to: "done" };
    }
  }
}

/** What the plan says of what the wish is about; words that it lacks are made up, so that decisions can be taken. */
function factsFor(plan: Plan, wish: Wish): PlanFacts {
  const decision = wish.type === "decision.take" ? wish.decision : "";
  const known = plan.decisions.find(({ id }) => id === decision);
  const card =
    wish.type === "agreement.give" ? plan.activities.find(({ id }) => id === wish.activity) : undefined;
  return {
    snapshot: null,
    adopterName: null,
    decision: {
      decision,
      question: orElse(known?.question, "Wat kiezen we?"),
      outcome: orElse(known?.outcome, "Het eerste."),
      rationale: orElse(known?.rationale, "Dat past het best."),
      decider: known?.decider ?? "gone-000001",
      deciderName: "MT",
    },
    terms:
      card === undefined
        ? null
        : {
            what: card.what,
            result: card.result,
            criterion: card.criterion,
            start: card.start,
            end: card.end,
          },
    isMember: false,
    workshop: { hidden: [], outline: null, heirRole: null, snapshot: "gone-000001", nowMs: 0 },
  };
}

function orElse(words: string | undefined, otherwise: string): string {
  return words === undefined || words.trim() === "" ? otherwise : words;
}
