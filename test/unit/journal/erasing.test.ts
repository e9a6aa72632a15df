import { describe, expect, test } from "vitest";
import { verifyChain } from "@planwand/shared/journal/chain.ts";
import { erases, withoutNames } from "@planwand/shared/journal/erasing.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { placesOfName } from "@planwand/shared/views/name-places.ts";
import { DECISION, idOf, JournalDesk, PARTY, sha256 } from "../../builders/journal.ts";
import { exampleToCheck } from "../../builders/checked-example.ts";

const ANJA = "anja-00001";
const BRAM = "bram-00001";
const PLAN = { kind: "plan", id: "plan" } as const;
const [FIRST, SECOND, THIRD] = [idOf("comment", 1), idOf("comment", 2), idOf("comment", 3)];
const SNAPSHOT = idOf("snapshot", 1);

/** Anja, as the desk calls her, said and did much; Bram named her. */
function talkedOver(): JournalDesk {
  const desk = new JournalDesk();
  desk.give("owner", ANJA, { type: "comment.add", comment: FIRST, anchor: PLAN, text: "Van mij" });
  desk.give("owner", ANJA, { type: "decision.take", decision: DECISION, decidedOn: "2026-11-01" });
  desk.give("owner", ANJA, { type: "decision.reopen", decision: DECISION, reason: "Te vroeg" });
  desk.give("owner", ANJA, { type: "snapshot.take", snapshot: SNAPSHOT, name: "Mijn stand" });
  const version = { snapshot: SNAPSHOT, party: PARTY, adoptedOn: "2026-11-01", remark: "Mooi" } as const;
  desk.give("owner", ANJA, { type: "version.adopt", ...version });
  desk.give("owner", ANJA, { type: "view.save", view: idOf("view", 1), name: "Wat ik zie", address: "" });
  const text = `Vraag dat aan naam van ${ANJA}, of @Naam van ${ANJA}!`;
  const mentions = [{ kind: "member" as const, id: ANJA }];
  desk.give("owner", BRAM, { type: "comment.add", comment: SECOND, anchor: PLAN, text, mentions });
  desk.give("owner", BRAM, { type: "comment.add", comment: THIRD, anchor: PLAN, text: "Iets anders" });
  return desk;
}

/** The events as they are kept after all that is erased went, and the chain of them. */
function kept({ events, chain }: JournalDesk) {
  const gone = new Set(
    events.filter((past) => events.some((event) => erases(event, past))).map(({ seq }) => seq),
  );
  return {
    events: events.map((event): JournalEvent => (gone.has(event.seq) ? { ...event, content: null } : event)),
    chain: chain.map((event) => (gone.has(event.seq) ? { ...event, content: null, salt: null } : event)),
  };
}

