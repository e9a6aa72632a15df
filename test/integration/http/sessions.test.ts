import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  createKeyResponse,
  invitationResponse,
  keysResponse,
  myPlansResponse,
} from "@planwand/shared/protocol/http.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  postJson,
  startServer,
} from "../../builders/server.ts";
import { findInvitation, joinPlan } from "@planwand/server/access/join.ts";
import { serverParts } from "../../builders/app.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());
beforeEach(async () => void (plan = await createPlan(server.url, { template: "blank" })));

const get = (path: string, headers: Record<string, string>) => fetch(`${server.url}${path}`, { headers });

test("[A4] joining again with the same session is the same actor under the new name; without it, another", async () => {
  const first = await join(server.url, plan.keys.editor, "Bram");
  const again = await join(server.url, plan.keys.editor, "Bram de Vries", first.cookie);
  expect(again.actor).toEqual({ ...first.actor, name: "Bram de Vries" });
  expect(again.cookie).not.toBe(first.cookie);
  const elsewhere = await join(server.url, plan.keys.editor, "Bram");
  expect(elsewhere.actor.id).not.toBe(first.actor.id);
  const asOwner = await join(server.url, plan.keys.viewer, "Anja", plan.cookie);
  expect(asOwner.role).toBe("owner");
});

test("[A6] a key works as a bearer wherever a cookie does, as one actor for each key", async () => {
  const bearer = { authorization: `Bearer ${plan.keys.editor}` };
  const path = `/api/plans/${plan.plan.id}`;
  const info = await (await get(path, bearer)).json();
  expect(info).toMatchObject({ role: "editor", actor: { name: "Script", circle: null } });
  expect(await (await get(path, bearer)).json()).toEqual(info);
  expect((await get(`${path}/plan`, bearer)).status).toBe(200);
  expect((await get(`${path}/keys`, bearer)).status).toBe(403);
  expect((await get(`${path}/keys`, { authorization: `Bearer ${plan.keys.owner}` })).status).toBe(200);
  const socket = await WireClient.join({ url: server.url, planId: plan.plan.id, key: plan.keys.editor });
  expect(socket.hello?.actor).toEqual((info as { actor: object }).actor);
  await socket.close();
  for (const wrong of ["Bearer x", `Bearer ${"x".repeat(43)}`, "Bearer", "Basic eA=="]) {
    const refused = await get(path, { authorization: wrong, cookie: plan.cookie });
    expect(refused.status, wrong).toBe(401);
  }
});

test("[A10] the cookie is out of reach of scripts and of other sites, and secure behind https", async () => {
  const body = { title: "T", template: "blank", name: "Anja", circle: "ict" };
  const cookieWith = async (headers: Record<string, string>) => {
    const response = await fetch(`${server.url}/api/plans`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return response.headers.getSetCookie()[0] ?? "";
  };
  const plain = await cookieWith({});
  expect(plain).toMatch(/^planwand_session=[A-Za-z0-9_-]{43}; /);
  for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=15552000"]) {
    expect(plain).toContain(attribute);
  }
  expect(plain).not.toContain("Secure");
  // Nobody is believed who is not a trusted proxy.
  expect(await cookieWith({ "x-forwarded-proto": "https" })).not.toContain("Secure");
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  [
    "when the pages are at an https address",
    { ORIGINS: "https://planwand.nl" },
    { origin: "https://planwand.nl" },
  ],
  ["when a trusted proxy says so", { TRUSTED_PROXIES: "127.0.0.1" }, { "x-forwarded-proto": "https" }],
])("[A10][A26] the cookie is for https alone, and for this host alone, %s", async (_when, env, headers) => {
  const own = serverParts({ env });
  const send = (path: string, body: object, extra: Record<string, string> = {}) =>
    own.request(path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers, ...extra },
      body: JSON.stringify(body),
    });
  const made = await send("/api/plans", { title: "T", template: "blank", name: "Anja", circle: "ict" });
  const [given = "", old = ""] = made.headers.getSetCookie();
  expect(given).toMatch(/^__Host-planwand_session=[A-Za-z0-9_-]{43}; /);
  for (const attribute of ["HttpOnly", "SameSite=Lax", "Path=/", "Secure"])
    expect(given).toContain(attribute);
  expect(given).not.toMatch(/domain/i);
  expect(old).toMatch(/^planwand_session=; Max-Age=0/);
  const { plan: ref, keys } = (await made.json()) as CreatedPlan;
  const cookie = given.split(";")[0] ?? "";
  const open = (as: string) => own.request(`/api/plans/${ref.id}`, { headers: { ...headers, cookie: as } });
  expect((await open(cookie)).status).toBe(200);
  expect((await open(cookie.replace("__Host-", ""))).status).toBe(401);
  const left = await send("/api/leave", {}, { cookie });
  expect(left.headers.getSetCookie().map((line) => line.split("=")[0])).toEqual([
    "planwand_session",
    "__Host-planwand_session",
  ]);

  // A cookie of before is read once, and comes back under its new name.
  const session = { session: null, isHostBound: false, isSharedDevice: false } as const;
  const invited = await findInvitation(own.storage, own.clock, { key: keys.editor });
  if (!invited.ok) throw new Error(invited.refusal);
  const joined = await joinPlan(own, invited.value, { name: "Bram", circle: "ict", ...session });
  if (!joined.ok) throw new Error(joined.refusal);
  const before = `planwand_session=${joined.value.session.secret}`;
  const moved = await open(before);
  expect(moved.status).toBe(200);
  const [after = ""] = moved.headers.getSetCookie();
  expect(after.split(";")[0]).toBe(`__Host-${before}`);
  expect((await open(before)).status).toBe(200);
  expect((await open(`__Host-${before}`)).status).toBe(200);
  expect((await open(before)).status).toBe(401);
  await own.close();
});

