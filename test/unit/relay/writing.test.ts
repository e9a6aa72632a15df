import { Budgets } from "@planwand/server/budgets/budgets.ts";
import { LIMITS, type LimitValues } from "@planwand/server/budgets/limits.ts";
import { CHORES } from "@planwand/server/relay/author.ts";
import { Judges } from "@planwand/server/relay/judges.ts";
import { type RoomEffect, reduce, roomState } from "@planwand/server/relay/room-core.ts";
import { RoomJudge } from "@planwand/server/relay/room-judge.ts";
import { Writing } from "@planwand/server/relay/writing.ts";
import { type PlanAccess, planAccess, type WritingRules } from "@planwand/shared/access/plan-access.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { now } from "../../builders/clock.ts";
import { knownNothing } from "../../builders/known-nothing.ts";
import { examplePlanDoc, STAMP } from "../../builders/plan-doc.ts";
import { PATIENCE_MS } from "../../setup/patience.ts";

const LIMIT_VALUES = Object.fromEntries(
  Object.entries(LIMITS).map(([name, { value }]) => [name, value]),
) as LimitValues;
const [MEMBER, ANJA] = [1, "anja-000001"];
const SEED = Y.encodeStateAsUpdate(examplePlanDoc());
const [phase, other] = toPlan(examplePlanDoc()).phases.map(({ id }) => id);
const rules = (lock: WritingRules["lock"]): WritingRules => ({
  lock,
  grants: { cards: true, focus: null, claims: false },
});

let judges: Judges;
let judge: RoomJudge;
let writing: Writing;
let situation: WritingRules;
let effects: RoomEffect[];
let isReadable: boolean;
const state = () => room;
let room = roomState(knownNothing(), 0);

beforeEach(async () => {
  situation = rules(null);
  isReadable = true;
  effects = [];
  room = roomState(knownNothing(), 0);
  const budgets = new Budgets(LIMIT_VALUES, now);
  judges = new Judges({ budgets, clock: now, log: pino({ level: "silent" }) });
  judge = new RoomJudge({
    planId: "plan-000001",
    judges,
    read: async () => {
      if (!isReadable) throw new Error("the disk is away");
      return { state: SEED, tail: [] } as never;
    },
    pending: () => state().pending.map(({ bytes }) => bytes),
    owners: () => [...state().known.owners],
    broke: () => undefined,
    mended: () => undefined,
  });
  writing = new Writing({
    state: room,
    judge,
    rules: () => situation,
    perform: (effect) => (effects.push(effect), 0),
    isEnded: () => false,
  });
  await writing.write(CHORES, [SEED]);
  reduce(room, { type: "committed", throughSeq: 1 });
  reduce(room, { type: "joined", memberId: MEMBER, actorId: ANJA, access: accessNow() });
  effects = [];
});
afterEach(() => judges.close());

const accessNow = (): PlanAccess => planAccess("participant", situation);
const become = (next: WritingRules): void => {
  situation = next;
  reduce(room, { type: "access", memberId: MEMBER, access: accessNow() });
};

let nextClient = 1_000;
function newCard(id: string, at = phase): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, SEED);
  doc.clientID = nextClient++;
  const before = Y.encodeStateVector(doc);
  const domain = toPlan(doc).domains[0]?.id ?? "";
  editPlan(doc, () =>
    createEntry(doc, "activities", id, { place: [at ?? "", domain, "a0"], title: "Nieuw" }, STAMP),
  );
  return Y.encodeStateAsUpdate(doc, before);
}

function send(bytes: Uint8Array, isGone = () => false): number | Promise<number> {
  const event = { type: "update", memberId: MEMBER, bytes, isStep2: false, mayBind: () => true } as const;
  return writing.receive(event, isGone);
}
const done = (): string[] =>
  effects.flatMap((effect) =>
    effect.type === "append" ? ["append"] : effect.type === "refuse" ? [effect.code] : [],
  );

