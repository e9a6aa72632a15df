import { command } from "@planwand/shared/journal/commands.ts";
import { COMMENT_MAX_LENGTH } from "@planwand/shared/journal/limits.ts";
import { expect, test } from "vitest";
import { ACTIVITY, FACTS, idOf, JournalDesk } from "../../builders/journal.ts";

const anchor = { kind: "activity", id: ACTIVITY } as const;
const FIRST = idOf("comment", 1);
const SECOND = idOf("comment", 2);

function withComment(): JournalDesk {
  const desk = new JournalDesk();
  expect(
    desk.give("participant", "anja-0001", { type: "comment.add", comment: FIRST, anchor, text: "Wie?" }),
  ).toBe("ok");
  return desk;
}

test("[J1] a viewer cannot speak", () => {
  const desk = new JournalDesk();
  const said = desk.give("viewer", "vera-0001", { type: "comment.add", comment: FIRST, anchor, text: "Ik" });
  expect(said).toBe("role-too-low");
  expect(desk.events).toEqual([]);
});

test("[J1] a participant comments but decides nothing", () => {
  const desk = withComment();
  const decision = idOf("decision", 1);
  for (const wish of [
    { type: "decision.take", decision, decidedOn: "2026-11-24" },
    { type: "comment.became", comment: FIRST, kind: "decision", offspring: decision },
    { type: "member.anonymise", member: "anja-0001" },
  ] as const) {
    expect(desk.give("participant", "anja-0001", wish)).toBe("role-too-low");
  }
});

test("[J8] whoever speaks is introduced, once, and again under another name", () => {
  const desk = withComment();
  desk.give("participant", "anja-0001", { type: "comment.add", comment: SECOND, anchor, text: "Weer ik" });
  expect(desk.events.map(({ type }) => type)).toEqual([
    "member.introduced",
    "comment.added",
    "comment.added",
  ]);
  expect(desk.journal.members.get("anja-0001")?.name).toBe("Naam van anja-0001");
});

test("[J3] a comment is changed by its writer only", () => {
  const desk = withComment();
  const edit = { type: "comment.edit", comment: FIRST, text: "Wie doet dit?" } as const;
  expect(desk.give("owner", "bram-0001", edit)).toBe("not-yours");
  expect(desk.give("participant", "anja-0001", edit)).toBe("ok");
  const comment = desk.journal.comments.get(FIRST);
  expect(comment).toMatchObject({ text: "Wie doet dit?", by: "anja-0001" });
  expect(comment?.editedAt).toBeGreaterThan(comment?.at ?? Infinity);
});

test("[J3] a comment is withdrawn by its writer or a facilitator", () => {
  const withdraw = { type: "comment.withdraw", comment: FIRST } as const;
  expect(withComment().give("editor", "bram-0001", withdraw)).toBe("not-yours");
  for (const [role, actor] of [
    ["participant", "anja-0001"],
    ["facilitator", "bram-0001"],
  ] as const) {
    const desk = withComment();
    expect(desk.give(role, actor, withdraw)).toBe("ok");
    expect(desk.journal.comments.get(FIRST)).toMatchObject({ text: "", withdrawn: { by: actor } });
    const edit = { type: "comment.edit", comment: FIRST, text: "Toch" } as const;
    expect(desk.give("participant", "anja-0001", edit)).toBe("withdrawn");
  }
});

test("[J4] a thread is resolved by whoever began it or may write the plan", () => {
  const desk = withComment();
  const resolve = { type: "thread.resolve", comment: FIRST } as const;
  expect(desk.give("participant", "cor-00001", resolve)).toBe("not-yours");
  expect(desk.give("participant", "anja-0001", resolve)).toBe("ok");
  expect(desk.journal.comments.get(FIRST)?.resolved?.by).toBe("anja-0001");
  expect(desk.give("editor", "bram-0001", { type: "thread.reopen", comment: FIRST })).toBe("ok");
  expect(desk.journal.comments.get(FIRST)?.resolved).toBeNull();
});

test("[J5] a reply to a reply belongs to the thread and to what that is about", () => {
  const desk = withComment();
  const elsewhere = { kind: "plan", id: "plan" } as const;
  const reply = { type: "comment.add", anchor: elsewhere, text: "Ik" } as const;
  desk.give("editor", "bram-0001", { ...reply, comment: SECOND, replyTo: FIRST });
  const third = idOf("comment", 3);
  desk.give("editor", "bram-0001", { ...reply, comment: third, replyTo: SECOND });
  expect(desk.journal.comments.get(third)).toMatchObject({ replyTo: FIRST, anchor });
  expect(desk.give("editor", "bram-0001", { type: "thread.resolve", comment: SECOND })).toBe("not-found");
});

test("[J6] what is so already, or is not there, writes nothing", () => {
  const desk = withComment();
  const before = desk.events.length;
  const add = { type: "comment.add", comment: FIRST, anchor, text: "Nog eens" } as const;
  expect(desk.give("participant", "bram-0001", add)).toBe("exists");
  expect(desk.give("editor", "bram-0001", { type: "comment.edit", comment: SECOND, text: "Niets" })).toBe(
    "not-found",
  );
  const reply = { ...add, comment: SECOND, replyTo: idOf("comment", 9) };
  expect(desk.give("editor", "bram-0001", reply)).toBe("not-found");
  expect(desk.give("editor", "bram-0001", { type: "thread.reopen", comment: FIRST })).toBe("ok");
  expect(desk.give("owner", "anja-0001", { type: "comment.edit", comment: FIRST, text: "Wie?" })).toBe("ok");
  expect(desk.events).toHaveLength(before);
});

test.each([
  ["empty", { text: "   " }],
  ["too long", { text: "a".repeat(COMMENT_MAX_LENGTH + 1) }],
  ["about something unknown", { anchor: { kind: "party", id: ACTIVITY } }],
  ["about no id", { anchor: { kind: "activity", id: "__proto__" } }],
  ["without an id", { comment: "" }],
  [
    "calling upon too many",
    { mentions: Array.from({ length: 21 }, () => ({ kind: "party", id: ACTIVITY })) },
  ],
])("[J7] a comment that is %s is refused", (_, wrong) => {
  const given = {
    type: "comment.add",
    id: idOf("command", 1),
    comment: FIRST,
    anchor,
    text: "Goed",
    ...wrong,
  };
  expect(command.safeParse(given).success).toBe(false);
});

test("[J16] somebody made anonymous has no name any more, and what they said still stands", () => {
  const desk = withComment();
  expect(desk.give("owner", "bram-0001", { type: "member.anonymise", member: "anja-0001" })).toBe("ok");
  expect(desk.journal.members.get("anja-0001")).toEqual({ id: "anja-0001", name: null, circle: null });
  expect(desk.journal.comments.get(FIRST)?.text).toBe("Wie?");
  expect(desk.give("owner", "bram-0001", { type: "member.anonymise", member: "nobody-001" })).toBe(
    "not-found",
  );
  // Somebody who came in and never said a word has a name too.
  desk.facts = { ...FACTS, isMember: true };
  expect(desk.give("owner", "bram-0001", { type: "member.anonymise", member: "stil-00001" })).toBe("ok");
});
