import { execFile } from "node:child_process";
import { join as joinPath } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { EMPTY_JOURNAL, sealOf } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { freshId, giveCommand, journalOf } from "../../builders/commands.ts";
import { cases } from "../../builders/run-length.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  planOf,
  postJson,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

const VERIFY = joinPath(import.meta.dirname, "../../../server/src/verify-journal.ts");

let server: RunningServer;
let plan: CreatedPlan;
let planId: string;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());
beforeEach(async () => {
  plan = await createPlan(server.url, { template: "blank" });
  planId = plan.plan.id;
});

const at = (cookie = plan.cookie) => ({ url: server.url, planId, cookie });
const anchor = { kind: "plan", id: "plan" } as const;
const say = (text: string, comment = freshId()) => ({ type: "comment.add", comment, anchor, text }) as const;

async function verify(dataDir = server.dataDir): Promise<{ code: number; output: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [VERIFY, dataDir]);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, output: stdout };
  }
}

test("[J2] a command that is sent again is done once and has the same answer", async () => {
  const id = freshId();
  const wish = { ...say("Wie?"), id };
  const first = await giveCommand(at(), wish);
  await giveCommand(at(), say("Nog iets"));
  expect(await giveCommand(at(), wish)).toBe(first);
  const events = await journalOf(server.url, planId, plan.cookie);
  expect(events.filter(({ type }) => type === "comment.added")).toHaveLength(2);
});

test("[J2] the same command of two people is two commands", async () => {
  const editor = await join(server.url, plan.keys.editor, "Bram");
  const id = freshId();
  await giveCommand(at(), { ...say("Ik"), id });
  await giveCommand(at(editor.cookie), { ...say("Ook ik"), id });
  const events = await journalOf(server.url, planId, plan.cookie);
  expect(events.filter(({ type }) => type === "comment.added")).toHaveLength(2);
});

test("[J2] twenty at once, each twice: each is there once, numbered without a gap", async () => {
  const wishes = Array.from({ length: 20 }, (_, number) => ({
    ...say(`nr ${String(number)}`),
    id: freshId(),
  }));
  const answers = await Promise.all([...wishes, ...wishes].map((wish) => giveCommand(at(), wish)));
  expect(answers.slice(20)).toEqual(answers.slice(0, 20));
  const events = await journalOf(server.url, planId, plan.cookie);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === "comment.added")).toHaveLength(20);
});

test("[J1] refusals have stable codes", async () => {
  const viewer = await join(server.url, plan.keys.viewer, "Vera");
  const participant = await join(server.url, plan.keys.participant, "Piet");
  const comment = freshId();
  expect(await giveCommand(at(viewer.cookie), say("Ik"))).toBe("role-too-low");
  await giveCommand(at(), say("Van Anja", comment));
  expect(await giveCommand(at(participant.cookie), { type: "comment.edit", comment, text: "Piet" })).toBe(
    "not-yours",
  );
  expect(await giveCommand(at(participant.cookie), say("Weer", comment))).toBe("already-exists");
  expect(await giveCommand(at(), { type: "thread.resolve", comment: freshId() })).toBe("not-found");
  const decision = freshId();
  expect(await giveCommand(at(), { type: "decision.take", decision, decidedOn: "2026-11-24" })).toBe(
    "not-found",
  );
  expect(await giveCommand(at(), { type: "decision.reopen", decision, reason: "Toch" })).toBe(
    "decision-not-sealed",
  );
  expect(await giveCommand(at(), { type: "comment.withdraw", comment })).toBeTypeOf("number");
  expect(await giveCommand(at(), { type: "comment.edit", comment, text: "Toch" })).toBe("comment-withdrawn");
});

test("[J7] a command of another shape is refused and its words are not repeated", async () => {
  const wrong = { id: freshId(), ...say(""), secretWord: "banaan" };
  const response = await postJson(`${server.url}/api/plans/${planId}/commands`, wrong, plan.cookie);
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain("banaan");
});

test("[J1] nobody speaks as another: what a command claims of its writer is passed over", async () => {
  const participant = await join(server.url, plan.keys.participant, "Piet");
  const forged = { id: freshId(), ...say("Ik ben Anja"), actor: "anja", by: "anja", name: "Anja" };
  await postJson(`${server.url}/api/plans/${planId}/commands`, forged, participant.cookie);
  const journal = reduceJournal(EMPTY_JOURNAL, await journalOf(server.url, planId, plan.cookie));
  const [comment] = journal.comments.values();
  expect(comment?.by).toBe(participant.actor.id);
  expect(journal.members.get(participant.actor.id)?.name).toBe("Piet");
});

test("[J18] an event reaches everybody in order, and a plain y-websocket client never sees it", async () => {
  const editor = await join(server.url, plan.keys.editor, "Bram");
  const listener = await WireClient.join({ ...at(editor.cookie), journalAfter: 0 });
  const plain = await WireClient.join({ ...at(editor.cookie), extensions: false });
  for (const word of ["een", "twee", "drie"]) await giveCommand(at(), say(word));
  await listener.until(() => listener.events.length >= 4);
  expect(listener.events).toEqual(await journalOf(server.url, planId, plan.cookie));
  await plain.saved().catch(() => undefined);
  expect(plain.events).toEqual([]);
  await listener.close();
  await plain.close();
});

