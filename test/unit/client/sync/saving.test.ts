import { createSaving } from "@planwand/client/sync/saving.ts";
import { saveState } from "@planwand/client/sync/unsaved.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const SENT = { type: "sent", edits: 0, isAll: true, bytes: 20 } as const;

function newSaving() {
  const sent: number[] = [];
  const heard = { deaths: 0, confirmed: 0 };
  const saving = createSaving(0, {
    // A barrier is two varints: its kind and, while it is below 128, its token in one byte.
    send: (message) => sent.push(message.at(-1) ?? -1),
    onDead: () => heard.deaths++,
    confirmed: (messages) => (heard.confirmed += messages),
    changed: () => undefined,
  });
  saving.dispatch({ type: "opened" });
  saving.dispatch({ type: "joined" });
  saving.dispatch(SENT);
  return { saving, sent, heard };
}

test("[C2] each barrier is sent once", () => {
  const { saving, sent, heard } = newSaving();
  for (let edit = 0; edit < 2; edit++) {
    saving.dispatch({ type: "edited" });
    saving.dispatch({ ...SENT, edits: 1 });
  }
  expect(sent).toEqual([1]);
  saving.dispatch({ type: "echoed", token: 1 });
  expect([sent, heard.confirmed]).toEqual([[1, 2], 1]);
  saving.dispatch({ type: "echoed", token: 2 });
  expect([sent, heard.confirmed]).toEqual([[1, 2], 3]);
});

test("[C5] a connection that does not echo is given up", () => {
  const { heard } = newSaving();
  vi.advanceTimersByTime(60_000);
  expect(heard.deaths).toBe(1);
});

test("[C5] a connection that echoes, is closed or is left is not", () => {
  for (const last of [{ type: "echoed", token: 1 }, { type: "closed" }] as const) {
    const { saving, heard } = newSaving();
    saving.dispatch(last);
    vi.advanceTimersByTime(60_000);
    expect(heard.deaths).toBe(0);
  }
  const left = newSaving();
  left.saving.close();
  vi.advanceTimersByTime(60_000);
  expect(left.heard.deaths).toBe(0);
});

test("[C4] an echo that is held back because of a refusal is no dead connection, until it takes too long", () => {
  const { saving, heard } = newSaving();
  saving.dispatch({ type: "refused", code: "server-readonly" });
  saving.dispatch({ type: "probed" });
  vi.advanceTimersByTime(60_000);
  expect([heard.deaths, saveState(saving.now())]).toEqual([0, "error"]);
  vi.advanceTimersByTime(60_000);
  expect(heard.deaths).toBe(1);
});

test("[C5] what is on its way over a slow line has the time that it takes", () => {
  const { saving, heard } = newSaving();
  saving.dispatch({ type: "echoed", token: 1 });
  saving.dispatch({ ...SENT, bytes: 48 * 1024 });
  vi.advanceTimersByTime(30_000);
  expect(heard.deaths).toBe(0);
  vi.advanceTimersByTime(30_000);
  expect(heard.deaths).toBe(1);
});
