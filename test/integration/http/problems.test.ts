import { hostname } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { problemResponse } from "@planwand/shared/protocol/http.ts";
import { PROBLEMS } from "@planwand/server/http/problems.ts";
import { languageOf } from "@planwand/server/http/problem.ts";
import { type ServerParts, serverParts } from "../../builders/app.ts";
import { type RunningServer, createPlan, postJson, startServer } from "../../builders/server.ts";

let server: RunningServer;
beforeAll(async () => void (server = await startServer()));
afterAll(() => server.stop());

const CANARY = "Kanarie-4711";
const GOOD = { title: "Plan", template: "blank", name: "Anja", circle: "ict" };

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const body = problemResponse.parse(await response.json());
  expect(body.status).toBe(response.status);
  expect(body.type).toBe(`urn:planwand:problem:${body.code}`);
  return body;
}

function send(path: string, method: string, body: BodyInit | null, headers: Record<string, string> = {}) {
  return fetch(`${server.url}${path}`, { method, body, headers });
}

const JSON_TYPE = { "content-type": "application/json" };

describe("a body", () => {
  test.each<[string, unknown]>([
    ["no title", { ...GOOD, title: undefined }],
    ["an empty title", { ...GOOD, title: "   " }],
    ["a long title", { ...GOOD, title: CANARY.repeat(20) }],
    ["another template", { ...GOOD, template: CANARY }],
    ["another kring", { ...GOOD, circle: CANARY }],
    ["no name", { ...GOOD, name: "" }],
    ["no date", { ...GOOD, today: "2026-02-31" }],
    ["a number", 5],
    ["null", null],
    ["a list", [GOOD]],
  ])("[API4] with %s is refused without repeating it", async (_what, body) => {
    const text = await (await postJson(`${server.url}/api/plans`, body)).text();
    expect(JSON.parse(text)).toMatchObject({ code: "invalid-request", status: 400 });
    expect(text).not.toContain(CANARY);
  });

  test("[API4] that is no JSON is refused without repeating it", async () => {
    const broken = await send("/api/plans", "POST", `{"title": "${CANARY}`, JSON_TYPE);
    const text = await broken.clone().text();
    expect((await problemOf(broken)).code).toBe("invalid-request");
    expect(text).not.toContain(CANARY);
    const form = await send("/api/plans", "POST", new URLSearchParams(GOOD));
    expect((await problemOf(form)).code).toBe("unsupported-media-type");
    const plain = await send("/api/join", "POST", JSON.stringify(GOOD), { "content-type": "text/plain" });
    expect((await problemOf(plain)).code).toBe("unsupported-media-type");
    expect((await problemOf(await send("/api/join", "POST", null))).code).toBe("invalid-request");
  });

  test("[API4] that is too large is refused, whether it says its length or not", async () => {
    const large = JSON.stringify({ ...GOOD, title: "x".repeat(300_000) });
    const streamed = () => new Blob([large]).stream();
    for (const body of [() => large, streamed, streamed, () => large, () => large]) {
      const answer = await fetch(`${server.url}/api/plans`, {
        method: "POST",
        headers: JSON_TYPE,
        body: body(),
        duplex: "half",
      } as RequestInit);
      expect((await problemOf(answer)).code).toBe("too-large");
    }
  });
});

describe("languages", () => {
  test("[API5] every problem has a sentence in both", () => {
    for (const { nl, en } of Object.values(PROBLEMS)) {
      expect(nl).toMatch(/^[A-Z].*\.$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(nl).not.toBe(en);
    }
  });

  test.each([
    [undefined, "nl"],
    ["", "nl"],
    ["*", "nl"],
    ["fr-FR,fr", "nl"],
    ["en", "en"],
    ["en-US,en;q=0.9,nl;q=0.8", "en"],
    ["nl-NL,nl;q=0.9,en;q=0.8", "nl"],
    ["fr, en;q=0.2, nl;q=0.1", "en"],
    ["en;q=0, nl;q=0.1", "nl"],
    ["en;q=onzin", "en"],
  ])("[API5] who accepts %s reads %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  test("[API5] over HTTP too", async () => {
    const titles = await Promise.all(
      ["nl", "en"].map(async (language) => {
        const answer = await send("/api/plans/onbekend-0001", "GET", null, { "accept-language": language });
        return (await problemOf(answer)).title;
      }),
    );
    expect(titles).toEqual([PROBLEMS.unauthenticated.nl, PROBLEMS.unauthenticated.en]);
  });
});

