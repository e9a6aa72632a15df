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
    "GET /healthz",
    "GET /metrics",
    "GET /readyz",
    "POST /api/join",
    "POST /api/leave",
    "POST /api/plans",
    "POST /api/plans/from-file",
    "POST /api/plans/{planId}/clear",
    "POST /api/plans/{planId}/commands",
    "POST /api/plans/{planId}/feeds",
    "POST /api/plans/{planId}/import",
    "POST /api/plans/{planId}/keys",
  ]);
});

test("[API8] a flood from one address is refused with the seconds to wait; another address is not", async () => {
  // A minute's worth at one a second: far more come than are added meanwhile.
  const own = await startServer({ env: { LIMIT_ADDRESS_OPEN_CALLS: "1" } });
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
