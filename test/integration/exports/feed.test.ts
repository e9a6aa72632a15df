import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type CreatedPlan,
  createPlan,
  join,
  planOf,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";

let server: RunningServer;
let made: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  made = await createPlan(server.url);
});
afterAll(() => server.stop());

interface Feed {
  readonly id: string;
  readonly path: string;
}

async function newFeed(): Promise<Feed> {
  const response = await postJson(`${server.url}/api/plans/${made.plan.id}/feeds`, {}, made.cookie);
  expect(response.status).toBe(201);
  return (await response.json()) as Feed;
}

test("[A18] domain T6a: a calendar program follows the plan by an address, until that is withdrawn", async () => {
  const feed = await newFeed();
  const address = `${server.url}${feed.path}`;
  const followed = await fetch(address);
  expect(followed.status).toBe(200);
  expect(followed.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const events = new ICAL.Component(ICAL.parse(await followed.text())).getAllSubcomponents("vevent");
  const { plan } = await planOf(server.url, made.plan.id, made.cookie);
  expect(events.length).toBeGreaterThan(plan.communications.length);
  const tag = followed.headers.get("etag") ?? "";
  const unchanged = await fetch(address, { headers: { "if-none-match": tag } });
  expect(unchanged.status).toBe(304);
  const listed = await fetch(`${server.url}/api/plans/${made.plan.id}/feeds`, {
    headers: { cookie: made.cookie },
  });
  expect(await listed.text()).not.toContain(feed.path.slice(7, 30));
  const path = `${server.url}/api/plans/${made.plan.id}/feeds/${feed.id}`;
  const withdraw = () => fetch(path, { method: "DELETE", headers: { cookie: made.cookie } });
  expect((await withdraw()).status).toBe(204);
  expect((await withdraw()).status).toBe(204);
  expect((await fetch(address)).status).toBe(410);
});

test("[A18] its secret opens nothing else, and no log holds it", async () => {
  const { path } = await newFeed();
  const secret = path.replace(/^\/feeds\/|\.ics$/g, "");
  const bearer = { headers: { authorization: `Bearer ${secret}` } };
  expect((await fetch(`${server.url}/api/plans/${made.plan.id}/plan`, bearer)).status).toBe(401);
  expect(
    (await postJson(`${server.url}/api/join`, { key: secret, name: "Dief", circle: "ict" })).status,
  ).toBe(404);
  expect((await fetch(`${server.url}${path}`)).status).toBe(200);
  expect((await fetch(`${server.url}/feeds/${secret.toLowerCase()}.ics`)).status).toBe(404);
  expect((await fetch(`${server.url}/feeds/zomaar`)).status).toBe(404);
  expect(server.output()).toContain('"/feeds/…"');
  expect(server.output()).not.toContain(secret);
});

test("[A18] only who may invite makes, lists and withdraws one", async () => {
  const { cookie } = await join(server.url, made.keys.editor, "Bram");
  const path = `${server.url}/api/plans/${made.plan.id}/feeds`;
  expect((await postJson(path, {}, cookie)).status).toBe(403);
  expect((await fetch(path, { headers: { cookie } })).status).toBe(403);
  expect((await fetch(`${path}/x`, { method: "DELETE", headers: { cookie } })).status).toBe(403);
});