test("[A25] the sockets of other tabs go on when somebody joins again, and what they do after it is kept", async () => {
  const first = await join(server.url, plan.keys.editor, "Bram");
  const tab = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: first.cookie });
  const again = await join(server.url, plan.keys.editor, "Bram", first.cookie);
  expect((await get(`/api/plans/${plan.plan.id}`, { cookie: first.cookie })).status).toBe(401);
  tab.doc.getMap("cells").set("na-de-nieuwe-01", true);
  await tab.saved();
  await tab.close();
  const back = await WireClient.join({ url: server.url, planId: plan.plan.id, cookie: again.cookie });
  expect(back.hello?.actor.id).toBe(first.actor.id);
  expect(back.doc.getMap("cells").get("na-de-nieuwe-01")).toBe(true);
  await back.close();
});

test("[A11] leaving ends the session in every plan and closes its sockets; twice is the same as once", async () => {
  const second = await createPlan(server.url, { template: "blank" }, plan.cookie);
  const { cookie } = second;
  const sockets = await Promise.all(
    [plan, second].map(({ plan: { id } }) => WireClient.join({ url: server.url, planId: id, cookie })),
  );
  const left = await postJson(`${server.url}/api/leave`, {}, cookie);
  expect(left.status).toBe(204);
  expect(left.headers.getSetCookie()[0]).toMatch(/^planwand_session=; Max-Age=0/);
  for (const socket of sockets) {
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(CLOSE.unauthorised);
  }
  for (const { plan: ref } of [plan, second]) {
    expect((await get(`/api/plans/${ref.id}`, { cookie })).status).toBe(401);
  }
  const again = await fetch(`${server.url}/api/leave`, { method: "POST", headers: { cookie } });
  expect(again.status).toBe(204);
});

test("[A2] the plans of a session, newest first, each with its role", async () => {
  const joined = await join(server.url, plan.keys.viewer, "Bram");
  const second = await createPlan(server.url, { template: "blank", title: "Tweede" }, joined.cookie);
  const { cookie } = second;
  const mine = (await (await get("/api/me", { cookie })).json()) as { plans: object[] };
  expect(mine.plans).toMatchObject([
    { plan: { id: second.plan.id, title: "Tweede" }, role: "owner" },
    { plan: plan.plan, role: "viewer", actor: { name: "Bram" } },
  ]);
  expect(await (await get("/api/me", {})).json()).toEqual({ plans: [] });
});

test("[A19] an owner is told who else owns the plan for long, and of an owner's link that nobody used", async () => {
  const own = await createPlan(server.url, { template: "blank" });
  const path = `${server.url}/api/plans/${own.plan.id}`;
  const ownership = async (cookie: string): Promise<unknown> => {
    const { plans } = myPlansResponse.parse(await (await get("/api/me", { cookie })).json());
    return plans.find(({ plan: { id } }) => id === own.plan.id)?.ownership;
  };
  expect(await ownership(own.cookie)).toEqual({ others: 0, spareLinkAt: null });
  const asOwner = { key: own.keys.owner, name: "Bram", circle: "ict" };
  await postJson(`${server.url}/api/join`, { ...asOwner, sharedDevice: true });
  expect(await ownership(own.cookie)).toEqual({ others: 0, spareLinkAt: null });
  const viewer = await join(server.url, own.keys.viewer, "Vera");
  expect(await ownership(viewer.cookie)).toBeNull();
  const made = await postJson(`${path}/keys`, { role: "owner" }, own.cookie);
  const { secret, createdAt } = createKeyResponse.parse(await made.json());
  expect(await ownership(own.cookie)).toEqual({ others: 0, spareLinkAt: createdAt });
  const other = await join(server.url, secret, "Chadia");
  expect(await ownership(own.cookie)).toEqual({ others: 1, spareLinkAt: null });
  expect(await ownership(other.cookie)).toEqual({ others: 1, spareLinkAt: null });
  await postJson(`${server.url}/api/leave`, {}, other.cookie);
  expect(await ownership(own.cookie)).toEqual({ others: 0, spareLinkAt: null });
});

