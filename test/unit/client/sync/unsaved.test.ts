import {
  initialUnsaved,
  reduceUnsaved,
  saveState,
  type Unsaved,
  type UnsavedEvent,
} from "@planwand/client/sync/unsaved.ts";
import { expect, test } from "vitest";

const after = (...events: readonly UnsavedEvent[]): Unsaved =>
  events.reduce(reduceUnsaved, initialUnsaved(0));
const opened = { type: "opened" } as const;
const joined = { type: "joined" } as const;
const edited = { type: "edited" } as const;
const closed = { type: "closed" } as const;
const restarted = { type: "restarted" } as const;
const sent = (edits: number, isAll = true): UnsavedEvent => ({ type: "sent", edits, isAll, bytes: 10 });
const echoed = (token: number): UnsavedEvent => ({ type: "echoed", token });
/** A connection on which nothing waited. */
const inStep = [opened, joined, restarted, sent(0), echoed(1)] as const;

test("[C1] a fresh connection is saved only after its first echo", () => {
  expect(saveState(after())).toBe("saving");
  expect(saveState(after(opened, joined, restarted, sent(0)))).toBe("saving");
  expect(saveState(after(...inStep))).toBe("saved");
});

test("[C1] an edit made while a barrier is on its way waits for the next one", () => {
  const first = after(...inStep, edited, sent(1), edited, sent(1));
  expect(first.outstanding).toMatchObject({ token: 2, edits: 1 });
  const second = reduceUnsaved(first, echoed(2));
  expect([saveState(second), second.edits]).toEqual(["saving", 1]);
  expect(second.outstanding).toMatchObject({ token: 3, edits: 1 });
  expect(saveState(reduceUnsaved(second, echoed(3)))).toBe("saved");
});

test("[C1] an edit that was not sent is not confirmed by an echo", () => {
  const unsent = after(...inStep, edited, { type: "probed" }, echoed(2));
  expect([saveState(unsent), unsent.edits]).toEqual(["saving", 1]);
});

test("[C19] an edit in parts is saved with the echo of its last part", () => {
  const first = after(...inStep, edited, sent(0, false), echoed(2));
  expect([saveState(first), first.edits]).toEqual(["saving", 1]);
  const last = [sent(1), echoed(3)].reduce(reduceUnsaved, first);
  expect([saveState(last), last.edits]).toEqual(["saved", 0]);
});

test("[C2] an echo that nobody waits for changes nothing", () => {
  const waiting = after(...inStep, edited, sent(1));
  for (const token of [0, 1, 3, 99]) expect(reduceUnsaved(waiting, echoed(token))).toBe(waiting);
});

test("[C3] edits without a connection are saved once all that waited was echoed after joining again", () => {
  const offline = after(...inStep, edited, sent(1), closed, edited, edited);
  expect([saveState(offline), offline.edits, offline.outstanding]).toEqual(["offline", 3, null]);
  const back = [opened, joined, restarted, sent(0, false)].reduce(reduceUnsaved, offline);
  expect(back.outstanding).toMatchObject({ token: 3, edits: 0, isAll: false });
  const half = reduceUnsaved(back, echoed(3));
  expect(saveState(half)).toBe("saving");
  expect(saveState([sent(3), echoed(4)].reduce(reduceUnsaved, half))).toBe("saved");
});

test("[C3] edits left over from before a reload count until the echo", () => {
  const state = [opened, joined, restarted, sent(4)].reduce(reduceUnsaved, initialUnsaved(4));
  expect([saveState(state), state.edits]).toEqual(["saving", 4]);
  expect(saveState(reduceUnsaved(state, echoed(1)))).toBe("saved");
});

test("[C4] a refusal shows until all was echoed that was sent after it, also without a connection", () => {
  const refused = after(...inStep, edited, sent(1), { type: "refused", code: "too-large" });
  expect(saveState(refused)).toBe("error");
  expect(saveState(reduceUnsaved(refused, closed))).toBe("error");
  // The barrier that covered what was refused is worth nothing any more.
  expect(reduceUnsaved(refused, echoed(2))).toBe(refused);
  const again = [restarted, sent(0, false), echoed(3)].reduce(reduceUnsaved, refused);
  expect(saveState(again)).toBe("error");
  expect(saveState([sent(1), echoed(4)].reduce(reduceUnsaved, again))).toBe("saved");
});

test("[C4] being asked for our state again shows no error, and confirms nothing", () => {
  const asked = after(...inStep, edited, sent(1), { type: "refused", code: "resync" }, echoed(2));
  expect([saveState(asked), asked.edits]).toEqual(["saving", 1]);
});

test("[C5] a probe sends a barrier and leaves the badge as it is", () => {
  const quiet = after(...inStep);
  const probed = reduceUnsaved(quiet, { type: "probed" });
  expect(probed.outstanding).toMatchObject({ token: 2, edits: 0 });
  expect(saveState(probed)).toBe("saved");
  expect(reduceUnsaved(probed, { type: "probed" })).toBe(probed);
  const offline = after(opened, joined, closed);
  expect(reduceUnsaved(offline, { type: "probed" })).toBe(offline);
});