test("[J18][W9] whoever was away gets what they missed, once and in order, and with hello the last number", async () => {
  const count = cases(10_000, 0.03);
  let last = 0;
  for (let done = 0; done < count; done += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, number) => giveCommand(at(), say(`nr ${String(done + number)}`))),
    );
    last = Math.max(last, ...answers.map(Number));
  }
  const half = Math.floor(last / 2);
  const back = await WireClient.join({ ...at(), journalAfter: half });
  expect(back.hello?.journalSeq).toBe(last);
  await back.until(() => back.events.length >= last - half);
  expect(back.events.map(({ seq }) => seq)).toEqual(
    Array.from({ length: last - half }, (_, index) => half + 1 + index),
  );
  const whole = await journalOf(server.url, planId, plan.cookie);
  const known = reduceJournal(EMPTY_JOURNAL, whole.slice(0, half));
  expect(reduceJournal(known, back.events)).toEqual(reduceJournal(EMPTY_JOURNAL, whole));
  await back.close();
});

test("[W9] whoever asks for no past gets only what comes", async () => {
  await giveCommand(at(), say("vroeger"));
  const client = await WireClient.join(at());
  const seq = await giveCommand(at(), say("nu"));
  await client.until(() => client.events.length > 0);
  expect(client.events.map((event) => event.seq)).toEqual([seq]);
  await client.close();
});

test("[J16] a withdrawn comment and an anonymous name are gone from the disk, and the chain holds", async () => {
  const participant = await join(server.url, plan.keys.participant, "Pietje Verdwijnt");
  const comment = freshId();
  await giveCommand(at(participant.cookie), say("geheimwoord", comment));
  await giveCommand(at(participant.cookie), { type: "comment.withdraw", comment });
  await giveCommand(at(), { type: "member.anonymise", member: participant.actor.id });
  const db = new DatabaseSync(joinPath(server.dataDir, "planwand.sqlite"), { readOnly: true });
  const rows = [...db.prepare("SELECT * FROM events").all(), ...db.prepare("SELECT * FROM actors").all()];
  db.close();
  expect(JSON.stringify(rows)).not.toMatch(/geheimwoord|Pietje/);
  expect((await verify()).code).toBe(0);
  const journal = reduceJournal(EMPTY_JOURNAL, await journalOf(server.url, planId, plan.cookie));
  expect(journal.members.get(participant.actor.id)?.name).toBeNull();
});

test("[J15] verify-journal finds a change on the disk and says where", async () => {
  const own = await startServer();
  const changed = await createPlan(own.url, { template: "example" });
  expect((await verify(own.dataDir)).output).toMatch(
    /\n1 plannen, \d+ gebeurtenissen: alle ketens kloppen\.\n$/,
  );
  await own.stop();
  const db = new DatabaseSync(joinPath(own.dataDir, "planwand.sqlite"));
  db.exec(
    "UPDATE events SET body = replace(body, 'Doorlooptijd', 'Doorlooptijx') WHERE type = 'decision.taken'",
  );
  db.close();
  const { code, output } = await verify(own.dataDir);
  expect(code).toBe(1);
  expect(output).toMatch(new RegExp(`plan ${changed.plan.id}, gebeurtenis \\d+: hash`));
});

test("[J15] verify-journal says so when there is nothing to read", async () => {
  const { code, output } = await verify(joinPath(server.dataDir, "elsewhere"));
  expect(code).toBe(1);
  expect(output).toContain("niet te lezen");
});

test("[J20] the example begins with its comments and its decisions taken, at their dates", async () => {
  const example = await createPlan(server.url, { template: "example", today: "2026-11-30" });
  const { plan: value } = await planOf(server.url, example.plan.id, example.cookie);
  const journal = reduceJournal(EMPTY_JOURNAL, await journalOf(server.url, example.plan.id, example.cookie));
  expect(journal.comments.size).toBe(11);
  const decided = value.decisions.filter(({ status }) => status === "decided");
  expect(decided.length).toBeGreaterThan(0);
  for (const { id, question, outcome, rationale, decider, decidedOn } of decided) {
    expect(sealOf(journal, id)).toMatchObject({ question, outcome, rationale, decider, decidedOn });
  }
  const blocked = value.activities.find(({ status }) => status === "blocked");
  const about = [...journal.comments.values()].filter(({ anchor: to }) => to.id === blocked?.id);
  expect(about.map(({ by }) => journal.members.get(by)?.name)).toEqual([
    "Integratiespecialist",
    "Informatiemanager",
  ]);
  expect(new Date(about[0]?.at ?? 0).toISOString()).toBe("2026-11-23T08:12:00.000Z");
});