test("[A13] no session, no such plan, no access, each in its own way", async () => {
  const other = await createPlan(server.url, { template: "blank" });
  const path = `/api/plans/${plan.plan.id}`;
  for (const part of ["", "/plan", "/keys"]) {
    const answers = [
      await get(`${path}${part}`, {}),
      await get(`/api/plans/onbekend-0001${part}`, { cookie: plan.cookie }),
      await get(`${path}${part}`, { cookie: other.cookie }),
    ];
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()) as { code: string }));
    expect(codes.map(({ code }) => code)).toEqual(["unauthenticated", "not-found", "no-access"]);
    expect(answers.map(({ status }) => status)).toEqual([401, 404, 403]);
  }
});

test("[A15] an unknown key and one that was withdrawn are told apart", async () => {
  const keysUrl = `${server.url}/api/plans/${plan.plan.id}/keys`;
  const list = (await (await get(`/api/plans/${plan.plan.id}/keys`, { cookie: plan.cookie })).json()) as {
    keys: { id: string; role: string }[];
  };
  const editorKey = list.keys.find(({ role }) => role === "editor")?.id;
  await fetch(`${keysUrl}/${editorKey}`, { method: "DELETE", headers: { cookie: plan.cookie } });
  const ended = { key: plan.keys.editor, name: "Bram", circle: "ict" };
  const answers = [
    await postJson(`${server.url}/api/join`, ended),
    await postJson(`${server.url}/api/join`, { ...ended, key: "x".repeat(43) }),
  ];
  const codes = await Promise.all(
    answers.map(async (answer) => ((await answer.json()) as { code: string }).code),
  );
  expect(codes).toEqual(["key-ended", "unknown-key"]);
  for (const answer of answers) expect(answer.headers.getSetCookie()).toEqual([]);
});

test("[A42] a link says what it leads to, to whoever it lets in, and changes nothing", async () => {
  const keysUrl = `${server.url}/api/plans/${plan.plan.id}/keys`;
  const ask = (key: unknown, cookie?: string) => postJson(`${server.url}/api/invitation`, { key }, cookie);
  const wanted = { role: "viewer", name: "Team Zorg", maxUses: 1 };
  const made = createKeyResponse.parse(await (await postJson(keysUrl, wanted, plan.cookie)).json());
  const told = await ask(made.secret);
  expect(told.headers.getSetCookie()).toEqual([]);
  expect(invitationResponse.strict().parse(await told.json())).toEqual({
    title: "Activiteitenplan",
    role: "viewer",
    inviter: "Anja",
    name: "Team Zorg",
  });
  expect(await (await ask(plan.keys.owner)).json()).toMatchObject({ role: "owner", inviter: null, name: "" });
  const keys = keysResponse.parse(await (await fetch(keysUrl, { headers: { cookie: plan.cookie } })).json());
  expect(keys.keys.find(({ id }) => id === made.id)).toMatchObject({ uses: 0, usedAt: null });

  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  const bram = await join(server.url, made.secret, "Bram");
  expect(await codeOf(await ask(made.secret))).toBe("key-used-up");
  expect((await ask(made.secret, bram.cookie)).status).toBe(200);
  await fetch(`${keysUrl}/${made.id}`, { method: "DELETE", headers: { cookie: plan.cookie } });
  expect(await codeOf(await ask(made.secret, bram.cookie))).toBe("key-ended");
  expect(await codeOf(await ask("x".repeat(43)))).toBe("unknown-key");
  for (const wrong of ["kort", 5, null, "../".repeat(10)]) expect((await ask(wrong)).status).toBe(400);
  expect(server.output()).not.toContain(made.secret);
});

test("[A17] on a shared device the cookie goes with the browser", async () => {
  const who = { name: "Anja", circle: "ict", sharedDevice: true };
  const joined = await postJson(`${server.url}/api/join`, { key: plan.keys.editor, ...who });
  const made = await postJson(`${server.url}/api/plans`, { title: "T", template: "blank", ...who });
  for (const response of [joined, made]) {
    const cookie = response.headers.getSetCookie()[0] ?? "";
    expect(cookie).toMatch(/^planwand_session=[A-Za-z0-9_-]{43}; /);
    expect(cookie).not.toMatch(/max-age|expires/i);
  }
});
