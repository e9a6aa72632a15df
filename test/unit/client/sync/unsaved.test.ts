import {
  initialUnsaved,
  reduceUnsaved,
  saveState,
  type Unsaved,
  type UnsavedEvent,
} from "@planwand/client/sync/unsaved.ts";
import * as fc from "fast-check";
import { expect, test } from "vitest";

const after = (...events: readonly UnsavedEvent[]): Unsaved =>
  events.reduce(reduceUnsaved, initialUnsaved(0));
const opened = { type: "opened" } as const;
const joined = { type: "joined" } as const;
const edited = { type: "edited" } as const;
const closed = { type: "closed" } as const;
const echoed = (token: number): UnsavedEvent => ({ type: "echoed", token });

test("[C1] a fresh connection is saved only after its first echo", () => {
  expect(saveState(after())).toBe("saving");
  expect(saveState(after(opened, joined))).toBe("saving");
  expect(saveState(after(opened, joined, echoed(1)))).toBe("saved");
});

test("[C1] an edit made while a barrier is on its way waits for the next one", () => {
  const first = after(opened, joined, echoed(1), edited, edited);
  expect(first.outstanding).toEqual({ token: 2, edits: 1 });
  const second = reduceUnsaved(first, echoed(2));
  expect([saveState(second), second.edits, second.outstanding]).toEqual([
    "saving",
    1,
    { token: 3, edits: 1 },
  ]);
  expect(saveState(reduceUnsaved(second, echoed(3)))).toBe("saved");
});

test("[C2] an echo that nobody waits for changes nothing", () => {
  const waiting = after(opened, joined, echoed(1), edited);
  for (const token of [0, 1, 3, 99]) expect(reduceUnsaved(waiting, echoed(token))).toBe(waiting);
});

test("[C3] edits without a connection are covered by one barrier after joining again", () => {
  const offline = after(opened, joined, echoed(1), edited, closed, edited, edited);
  expect([saveState(offline), offline.edits, offline.outstanding]).toEqual(["offline", 3, null]);
  const open = reduceUnsaved(offline, opened);
  expect(open.outstanding).toBeNull();
  const back = reduceUnsaved(open, joined);
  expect(back.outstanding).toEqual({ token: 3, edits: 3 });
  expect(saveState(reduceUnsaved(back, echoed(3)))).toBe("saved");
});

test("[C3] edits left over from before a reload count until the first echo", () => {
  const state = [opened, joined].reduce(reduceUnsaved, initialUnsaved(4));
  expect([saveState(state), state.edits]).toEqual(["saving", 4]);
  expect(saveState(reduceUnsaved(state, echoed(1)))).toBe("saved");
});

test("[C4] a refusal shows until an echo, also without a connection", () => {
  const refused = after(opened, joined, echoed(1), edited, { type: "refused", code: "too-large" });
  expect(saveState(refused)).toBe("error");
  expect(saveState(reduceUnsaved(refused, closed))).toBe("error");
  expect(saveState(reduceUnsaved(refused, echoed(2)))).toBe("saved");
});

test("[C4] being asked for our state again shows nothing", () => {
  const before = after(opened, joined, echoed(1), edited);
  expect(reduceUnsaved(before, { type: "refused", code: "resync" })).toBe(before);
});

test("[C5] a probe sends a barrier and leaves the badge as it is", () => {
  const quiet = after(opened, joined, echoed(1));
  const probed = reduceUnsaved(quiet, { type: "probed" });
  expect(probed.outstanding).toEqual({ token: 2, edits: 0 });
  expect(saveState(probed)).toBe("saved");
  expect(reduceUnsaved(probed, { type: "probed" })).toBe(probed);
  const offline = after(opened, joined, closed);
  expect(reduceUnsaved(offline, { type: "probed" })).toBe(offline);
});

/** A server that echoes what it was sent in order, late, or never, over connections that break at any moment. */
const step = fc.constantFrom("edit", "open", "join", "close", "echo", "probe", "resync");

test("[C1][C2] whatever happens, saved means that the server has echoed everything", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let state = initialUnsaved(0);
      let made = 0;
      /** How many edits the server has when it echoes a token; a token is worth nothing on another connection. */
      let onTheWay = new Map<number, number>();
      let durable = 0;
      let lastToken = 0;
      const go = (event: UnsavedEvent): void => {
        const before = state.outstanding;
        state = reduceUnsaved(state, event);
        if (state.outstanding === before || state.outstanding === null) return;
        expect(state.outstanding.token).toBeGreaterThan(lastToken);
        lastToken = state.outstanding.token;
        onTheWay.set(lastToken, made);
      };
      for (const name of steps) {
        const isOpen = state.link === "open" || state.link === "joined";
        if (name === "edit") {
          made++;
          go(edited);
        } else if (name === "open" && !isOpen) go(opened);
        else if (name === "join" && state.link === "open") go(joined);
        else if (name === "close" && isOpen) {
          onTheWay = new Map();
          go(closed);
        } else if (name === "probe") go({ type: "probed" });
        else if (name === "resync") go({ type: "refused", code: "resync" });
        else if (name === "echo") {
          const [token, covers] = [...onTheWay][0] ?? [0, 0];
          onTheWay.delete(token);
          durable = Math.max(durable, covers);
          go(echoed(token));
        }
        if (saveState(state) === "saved") expect(durable).toBe(made);
        expect(state.edits).toBeGreaterThanOrEqual(0);
        expect(onTheWay.size).toBeLessThanOrEqual(1);
      }
    }),
  );
});
