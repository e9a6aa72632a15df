import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { FORMATS } from "../../builders/formats.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  planOf,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { optionsOf, reportSource } from "../../builders/report-source.ts";

let server: RunningServer;
let made: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  made = await createPlan(server.url, { title: "Ons plan: één keten / OKE" });
});
afterAll(() => server.stop());

function get(path: string, cookie: string = made.cookie): Promise<Response> {
  return fetch(`${server.url}/api/plans/${made.plan.id}/export/${path}`, { headers: { cookie } });
}

test("[EXP1] a viewer exports the plan in every format", async () => {
  const viewer = await join(server.url, made.keys.viewer, "Lezer");
  const { contentHash } = await planOf(server.url, made.plan.id, made.cookie);
  for (const { id, mediaType } of FORMATS) {
    const response = await get(id, viewer.cookie);
    expect(response.status, id).toBe(200);
    expect(response.headers.get("content-type")).toBe(mediaType);
    expect(response.headers.get("x-content-hash")).toBe(contentHash);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(500);
  }
});

test("[EXP1] no key, no access, no format, no snapshot, no such document: each a problem of its own", async () => {
  const none = await fetch(`${server.url}/api/plans/${made.plan.id}/export/md`);
  expect(none.status).toBe(401);
  const stranger = await createPlan(server.url, { template: "blank" });
  expect((await get("md", stranger.cookie)).status).toBe(403);
  expect((await get("exe")).status).toBe(404);
  expect((await get("md?snapshot=bestaat-niet-1")).status).toBe(404);
  expect((await get("md?document=roman")).status).toBe(400);
});

test("[EXP2] the name of the file sorts, and holds nothing that a disk or a header would stumble over", async () => {
  const name = (await get("md?document=decisions")).headers.get("content-disposition");
  expect(name).toMatch(
    /^attachment; filename="ons-plan-een-keten-oke_besluitenlijst_\d{4}-\d{2}-\d{2}_concept\.md"$/,
  );
});

test("[EXP6] ux X4: the same state gives the same bytes", async () => {
  const input = { source: reportSource(), options: optionsOf() };
  try {
    for (const format of FORMATS) {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-23T10:00:00Z") });
      const first = await format.make(input);
      vi.setSystemTime(Date.parse("2027-12-24T11:12:13Z"));
      const again = await format.make(structuredClone(input));
      expect(Buffer.from(again).equals(Buffer.from(first)), format.id).toBe(true);
    }
  } finally {
    vi.useRealTimers();
  }
});
