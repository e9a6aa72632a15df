import type { ActivityChange } from "@planwand/shared/diff/activity-changes.ts";
import type { HistoryEntry } from "@planwand/shared/diff/history.ts";
import { inOne, newsOf, saidSince } from "@planwand/shared/views/news.ts";
import { expect, test } from "vitest";
import { DECISION, idOf, JournalDesk } from "../../builders/journal.ts";

const entry = (at: number, actor: string, activity: string, change: ActivityChange): HistoryEntry => ({
  at,
  actor,
  activity,
  title: `${activity} op ${String(at)}`,
  change,
});
const status = (from: "idea" | "planned" | "active", to: "idea" | "planned" | "active"): ActivityChange => ({
  kind: "status",
  from,
  to,
});

test("steps of one kind are one from begin to end, and what is back is no news", () => {
  expect(inOne([status("idea", "planned"), status("planned", "active")])).toEqual([status("idea", "active")]);
  expect(inOne([status("idea", "planned"), status("planned", "idea")])).toEqual([]);
  expect(inOne([{ kind: "steps" }, { kind: "steps" }, { kind: "text", field: "why" }])).toEqual([
    { kind: "steps" },
    { kind: "text", field: "why" },
  ]);
});

test("what came and went is no news, what came is one thing, and what was put away is only that", () => {
  expect(inOne([{ kind: "added" }, status("idea", "active"), { kind: "archived" }])).toEqual([]);
  expect(inOne([{ kind: "added" }, status("idea", "active")])).toEqual([{ kind: "added" }]);
  expect(inOne([status("idea", "active"), { kind: "archived" }])).toEqual([{ kind: "archived" }]);
  expect(inOne([{ kind: "archived" }, { kind: "restored" }])).toEqual([]);
  expect(inOne([{ kind: "restored" }])).toEqual([{ kind: "restored" }]);
});

test("news is what others did since then, one for each activity, the latest first", () => {
  const entries = [
    entry(10, "anja", "a", status("idea", "planned")),
    entry(30, "anja", "b", { kind: "added" }),
    entry(40, "bram", "a", { kind: "roles" }),
    entry(20, "bram", "a", status("planned", "active")),
    entry(50, "me", "c", { kind: "added" }),
  ];
  expect(newsOf(entries, 10, "me")).toEqual([
    {
      activity: "a",
      title: "a op 40",
      actors: ["bram"],
      at: 40,
      changes: [status("planned", "active"), { kind: "roles" }],
    },
    { activity: "b", title: "b op 30", actors: ["anja"], at: 30, changes: [{ kind: "added" }] },
  ]);
  expect(newsOf(entries, 50, "me")).toEqual([]);
});

test("comments of others are counted for what they are about; a decision taken and reopened says the last", () => {
  const desk = new JournalDesk();
  const add = (number: number, actor: string): void =>
    void desk.give("participant", actor, {
      type: "comment.add",
      comment: idOf("comment", number),
      anchor: { kind: "activity", id: idOf("activity", 1) },
      text: "tekst",
    });
  add(1, "anja-0001");
  add(2, "bram-0001");
  add(3, "me-000001");
  desk.give("editor", "anja-0001", { type: "decision.take", decision: DECISION, decidedOn: "2026-11-24" });
  expect(saidSince(desk.journal, 0, "me-000001")).toMatchObject([
    { kind: "decided", decision: DECISION, by: ["anja-0001"] },
    { kind: "comments", count: 2, by: ["anja-0001", "bram-0001"] },
  ]);
  desk.give("editor", "bram-0001", { type: "decision.reopen", decision: DECISION, reason: "anders" });
  desk.give("participant", "bram-0001", { type: "comment.withdraw", comment: idOf("comment", 2) });
  expect(saidSince(desk.journal, 0, "me-000001")).toMatchObject([
    { kind: "reopened", by: ["bram-0001"] },
    { kind: "comments", count: 1, by: ["anja-0001"] },
  ]);
});