describe("erasing a person", () => {
  test("[J50][J51] the name goes from the journal and from others' words; what they said stays when that is wanted", () => {
    const desk = talkedOver();
    expect(desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA })).toBe("ok");
    const { events, chain } = kept(desk);
    expect(JSON.stringify(events)).not.toContain(`Naam van ${ANJA}`);
    const journal = reduceJournal(EMPTY_JOURNAL, events);
    expect(journal.members.get(ANJA)?.name).toBeNull();
    expect(journal.comments.get(FIRST)?.text).toBe("Van mij");
    expect(journal.comments.get(SECOND)).toMatchObject({
      text: "Vraag dat aan iemand, of @iemand!",
      by: BRAM,
      mentions: [{ kind: "member", id: ANJA }],
      editedAt: null,
    });
    expect(journal.comments.get(THIRD)?.text).toBe("Iets anders");
    expect(verifyChain(chain, desk.head, sha256)).toEqual([]);
  });

  test("[J50] with their words all that they said goes, decisions and versions stay, and the chain proves the rest", () => {
    const desk = talkedOver();
    expect(desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA, words: true })).toBe("ok");
    const { events, chain } = kept(desk);
    expect(JSON.stringify(events)).not.toMatch(/Van mij|Te vroeg|Mijn stand|Mooi|Wat ik zie/);
    const journal = reduceJournal(EMPTY_JOURNAL, events);
    expect(journal.comments.get(FIRST)).toMatchObject({ text: "", withdrawn: { by: BRAM } });
    expect(journal.seals.get(DECISION)).toMatchObject([
      { by: ANJA, outcome: "Met rekenen.", reopened: { by: ANJA, reason: "" } },
    ]);
    expect(journal.versions).toMatchObject([{ version: "1.0", remark: "" }]);
    expect(journal.snapshots.get(SNAPSHOT)).toMatchObject({ name: "", reason: "" });
    expect(journal.views.size).toBe(0);
    expect(journal.comments.get(THIRD)?.text).toBe("Iets anders");
    expect(verifyChain(chain, desk.head, sha256)).toEqual([]);
    // What is gone without that event is found.
    const before = chain.slice(0, -1);
    const head = before.at(-1) ?? desk.head;
    expect(verifyChain(before, head, sha256).some(({ fault }) => fault === "erased")).toBe(true);
  });

  test("[J50] asking for the words after the name takes those too, and once is enough", () => {
    const desk = talkedOver();
    desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA });
    const seq = desk.events.length;
    desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA });
    expect(desk.events.length).toBe(seq);
    desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA, words: true });
    expect(reduceJournal(EMPTY_JOURNAL, kept(desk).events).comments.get(FIRST)?.text).toBe("");
    const after = desk.events.length;
    desk.give("owner", BRAM, { type: "member.anonymise", member: ANJA, words: true });
    expect(desk.events.length).toBe(after);
  });

  test("[J51] a name is found as words of its own, in any case of letters, the longest first", () => {
    expect(withoutNames("Jan en JAN, Janneke en Jan-Piet", ["Jan"], "iemand")).toBe(
      "iemand en iemand, Janneke en iemand-Piet",
    );
    expect(withoutNames("Jan de Vries en Jan", ["Jan", "Jan de Vries"], "iemand")).toBe("iemand en iemand");
    expect(withoutNames("Éva’s plan", ["éva"], "iemand")).toBe("iemand’s plan");
    expect(withoutNames("(𝒜 Jan)", ["Jan"], "x")).toBe("(𝒜 x)");
    expect(withoutNames("Januari", ["Jan"], "iemand")).toBeNull();
    expect(withoutNames("Jose\u0301 en 👩‍🏫", ["Jose", "👩"], "iemand")).toBeNull();
    expect(withoutNames("", ["Jan", " "], "iemand")).toBeNull();
  });

  test("[J50] where a name stands in the plan itself is told, each entry once", () => {
    const { plan } = exampleToCheck();
    const [card, decision] = [plan.activities[0], plan.decisions[0]];
    if (card === undefined || decision === undefined) throw new Error("the example has both");
    const named = {
      ...plan,
      ambition: "Gerda wil het",
      activities: [{ ...card, names: { executor: "Gerda" }, what: "Met gerda" } as typeof card],
      decisions: [{ ...decision, rationale: "Omdat Gerdatje het zei" }],
    };
    expect(placesOfName(named, "Gerda")).toEqual([
      { kind: "meta", id: "", title: plan.title },
      { kind: "activities", id: card.id, title: card.title },
    ]);
  });
});

describe("how long the past is kept", () => {
  test("[J53] an owner sets it; the same again says nothing; nobody else may", () => {
    const desk = new JournalDesk();
    expect(desk.give("facilitator", ANJA, { type: "retention.set", days: 30 })).toBe("role-too-low");
    expect(desk.give("owner", ANJA, { type: "retention.set", days: null })).toBe("ok");
    expect(desk.journal.retention).toBeNull();
    expect(desk.give("owner", ANJA, { type: "retention.set", days: 30 })).toBe("ok");
    expect(desk.give("owner", ANJA, { type: "retention.set", days: 30 })).toBe("ok");
    expect(desk.journal.retention).toMatchObject({ days: 30, by: ANJA });
    expect(desk.events.filter(({ type }) => type === "retention.set")).toHaveLength(1);
  });

  test("[J53] what went takes the snapshots with it that are too old and not adopted", () => {
    const desk = talkedOver();
    const [old, young] = [idOf("snapshot", 2), idOf("snapshot", 3)];
    desk.give("owner", ANJA, { type: "snapshot.take", snapshot: old, name: "Oud" });
    desk.give("owner", ANJA, { type: "snapshot.take", snapshot: young, name: "Jong" });
    const before = desk.journal.snapshots.get(young)?.at ?? 0;
    const body = { before, planSeq: 4 };
    desk.write("server-000000", [{ type: "history.trimmed", body, content: null }], idOf("command", 99));
    expect([...desk.journal.snapshots.keys()]).toEqual([SNAPSHOT, young]);
    expect(desk.journal.trimmed).toMatchObject(body);
  });
});