test("[API6] an address that does not exist is a problem", async () => {
  const paths = ["/api", "/api/", "/api/nergens", "/api/plans", "/api/plans/a/b/c", "/sync", "/sync/a/b"];
  for (const path of paths) {
    expect((await problemOf(await send(path, "GET", null))).code, path).toBe("not-found");
  }
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    expect((await problemOf(await send("/api/plans", method, null))).code, method).toBe("not-found");
  }
});

test("[API7] the description lists every route", async () => {
  const description = (await (await send("/api/openapi.json", "GET", null)).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { summary: string; responses: object }>>;
  };
  expect(description.openapi).toBe("3.1.0");
  const routes = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.sort()).toEqual([
    "DELETE /api/plans/{planId}",
    "DELETE /api/plans/{planId}/feeds/{feedId}",
    "DELETE /api/plans/{planId}/keys/{keyId}",
    "GET /.well-known/security.txt",
    "GET /api/me",
    "GET /api/plans/{planId}",
    "GET /api/plans/{planId}/authors",
    "GET /api/plans/{planId}/changes",
    "GET /api/plans/{planId}/export/{format}",
    "GET /api/plans/{planId}/feeds",
    "GET /api/plans/{planId}/history",
    "GET /api/plans/{planId}/journal",
    "GET /api/plans/{planId}/keys",
    "GET /api/plans/{planId}/moments/{moment}",
    "GET /api/plans/{planId}/people",
    "GET /api/plans/{planId}/plan",
    "GET /api/plans/{planId}/snapshots",
    "GET /api/plans/{planId}/trend",
    "GET /api/reach",
    "GET /feeds/{file}",
    "GET /healthz",
    "GET /metrics",
    "GET /readyz",
    "PATCH /api/plans/{planId}/keys/{keyId}",
    "POST /api/invitation",
    "POST /api/join",
    "POST /api/leave",
    "POST /api/plans",
    "POST /api/plans/from-file",
    "POST /api/plans/{planId}/clear",
    "POST /api/plans/{planId}/commands",
    "POST /api/plans/{planId}/copies",
    "POST /api/plans/{planId}/feeds",
    "POST /api/plans/{planId}/import",
    "POST /api/plans/{planId}/keys",
    "PUT /api/plans/{planId}/me",
  ]);
});

test("[API8] a flood from one address is refused with the seconds to wait; another address is not", async () => {
  // A minute's worth at one a second: far more come than are added meanwhile.
  const own = await startServer({ env: { TRUSTED_PROXIES: "127.0.0.1", LIMIT_ADDRESS_OPEN_CALLS: "1" } });
  const knock = (address: string) =>
    fetch(`${own.url}/api/join`, {
      method: "POST",
      headers: { ...JSON_TYPE, "x-forwarded-for": address },
      body: JSON.stringify({ key: "x".repeat(43), name: "A", circle: "ict" }),
    });
  const answers = await Promise.all(Array.from({ length: 320 }, () => knock("192.0.2.1")));
  const refused = answers.filter(({ status }) => status === 429);
  const answered = answers.filter(({ status }) => status === 404);
  expect(answered.length).toBeGreaterThanOrEqual(60);
  expect(refused.length).toBeGreaterThan(0);
  expect(answered.length + refused.length).toBe(320);
  for (const answer of refused) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await knock("192.0.2.2")).status).toBe(404);
  await own.stop();
});

