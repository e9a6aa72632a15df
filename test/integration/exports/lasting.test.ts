import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FORMATS } from "../../builders/formats.ts";
import { createEntry } from "@planwand/shared/plan/create.ts";
import { editPlan } from "@planwand/shared/plan/entry.ts";
import type { Plan } from "@planwand/shared/plan/schema.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { now as timeOfRun, onEveryDay } from "../../builders/clock.ts";
import { freshId } from "../../builders/commands.ts";
import { dayInWords } from "../../builders/day-words.ts";
import type { Wish } from "../../builders/journal.ts";
import { STAMP } from "../../builders/plan-doc.ts";
import { RandomEditor } from "../../builders/random-edits.ts";
import { replicaOnDisk } from "../../builders/replica-on-disk.ts";
import { cases, SEED, seeded } from "../../builders/run-length.ts";
import { wallTimeAt } from "../../setup/moment.ts";

const MONTH_MS = 30 * 24 * 3_600_000;
const EDITS = 10_000;

onEveryDay();

let now: number;
let parts: ServerParts;
let planId: string;
let cookie: string;
beforeEach(async () => {
  now = timeOfRun();
  parts = serverParts({ clock: () => now });
  const body = { title: "Eén keten", template: "example", name: "Anja", circle: "onderwijs" };
  const made = await post("/api/plans", body);
  cookie = made.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  planId = ((await made.json()) as { plan: { id: string } }).plan.id;
});
afterEach(() => parts.close());

function post(path: string, body: unknown): Promise<Response> {
  const headers = { "content-type": "application/json", cookie: cookie ?? "" };
  return parts.request(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function give(wish: Wish): Promise<void> {
  const { status } = await post(`/api/plans/${planId}/commands`, { id: freshId(), ...wish });
  expect(status).toBe(200);
}

function exported(format: string, moment: string): Promise<Response> {
  return parts.request(`/api/plans/${planId}/export/${format}?snapshot=${moment}`, { headers: { cookie } });
}

/** Name and SHA-256 of the snapshot's file in every format. */
async function filesOf(snapshot: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const { id } of FORMATS) {
    const response = await exported(id, snapshot);
    expect(response.status, id).toBe(200);
    const hash = createHash("sha256")
      .update(new Uint8Array(await response.arrayBuffer()))
      .digest("hex");
    files[id] = `${response.headers.get("content-disposition") ?? ""} ${hash}`;
  }
  return files;
}

test("[EXP10] ux X4: a version's files a month, ten thousand edits and a next version later are those of the day, byte for byte", async () => {
  const doc = await replicaOnDisk(parts, planId, () => now);
  const random = new RandomEditor(doc, seeded(SEED));
  for (let edit = 0; edit < 30; edit++) random.edit();
  const adopt = async (snapshot: string): Promise<void> => {
    // A body of its own each time: the random edits may have put any other in the bin.
    const party = freshId();
    editPlan(doc, () => createEntry(doc, "parties", party, { rank: "a0", name: "Examencommissie" }, STAMP));
    await give({ type: "snapshot.take", snapshot, name: "Voor vaststelling" });
    const body = { step: "minor", party, adoptedOn: "2026-11-24" } as const;
    await give({ type: "version.adopt", snapshot, ...body });
  };
  const [first, second] = [freshId(), freshId()];
  await adopt(first);
  for (let edit = 0; edit < 30; edit++) random.edit();
  await adopt(second);
  const before = await filesOf(second);
  expect(before["docx"]).toContain("vastgesteld-1.1");

  now += MONTH_MS;
  for (let edit = 0; edit < cases(EDITS, 0.1); edit++) random.edit();
  const anchor = { kind: "plan", id: "plan" } as const;
  await give({ type: "comment.add", comment: freshId(), anchor, text: "Later gezegd" });
  await adopt(freshId());
  await parts.documents.compact(planId);
  expect(await filesOf(second)).toEqual(before);
});

test("[EXP1] domain T7a: any moment of the past can be exported, by the number of its last update", async () => {
  const doc = await replicaOnDisk(parts, planId, () => now);
  const standing = async (moment: string): Promise<Plan> =>
    ((await (await exported("json", moment)).json()) as { plan: Plan }).plan;
  const random = new RandomEditor(doc, seeded(SEED));
  for (let edit = 0; edit < 20; edit++) random.edit();
  expect((await standing("1")).title).toBe("Eén keten");
  expect((await standing("1")).activities).toHaveLength(39);
  const text = await (await exported("md", "1")).text();
  expect(text).toContain(`Stand van ${dayInWords(wallTimeAt(now).toPlainDate().toString())}`);
  for (const none of ["0", "999999", freshId()]) expect((await exported("json", none)).status).toBe(404);
});
