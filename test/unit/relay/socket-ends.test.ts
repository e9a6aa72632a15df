import { EventEmitter } from "node:events";
import type { Admittance, Standing } from "@planwand/server/access/authenticate.ts";
import { SocketEnds } from "@planwand/server/relay/socket-ends.ts";
import { ok, refuse } from "@planwand/shared/kernel/result.ts";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { now } from "../../builders/clock.ts";

const HOUR_MS = 3_600_000;
const actor = { id: "bram-000001", name: "Bram", circle: "ict", color: "#1d6f8a" } as const;

describe("the end of a socket", () => {
  let standing: Awaited<ReturnType<Standing>>;
  let asked: number;
  const admitted = (validUntilMs: number | null, keyIds = ["key"]): Admittance => ({
    who: { planId: "plan", actor, role: "editor", sessionId: "session", keyIds },
    validUntilMs,
  });

  beforeEach(() => {
    vi.useFakeTimers();
    asked = 0;
  });
  afterEach(() => vi.useRealTimers());

  async function watched(first: Admittance): Promise<{
    readonly ends: SocketEnds;
    readonly codes: number[];
    readonly socket: EventEmitter;
  }> {
    const codes: number[] = [];
    const socket = new EventEmitter();
    standing = ok(first);
    const ends = new SocketEnds({
      standing: async () => (asked++, standing),
      clock: now,
      log: pino({ level: "silent" }),
    });
    ends.watch(socket as never, { close: (code) => void codes.push(code) }, first);
    await vi.advanceTimersByTimeAsync(0);
    return { ends, codes, socket };
  }

  test("[A30] comes at the end of the session, and not before", async () => {
    const { codes } = await watched(admitted(now() + HOUR_MS));
    standing = refuse("unauthenticated");
    await vi.advanceTimersByTimeAsync(HOUR_MS - 1);
    expect(codes).toEqual([]);
    await vi.advanceTimersByTimeAsync(2);
    expect(codes).toEqual([4401]);
  });

  test("[A30] moves with the session: later when it was moved on, sooner when it was moved back", async () => {
    const start = now();
    const { ends, codes } = await watched(admitted(start + 2 * HOUR_MS));
    standing = ok(admitted(start + 5 * HOUR_MS));
    await vi.advanceTimersByTimeAsync(3 * HOUR_MS);
    expect(codes).toEqual([]);
    standing = ok(admitted(start + 4 * HOUR_MS));
    await ends.look();
    standing = refuse("unauthenticated");
    await vi.advanceTimersByTimeAsync(HOUR_MS + 1);
    expect(codes).toEqual([4401]);
  });

  test("[A30] is not brought nearer by a session that lasts longer than a timer can", async () => {
    const { codes } = await watched(admitted(now() + 180 * 24 * HOUR_MS));
    await vi.advanceTimersByTimeAsync(100 * 24 * HOUR_MS);
    expect(codes).toEqual([]);
    expect(asked).toBeLessThan(10);
  });

  test.each([
    ["no-access", 4403],
    ["plan-deleted", 4410],
    ["not-found", 4404],
    ["unauthenticated", 4401],
  ] as const)("[A31] comes when it is looked at and is over: %s", async (refusal, code) => {
    const { ends, codes } = await watched(admitted(null));
    standing = refuse(refusal);
    await ends.look(({ sessionId }) => sessionId === "another");
    expect(codes).toEqual([]);
    await ends.look();
    expect(codes).toEqual([code]);
  });

  test("[A30] with other keys people come back by themselves; so they do when nobody can tell", async () => {
    const first = await watched(admitted(null, ["a", "b"]));
    standing = ok(admitted(null, ["b", "a"]));
    await first.ends.look();
    expect(first.codes).toEqual([]);
    standing = ok(admitted(null, ["b"]));
    await first.ends.look();
    expect(first.codes).toEqual([1013]);
  });

  test("[A30] nobody looks after a socket that is gone", async () => {
    const { ends, codes, socket } = await watched(admitted(now() + HOUR_MS));
    socket.emit("close");
    standing = refuse("unauthenticated");
    await ends.look();
    await vi.advanceTimersByTimeAsync(2 * HOUR_MS);
    expect([codes, asked]).toEqual([[], 1]);
  });
});