test("[API8] whoever tries wrong links keeps nobody out who has a right one", async () => {
  const own = await startServer({ env: { LIMIT_ADDRESS_OPEN_CALLS: "0.01" } });
  const { keys } = await createPlan(own.url, { template: "blank" });
  const knock = (key: string) => postJson(`${own.url}/api/join`, { key, name: "A", circle: "ict" });
  const answers = await Promise.all(Array.from({ length: 20 }, () => knock("x".repeat(43))));
  expect(answers.map(({ status }) => status)).toContain(429);
  expect((await knock(keys.viewer)).status).toBe(200);
  await own.stop();
});

describe("what costs something", () => {
  let parts: ServerParts;
  let created: { plan: { id: string }; keys: { owner: string } };
  // A limit below one call lets the first through: an amount over all there can be is taken when nothing was used.
  const SPENT = [
    "ADDRESS_PLANS",
    ...["COMMANDS", "COPIES", "READS", "FILES", "IMPORTS", "KEYS", "ERASING"].map((of) => `PERSON_${of}`),
  ];
  beforeAll(async () => {
    parts = serverParts({ env: Object.fromEntries(SPENT.map((limit) => [`LIMIT_${limit}`, "0.000001"])) });
    created = (await (await make()).json()) as typeof created;
  });
  afterAll(() => parts.close());

  const make = () =>
    parts.request("/api/plans", { method: "POST", headers: JSON_TYPE, body: JSON.stringify(GOOD) });

  test.each([
    ["POST", "/commands"],
    ["POST", "/copies"],
    ["POST", "/import?dry=1"],
    ["POST", "/keys"],
    ["POST", "/clear"],
    ["GET", "/plan"],
    ["GET", "/export/csv"],
  ])("[API8] %s %s is refused to one person who asks too often, and to nobody else", async (method, path) => {
    const ask = (key: string) =>
      parts.request(`/api/plans/${created.plan.id}${path}`, {
        method,
        headers: { ...JSON_TYPE, authorization: `Bearer ${key}` },
        ...(method === "GET" ? {} : { body: "{}" }),
      });
    const { owner, facilitator } = created.keys as { owner: string; facilitator: string };
    expect((await ask(owner)).status).not.toBe(429);
    const refused = await ask(owner);
    expect((await problemOf(refused)).code).toBe("too-many-requests");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(facilitator)).status).not.toBe(429);
  });

  test("[API8] more plans than a school makes in an hour are refused to one address, copied or from a file too", async () => {
    const { editor } = created.keys as unknown as { editor: string };
    const copied = await parts.request(`/api/plans/${created.plan.id}/copies`, {
      method: "POST",
      headers: { ...JSON_TYPE, authorization: `Bearer ${editor}` },
      body: JSON.stringify({ title: "Kopie", name: "A", circle: "ict", parts: [] }),
    });
    expect((await problemOf(copied)).code).toBe("too-many-requests");
    expect((await problemOf(await make())).code).toBe("too-many-requests");
    const file = { name: "A", circle: "ict", source: { rows: [["Titel"], ["Toets"]] } };
    const fromFile = (query: string) =>
      parts.request(`/api/plans/from-file${query}`, {
        method: "POST",
        headers: JSON_TYPE,
        body: JSON.stringify(file),
      });
    expect((await problemOf(await fromFile(""))).code).toBe("too-many-requests");
    expect((await fromFile("?dry=1")).status).toBe(200);
  });
});

test("[API12] answers under /api are kept by nobody", async () => {
  const created = await createPlan(server.url, { template: "blank" });
  for (const headers of [{}, { cookie: created.cookie }]) {
    const answer = await send(`/api/plans/${created.plan.id}`, "GET", null, headers);
    expect(answer.headers.get("cache-control")).toBe("no-store");
  }
});

