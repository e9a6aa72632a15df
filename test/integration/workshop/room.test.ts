import { addActivity } from "@planwand/shared/plan/activity.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { moveActivity } from "@planwand/shared/plan/move-activity.ts";
import * as Y from "yjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshId } from "../../builders/commands.ts";
import {
  createPlan,
  join,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { stepId, Workshop } from "../../builders/workshop.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

function progressIn(doc: Y.Doc, id: string): unknown {
  const entries = doc.getMap("activities").toJSON() as Record<string, { progress?: unknown }>;
  return entries[id]?.progress;
}

const stamp = { by: "script-000001", at: 1 };

test("[WS14] ux T4: a code lets a participant in who sees the current step at once; closing ends the code, not the participants", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  await room.goTo(3);
  const typed = `${room.code.slice(0, 3).toLowerCase()} ${room.code.slice(3)}`;
  const asked = { code: typed, name: "Anja", circle: "ict" };
  const response = await postJson(`${server.url}/api/join`, asked);
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    role: "participant",
    session,
    actor: { name: "Anja", circle: "ict" },
  });
  const [given = ""] = response.headers.getSetCookie();
  const anja = await room.enter(given.split(";")[0] ?? "");
  expect(
    anja.client.events.some((event) => event.type === "step.begun" && event.body.step === stepId(3)),
  ).toBe(true);
  expect(anja.live.code).toBe(room.code);
  expect((await room.state()).attendees.has(anja.actor)).toBe(true);
  const again = await postJson(`${server.url}/api/join`, asked, anja.cookie);
  expect(((await again.json()) as { actor: { id: string } }).actor.id).toBe(anja.actor);

  const code = room.code;
  await room.lead.give({ type: "session.close", session });
  const late = await postJson(`${server.url}/api/join`, { code, name: "Bram", circle: "ict" });
  expect(late.status).toBe(404);
  expect(((await late.json()) as { code: string }).code).toBe("unknown-code");
  const [renewed = ""] = again.headers.getSetCookie();
  expect(await planOf(server.url, room.planId, renewed.split(";")[0] ?? "")).toBeTruthy();
  await room.lead.until(() => room.lead.live.session === null);
  const state = await room.state();
  expect(state.state).toBe("closed");
  expect(state.closingSnapshot).not.toBeNull();
});

test("[WS16] a viewer reads the plan and not the code", async () => {
  const room = await Workshop.open(server);
  const viewer = await join(server.url, room.plan.keys.viewer, "Rita");
  const rita = await room.enter(viewer.cookie);
  expect(rita.client.events.some(({ type }) => type === "session.opened")).toBe(true);
  expect(rita.heard).not.toContain(room.code);
});

test("[WS17] ux S4: a participant writes what the step grants and nothing else; the card in focus, new cards, never another", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const anja = await room.join("Anja");
  const { plan } = await planOf(server.url, room.planId, anja.cookie);
  const [card] = plan.activities;
  const other = plan.activities.find(({ phase }) => phase !== card?.phase);
  if (card === undefined || other === undefined) throw new Error("the example has cards");
  // A welcome grants nothing.
  setRegister(anja.client.doc, "activities", card.id, "progress", 41);
  await anja.until(() => anja.client.refusals.length === 1);
  expect(anja.client.refusals[0]?.code).toBe("step-forbids");
  // What was refused is asked for again as soon as it may be: this one goes away with it.
  await anja.client.close();
  await room.goTo(5);
  await room.lead.give({ type: "focus.set", session, focus: { kind: "activity", id: card.id } });
  const writer = await room.enter(anja.cookie);
  setRegister(writer.client.doc, "activities", card.id, "progress", 42);
  await room.lead.until(() => progressIn(room.lead.client.doc, card.id) === 42);
  await writer.client.close();
  const elsewhere = { phase: other.phase ?? "", domain: other.domain ?? "", index: 0 };
  for (const forbidden of [
    (doc: Y.Doc) => setRegister(doc, "activities", other.id, "progress", 43),
    (doc: Y.Doc) => moveActivity(doc, card.id, elsewhere),
    (doc: Y.Doc) => doc.getMap("activities").set(other.id, new Y.Map()),
    (doc: Y.Doc) => doc.getMap("activities").delete(card.id),
    (doc: Y.Doc) => doc.getMap("goals").set(freshId(), new Y.Map()),
  ]) {
    const intruder = await room.enter(anja.cookie);
    forbidden(intruder.client.doc);
    await intruder.until(() => intruder.client.refusals.length === 1);
    expect(intruder.client.refusals[0]?.code).toBe("step-forbids");
    await intruder.client.close();
  }

  const author = await room.enter(anja.cookie);
  await room.goTo(9);
  await author.until(() =>
    author.client.events.some((event) => event.type === "step.begun" && event.body.step === stepId(9)),
  );
  const id = freshId();
  addActivity(
    author.client.doc,
    id,
    { phase: card.phase ?? "", domain: card.domain ?? "" },
    { title: "Nieuw" },
    stamp,
  );
  setRegister(author.client.doc, "activities", id, "priority", "low");
  await author.client.saved();
  const after = (await planOf(server.url, room.planId, anja.cookie)).plan;
  expect(after.activities.find((one) => one.id === id)).toMatchObject({ title: "Nieuw", priority: "low" });
  expect(after.activities.find((one) => one.id === other.id)?.progress).toBe(other.progress);
  expect(after.activities).toHaveLength(plan.activities.length + 1);
});

