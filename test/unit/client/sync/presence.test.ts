import type { Seat } from "@planwand/client/sync/seat.ts";
import { createStore } from "@planwand/client/sync/store.ts";
import { followPresence } from "@planwand/client/sync/presence.ts";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";

const anja = { id: "actor-anja-1", name: "Anja", circle: "ict", color: "#1d6f8a" } as const;
const bram = {
  id: "actor-bram-1",
  name: "Bram",
  circle: "onderwijs",
  color: "#8a1d6f",
  role: "editor",
} as const;
const chris = { id: "actor-chris-1", name: "Chris", circle: null, color: "#6f8a1d", role: "viewer" } as const;

const open: Y.Doc[] = [];
afterEach(() => {
  for (const doc of open.splice(0)) doc.destroy();
});

function newAwareness(): Awareness {
  const doc = new Y.Doc();
  open.push(doc);
  return new Awareness(doc);
}

/** A page of Anja, and a way to let others' presence come in as the server sends it. */
function page() {
  const awareness = newAwareness();
  const seat = createStore<Seat>({ actor: anja, role: "owner" });
  const handle = followPresence(awareness, seat);
  return {
    awareness,
    seat,
    handle,
    now: () => handle.store.getSnapshot(),
    /** Returns how to change that other's state. */
    other(state: Record<string, unknown>) {
      const theirs = newAwareness();
      const show = (next: Record<string, unknown>) => {
        theirs.setLocalState(next);
        applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), "server");
      };
      show(state);
      return show;
    },
  };
}

test("[C7] two tabs of one person are one person, and oneself comes first", () => {
  const { other, now } = page();
  other({ user: chris });
  other({ user: bram, focus: { activity: "activity-1", field: null } });
  other({ user: bram, focus: { activity: "activity-1", field: "why" } });
  expect(now().people.map(({ name, isSelf }) => [name, isSelf])).toEqual([
    ["Anja", true],
    ["Bram", false],
    ["Chris", false],
  ]);
  expect(now().atActivity("activity-1")).toEqual([{ ...bram, isSelf: false, field: "why", isTyping: false }]);
});

test("[C7] another tab of mine is not among the others", () => {
  const { other, now } = page();
  other({
    user: { ...anja, role: "owner" },
    focus: { activity: "activity-1", field: null },
    dragging: "activity-2",
  });
  expect(now().people).toHaveLength(1);
  expect(now().atActivity("activity-1")).toEqual([]);
  expect(now().dragging("activity-2")).toBeNull();
});

test("[C7] what is no presence is passed over", () => {
  const { other, now } = page();
  const garbage = [
    {},
    { user: null },
    { user: "Bram" },
    { user: { ...bram, color: "red" } },
    { user: { ...bram, role: "king" } },
    { user: { ...bram, name: 7 } },
  ];
  for (const state of garbage) other(state);
  expect(now().people).toHaveLength(1);
  other({ user: bram, focus: "activity-1", dragging: 4, typing: "yes" });
  expect(now().people).toHaveLength(2);
  expect(now().atActivity("activity-1")).toEqual([]);
});

test("[C8] what did not change is the very same value", () => {
  const { other, now } = page();
  const show = other({ user: bram, focus: { activity: "activity-1", field: "why" } });
  other({ user: chris, dragging: "activity-2" });
  const before = now();
  show({ user: bram, focus: { activity: "activity-1", field: "why" }, cursor: { anchor: 1, head: 2 } });
  expect(now()).not.toBe(before);
  expect(now().people).toBe(before.people);
  expect(now().atActivity("activity-1")).toBe(before.atActivity("activity-1"));
  expect(now().atActivity("activity-9")).toBe(before.atActivity("activity-8"));
  expect(now().dragging("activity-2")).toBe(before.dragging("activity-2"));
});

test("[C8] telling the same again sends nothing", () => {
  const { awareness, handle } = page();
  let told = 0;
  awareness.on("update", () => told++);
  handle.setDragging("activity-1");
  handle.setDragging("activity-1");
  handle.setTyping(true);
  handle.setTyping(true);
  expect(told).toBe(2);
});

test("[U41] whoever is called otherwise is so to themselves too, in the list and at the caret", () => {
  const { awareness, seat, now, handle } = page();
  seat.set({ actor: { ...anja, name: "Anja de Vries", circle: "bestuur" }, role: "owner" });
  expect(now().people).toEqual([
    { ...anja, name: "Anja de Vries", circle: "bestuur", role: "owner", isSelf: true },
  ]);
  expect(awareness.getLocalState()?.["user"]).toEqual({ name: "Anja de Vries", color: anja.color });
  handle.close();
  seat.set({ actor: anja, role: "owner" });
  expect(now().people[0]?.name).toBe("Anja de Vries");
});

test("[U42] where somebody is, is what they tell, and of two pages the one on which they work", () => {
  const { other, now } = page();
  const show = other({ user: bram, view: "table" });
  expect(now().placeOf(bram.id)).toEqual({ view: "table", activity: null });
  other({ user: bram, view: "wall", focus: { activity: "activity-1", field: null } });
  const place = now().placeOf(bram.id);
  expect(place).toEqual({ view: "wall", activity: "activity-1" });
  show({ user: bram, view: "goals" });
  expect(now().placeOf(bram.id)).toBe(place);
  other({ user: chris, view: 5 });
  expect(now().placeOf(chris.id)).toEqual({ view: null, activity: null });
  expect(now().placeOf(anja.id)).toBeNull();
});