describe("[A12] a page of another origin", () => {
  const host = () => new URL(server.url).host;
  const post = (origin: string) => send("/api/plans", "POST", JSON.stringify(GOOD), { ...JSON_TYPE, origin });

  test("[A12] may change nothing, however it writes its name", async () => {
    const port = new URL(server.url).port;
    const foreign = [
      "null",
      "http://evil.example",
      `http://evil.example:${port}`,
      `http://${host()}.evil.example`,
      `http://evil${host()}`,
      "http://127.0.0.1:1",
      "http://127.0.0.1",
      `http://${host()}@evil.example`,
      "file://",
      "onzin",
      "",
      `https://${host()}`,
      `ftp://${host()}`,
    ];
    for (const origin of foreign) {
      expect((await problemOf(await post(origin))).code, origin).toBe("origin-not-allowed");
    }
    expect((await post(`http://${host()}`)).status).toBe(201);
    expect((await send("/healthz", "GET", null, { origin: "http://evil.example" })).status).toBe(200);
  });

  test("[A12] may when it is in the list, and then only those", async () => {
    const own = await startServer({ env: { ORIGINS: "https://planwand.school.nl,http://localhost:5173" } });
    const statusFor = async (origin: string) =>
      (
        await fetch(`${own.url}/api/plans`, {
          method: "POST",
          headers: { ...JSON_TYPE, origin },
          body: JSON.stringify(GOOD),
        })
      ).status;
    expect(await statusFor("https://planwand.school.nl")).toBe(201);
    expect(await statusFor("http://localhost:5173")).toBe(201);
    expect(await statusFor("http://planwand.school.nl")).toBe(403);
    expect(await statusFor(own.url)).toBe(403);
    await own.stop();
  });
});

describe("a name that is not this server's", () => {
  let own: ServerParts;
  beforeAll(() => void (own = serverParts()));
  afterAll(() => own.close());
  const to = (host: string, method = "GET") =>
    own.request(method === "GET" ? "/api/me" : "/api/plans", {
      method,
      headers: { ...JSON_TYPE, host, origin: `http://${host}` },
      ...(method === "GET" ? {} : { body: JSON.stringify(GOOD) }),
    });

  test.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "planwand.school.nl:4455",
    "x y",
  ])("[A29] a request to %s is refused without ORIGINS: another site's name may lead here", async (host) => {
    expect((await problemOf(await to(host))).code).toBe("host-not-known");
    expect((await problemOf(await to(host, "POST"))).code).toBe("host-not-known");
  });

  test.each([
    "localhost:4455",
    "planwand.localhost",
    "127.0.0.1",
    "192.168.1.5:4455",
    "[::1]:4455",
    hostname(),
  ])("[A29] %s is known", async (host) => expect((await to(host, "POST")).status).toBe(201));

  test("[A29] with ORIGINS the proxy's name for this server does not matter", async () => {
    const behind = serverParts({ env: { ORIGINS: "https://planwand.school.nl" } });
    expect((await behind.request("/api/me", { headers: { host: "planwand:4455" } })).status).toBe(200);
    await behind.close();
  });
});

describe("when the inside fails", () => {
  function postTo(parts: ServerParts, path: string, body: unknown): Promise<Response> {
    return parts.request(path, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) });
  }

  test("[API13] a plan that does not fit on the disk is not made, and the caller may come back", async () => {
    const parts = serverParts({ maxPages: 40 });
    const answer = await postTo(parts, "/api/plans", { ...GOOD, template: "example" });
    expect(answer.status).toBe(503);
    expect((await problemOf(answer)).code).toBe("storage-unavailable");
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect((await postTo(parts, "/api/plans", GOOD)).status).toBe(201);
    await parts.close();
  });

  test("[API11] a broken invariant is a problem without a stack", async () => {
    const parts = serverParts();
    const created = await postTo(parts, "/api/plans", GOOD);
    const { plan } = (await created.json()) as { plan: { id: string } };
    const gap = new Uint8Array([1, 1, 9, 5, 4, 1, 1, 109, 1, 120, 0]);
    await parts.storage.log.append([{ planId: plan.id, seq: 2, actorId: "a", at: 1, bytes: gap }], []);
    const cookie = created.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const answer = await parts.request(`/api/plans/${plan.id}/plan`, { headers: { cookie } });
    const text = await answer.clone().text();
    expect((await problemOf(answer)).code).toBe("internal");
    expect(text).not.toMatch(/\bat \/|Error|\.ts/);
    await parts.close();
  });
});
