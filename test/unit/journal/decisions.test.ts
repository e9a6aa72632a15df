import { agreementKey, sealOf } from "@planwand/shared/journal/journal.ts";
import { changedTerms } from "@planwand/shared/views/agreements.ts";
import { expect, test } from "vitest";
import { ACTIVITY, DECISION, FACTS, JournalDesk, PARTY } from "../../builders/journal.ts";

const take = { type: "decision.take", decision: DECISION, decidedOn: "2026-11-24" } as const;

test("[J9] taking a decision seals it as the plan has it then", () => {
  const desk = new JournalDesk();
  expect(desk.give("editor", "anja-0001", take)).toBe("ok");
  desk.facts = { ...FACTS, decision: { ...FACTS.decision, outcome: "Anders." } as typeof FACTS.decision };
  expect(sealOf(desk.journal, DECISION)).toMatchObject({
    ...FACTS.decision,
    decidedOn: "2026-11-24",
    by: "anja-0001",
    reopened: null,
  });
});

test.each(["question", "outcome", "rationale", "decider"] as const)(
  "[J9] a decision without %s cannot be taken",
  (missing) => {
    const desk = new JournalDesk();
    desk.facts = { ...FACTS, decision: { ...FACTS.decision, [missing]: " " } as typeof FACTS.decision };
    expect(desk.give("owner", "anja-0001", take)).toBe("not-ready");
    expect(desk.events).toEqual([]);
  },
);

test("[J9] a decision that the plan does not have cannot be taken", () => {
  const desk = new JournalDesk();
  desk.facts = { ...FACTS, decision: null };
  expect(desk.give("owner", "anja-0001", take)).toBe("not-found");
});

test("[J10] a sealed decision is taken again only after it was reopened, and every seal stays to be read", () => {
  const desk = new JournalDesk();
  const reopen = { type: "decision.reopen", decision: DECISION, reason: "Nieuwe cijfers." } as const;
  expect(desk.give("owner", "anja-0001", reopen)).toBe("not-sealed");
  desk.give("editor", "anja-0001", take);
  expect(desk.give("owner", "bram-0001", take)).toBe("sealed");
  expect(desk.give("editor", "bram-0001", reopen)).toBe("ok");
  expect(sealOf(desk.journal, DECISION)).toBeNull();
  expect(desk.give("editor", "bram-0001", { ...take, decidedOn: "2026-12-01" })).toBe("ok");
  const seals = desk.journal.seals.get(DECISION);
  expect(seals).toHaveLength(2);
  expect(seals?.[0]?.reopened).toMatchObject({ by: "bram-0001", reason: "Nieuwe cijfers." });
  expect(sealOf(desk.journal, DECISION)?.decidedOn).toBe("2026-12-01");
});

test("[J12] an agreement holds until one of its terms changes, and says which", () => {
  const desk = new JournalDesk();
  const wish = { type: "agreement.give", activity: ACTIVITY, party: PARTY } as const;
  expect(desk.give("participant", "anja-0001", wish)).toBe("ok");
  const agreed = desk.journal.agreements.get(agreementKey(ACTIVITY, PARTY));
  const { terms } = FACTS;
  if (agreed === undefined || terms === null) throw new Error("the agreement is there");
  expect(changedTerms(agreed.terms, terms)).toEqual([]);
  expect(changedTerms(agreed.terms, { ...terms, end: "2027-01-01", result: "anders" })).toEqual([
    "result",
    "end",
  ]);
  expect(desk.give("participant", "anja-0001", { ...wish, type: "agreement.withdraw" })).toBe("ok");
  expect(desk.journal.agreements.size).toBe(0);
});

test("[J12] a party or activity that is not in the plan agrees to nothing", () => {
  const desk = new JournalDesk();
  desk.facts = { ...FACTS, terms: null };
  const wish = { type: "agreement.give", activity: ACTIVITY, party: PARTY } as const;
  expect(desk.give("participant", "anja-0001", wish)).toBe("not-found");
});
