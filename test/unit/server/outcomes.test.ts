import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { Outcomes } from "@planwand/server/storage/outcomes.ts";
import { StorageUnavailable } from "@planwand/server/storage/port.ts";
import { repeating } from "@planwand/server/storage/repeating.ts";
import { Faults, failingStorage } from "../../builders/failing-storage.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";

const silent = pino({ level: "silent" });

describe("outcomes", () => {
  let isOut: boolean;
  let outcomes: Outcomes;
  const probe = () => (isOut ? Promise.reject(new StorageUnavailable("out")) : Promise.resolve());

  beforeEach(() => {
    vi.useFakeTimers();
    isOut = true;
    outcomes = new Outcomes({ probe }, silent);
  });
  afterEach(async () => {
    await outcomes.close();
    vi.useRealTimers();
  });

  test("[S43] nobody looks before storage takes writes; then each does once, and no more", async () => {
    const looks: string[] = [];
    outcomes.unknown("a", async () => void looks.push("a"));
    outcomes.unknown("b", async () => void looks.push("b"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toEqual([]);
    await expect(outcomes.settle("a")).rejects.toBeInstanceOf(StorageUnavailable);
    isOut = false;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(looks).toEqual(["a", "b"]);
    await outcomes.settle("a");
    expect(looks).toEqual(["a", "b"]);
  });

  test("[S43] who cannot tell yet is asked again, and holds up nobody", async () => {
    isOut = false;
    const looks: string[] = [];
    outcomes.unknown("a", async () => {
      looks.push("a");
      if (looks.length < 5) throw new Error("not yet");
    });
    outcomes.unknown("b", async () => void looks.push("b"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks).toEqual(["a", "b", "a", "a", "a"]);
  });

  test("[S43] what is unknown again while somebody looks is looked at anew, after another probe", async () => {
    isOut = false;
    const looks: string[] = [];
    outcomes.unknown("a", async () => {
      looks.push("first");
      isOut = true;
      outcomes.unknown("a", async () => void looks.push("second"));
    });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(looks).toEqual(["first"]);
    await expect(outcomes.settle("a")).rejects.toBeInstanceOf(StorageUnavailable);
    isOut = false;
    await outcomes.settle("a");
    expect(looks).toEqual(["first", "second"]);
  });

  test("[S43] a look that is asked for does not wait for its turn", async () => {
    let hasLooked = false;
    outcomes.unknown("a", async () => void (hasLooked = true));
    isOut = false;
    await outcomes.settle("a");
    expect(hasLooked).toBe(true);
  });
});

describe("repeating", () => {
  let parts: ServerParts;
  let faults: Faults;
  const unknown: string[] = [];

  beforeEach(() => {
    parts = serverParts();
    faults = new Faults();
    unknown.length = 0;
  });
  afterEach(() => parts.close());

  async function newKey() {
    const who = {
      name: "Anja",
      circle: "ict",
      session: null,
      isHostBound: false,
      isSharedDevice: false,
    } as const;
    const wanted = { title: "Plan", template: "blank", language: "nl", ...who } as const;
    const created = await createPlan(parts, wanted, "here");
    const limits = {
      createdAt: 1,
      expiresAt: null,
      maxUses: null,
      name: "",
      origin: "person",
      maker: null,
    } as const;
    return { id: "key-00000001", planId: created.plan.id, role: "viewer", hash: "hash", ...limits } as const;
  }
  const storage = () =>
    repeating(failingStorage(parts.storage, faults.of), (store) => void unknown.push(store));

  test.each(["before", "after", "late"] as const)(
    "[S42] a call that fails %s is made once more, and nobody hears of it",
    async (fault) => {
      const key = await newKey();
      faults.next("access.addKey", fault);
      await storage().access.addKey(key);
      expect(await parts.storage.access.keyByHash("hash")).toEqual({
        ...key,
        uses: 0,
        usedAt: null,
        revokedAt: null,
      });
      expect(unknown).toEqual([]);
    },
  );

  test("[S42] one that fails twice, or finds storage still out, is told to be unknown", async () => {
    const key = await newKey();
    faults.next("access.addKey", "before", "after");
    await expect(storage().access.addKey(key)).rejects.toBeInstanceOf(StorageUnavailable);
    faults.isOut = true;
    await expect(storage().access.deleteSession("session-00001")).rejects.toBeInstanceOf(StorageUnavailable);
    expect(unknown).toEqual(["access", "access"]);
  });

  test("[S42] a mistake is none of storage's, and appending is never repeated", async () => {
    const row = { planId: "no-such-plan", seq: 1, actorId: "a", at: 1, bytes: new Uint8Array([0, 0]) };
    faults.next("log.append", "before");
    await expect(storage().log.append([], [])).rejects.toBeInstanceOf(StorageUnavailable);
    await expect(storage().log.append([row], [])).rejects.toThrow("no such plan");
    const key = await newKey();
    await expect(storage().access.addKey({ ...key, planId: "x" })).rejects.toThrow();
    expect(unknown).toEqual([]);
  });
});
