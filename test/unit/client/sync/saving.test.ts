import { createSaving } from "@planwand/client/sync/saving.ts";
import { saveState } from "@planwand/client/sync/unsaved.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function newSaving() {
  const sent: number[] = [];
  const heard = { deaths: 0 };
  const saving = createSaving(0, {
    // A barrier is two varints: its kind and, while it is below 128, its token in one byte.
    send: (message) => sent.push(message.at(-1) ?? -1),
    onDead: () => heard.deaths++,
    changed: () => undefined,
  });
  saving.dispatch({ type: "opened" });
  saving.dispatch({ type: "joined" });
  return { saving, sent, heard };
}

test("[C2] each barrier is sent once", () => {
  const { saving, sent } = newSaving();
  saving.dispatch({ type: "edited" });
  saving.dispatch({ type: "edited" });
  expect(sent).toEqual([1]);
  saving.dispatch({ type: "echoed", token: 1 });
  expect(sent).toEqual([1, 2]);
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

test("[C4] an echo that is held back because of a refusal is no dead connection", () => {
  const { saving, heard } = newSaving();
  saving.dispatch({ type: "refused", code: "server-readonly" });
  vi.advanceTimersByTime(60_000);
  expect([heard.deaths, saveState(saving.now())]).toEqual([0, "error"]);
});
