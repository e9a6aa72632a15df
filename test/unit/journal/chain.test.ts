import { type ChainedEvent, verifyChain } from "@planwand/shared/journal/chain.ts";
import { expect, test } from "vitest";
import { ACTIVITY, DECISION, idOf, JournalDesk, PARTY, sha256 } from "../../builders/journal.ts";

const anchor = { kind: "activity", id: ACTIVITY } as const;

/** A journal in which everything happened once. */
function fullDesk(): JournalDesk {
  const desk = new JournalDesk();
  const comment = idOf("comment", 1);
  const mentions = [{ kind: "party", id: PARTY }] as const;
  desk.give("participant", "anja-0001", {
    type: "comment.add",
    comment,
    anchor,
    text: "Één?",
    mentions: [...mentions],
  });
  desk.give("participant", "anja-0001", { type: "comment.edit", comment, text: "Twee" });
  desk.give("editor", "bram-0001", { type: "thread.resolve", comment });
  desk.give("editor", "bram-0001", { type: "thread.reopen", comment });
  desk.give("editor", "bram-0001", {
    type: "comment.became",
    comment,
    kind: "decision",
    offspring: DECISION,
  });
  desk.give("editor", "bram-0001", { type: "decision.take", decision: DECISION, decidedOn: "2026-11-24" });
  desk.give("editor", "bram-0001", { type: "decision.reopen", decision: DECISION, reason: "Toch niet" });
  desk.give("participant", "anja-0001", { type: "agreement.give", activity: ACTIVITY, party: PARTY });
  desk.give("participant", "anja-0001", { type: "agreement.withdraw", activity: ACTIVITY, party: PARTY });
  const why = { field: "end", from: "2026-12-01", to: "2027-01-01", reason: "Leverancier" } as const;
  desk.give("editor", "bram-0001", { type: "change.explain", activity: ACTIVITY, ...why });
  return desk;
}

test("[J15] a journal as it was written has no faults", () => {
  const desk = fullDesk();
  expect(verifyChain(desk.chain, desk.head, sha256)).toEqual([]);
  expect(verifyChain([], { seq: 0, hash: "" }, sha256)).toEqual([]);
});

/** Every text and number of an event with one bit of one character or digit other than it was. */
function* flipped(event: ChainedEvent): Generator<ChainedEvent> {
  for (const [field, value] of Object.entries(event)) {
    if (typeof value === "number") {
      for (let bit = 0; bit < 8; bit++) yield { ...event, [field]: value ^ (1 << bit) };
    }
    if (typeof value !== "string") continue;
    for (let at = 0; at < value.length; at++) {
      for (let bit = 0; bit < 7; bit++) {
        const other = String.fromCharCode(value.charCodeAt(at) ^ (1 << bit));
        yield { ...event, [field]: value.slice(0, at) + other + value.slice(at + 1) };
      }
    }
  }
}

test("[J15] every change of one bit of a whole journal is found", () => {
  const { chain, head } = fullDesk();
  let flips = 0;
  chain.forEach((event, index) => {
    for (const changed of flipped(event)) {
      const other = chain.with(index, changed);
      flips++;
      if (verifyChain(other, head, sha256).length === 0)
        throw new Error(`unseen: ${JSON.stringify([event, changed])}`);
    }
  });
  expect(flips).toBeGreaterThan(10_000);
});

test("[J15] events taken out, put in, moved or cut off are found", () => {
  const { chain, head } = fullDesk();
  const last = chain.length - 1;
  expect(verifyChain(chain.toSpliced(3, 1), head, sha256)).not.toEqual([]);
  expect(verifyChain(chain.toSpliced(3, 0, chain[2] as ChainedEvent), head, sha256)).not.toEqual([]);
  expect(verifyChain([...chain].reverse(), head, sha256)).not.toEqual([]);
  expect(verifyChain(chain.slice(0, last), head, sha256)).toEqual([{ seq: last + 1, fault: "end" }]);
});

test("[J16] without the words of a withdrawn comment and a name, the chain still proves the rest", () => {
  const desk = fullDesk();
  desk.give("participant", "anja-0001", { type: "comment.withdraw", comment: idOf("comment", 1) });
  desk.give("owner", "bram-0001", { type: "member.anonymise", member: "anja-0001" });
  const erased = desk.chain.map((event) =>
    event.actor === "anja-0001" ? { ...event, content: null, salt: null } : event,
  );
  expect(verifyChain(erased, desk.head, sha256)).toEqual([]);
});

test("[J17] words that are gone without a reason are found", () => {
  const desk = fullDesk();
  const at = desk.chain.findIndex(({ type }) => type === "comment.edited");
  const event = desk.chain[at];
  if (event === undefined) throw new Error("there is one");
  const erased = desk.chain.with(at, { ...event, content: null, salt: null });
  expect(verifyChain(erased, desk.head, sha256)).toEqual([{ seq: at + 1, fault: "erased" }]);
});