test("[WS18] a lock refuses an editor on the wire, whole or by phase; the edits are kept and taken on unlocking", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const bram = await room.enter((await join(server.url, room.plan.keys.editor, "Bram")).cookie);
  const { plan } = await planOf(server.url, room.planId, bram.cookie);
  const locked = plan.activities.find(({ phase }) => phase === plan.phases[0]?.id);
  const open = plan.activities.find(({ phase }) => phase === plan.phases[1]?.id);
  if (locked === undefined || open === undefined) throw new Error("the example fills two phases");
  const lead = room.lead.client;
  await room.lead.give({ type: "lock.set", session, lock: { kind: "phases", phases: [locked.phase ?? ""] } });
  await bram.until(() => bram.client.events.some(({ type }) => type === "lock.set"));
  setRegister(bram.client.doc, "activities", open.id, "progress", 61);
  await room.lead.until(() => progressIn(lead.doc, open.id) === 61);
  setRegister(bram.client.doc, "activities", locked.id, "progress", 62);
  await bram.until(() => bram.client.refusals.at(-1)?.code === "locked");
  expect(
    (await planOf(server.url, room.planId, bram.cookie)).plan.activities.find(({ id }) => id === locked.id)
      ?.progress,
  ).toBe(locked.progress);
  setRegister(lead.doc, "activities", locked.id, "priority", "low");
  await lead.saved();
  await room.lead.give({ type: "lock.clear", session });
  await room.lead.until(() => progressIn(lead.doc, locked.id) === 62);

  await room.lead.give({ type: "lock.set", session, lock: { kind: "plan" } });
  await bram.until(() => bram.client.events.filter(({ type }) => type === "lock.set").length === 2);
  const told = bram.client.refusals.length;
  setRegister(bram.client.doc, "activities", open.id, "progress", 63);
  await bram.until(() => bram.client.refusals.length > told);
  expect(bram.client.refusals.at(-1)?.code).toBe("locked");
  await room.lead.give({ type: "lock.clear", session });
  await bram.client.saved();
  await room.lead.until(() => progressIn(lead.doc, open.id) === 63);
});

test("[WS19] a claimed role stands in the plan, written by the server in the name of who claimed it, once", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const anja = await room.join("Anja");
  const { plan } = await planOf(server.url, room.planId, anja.cookie);
  const card = plan.activities.find(({ roles }) => roles.executor.length === 0) ?? plan.activities[0];
  const party = plan.parties.find(({ id }) => card?.roles.executor.includes(id) === false);
  if (card === undefined || party === undefined) throw new Error("the example has both");
  const claim = {
    type: "role.claim",
    session,
    activity: card.id,
    slot: "executor",
    party: party.id,
  } as const;
  expect(await anja.give(claim)).toBe("step-forbids");
  await room.goTo(7);
  expect(await anja.give(claim)).toBeTypeOf("number");
  expect(await anja.give(claim)).toBeTypeOf("number");
  const after = (await planOf(server.url, room.planId, anja.cookie)).plan;
  expect(after.activities.find(({ id }) => id === card.id)?.roles.executor).toContain(party.id);
  expect((await room.state()).claims).toMatchObject([
    { activity: card.id, party: party.id, person: anja.actor },
  ]);
});

test("[WS20] ux S5: the lead is handed over to who may lead, and taken when the lead is gone; the session goes on", async () => {
  const room = await Workshop.open(server);
  const { session } = room;
  const anja = await room.join("Anja");
  const karin = await room.enter((await join(server.url, room.plan.keys.facilitator, "Karin")).cookie);
  const next = { type: "session.next", session, from: stepId(1) } as const;
  expect(await karin.give(next)).toBe("not-lead");
  expect(await room.lead.give({ type: "lead.hand", session, to: anja.actor })).toBe("role-too-low");
  await room.lead.client.close();
  expect(await karin.give({ type: "lead.take", session })).toBeTypeOf("number");
  expect(await karin.give(next)).toBeTypeOf("number");
  expect(await karin.give(next), "pressed twice").toBeTypeOf("number");
  expect(await room.state()).toMatchObject({ lead: karin.actor, current: stepId(2), state: "running" });
  const second = await createPlan(server.url);
  expect(second.plan.id).not.toBe(room.planId);
  expect(await karin.give({ type: "lead.hand", session, to: room.lead.actor })).toBeTypeOf("number");
});