describe("what a participant sends", () => {
  test("[R80] waits for the thread, and is taken when it keeps to the step", async () => {
    const asked = send(newCard("kaart-0001"));
    expect(asked).toBeInstanceOf(Promise);
    expect(done()).toEqual([]);
    await asked;
    expect(done()).toEqual(["append"]);
  });

  test("[R81] is judged by what holds when it is taken, not by what held when it came", async () => {
    const first = send(newCard("kaart-0001"));
    become(rules({ kind: "plan" }));
    await first;
    const second = send(newCard("kaart-0002"));
    expect(second).not.toBeInstanceOf(Promise);
    become(rules({ kind: "phases", phases: [other ?? ""] }));
    const third = send(newCard("kaart-0003"));
    become(rules({ kind: "phases", phases: [phase ?? ""] }));
    await third;
    expect(done()).toEqual(["locked", "locked", "locked"]);
    become(rules(null));
    await send(newCard("kaart-0004"));
    expect(done().at(-1)).toBe("append");
  });

  test("[R81] is taken once when it comes twice, and not at all from somebody who was sent away", async () => {
    const update = newCard("kaart-0001");
    await Promise.all([send(update), send(update)]);
    expect(done()).toEqual(["append"]);
    await send(newCard("kaart-0002"), () => true);
    expect(done()).toEqual(["append"]);
  });

  test("[R84] is judged on what is on disk and what waits for it, not on what came to nothing", async () => {
    await send(newCard("kaart-0001"));
    expect(done()).toEqual(["append"]);
    judge.drop();
    // It waits for the disk: the document that is read again has it.
    await send(newCard("kaart-0001"));
    expect(done()).toEqual(["append", "step-forbids"]);
    judge.drop();
    reduce(room, { type: "commitFailed" });
    const known = knownNothing();
    room.known.owners.forEach((actorId, client) => known.owners.set(client, actorId));
    Y.decodeUpdate(SEED).structs.forEach(({ id, length }) =>
      known.vector.set(id.client, Math.max(known.vector.get(id.client) ?? 0, id.clock + length)),
    );
    reduce(room, { type: "storageReturned", known, seq: 1, unseen: [] });
    await send(newCard("kaart-0001"));
    expect(done().at(-1)).toBe("append");
  });

  test("[R82] is refused for now while the plan cannot be read, and taken once it can", async () => {
    isReadable = false;
    await send(newCard("kaart-0001"));
    expect(done()).toEqual(["locked"]);
    isReadable = true;
    await send(newCard("kaart-0001"));
    expect(done()).toEqual(["locked", "append"]);
  });
});

describe("what the server writes for somebody", () => {
  const editor = { actorId: ANJA, accessBy: (now: WritingRules | null) => planAccess("editor", now) };

  test("[R85] is judged whole before any of it is written", async () => {
    situation = rules({ kind: "phases", phases: [phase ?? ""] });
    const updates = [newCard("kaart-0001", other), newCard("kaart-0002", phase)];
    const written = await writing.write(editor, updates);
    expect(written).toMatchObject({ ok: false, refusal: { code: "locked", entries: ["kaart-0002"] } });
    expect(done()).toEqual([]);
    expect((await writing.write(editor, updates.slice(0, 1))).ok).toBe(true);
    expect(done()).toEqual(["append"]);
  });

  test("[R85] keeps to a lock that came while it was judged", async () => {
    situation = rules({ kind: "phases", phases: [other ?? ""] });
    const written = writing.write(editor, [newCard("kaart-0001", phase)]);
    situation = rules({ kind: "plan" });
    expect(await written).toMatchObject({ ok: false, refusal: { code: "locked" } });
    situation = rules(null);
    expect((await writing.write(editor, [newCard("kaart-0002", phase)])).ok).toBe(true);
    await vi.waitUntil(() => !writing.isBusy, { timeout: PATIENCE_MS });
  });
});
