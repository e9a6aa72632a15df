import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { createPlan } from "@planwand/server/plans/create-plan.ts";
import { PlanUnbuildable } from "@planwand/server/plans/set-aside.ts";
import { type ServerParts, type ServerPartsOptions, serverParts } from "../../builders/app.ts";
import { now } from "../../builders/clock.ts";

let parts: ServerParts;
afterEach(() => parts.close());

/** A server with so many blank plans. */
async function plansOn(count: number, options: ServerPartsOptions): Promise<string[]> {
  parts = serverParts(options);
  const ids: string[] = [];
  const request = { title: "Plan", template: "blank", language: "nl", isSharedDevice: false } as const;
  for (let at = 0; at < count; at++) {
    const created = await createPlan(
      parts,
      { ...request, session: null, isHostBound: false, name: "Anja", circle: "ict" },
      "here",
    );
    ids.push(created.plan.id);
  }
  return ids;
}

/** An update of some megabytes that is far more than a thread may hold once it is read. */
function heavyUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getArray("heavy").insert(
    0,
    Array.from({ length: 1_500_000 }, () => ({ a: 1 })),
  );
  return Y.encodeStateAsUpdate(doc);
}

async function append(planId: string, bytes: Uint8Array): Promise<void> {
  const seq = (await parts.storage.log.lastSeq(planId)) + 1;
  await parts.storage.log.append([{ planId, seq, actorId: "anja-000001", at: 1, bytes }], []);
}

const failureOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => null,
    (error: unknown) => error,
  );

test("[DOC4] a plan that cannot be built is set aside, longer each time, and disturbs no other", async () => {
  let passedMs = 0;
  const clock = (): number => now() + passedMs;
  const [heavy = "", light = ""] = await plansOn(2, { clock, env: { LIMIT_DOCUMENT_MEGABYTES: "64" } });
  await append(heavy, heavyUpdate());
  const failures = await Promise.all(
    Array.from({ length: 5 }, () => failureOf(parts.documents.readPlan(heavy))),
  );
  for (const failure of failures) expect(failure).toBeInstanceOf(PlanUnbuildable);
  expect([parts.documents.isAside(heavy), parts.documents.isAside(light), parts.documents.aside]).toEqual([
    true,
    false,
    1,
  ]);
  expect((await parts.documents.readPlan(light)).title).toBe("Plan");

  // Nothing is tried while it is aside; afterwards once, and then it is left alone for longer.
  const waits = async (): Promise<number> => {
    const failure = await failureOf(parts.documents.compact(heavy));
    return failure instanceof PlanUnbuildable ? failure.retryAfterMs : 0;
  };
  const first = await waits();
  expect(first).toBeLessThanOrEqual(60_000);
  passedMs += 60_001;
  expect(await waits()).toBeGreaterThan(60_000);
  expect((await parts.documents.takeState(light)).seq).toBe(1);
});

test("[DOC4] a kept state or a moment that cannot be built leaves the plan of now alone, and that one leaves them", async () => {
  const [planId = "", other = ""] = await plansOn(2, { env: { LIMIT_DOCUMENT_MEGABYTES: "64" } });
  const { documents } = parts;
  const heavy = { state: heavyUpdate(), sha256: "heavy" };
  const [kept, present] = await Promise.all([
    failureOf(documents.readState(planId, heavy)),
    failureOf(documents.readPlan(planId)),
  ]);
  expect(kept).toBeInstanceOf(PlanUnbuildable);
  expect([present, documents.isAside(planId)]).toEqual([null, false]);
  expect(await failureOf(documents.takeState(planId))).toBeNull();
  expect(await failureOf(documents.readState(planId, heavy))).toBeInstanceOf(PlanUnbuildable);

  const { state, sha256 } = await documents.takeState(other);
  await append(other, heavyUpdate());
  expect(await failureOf(documents.readPlan(other))).toBeInstanceOf(PlanUnbuildable);
  expect((await documents.readState(other, { state, sha256 })).title).toBe("Plan");
  expect(await failureOf(documents.stateAt(other, 1))).toBeNull();
});

test("[DOC31] readings of the same state are one; more than may wait of a plan, or of all, are refused as busy", async () => {
  const env = { LIMIT_PLAN_DOCUMENTS: "3", LIMIT_DOCUMENTS: "12" };
  const ids = await plansOn(8, { env });
  const [first = ""] = ids;
  const same = await Promise.all(Array.from({ length: 200 }, () => parts.documents.readPlan(first)));
  expect(new Set(same).size).toBe(1);
  expect(await parts.documents.readPlan(first)).toBe(same[0]);

  const ask = (planId: string, count: number): Promise<unknown>[] =>
    Array.from({ length: count }, (_, at) => failureOf(parts.documents.stateAt(planId, at + 1)));
  const busy = (failures: readonly unknown[]): number =>
    failures.filter((failure) => failure !== null).length;
  expect(busy(await Promise.all(ask(first, 10)))).toBeGreaterThanOrEqual(6);
  const all = await Promise.all(ids.flatMap((planId) => ask(planId, 4)));
  expect(busy(all)).toBeGreaterThan(8);
  expect(busy(all)).toBeLessThan(32);
  expect(parts.budgets.refusals()).toMatchObject({ documents: expect.any(Number) as number });
  expect(await failureOf(parts.documents.stateAt(first, 1))).toBeNull();
});
