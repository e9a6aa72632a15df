import { SHARED_VIEWS_MAX } from "@planwand/shared/journal/limits.ts";
import { expect, test } from "vitest";
import { idOf, JournalDesk } from "../../builders/journal.ts";

const VIEW = idOf("view", 1);
const save = { type: "view.save", view: VIEW, name: "Van ICT", address: "?filter=&circle=ict" } as const;
const remove = { type: "view.remove", view: VIEW } as const;

test("[J40] an editor shares a view; a participant and a viewer may not", () => {
  const desk = new JournalDesk();
  expect(desk.give("viewer", "vera-0001", save)).toBe("role-too-low");
  expect(desk.give("participant", "piet-0001", save)).toBe("role-too-low");
  expect(desk.give("editor", "anja-0001", save)).toBe("ok");
  expect(desk.journal.views.get(VIEW)).toMatchObject({ name: "Van ICT", by: "anja-0001" });
});

test("[J40] who shared it, or a facilitator, renames and removes it, and it stays whose it was", () => {
  const desk = new JournalDesk();
  desk.give("editor", "anja-0001", save);
  expect(desk.give("editor", "bram-0001", { ...save, name: "Anders" })).toBe("not-yours");
  expect(desk.give("editor", "bram-0001", remove)).toBe("not-yours");
  expect(desk.give("facilitator", "cor-00001", { ...save, name: "Voor ICT" })).toBe("ok");
  expect(desk.journal.views.get(VIEW)).toMatchObject({ name: "Voor ICT", by: "anja-0001" });
  const before = desk.events.length;
  expect(desk.give("editor", "anja-0001", { ...save, name: "Voor ICT" })).toBe("ok");
  expect(desk.events.length).toBe(before);
  expect(desk.give("editor", "anja-0001", remove)).toBe("ok");
  expect(desk.journal.views.size).toBe(0);
  expect(desk.give("editor", "anja-0001", remove)).toBe("ok");
});

test("[J40] an address that leads out of the plan is no view, and there are a hundred at most", () => {
  const desk = new JournalDesk();
  for (const address of ["https://elders.example", "/../andere", "?a=b#c", "/people/x", "? x"])
    expect(() => desk.give("editor", "anja-0001", { ...save, address })).toThrow();
  for (let number = 0; number < SHARED_VIEWS_MAX; number++)
    desk.give("editor", "anja-0001", { ...save, view: idOf("view", number) });
  expect(desk.give("editor", "anja-0001", { ...save, view: idOf("view", 999) })).toBe("too-many");
  expect(desk.give("editor", "anja-0001", { ...save, view: idOf("view", 5), name: "Nieuw" })).toBe("ok");
});
