import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { CAPABILITIES, type Capability, may } from "@planwand/shared/access/policy.ts";
import { ROLES, type Role } from "@planwand/shared/access/role.ts";
import { Routes } from "@planwand/server/http/routes.ts";
import { serverParts, type ServerParts } from "../../builders/app.ts";
import { unboundedIn } from "../../builders/unbounded.ts";
import {
  type CreatedPlan,
  createPlan,
  join,
  postJson,
  type RunningServer,
  startServer,
} from "../../builders/server.ts";

let server: RunningServer;
let parts: ServerParts;
let plan: CreatedPlan;
beforeAll(async () => {
  server = await startServer();
  parts = serverParts();
  plan = await createPlan(server.url, { template: "blank" });
});
afterAll(async () => {
  await server.stop();
  await parts.close();
});

/** What is described of a route, as far as these tests look at it. */
interface Described {
  readonly method: string;
  readonly path: string;
  readonly "x-needs": string;
  readonly request?: {
    readonly params?: z.ZodType;
    readonly query?: z.ZodType;
    readonly body?: { readonly content: { readonly "application/json": { readonly schema: z.ZodType } } };
  };
}

const routesOf = (): Described[] =>
  parts.app.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route" ? [definition.route as unknown as Described] : [],
  );

const isCapability = (needs: string): needs is Capability => needs in CAPABILITIES;

/** The status with which a request is answered of which only the head was sent: the body never comes. */
function statusOfHead(method: string, path: string, cookie: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const head = [
      `${method.toUpperCase()} ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${String(server.port)}`,
      "Content-Type: application/json",
      "Content-Length: 100000",
      ...(cookie === null ? [] : [`Cookie: ${cookie}`]),
    ];
    const socket = connect(server.port, "127.0.0.1", () => socket.write(`${head.join("\r\n")}\r\n\r\n{"a`));
    socket.on("data", (chunk: Buffer) => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1]));
    });
    socket.on("error", reject);
  });
}

describe("a route of a plan", () => {
  test("[A24] answers who may not before anything of the body came, whoever asks", async () => {
    const cookies = new Map<Role, string>();
    for (const role of ROLES) {
      cookies.set(role, (await join(server.url, plan.keys[role], "Iemand")).cookie);
    }
    const stranger = (await createPlan(server.url, { template: "blank" })).cookie;
    const withBody = routesOf().filter(
      ({ "x-needs": needs, request }) => isCapability(needs) && request?.body !== undefined,
    );
    expect(withBody.length).toBeGreaterThanOrEqual(4);
    for (const { method, path, "x-needs": needs } of withBody) {
      const at = path.replace("{planId}", plan.plan.id);
      expect(await statusOfHead(method, at, null), path).toBe(401);
      expect(await statusOfHead(method, at, "planwand_session=onzin"), path).toBe(401);
      expect(await statusOfHead(method, at, stranger), path).toBe(403);
      for (const [role, cookie] of cookies) {
        if (isCapability(needs) && may(role, needs)) continue;
        expect(await statusOfHead(method, at, cookie), `${path} ${role}`).toBe(403);
      }
    }
  });

  test("[A24] is refused to each role below what it needs, and to nobody above it", async () => {
    const ids = {
      planId: plan.plan.id,
      format: "csv",
      keyId: "onbekend-001",
      feedId: "onbekend-001",
      moment: "1",
    };
    for (const role of ROLES) {
      const { cookie } = await join(server.url, plan.keys[role], "Iemand");
      for (const route of routesOf()) {
        const needs = route["x-needs"];
        if (!isCapability(needs)) continue;
        const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]);
        const answer = await fetch(`${server.url}${path}`, {
          method: route.method.toUpperCase(),
          headers: { cookie, "content-type": "application/json" },
          ...(route.method === "get" ? {} : { body: "{}" }),
        });
        const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
        const isRefused = code === "role-too-low";
        expect(isRefused, `${role}: ${route.method} ${path}`).toBe(!may(role, needs));
      }
    }
  });
});

test("[A24] a route that does not say who may call it keeps the server from starting", () => {
  const { app } = parts;
  const routes = new Routes(app);
  for (const { method, path } of app.routes) routes.known(method, path);
  expect(() => routes.check()).not.toThrow();
  app.get("/api/plans/:planId/achterdeur", (c) => c.text("open"));
  expect(() => routes.check()).toThrow("GET /api/plans/:planId/achterdeur does not say who may call it");
});

test("[API4] whatever a request may say has a bound", () => {
  const unbounded = routesOf().flatMap(({ method, path, request }) => {
    const body = request?.body?.content["application/json"].schema;
    const schemas = { params: request?.params, query: request?.query, body };
    return Object.entries(schemas).flatMap(([part, schema]) =>
      schema === undefined ? [] : unboundedIn(schema, `${method} ${path} ${part}`),
    );
  });
  expect(unbounded).toEqual([]);
});

describe("a hostile body", () => {
  const NAMES = 400_000;
  const wrong = (): string =>
    `{"source":{"rows":[]},"choices":{"names":{${Array.from({ length: NAMES }, (_, at) => `"n${String(at)}":5`).join(",")}}}}`;

  test("[API4] of wrong values is refused in a few words, and to nobody before it is known who asks", async () => {
    const body = wrong();
    const send = (planId: string, cookie?: string) =>
      fetch(`${server.url}/api/plans/${planId}/import?dry=1`, {
        method: "POST",
        headers: { "content-type": "application/json", ...(cookie === undefined ? {} : { cookie }) },
        body,
      });
    expect((await send("x")).status).toBe(401);
    const refused = await send(plan.plan.id, plan.cookie);
    expect(refused.status).toBe(400);
    expect((await refused.text()).length).toBeLessThan(600);
  });

  test("[API4] says at most five things that are wrong with it", async () => {
    const mentions = Array.from({ length: 20 }, () => 5);
    const answer = await postJson(
      `${server.url}/api/plans/${plan.plan.id}/commands`,
      { type: "comment.add", id: "x", comment: "x", anchor: 5, text: 5, mentions },
      plan.cookie,
    );
    expect(answer.status).toBe(400);
    const { detail = "" } = (await answer.json()) as { detail?: string };
    expect(detail.split("; ")).toHaveLength(6);
    expect(detail).toMatch(/; \d+ more$/);
  });

  test.each([
    ["with too many values", `{"a":[${"0,".repeat(20_000)}0]}`],
    ["too deep", `${"[".repeat(100)}${"]".repeat(100)}`],
  ])("[API4] %s is refused", async (_what, body) => {
    const answer = await fetch(`${server.url}/api/plans/${plan.plan.id}/commands`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: plan.cookie },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid-request" });
  });
});
