import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { LIMITS, type LimitValues } from "@planwand/server/budgets/limits.ts";
import { JudgeBroke, JudgeClosed, type JudgeThread } from "@planwand/server/relay/judge-thread.ts";
import { Judges } from "@planwand/server/relay/judges.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

const LIMIT_VALUES = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { value }]) => [name, value]),
) as LimitValues;
const ANJA = "anja-000001";
const SEED = Y.encodeStateAsUpdate(examplePlanDoc());
const CARDS = {
  actorId: ANJA,
  access: { kind: "granted", cards: true, focus: null, lockedPhases: [] },
} as const;

let nowMs: number;
let judges: Judges;

function judgesOf(plans: number): Judges {
  const limits = { ...LIMIT_VALUES, "plan-judges": plans };
  const clock = () => nowMs;
  return new Judges({ budgets: new Budgets(limits, clock), clock, log: pino({ level: "silent" }) });
}

beforeEach(() => {
  nowMs = 0;
  judges = judgesOf(2);
});
afterEach(() => judges.close());

/** A thread with the example plan, and how it ended. */
async function built(planId: string): Promise<{ readonly thread: JudgeThread; readonly ends: Error[] }> {
  const ends: Error[] = [];
  const thread = judges.start(planId, (error) => ends.push(error));
  expect(await thread.ask({ ask: "build", updates: [SEED], owners: [] })).toBeNull();
  return { thread, ends };
}

function seeded(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, SEED);
  return doc;
}

/** A new card in the example, as an update. */
function newCard(id: string, at = 0): Uint8Array {
  const doc = seeded();
  const before = Y.encodeStateVector(doc);
  const { phases, domains } = toPlan(doc);
  const place = [phases[at]?.id ?? "", domains[0]?.id ?? "", "a0"] as const;
  editPlan(doc, () => createEntry(doc, "activities", id, { place: [...place], title: "Nieuw" }, STAMP));
  return Y.encodeStateAsUpdate(doc, before);
}

const ended = (ends: readonly Error[]): Promise<boolean> =>
  vi.waitUntil(() => ends.length > 0, { timeout: PATIENCE_MS });

describe("a thread that judges", () => {
  test("[R80] knows the document: a new card keeps to a step for cards, another's words do not", async () => {
    const { thread } = await built("plan-000001");
    const ask = (update: Uint8Array) => thread.ask({ ask: "judge", updates: [update], writer: CARDS });
    expect(await ask(newCard("kaart-0001"))).toBeNull();
    const doc = seeded();
    const before = Y.encodeStateVector(doc);
    doc.getMap("goals").delete([...doc.getMap("goals").keys()][0] ?? "");
    expect((await ask(Y.encodeStateAsUpdate(doc, before)))?.code).toBe("step-forbids");
  });

  test("[R80] is told what is admitted: a card is new once, and its author's from then on", async () => {
    const { thread } = await built("plan-000001");
    const update = newCard("kaart-0001");
    const [struct] = Y.decodeUpdate(update).structs;
    const owners = [[struct?.id.client ?? 0, "bram-000001"] as const];
    expect(await thread.ask({ ask: "apply", update, owners })).toBeNull();
    const again = newCard("kaart-0001");
    const refusal = await thread.ask({ ask: "judge", updates: [again], writer: CARDS });
    expect(refusal).toMatchObject({ code: "step-forbids", entries: ["kaart-0001"] });
  });

  test("[R85] names every entry that is not to be written, over all updates", async () => {
    const { thread } = await built("plan-000001");
    const [locked] = toPlan(seeded()).phases;
    const access = { kind: "outside", phases: [locked?.id ?? ""] } as const;
    const updates = [newCard("kaart-0001", 0), newCard("kaart-0002", 1), newCard("kaart-0003", 0)];
    const refusal = await thread.ask({ ask: "judge", updates, writer: { actorId: ANJA, access } });
    expect(refusal).toMatchObject({ code: "locked", entries: ["kaart-0001", "kaart-0003"] });
  });

  test("[R82] that breaks gives its plan a rest, each time twice as long, and others theirs", async () => {
    const doc = new Y.Doc();
    doc.getText("t").insert(0, "a");
    const before = Y.encodeStateVector(doc);
    doc.getText("t").insert(1, "b");
    const gap = Y.encodeStateAsUpdate(doc, before);
    for (const restMs of [30_000, 60_000, 120_000]) {
      const ends: Error[] = [];
      const thread = judges.start("plan-000001", (error) => ends.push(error));
      await expect(thread.ask({ ask: "build", updates: [gap], owners: [] })).rejects.toThrow(JudgeBroke);
      await ended(ends);
      expect(judges.restMs("plan-000001")).toBe(restMs);
      expect(() => judges.start("plan-000001", () => undefined)).toThrow(JudgeBroke);
      expect(judges.restMs("plan-000002")).toBe(0);
      nowMs += restMs;
    }
    await built("plan-000001");
    judges.served("plan-000001");
    expect(judges.restMs("plan-000001")).toBe(0);
    expect(judges.size).toBe(1);
  });

  test("[R82] that is far behind is given up", async () => {
    const { thread, ends } = await built("plan-000001");
    const big = new Y.Doc();
    big.getText("t").insert(0, "x".repeat(200_000));
    const update = Y.encodeStateAsUpdate(big);
    const asked = Array.from({ length: 100 }, () => thread.ask({ ask: "apply", update, owners: [] }));
    expect((await Promise.allSettled(asked)).some(({ status }) => status === "rejected")).toBe(true);
    expect(ends[0]).toBeInstanceOf(JudgeBroke);
  });

  test("[R83] goes for one more than there may be when it was used longest ago, without a rest", async () => {
    const first = await built("plan-000001");
    const second = await built("plan-000002");
    judges.used("plan-000001", first.thread);
    await built("plan-000003");
    expect(second.ends[0]).toBeInstanceOf(JudgeClosed);
    expect(first.ends).toEqual([]);
    expect(judges.size).toBe(2);
    expect(judges.restMs("plan-000002")).toBe(0);
    await built("plan-000002");
    expect(first.ends[0]).toBeInstanceOf(JudgeClosed);
  });
});
