import { request } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SECURITY_EVENTS, type SecurityEventName } from "@planwand/server/ops/security-events.ts";
import {
  createPlan,
  type CreatedPlan,
  join,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
beforeAll(async () => {
  server = await startServer({ env: { LOG_LEVEL: "info", LIMIT_PERSON_KEYS: "0.01" } });
  plan = await createPlan(server.url, { template: "blank" });
});
afterAll(() => server.stop());

/** What stands in every line of the log, whatever it tells. */
const OF_EVERY_LINE = ["level", "time", "pid", "hostname", "msg", "security"];

interface Line extends Readonly<Record<string, unknown>> {
  readonly security: SecurityEventName;
}

/** What the log says of security, in order. */
const lines = (): readonly Line[] =>
  server
    .output()
    .split("\n")
    .flatMap((line): Line[] => (line.includes('"security":') ? [JSON.parse(line) as Line] : []));

async function told(name: SecurityEventName): Promise<Line> {
  await expect.poll(() => lines().some(({ security }) => security === name)).toBe(true);
  const line = lines().findLast(({ security }) => security === name);
  if (line === undefined) throw new Error("it was there a moment ago");
  return line;
}

const call = (method: string, path: string, cookie = "", headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${server.url}/api/plans/${plan.plan.id}${path}`, { method, headers: { cookie, ...headers } });

test("[OPS12] links, refusals, wrong codes, limits and sockets that are sent away are told, by ids alone", async () => {
  const viewer = await join(server.url, plan.keys.viewer, "Vera Kijker");
  expect(await told("joined")).toMatchObject({
    plan: plan.plan.id,
    from: expect.stringMatching(/^[\da-f]{8}$/),
  });
  const made = await postJson(
    `${server.url}/api/plans/${plan.plan.id}/keys`,
    { role: "viewer" },
    plan.cookie,
  );
  const { id: key } = (await made.json()) as { id: string };
  expect(await told("key-made")).toMatchObject({ key, role: "viewer" });
  await call("DELETE", `/keys/${key}`, plan.cookie);
  expect(await told("key-withdrawn")).toMatchObject({ key, plan: plan.plan.id });
  await call("GET", "/plan");
  expect(await told("access-refused")).toMatchObject({ reason: "unauthenticated" });
  await call("GET", "/keys", viewer.cookie);
  expect(await told("role-refused")).toMatchObject({ capability: "people.invite" });
  await call("DELETE", `/keys/${key}`, plan.cookie, { origin: "https://kwaad.example" });
  await told("origin-refused");
  await postJson(`${server.url}/api/join`, { code: "ABC234", name: "Bram", circle: "ict" });
  await told("code-wrong");
  await postJson(`${server.url}/api/join`, {
    key: "een-sleutel-die-er-niet-is",
    name: "Bram",
    circle: "ict",
  });
  expect(await told("key-refused")).toMatchObject({ reason: "unknown-key" });
  await postJson(`${server.url}/api/join`, { key: 5, name: "Bram", circle: "ict" });
  expect(await told("body-refused")).toMatchObject({ route: "/api/join" });
  while ((await call("DELETE", "/keys/key-00000001", plan.cookie)).status !== 429);
  expect(await told("limit-reached")).toMatchObject({ limit: "person-keys" });
  const socket = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: viewer.cookie });
  while (socket.isOpen) {
    const refused = socket.refusals.length;
    socket.send(new Uint8Array([77, 1, 2]));
    await socket.until(() => socket.refusals.length > refused || socket.closeCode !== null);
  }
  expect(await told("socket-sent-away")).toMatchObject({ plan: plan.plan.id, reason: "refusals" });
  await fetch(`${server.url}/api/leave`, { method: "POST", headers: { cookie: viewer.cookie } });
  await told("session-ended");
  for (const line of lines()) {
    const said = Object.keys(line).filter((name) => !OF_EVERY_LINE.includes(name));
    expect(SECURITY_EVENTS[line.security].tells).toEqual(expect.arrayContaining(said));
  }
  const log = server.output();
  for (const secret of ["Vera", "ABC234", "een-sleutel-die-er-niet-is", viewer.cookie.split("=")[1] ?? "?"])
    expect(log).not.toContain(secret);
});

test("[OPS12] each of them is counted for the operator", async () => {
  await call("GET", "/plan");
  const counted = await (await fetch(`${server.url}/metrics`)).text();
  expect(counted).toMatch(/^planwand_security_access_refused_total [1-9]/mu);
  for (const name of Object.keys(SECURITY_EVENTS))
    expect(counted).toContain(`planwand_security_${name.replaceAll("-", "_")}_total `);
});

test("[API6] TRACE gives nothing back, and folders are not listed", async () => {
  const traced = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const asked = request(
      `${server.url}/`,
      { method: "TRACE", headers: { "x-geheim": "geheim-kenmerk" } },
      (answer) => {
        const read: Buffer[] = [];
        answer.on("data", (part: Buffer) => read.push(part));
        answer.on("end", () => resolve({ status: answer.statusCode, body: Buffer.concat(read).toString() }));
      },
    );
    asked.on("error", reject).end();
  });
  expect(traced.status).toBe(404);
  expect(traced.body).not.toContain("geheim-kenmerk");
  expect((await fetch(`${server.url}/assets/`)).status).toBe(404);
});
