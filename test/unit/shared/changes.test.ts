import { type Change, changeBetween, ChangeList, inShort } from "@planwand/shared/diff/changes.ts";
import type { AnyEntry } from "@planwand/shared/plan/read-any.ts";
import { expect, test } from "vitest";

const entry = (fields: object, isArchived = false): AnyEntry => ({ isArchived, fields });
const MINUTE = 60_000;

function change(seq: number, at: number, given: Partial<Change> = {}): Change {
  const base = { seq, at, actor: "anja", kind: "activities", id: "card", title: "Kaart" } as const;
  return { ...base, change: "changed", fields: [], ...given };
}

const all = (list: ChangeList): readonly Change[] =>
  list.page({ before: null, limit: 100, entry: null }).changes;
const status = (from: string, to: string): Change["fields"] => [{ field: "status", from, to }];

test("[DF4] an entry that came, went, came back or reads differently is told, and nothing else", () => {
  const [old, now] = [entry({ id: "a", title: "A", color: 1 }), entry({ id: "a", title: "B", color: 2 })];
  expect(changeBetween("goals", null, old)).toEqual({ change: "added", fields: [] });
  expect(changeBetween("goals", old, entry({ id: "a" }, true))).toEqual({ change: "archived", fields: [] });
  expect(changeBetween("goals", entry({ id: "a" }, true), now)).toEqual({ change: "restored", fields: [] });
  expect(changeBetween("goals", entry({}, true), null)).toBeNull();
  expect(changeBetween("goals", null, entry({}, true))).toBeNull();
  expect(changeBetween("goals", old, null)).toEqual({ change: "archived", fields: [] });
  expect(changeBetween("domains", old, { ...old, fields: { ...old.fields, color: 5 } })).toBeNull();
  expect(changeBetween("goals", old, now)?.fields).toContainEqual({ field: "title", from: "A", to: "B" });
});

test("[DF5] what one person goes on with within ten minutes is one change, from where it began", () => {
  const list = new ChangeList();
  list.add(change(2, 0, { fields: status("idea", "planned") }));
  list.add(change(3, MINUTE, { fields: status("planned", "active") }));
  list.add(change(4, 2 * MINUTE, { fields: [{ field: "end", from: null, to: "2027-01-01" }] }));
  expect(all(list)).toMatchObject([
    { seq: 4, fields: [...status("idea", "active"), { field: "end", from: null, to: "2027-01-01" }] },
  ]);
  list.add(change(5, 3 * MINUTE, { actor: "bram", fields: status("active", "done") }));
  list.add(change(6, 4 * MINUTE, { fields: status("done", "active") }));
  list.add(change(7, 30 * MINUTE, { fields: status("active", "done") }));
  expect(all(list).map(({ seq }) => seq)).toEqual([7, 6, 5, 4]);
});

test("[DF5] what came back to where it was is not told, and the first name of something new is part of adding it", () => {
  const list = new ChangeList();
  list.add(change(2, 0, { fields: status("idea", "planned") }));
  list.add(change(3, MINUTE, { fields: status("planned", "idea") }));
  expect(all(list)).toEqual([]);
  list.add(change(4, 0, { change: "added", title: "" }));
  list.add(change(5, 1_000, { title: "Nulmeting", fields: [{ field: "title", from: "", to: "Nulmeting" }] }));
  expect(all(list)).toMatchObject([{ change: "added", title: "Nulmeting", seq: 5 }]);
  list.add(change(6, 2_000, { title: "Nulmeting", fields: status("idea", "planned") }));
  expect(all(list)).toHaveLength(2);
});

test("[DF6] a history is read in pages, newest first, of all entries or of one", () => {
  const list = new ChangeList();
  for (let seq = 1; seq <= 10; seq++)
    list.add(
      change(seq, seq * 60 * MINUTE, { id: `card${String(seq % 2)}`, fields: status("idea", "done") }),
    );
  const first = list.page({ before: null, limit: 4, entry: null });
  expect(first.changes.map(({ seq }) => seq)).toEqual([10, 9, 8, 7]);
  const second = list.page({ before: first.next, limit: 4, entry: null });
  expect(second.changes.map(({ seq }) => seq)).toEqual([6, 5, 4, 3]);
  expect(list.page({ before: second.next, limit: 4, entry: null })).toMatchObject({ next: null });
  const odd = list.page({ before: null, limit: 3, entry: "card1" });
  expect(odd.changes.map(({ seq }) => seq)).toEqual([9, 7, 5]);
  expect(list.page({ before: odd.next, limit: 3, entry: "card1" }).changes.map(({ seq }) => seq)).toEqual([
    3, 1,
  ]);
});

test("[DF6] in a list of thousands a long text is cut down to what became different in it", () => {
  const [head, tail] = ["a".repeat(500), "b".repeat(500)];
  const fields = [{ field: "what", from: `${head}oud${tail}`, to: `${head}nieuw${tail}` }];
  const [told] = inShort(change(1, 0, { fields })).fields;
  expect(told?.from).toBe(`…${"a".repeat(40)}oud${"b".repeat(40)}…`);
  expect(told?.to).toBe(`…${"a".repeat(40)}nieuw${"b".repeat(40)}…`);
  const emoji = [{ field: "what", from: "😀".repeat(300), to: "😀".repeat(301) }];
  const [cut] = inShort(change(1, 0, { fields: emoji })).fields;
  expect(JSON.stringify(cut)).not.toMatch(/\\ud[89ab]/i);
  const short = [{ field: "what", from: "oud", to: "nieuw" }];
  expect(inShort(change(1, 0, { fields: short })).fields).toEqual(short);
});
