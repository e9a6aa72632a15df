import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";
import {
  createKeyResponse,
  type CreateKeyResponse,
  keysResponse,
  type KeyResponse,
} from "@planwand/shared/protocol/http.ts";
import { CLOSE } from "@planwand/shared/protocol/messages.ts";
import { now } from "../../builders/clock.ts";
import {
  type CreatedPlan,
  type RunningServer,
  createPlan,
  join,
  startServer,
} from "../../builders/server.ts";
import { postJson } from "../../builders/server.ts";
import { WireClient } from "../../builders/wire-client.ts";

let server: RunningServer;
let plan: CreatedPlan;
let keysUrl: string;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());
beforeEach(async () => {
  plan = await createPlan(server.url, { template: "blank" });
  keysUrl = `${server.url}/api/plans/${plan.plan.id}/keys`;
});

async function listed(cookie = plan.cookie): Promise<KeyResponse[]> {
  const response = await fetch(keysUrl, { headers: { cookie } });
  expect(response.status).toBe(200);
  return keysResponse.parse(await response.json()).keys;
}

async function made(role: Role, expiresAt: number | null = null, name = ""): Promise<CreateKeyResponse> {
  const response = await postJson(keysUrl, { role, expiresAt, name }, plan.cookie);
  expect(response.status).toBe(201);
  return createKeyResponse.parse(await response.json());
}

const rename = (keyId: string, name: unknown, cookie = plan.cookie) =>
  fetch(`${keysUrl}/${keyId}`, {
    method: "PATCH",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({ name }),
  });

const revoke = (keyId: string, cookie = plan.cookie) =>
  fetch(`${keysUrl}/${keyId}`, { method: "DELETE", headers: { cookie } });

const open = (cookie: string) => WireClient.join({ url: server.url, planId: plan.plan.id, cookie });

