import { COPIED_PARTS } from "@planwand/shared/copying/choices.ts";
import { checkJournals } from "@planwand/server/check-journals.ts";
import type { JournalEvent } from "@planwand/shared/journal/events.ts";
import { EMPTY_JOURNAL } from "@planwand/shared/journal/journal.ts";
import { reduceJournal } from "@planwand/shared/journal/reduce.ts";
import { ok } from "@planwand/shared/kernel/result.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { setRegister } from "@planwand/shared/plan/edit-field.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import { createPlanResponse } from "@planwand/shared/protocol/http.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { serverParts } from "../../builders/app.ts";
import { freshId, giveCommand } from "../../builders/commands.ts";
import { STAMP } from "../../builders/plan-doc.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let source: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  source = await createPlan(server.url, { title: "OKE 2026-2027" });
});
afterAll(() => server.stop());

const WHO = { name: "Bram", circle: "ict" };

async function copyOf(
  plan: CreatedPlan,
  cookie: string,
  choices: { readonly parts: readonly string[]; readonly weeks?: number },
): Promise<CreatedPlan> {
  const body = { title: "OKE 2027-2028", ...WHO, ...choices };
  const response = await postJson(`${server.url}/api/plans/${plan.plan.id}/copies`, body, cookie);
  expect(response.status).toBe(201);
  const [given = ""] = response.headers.getSetCookie();
  return { ...createPlanResponse.parse(await response.json()), cookie: given.split(";")[0] ?? "" };
}

async function eventsOf({ plan, cookie }: CreatedPlan): Promise<readonly JournalEvent[]> {
  const response = await fetch(`${server.url}/api/plans/${plan.id}/journal`, { headers: { cookie } });
  return ((await response.json()) as { events: JournalEvent[] }).events;
}

test("[API50][J54] who reads a plan makes a copy that is theirs, and its journal begins by saying of what", async () => {
  const reader = await join(server.url, source.keys.viewer, "Bram");
  const before = await planOf(server.url, source.plan.id, source.cookie);
  const copy = await copyOf(source, reader.cookie, { parts: COPIED_PARTS, weeks: 52 });
  const { plan } = await planOf(server.url, copy.plan.id, copy.cookie);
  expect(plan.title).toBe("OKE 2027-2028");
  expect(plan.activities.map(({ title }) => title)).toEqual(before.plan.activities.map(({ title }) => title));
  expect(plan.activities.every(({ status }) => status === "planned" || status === "idea")).toBe(true);
  expect(new Set(Object.values(copy.keys)).size).toBe(5);
  const info = await fetch(`${server.url}/api/plans/${copy.plan.id}`, { headers: { cookie: copy.cookie } });
  expect(await info.json()).toMatchObject({ role: "owner", actor: WHO });

  const [first, second, ...more] = await eventsOf(copy);
  expect(first).toMatchObject({
    seq: 1,
    type: "plan.copied",
    body: { plan: source.plan.id, weeks: 52 },
    content: { title: "OKE 2026-2027" },
  });
  expect(second).toMatchObject({ type: "member.introduced", content: WHO, actor: first?.actor });
  expect(more).toEqual([]);
  // The plan itself is as it was, and whoever had it open reads it still; nobody else of it is in the copy.
  expect(await planOf(server.url, source.plan.id, source.cookie)).toEqual(before);
  const other = await fetch(`${server.url}/api/plans/${copy.plan.id}`, {
    headers: { cookie: source.cookie },
  });
  expect(other.status).toBe(403);
});

test("[API50] all that was admitted before is in it, and nothing that was said or taken down", async () => {
  const plan = await createPlan(server.url);
  const at = { url: server.url, planId: plan.plan.id, cookie: plan.cookie };
  const anchor = { kind: "plan", id: "plan" } as const;
  await giveCommand(at, { type: "comment.add", comment: freshId(), anchor, text: "Onder ons gezegd" });
  const writer = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: plan.cookie });
  const { plan: value } = await planOf(server.url, plan.plan.id, plan.cookie);
  const phase = value.phases[0]?.id ?? "";
  setRegister(writer.doc, "phases", phase, "start", "2026-09-01");
  await writer.saved();
  const copy = await copyOf(plan, plan.cookie, { parts: [] });
  const { plan: copied } = await planOf(server.url, copy.plan.id, copy.cookie);
  expect(copied.phases[0]?.start).toBe("2026-09-01");
  const { comments, seals, origin } = reduceJournal(EMPTY_JOURNAL, await eventsOf(copy));
  expect([comments.size, seals.size, origin?.plan]).toEqual([0, 0, plan.plan.id]);
  for (const list of [
    copied.parties,
    copied.goals,
    copied.decisions,
    copied.communications,
    copied.blackouts,
  ])
    expect(list).toEqual([]);
  expect(copied.activities.length).toBe(value.activities.length);
  await writer.close();
});

