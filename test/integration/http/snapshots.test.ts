import { planIn } from "@planwand/server/plans/plan-value.ts";
import { toPlan } from "@planwand/shared/plan/read.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { now as timeOfRun, onEveryDay } from "../../builders/clock.ts";
import { freshId } from "../../builders/commands.ts";
import type { Wish } from "../../builders/journal.ts";
import { RandomEditor } from "../../builders/random-edits.ts";
import { replicaOnDisk } from "../../builders/replica-on-disk.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";

const DAY_MS = 24 * 3_600_000;

onEveryDay();

let now: number;
let parts: ServerParts;
let planId: string;
let cookie: string;
beforeEach(async () => {
  now = timeOfRun();
  parts = serverParts({ clock: () => now });
  const body = { title: "Plan", template: "example", name: "Anja", circle: "onderwijs" };
  const made = await send("/api/plans", body);
  cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  planId = ((await made.json()) as { plan: { id: string } }).plan.id;
});
afterEach(() => parts.close());

function send(path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", cookie: cookie ?? "" };
  return parts.request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

const get = (path: string, as = cookie) =>
  parts.request(`/api/plans/${planId}${path}`, { headers: { cookie: as } });

async function give(wish: Wish): Promise<number> {
  return (await send(`/api/plans/${planId}/commands`, { id: freshId(), ...wish })).status;
}

const replica = (): Promise<Y.Doc> => replicaOnDisk(parts, planId, () => now);

test("[J23] what was kept, plan and journal, reads the same a month and thousands of edits later", async () => {
  const doc = await replica();
  const random = new RandomEditor(doc, seeded(SEED));
  for (let edit = 0; edit < 50; edit++) random.edit();
  const snapshot = freshId();
  expect(await give({ type: "snapshot.take", snapshot, name: "Na de studiedag", reason: "Stand" })).toBe(200);
  const standing = JSON.stringify(toPlan(doc));
  const kept = await parts.snapshots.read(planId, snapshot);
  expect(kept === null ? null : JSON.stringify(planIn(kept.plan))).toBe(standing);
  const bytes = await (await get(`/moments/${snapshot}`)).arrayBuffer();

  now += 30 * DAY_MS;
  for (let edit = 0; edit < cases(10_000, 0.05); edit++) random.edit();
  const anchor = { kind: "plan", id: "plan" } as const;
  await give({ type: "comment.add", comment: freshId(), anchor, text: "Later gezegd" });
  await parts.documents.compact(planId);
  const later = await parts.snapshots.read(planId, snapshot);
  expect(later).toEqual(kept);
  expect(later === null ? null : JSON.stringify(planIn(later.plan))).toBe(standing);
  expect(JSON.stringify(later?.journal.comments)).toBe(JSON.stringify(kept?.journal.comments));
  expect(await (await get(`/moments/${snapshot}`)).arrayBuffer()).toEqual(bytes);
  expect(JSON.stringify(planIn(await parts.documents.readPlan(planId)))).not.toBe(standing);
});

test("[J22] a body of the plan adopts a snapshot; what was adopted stays as it is", async () => {
  const plan = planIn(await parts.documents.readPlan(planId));
  const [party] = plan.parties;
  const snapshot = freshId();
  await give({ type: "snapshot.take", snapshot, name: "Voor vaststelling" });
  const adopt = { type: "version.adopt", snapshot, step: "major", adoptedOn: "2026-11-24" } as const;
  expect(await give({ ...adopt, party: freshId() })).toBe(404);
  expect(await give({ ...adopt, party: party?.id ?? "" })).toBe(200);
  expect(await give({ ...adopt, party: party?.id ?? "" })).toBe(409);
  const read = await parts.snapshots.read(planId, snapshot);
  expect(read?.version).toMatchObject({
    version: "1.0",
    partyName: party?.name,
    contentHash: read?.plan.contentHash,
  });
  const { snapshots } = (await (await get("/snapshots")).json()) as { snapshots: { adopted: object }[] };
  expect(snapshots[0]?.adopted).toMatchObject({ version: "1.0" });
});

test("[J23] the address of a moment gives the document of then, for whoever may read the plan and nobody else", async () => {
  const doc = await replica();
  new RandomEditor(doc, seeded(SEED)).edit();
  const now = await get("/moments/now");
  expect(now.headers.get("x-plan-seq")).toBe((await get("/plan")).headers.get("x-plan-seq"));
  const first = await get("/moments/1");
  expect(first.status).toBe(200);
  expect(first.headers.get("x-plan-seq")).toBe("1");
  expect(Number(first.headers.get("x-journal-seq"))).toBeGreaterThan(0);
  const past = new Y.Doc();
  Y.applyUpdate(past, new Uint8Array(await first.arrayBuffer()));
  expect(toPlan(past).title).toBe("Plan");
  for (const none of ["0", "999999", "u1", "1.5", freshId()])
    expect((await get(`/moments/${none}`)).status).toBe(404);
  expect((await get("/moments/1", "")).status).toBe(401);
});

test("[J24] a plan that changed gets one snapshot a day by itself, and none when nothing changed", async () => {
  const doc = await replica();
  const random = new RandomEditor(doc, seeded(SEED));
  expect(await parts.snapshots.takeDue()).toBe(0);
  now += DAY_MS + 1;
  expect(await parts.snapshots.takeDue()).toBe(0);
  while ((await parts.storage.log.read(planId, 1)).length === 0) random.edit();
  expect(await parts.snapshots.takeDue()).toBe(1);
  expect(await parts.snapshots.takeDue()).toBe(0);
  random.edit();
  expect(await parts.snapshots.takeDue()).toBe(0);
  now += DAY_MS + 1;
  const updates = (await parts.storage.log.read(planId, 1)).length;
  while ((await parts.storage.log.read(planId, 1)).length === updates) random.edit();
  expect(await parts.snapshots.takeDue()).toBe(1);
  const { snapshots } = (await (await get("/snapshots")).json()) as {
    snapshots: { occasion: string; by: string }[];
  };
  expect(snapshots.map(({ occasion, by }) => `${occasion} ${by}`)).toEqual([
    "daily server-000000",
    "daily server-000000",
  ]);
});