test("[A1] keys are listed without their secrets, which are told once", async () => {
  const key = await made("editor");
  expect(key.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const text = JSON.stringify(await listed());
  expect(text).toContain(key.id);
  for (const secret of [key.secret, ...Object.values(plan.keys)]) expect(text).not.toContain(secret);
  expect(text).not.toContain("hash");
});

test("[A7] each role makes keys up to its own from facilitator up, and the others none", async () => {
  for (const role of ROLES) {
    const { cookie } = await join(server.url, plan.keys[role], "Iemand");
    const answers = await Promise.all(
      ROLES.map(async (wanted) => (await postJson(keysUrl, { role: wanted }, cookie)).status),
    );
    const highest = role === "owner" ? 5 : role === "facilitator" ? 4 : 0;
    expect(answers, role).toEqual(ROLES.map((_, index) => (index < highest ? 201 : 403)));
    const list = await fetch(keysUrl, { headers: { cookie } });
    expect(list.status, role).toBe(highest > 0 ? 200 : 403);
  }
});

test("[A7] a facilitator withdraws an editor's key and not an owner's; an editor none", async () => {
  const idOf = async (role: Role) => (await listed()).find((key) => key.role === role)?.id ?? "";
  const facilitator = await join(server.url, plan.keys.facilitator, "Fenna");
  const editor = await join(server.url, plan.keys.editor, "Bram");
  expect((await revoke(await idOf("viewer"), editor.cookie)).status).toBe(403);
  expect((await revoke(await idOf("owner"), facilitator.cookie)).status).toBe(403);
  expect((await revoke(await idOf("viewer"), facilitator.cookie)).status).toBe(204);
  expect((await revoke(await idOf("viewer"), facilitator.cookie)).status).toBe(204);
  expect((await revoke("onbekend-0001", facilitator.cookie)).status).toBe(404);
});

test("[A7] a key of another plan is not found here", async () => {
  const other = await createPlan(server.url, { template: "blank" });
  const response = await fetch(`${server.url}/api/plans/${other.plan.id}/keys`, {
    headers: { cookie: other.cookie },
  });
  const [foreign] = keysResponse.parse(await response.json()).keys;
  expect((await revoke(foreign?.id ?? "")).status).toBe(404);
  expect((await rename(foreign?.id ?? "", "Van hier")).status).toBe(404);
});

test("[A40] a key is named when it is made and renamed by whoever may withdraw it, and by nobody else", async () => {
  const key = await made("editor", null, "  Docenten Zorg 👩‍🏫  ");
  expect(key.name).toBe("Docenten Zorg 👩‍🏫");
  const nameNow = async () => (await listed()).find(({ id }) => id === key.id)?.name;
  expect(await nameNow()).toBe("Docenten Zorg 👩‍🏫");
  for (const role of ROLES) {
    const { cookie } = await join(server.url, plan.keys[role], "Iemand");
    const may = role === "facilitator" || role === "owner";
    expect((await rename(key.id, role, cookie)).status, role).toBe(may ? 204 : 403);
    expect(await nameNow(), role).toBe(may ? role : "Docenten Zorg 👩‍🏫");
  }
  const ofOwner = await made("owner", null, "Van mij");
  const fenna = await join(server.url, plan.keys.facilitator, "Fenna");
  expect((await rename(ofOwner.id, "Van Fenna", fenna.cookie)).status).toBe(403);
  expect((await rename("onbekend-0001", "Wat dan ook")).status).toBe(404);
  expect((await rename(key.id, "")).status).toBe(204);
  expect(await nameNow()).toBe("");
});

test("[A40][API4] the name of a key is one line of whole characters, of 300 at most", async () => {
  const { id } = await made("viewer", null, "n".repeat(300));
  for (const wrong of ["n".repeat(301), "twee\nregels", "half \ud83d", "\u0000", 5, null]) {
    expect((await rename(id, wrong)).status, String(wrong)).toBe(400);
    expect((await postJson(keysUrl, { role: "viewer", name: wrong }, plan.cookie)).status).toBe(400);
  }
  expect((await listed()).find((key) => key.id === id)?.name).toBe("n".repeat(300));
});

test("[A40] of each key is told how it came to be, who made it, who came in with it and when last", async () => {
  const begun = await listed();
  expect(begun.map(({ origin, role }) => [origin, role]).toSorted()).toEqual(
    ROLES.map((role) => ["plan", role]).toSorted(),
  );
  const ofPlan = begun.find(({ role }) => role === "owner");
  expect(ofPlan).toMatchObject({ maker: null, uses: 1, people: [{ name: "Anja", circle: "onderwijs" }] });
  const fenna = await join(server.url, plan.keys.facilitator, "Fenna");
  const response = await postJson(keysUrl, { role: "editor", name: "Team" }, fenna.cookie);
  const key = createKeyResponse.parse(await response.json());
  expect(key).toMatchObject({ origin: "person", maker: fenna.actor, people: [], uses: 0, usedAt: null });
  const keyNow = async () => (await listed()).find(({ id }) => id === key.id);
  const before = now();
  const bram = await join(server.url, key.secret, "Bram");
  const chadia = await join(server.url, key.secret, "Chadia");
  expect(await keyNow()).toMatchObject({ maker: fenna.actor, uses: 2 });
  const names = (await keyNow())?.people.map(({ name }) => name);
  expect(names?.toSorted()).toEqual(["Bram", "Chadia"]);
  expect((await keyNow())?.usedAt).toBeGreaterThanOrEqual(before);
  // Whoever left is counted and not named; a script is named and not counted.
  await postJson(`${server.url}/api/leave`, {}, chadia.cookie);
  const planUrl = `${server.url}/api/plans/${plan.plan.id}`;
  await fetch(planUrl, { headers: { authorization: `Bearer ${key.secret}` } });
  expect(await keyNow()).toMatchObject({ uses: 2, people: [{ name: "Bram" }, { name: "Script" }] });
  expect((await fetch(keysUrl, { headers: { cookie: bram.cookie } })).status).toBe(403);
});

/** A socket of a key that expires after `lifeMs`, or after longer on a machine that does not open one in that time. */
async function openWithin(lifeMs: number): Promise<{ secret: string; socket: WireClient }> {
  const expiresAt = now() + lifeMs;
  try {
    const { secret } = await made("editor", expiresAt);
    const { cookie } = await join(server.url, secret, "Bram");
    return { secret, socket: await open(cookie) };
  } catch (error) {
    if (now() < expiresAt) throw error;
    return openWithin(lifeMs * 2);
  }
}

describe("an open socket", () => {
  test("[A8] is closed when its key is withdrawn, and nobody else's is", async () => {
    const key = await made("editor");
    const bram = await join(server.url, key.secret, "Bram");
    const [gone, stays] = [await open(bram.cookie), await open(plan.cookie)];
    expect((await revoke(key.id)).status).toBe(204);
    await gone.until(() => gone.closeCode !== null);
    expect(gone.closeCode).toBe(CLOSE.revoked);
    const token = stays.sendBarrier();
    await stays.until(() => stays.echoed.includes(token));
    const url = `${server.url}/api/plans/${plan.plan.id}`;
    expect((await fetch(url, { headers: { cookie: bram.cookie } })).status).toBe(403);
    await stays.close();
  });

  test("[A8] of someone with another key comes back with the role of that one", async () => {
    const key = await made("editor");
    const { cookie } = await join(server.url, plan.keys.viewer, "Bram");
    const both = await join(server.url, key.secret, "Bram", cookie);
    expect(both.role).toBe("editor");
    const socket = await open(both.cookie);
    await revoke(key.id);
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(CLOSE.tryAgainLater);
    const back = await open(both.cookie);
    expect(back.hello?.role).toBe("viewer");
    await back.close();
  });

  test("[A9] is closed when its key expires", async () => {
    const { secret, socket } = await openWithin(1_000);
    await socket.until(() => socket.closeCode !== null);
    expect(socket.closeCode).toBe(CLOSE.revoked);
    const late = await postJson(`${server.url}/api/join`, { key: secret, name: "B", circle: "ict" });
    expect(late.status).toBe(410);
  });
});

test("[A16] facilitators and owners see who can open the plan, and no longer who cannot", async () => {
  const people = (cookie: string) =>
    fetch(`${server.url}/api/plans/${plan.plan.id}/people`, { headers: { cookie } });
  const bram = await join(server.url, plan.keys.editor, "Bram");
  const key = await made("viewer");
  const chadia = await join(server.url, key.secret, "Chadia");
  const seen = async () => {
    const answer = (await (await people(plan.cookie)).json()) as {
      people: { actor: { name: string }; role: Role; joinedAt: number }[];
    };
    return answer.people.map(({ actor, role }) => [actor.name, role]);
  };
  expect(new Map((await seen()) as [string, string][])).toEqual(
    new Map([
      ["Anja", "owner"],
      ["Bram", "editor"],
      ["Chadia", "viewer"],
    ]),
  );
  expect((await people(bram.cookie)).status).toBe(403);
  expect((await people(chadia.cookie)).status).toBe(403);
  await revoke(key.id);
  expect((await seen()).map(([name]) => name)).not.toContain("Chadia");
});