describe("[API50] a copy is bounded", () => {
  test.each([
    ["without a name", { title: " " }],
    ["with a name that is too long", { title: "n".repeat(121) }],
    ["by somebody without a name", { name: "" }],
    ["with a part that is none", { parts: ["comments"] }],
    ["with more parts than there are", { parts: Array.from({ length: 20 }, () => "texts") }],
    ["moved by half a week", { weeks: 0.5 }],
    ["moved by more than ten years", { weeks: 600 }],
  ])("%s it is refused", async (_how, wrong) => {
    const body = { title: "Kopie", ...WHO, parts: ["texts"], ...wrong };
    const answer = await postJson(`${server.url}/api/plans/${source.plan.id}/copies`, body, source.cookie);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid-request" });
  });
});

test("[API50] two thousand activities are copied; a plan of which there is more than in a file is not", async () => {
  const parts = serverParts({ env: { LIMIT_DOCUMENT_SECONDS: "3600" } });
  const ask = (path: string, body: object, key?: string) =>
    parts.request(path, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ title: "Kopie", ...WHO, ...body }),
    });
  const made = createPlanResponse.parse(await (await ask("/api/plans", { template: "blank" })).json());
  const { id: planId } = made.plan;
  const doc = new Y.Doc();
  const rows = await parts.storage.log.read(planId, 0);
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  let seq = rows.length;
  const write = async (count: number): Promise<void> => {
    const known = Y.encodeStateVector(doc);
    editPlan(doc, () => {
      for (let at = 0; at < count; at++) {
        const place = ["", "", "a0"] as const;
        createEntry(doc, "activities", freshId(), { title: `Activiteit ${String(at)}`, place }, STAMP);
      }
      return ok(undefined);
    });
    const update = {
      planId,
      seq: ++seq,
      actorId: STAMP.by,
      at: STAMP.at,
      bytes: Y.encodeStateAsUpdate(doc, known),
    };
    await parts.storage.log.append([update], []);
  };
  const copy = () => ask(`/api/plans/${planId}/copies`, { parts: COPIED_PARTS, weeks: 53 }, made.keys.owner);
  await write(2_000);
  const answer = await copy();
  expect(answer.status).toBe(201);
  const { plan } = createPlanResponse.parse(await answer.json());
  expect((await parts.documents.readPlan(plan.id)).activities).toBe(2_000);
  await write(3_001);
  const refused = await copy();
  expect(refused.status).toBe(413);
  expect(await refused.json()).toMatchObject({ code: "plan-too-large" });
  await parts.close();
});

test("[A32] who may make no plans here copies none, and is told why before the body is read", async () => {
  const key = "geheim-van-de-beheerder-0001";
  const own = await startServer({ env: { CREATE_PLANS: "key", CREATE_PLANS_KEY: key } });
  const made = await fetch(`${own.url}/api/plans`, {
    method: "POST",
    headers: { "content-type": "application/json", "planwand-create-key": key },
    body: JSON.stringify({ title: "Plan", template: "blank", ...WHO }),
  });
  const cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { plan } = createPlanResponse.parse(await made.json());
  const copy = (headers: Record<string, string>) =>
    fetch(`${own.url}/api/plans/${plan.id}/copies`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, ...headers },
      body: JSON.stringify({ title: "Kopie", ...WHO, parts: [] }),
    });
  const refused = await copy({});
  expect(refused.status).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "creating-with-key" });
  expect((await copy({ "planwand-create-key": key })).status).toBe(201);
  await own.stop();
});

test("[J54] verify-journal tells of which plan one began as a copy", async () => {
  const own = await startServer();
  const plan = await createPlan(own.url, { template: "blank" });
  const body = { title: "Kopie", ...WHO, parts: [] };
  const made = await postJson(`${own.url}/api/plans/${plan.plan.id}/copies`, body, plan.cookie);
  const copy = createPlanResponse.parse(await made.json());
  await own.stop();
  const { faults, notes } = checkJournals(own.dataDir);
  expect(faults).toEqual([]);
  expect(notes.some((note) => note.startsWith(`plan ${copy.plan.id}: begon op `))).toBe(true);
  expect(notes.some((note) => note.endsWith(`als kopie van plan ${plan.plan.id}`))).toBe(true);
});
